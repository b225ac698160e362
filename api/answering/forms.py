"""The forms in which an answer can be taken away, and which of them a request wants.

An address may end in `.docx` or the like; without an ending the Accept header chooses, and JSON is
what everyone gets who names no form that is offered. HTML is had by its ending only: a browser that
follows a link to the data asks for HTML by habit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:  # the command line has forms too, and no need of a web framework
    from fastapi import Request

_LONGEST_ACCEPT = 500


@dataclass(frozen=True)
class Form:
    """A form of an answer: the ending of its address and its media type."""

    ending: str
    media_type: str
    by_accept: bool = True
    """Whether an Accept header can choose it."""
    called: str = ""
    """What people call it, where that is not its ending in capitals."""

    @property
    def name(self) -> str:
        """What people call it."""
        return self.called or self.ending.upper()


JSON = Form("json", "application/json")
HTML = Form("html", "text/html; charset=utf-8", by_accept=False)
PDF = Form("pdf", "application/pdf")
DOCX = Form("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
XLSX = Form("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
CSV = Form("csv", "text/csv; charset=utf-8")
MARKDOWN = Form("md", "text/markdown; charset=utf-8", called="Markdown")
JSON_LINES = Form("jsonl", "application/jsonl")
PARQUET = Form("parquet", "application/vnd.apache.parquet")
SQLITE = Form("sqlite", "application/vnd.sqlite3")
AKOMA_NTOSO = Form("akn", "application/akn+xml", called="Akoma Ntoso")
JSON_LD = Form("jsonld", "application/ld+json", called="JSON-LD")
GIT_BUNDLE = Form("bundle", "application/x-git-bundle", by_accept=False)


class UnknownForm(Exception):
    """An address ends in what is no form that it has."""

    def __init__(self, offered: Sequence[Form]) -> None:
        self.known = tuple(form.ending for form in offered)
        super().__init__(f"There is no such form of it. There are: {', '.join(self.known)}.")


def form_of_ending(ending: str, offered: Sequence[Form]) -> Form:
    """Of the forms offered that of an ending, in whatever letters; raises UnknownForm."""
    for form in offered:
        if form.ending == ending.casefold():
            return form
    raise UnknownForm(offered)


def accepted_form(request: Request, offered: Sequence[Form]) -> Form:
    """Of the forms offered the one that the Accept header likes best; the first where none."""
    best, liked = offered[0], 0.0
    accept = request.headers.get("accept", "")[:_LONGEST_ACCEPT]
    for item in accept.split(","):
        media_type, *parameters = (part.strip().lower() for part in item.split(";"))
        quality = next((_number(one[2:]) for one in parameters if one.startswith("q=")), 1.0)
        for form in offered:
            named = form.media_type.partition(";")[0] == media_type
            if named and form.by_accept and quality > liked:
                best, liked = form, quality
    return best


def attachment(name: str, form: Form) -> dict[str, str]:
    """The header by which a browser saves an answer under a name (RFC 6266)."""
    file = f"{name}.{form.ending}"
    plain = "".join(sign if sign.isascii() and sign.isprintable() else "_" for sign in file)
    plain = plain.replace('"', "_").replace("\\", "_")
    return {
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file)}"
    }


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
