"""Whole addresses: of our pages, and of what a registry's link leads to."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode, urljoin, urlsplit

from corpus.amendments import AmendingAct, NgrGround
from corpus.law import Language


@dataclass(frozen=True)
class Addresses:
    """How readers reach this service and the registry; neither ends with a slash."""

    service: str
    registry: str

    def of(self, *parts: str, **parameters: object) -> str:
        """The address of a path here, with the parameters that have a value."""
        given = {name: str(one) for name, one in parameters.items() if one not in (None, "", ())}
        path = "/".join(quote(part, safe="") for part in parts)
        return f"{self.service}/{path}{'?' if given else ''}{urlencode(given)}"

    def of_act(self, act: AmendingAct, language: Language) -> str | None:
        """An act's page in the registry; None where its number is not known, or a guess."""
        if act.ngr is None or act.ngr_ground is NgrGround.RULE:
            return None
        folder = {Language.RU: "rus", Language.KK: "kaz", Language.EN: "eng"}[language]
        return f"{self.registry}/{folder}/docs/{quote(act.ngr, safe='')}"

    def in_registry(self, link: str | None) -> str | None:
        """Where a registry's link leads; None where that is no web address."""
        if not link:
            return None
        try:
            whole = urljoin(f"{self.registry}/", link)
            parts = urlsplit(whole)
            known = parts.scheme in {"http", "https"} and bool(parts.hostname)
        except ValueError:  # brackets that are no IPv6 address
            return None
        return quote(whole, safe="/:?#[]@!$&'()*+,;=%~") if known else None
