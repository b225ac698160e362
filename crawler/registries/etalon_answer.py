"""An answer of the reference bank, opened: JSON whose every value may be missing or odd."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from crawler.registries.adilet_page import open_page
from crawler.registries.refusals import CutPage, EmptyBody, ErrorPage, NotAnActPage

Answer = Mapping[str, Any]

_ERROR_KEYS = ("error", "message", "exception")


def open_json(body: bytes) -> Any:
    """The value of an answer. Raises the Refusal that fits what is no JSON."""
    stripped = body.strip()
    if not stripped:
        raise EmptyBody
    try:
        return json.loads(stripped)
    except RecursionError:
        raise NotAnActPage("its JSON is nested too deep") from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        if stripped.startswith(b"<"):
            open_page(body)  # a shell, an error or a login page is refused as such
            raise NotAnActPage("the reference bank answered with a web page") from error
        if stripped[:1] in {b"{", b"["}:
            raise CutPage("its JSON does not end") from error
        raise ErrorPage(stripped[:80].decode("utf-8", errors="replace")) from error


def open_answer(body: bytes) -> Answer:
    """A document's answer, with its content. Raises the Refusal that fits anything else."""
    answer = open_json(body)
    if not isinstance(answer, Mapping):
        raise NotAnActPage("the answer is a list, not a document")
    if answer.get("content") is None:
        said = next((str(answer[key]) for key in _ERROR_KEYS if answer.get(key)), None)
        if said is not None:
            raise ErrorPage(said[:80])
        if "ngr" in answer or "version" in answer:
            raise EmptyBody("the document has no content")
        raise NotAnActPage("the answer has no content")
    return answer


def mapping(value: Any) -> Answer:
    """A value that should hold others; without any where it does not."""
    return value if isinstance(value, Mapping) else {}


def words(value: Any) -> str:
    """A value that should be text; "" where it is none. Numbers are told as text, too."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def number(value: Any) -> int | None:
    """A value that should be a whole number; None where it is none."""
    text = words(value)
    return int(text) if text.isascii() and text.isdigit() else None
