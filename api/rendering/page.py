"""Pages out of templates: what every page knows, and how its addresses are made."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import Depends, Request, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from api.answering.caching import CHANGING, tagged
from api.rendering.sheets import script_address, security_policy, style_sheet
from api.words.interface import Interface, choose_language
from api.words.naming import article_name, opening, printed_or_place
from corpus.law import EditionLabel, Language
from corpus.store.records import ActSummary

_LONGEST_TOLD = 4_000
"""Of a query, in the links of the page that it asked for."""
_HTML = "text/html; charset=utf-8"
_HEADERS = {"Referrer-Policy": "same-origin", "Vary": "Accept-Language"}


@dataclass(frozen=True)
class Links:
    """Addresses inside the site; an interface language that was asked for goes along."""

    ui: Language | None

    def __call__(self, *parts: str, **parameters: object) -> str:
        """The address of a path, with the parameters that have a value."""
        given = {name: value for name, value in parameters.items() if value not in (None, "")}
        if self.ui is not None:
            given.setdefault("ui", self.ui)
        path = "/" + "/".join(quote(part, safe="") for part in parts)
        return f"{path}?{urlencode(given)}" if given else path


def feed_address(suffix: str, *subject: str, **parameters: object) -> str:
    """The address of the feed about a subject, as `atom` or `json`: its words are the texts'."""
    given = {name: value for name, value in parameters.items() if value not in (None, "")}
    path = "/".join(quote(part, safe="") for part in ("feeds", *subject))
    return f"/{path}.{suffix}{'?' if given else ''}{urlencode(given)}"


def data_address(*parts: str, **parameters: object) -> str:
    """The address of the JSON API for a path: it takes no parameter that is not its own."""
    return Links(None)("v1", *parts, **parameters)


def _in_language(request: Request, wanted: Mapping[str, str]) -> str:
    """The query of the same page with other parameters; of one that is no address, these alone."""
    if len(request.url.query) > _LONGEST_TOLD:
        return urlencode(wanted)
    return request.url.include_query_params(**wanted).query


@dataclass(frozen=True)
class Reader:
    """Who reads a page: in which interface language, and whether it was asked for by name."""

    interface: Interface
    links: Links

    @classmethod
    def of(cls, request: Request) -> Reader:
        """The reader of a request: `?ui=`, else what the browser prefers, else Russian."""
        asked = request.query_params.get("ui")
        language = choose_language(asked, request.headers.get("accept-language", ""))
        return cls(Interface(language), Links(language if asked == language else None))

    @property
    def language(self) -> Language:
        """The interface language."""
        return self.interface.language

    def act_title(self, act: ActSummary) -> tuple[str, str]:
        """An act's title and its language: the interface's, else Russian, else any."""
        for language in (self.language, Language.RU, *act.titles):
            if language in act.titles:
                return act.titles[language], language
        return act.ngr, "zxx"


ForReader = Annotated[Reader, Depends(Reader.of)]


@cache
def environment() -> Environment:
    """The templates; everything they print is escaped."""
    found = Environment(
        loader=PackageLoader("api.rendering"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals["script_address"] = script_address
    found.filters["pretty"] = lambda value: json.dumps(value, ensure_ascii=False, indent=2)
    found.filters["opening"] = opening
    found.filters["as_label"] = EditionLabel.parse
    found.globals["feed_address"] = feed_address
    found.globals["data_address"] = data_address
    found.globals["name"] = article_name
    found.globals["printed_or_place"] = printed_or_place
    found.globals["languages"] = tuple(Language)
    return found


@dataclass(frozen=True)
class Page:
    """A page of a template: its text can be made once and be answered many times.

    `styles` are sheets of `styles/` beyond those that every page has, `scripts` modules of
    `static/js`: a page must work without them. `framed`: other sites may show it in a frame.
    """

    request: Request
    reader: Reader
    template: str
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    framed: bool = False

    def body(self, *, sample: bool = False, **values: Any) -> bytes:
        """The text of the page with these values."""
        # Another interface language must not change which text is read.
        shown = {"lang": str(values["lang"])} if "lang" in values else {}
        text = (
            environment()
            .get_template(self.template)
            .render(
                t=self.reader.interface,
                link=self.reader.links,
                sample=sample,
                style=style_sheet(self.styles),
                scripts=self.scripts,
                in_language=lambda ui: _in_language(self.request, shown | {"ui": ui}),
                path=self.request.url.path,
                title=self.reader.act_title,
                **values,
            )
        )
        return text.encode()

    def answer(self, body: bytes, status: int = HTTPStatus.OK) -> Response:
        """The page with its tag, or 304; what is not `OK` has no tag, and is always sent whole.

        Who holds a page that refuses must not be told that nothing is new (RFC 9110 13.2.1).
        """
        headers = {
            **_HEADERS,
            "Content-Security-Policy": security_policy(
                style_sheet(self.styles), framed=self.framed
            ),
            "Content-Language": self.reader.language,
        }
        if status == HTTPStatus.OK:
            return tagged(self.request, body, media_type=_HTML, headers=headers)
        headers |= {"Cache-Control": CHANGING, "X-Content-Type-Options": "nosniff"}
        return Response(body, status, headers, _HTML)


def page(
    request: Request,
    reader: Reader,
    template: str,
    *,
    status: int = 200,
    sample: bool = False,
    styles: Sequence[str] = (),
    scripts: Sequence[str] = (),
    framed: bool = False,
    **values: Any,
) -> Response:
    """A page made and answered at once: see `Page`."""
    made = Page(request, reader, template, tuple(styles), tuple(scripts), framed)
    return made.answer(made.body(sample=sample, **values), status)
