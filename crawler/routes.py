"""What the one spider needs to know of a registry: a `Route` for each. Pure, no Scrapy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from corpus.law import Language, ListedEdition
from corpus.settings import Settings
from corpus.watchlist import WatchedAct
from crawler.registries import adilet, etalon
from crawler.registries.pages import Format, PageKind, PageSource, Request, read_address

REGISTRIES = ("adilet", "etalon")


class UnknownRegistry(ValueError):
    """No registry of that name can be crawled."""

    def __init__(self, name: str) -> None:
        super().__init__(f"no registry {name!r} can be crawled: {' or '.join(REGISTRIES)}")


class Route(Protocol):
    """A registry's addresses and lists, for the acts of the watch list."""

    @property
    def registry(self) -> str:
        """The registry's name."""

    @property
    def base_url(self) -> str:
        """The registry's address, without a slash at its end."""

    def obstacle(self, act: WatchedAct, language: Language) -> str | None:
        """Why the registry cannot be asked for the act in that language; None if it can."""

    def edition_list(self, act: WatchedAct, language: Language) -> Request:
        """The request for the act's list of editions."""

    def read_list(self, body: bytes, request: Request, act: WatchedAct) -> list[ListedEdition]:
        """The editions of a list, oldest first. Raises a Refusal."""

    def edition(self, act: WatchedAct, language: Language, listed: ListedEdition) -> Request:
        """The request for (the first page of) a listed edition."""

    def later_parts(self, body: bytes, request: Request) -> tuple[Request, ...]:
        """The requests for the pages after the first, by the first one's answer."""

    def source(self, request: Request, act: WatchedAct) -> PageSource:
        """What is known of the page that answers a request."""


def route_to(registry: str, settings: Settings, base_url: str | None = None) -> Route:
    """The route to a registry, at its address in the settings or another one.

    Raises UnknownRegistry.
    """
    match registry:
        case "adilet":
            return AdiletRoute((base_url or settings.adilet_url).rstrip("/"))
        case "etalon":
            return EtalonRoute((base_url or settings.etalon_url).rstrip("/"))
        case _:
            raise UnknownRegistry(registry)


@dataclass(frozen=True)
class AdiletRoute:
    """adilet's classic pages, by registry number."""

    base_url: str
    registry: str = "adilet"

    def obstacle(self, act: WatchedAct, language: Language) -> str | None:  # noqa: ARG002 - Route's
        """Only an act without a registry number cannot be asked for."""
        return None if act.ngr else "no registry number is known"

    def edition_list(self, act: WatchedAct, language: Language) -> Request:
        """The act's history page."""
        return adilet.edition_list_request(_ngr(act), language, base=self.base_url)

    def read_list(self, body: bytes, request: Request, act: WatchedAct) -> list[ListedEdition]:
        """The rows of a history page."""
        listed = adilet.read_edition_list(body, _ngr(act), request.language, base=self.base_url)
        return sorted(listed, key=lambda edition: str(edition.label))

    def edition(self, act: WatchedAct, language: Language, listed: ListedEdition) -> Request:
        """The dated page; the current text has none, its row leads to the act itself."""
        address = read_address(listed.url) if listed.url else None
        current = address is not None and address.label is None
        return adilet.edition_request(
            _ngr(act), language, None if current else listed.label, base=self.base_url
        )

    def later_parts(self, body: bytes, request: Request) -> tuple[Request, ...]:  # noqa: ARG002 - Route's
        """An act is one page here."""
        return ()

    def source(self, request: Request, act: WatchedAct) -> PageSource:
        """What is known of an adilet page before it is read."""
        is_list = request.page is PageKind.EDITION_LIST
        return _source(request, act, Format.ADILET_HISTORY if is_list else Format.ADILET)


@dataclass(frozen=True)
class EtalonRoute:
    """The reference bank's interface, by the bank's own number."""

    base_url: str
    registry: str = "etalon"

    def obstacle(self, act: WatchedAct, language: Language) -> str | None:
        """Both numbers must be known, and the bank has no English."""
        if not act.ngr or act.reference_bank_id is None:
            return "its number in the reference bank is not known (zan_id in the watch list)"
        return "the reference bank has no English texts" if language is Language.EN else None

    def edition_list(self, act: WatchedAct, language: Language) -> Request:
        """The act's list of versions."""
        return etalon.edition_list_request(_ngr(act), _bank_id(act), language, base=self.base_url)

    def read_list(self, body: bytes, request: Request, act: WatchedAct) -> list[ListedEdition]:
        """The lines of a versions answer."""
        listed = etalon.read_edition_list(
            body, request.language, bank_id=_bank_id(act), base=self.base_url
        )
        return sorted(listed, key=lambda edition: str(edition.label))

    def edition(self, act: WatchedAct, language: Language, listed: ListedEdition) -> Request:
        """The first page of a dated document."""
        return etalon.edition_request(
            _ngr(act), _bank_id(act), language, listed.label, base=self.base_url
        )

    def later_parts(self, body: bytes, request: Request) -> tuple[Request, ...]:
        """The pages after the first of a long act."""
        return etalon.later_parts(body, request)

    def source(self, request: Request, act: WatchedAct) -> PageSource:
        """What is known of an answer of the bank before it is read."""
        is_list = request.page is PageKind.EDITION_LIST
        return _source(request, act, Format.ETALON_VERSIONS if is_list else Format.ETALON)


def _source(request: Request, act: WatchedAct, form: Format) -> PageSource:
    return PageSource(
        ngr=request.ngr,
        language=request.language,
        format=form,
        label=request.label,
        url=request.url,
        reference_bank_id=act.reference_bank_id,
    )


def _ngr(act: WatchedAct) -> str:
    if act.ngr is None:
        raise ValueError(f"{act.name} has no registry number: see obstacle()")
    return act.ngr


def _bank_id(act: WatchedAct) -> int:
    if act.reference_bank_id is None:
        raise ValueError(f"{act.name} has no number in the reference bank: see obstacle()")
    return act.reference_bank_id
