"""The registries, each pure: which addresses it wants, and bytes -> values.

All of them end in the same value, `corpus.law.Edition`, or in a `Refusal` that says why not. Only
`files` (saved pages) and `mirror_git` (a local clone) touch the world outside.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from corpus.law import Edition, ListedEdition
from crawler.registries import adilet, etalon, markdown, mirror, plain
from crawler.registries.pages import EDITION_LIST_FORMATS, Format, PageSource
from crawler.registries.refusals import NotAnActPage

PARSER_VERSION = "1"
"""Rises when the same bytes may be read differently than before."""

_READERS: Mapping[Format, Callable[[Sequence[bytes], PageSource], Edition]] = MappingProxyType(
    {
        Format.ADILET: adilet.read_edition,
        Format.ADILET_SHELL: adilet.read_edition,
        Format.ETALON: etalon.read_edition,
        Format.MIRROR: mirror.read_edition,
        Format.REFERENCE_BANK_MARKDOWN: markdown.read_edition,
        Format.PLAIN_TEXT: plain.read_edition,
    }
)


def read(format: str, bodies: Sequence[bytes], source: PageSource) -> Edition:  # noqa: A002 - the word of the manifest
    """The edition that bodies in a format hold.

    `bodies` are one page, or all pages of a paged document, or a main file and its parts, in
    order. Raises a Refusal for what is no edition, ValueError for an unknown format.
    """
    known = Format(format)
    reader = _READERS.get(known)
    if reader is None:
        what = "an edition list" if known in EDITION_LIST_FORMATS else "a metadata card"
        raise NotAnActPage(f"it is {what}, not an edition")
    try:
        return reader(bodies, source)
    except RecursionError:
        raise NotAnActPage("its mark-up is nested too deep") from None


def read_edition_list(
    format: str,  # noqa: A002 - the word of the manifest
    body: bytes,
    source: PageSource,
) -> tuple[ListedEdition, ...]:
    """The editions that a registry's list names, oldest first.

    Raises a Refusal for what is no list, ValueError for a format that has none.
    """
    match Format(format):
        case Format.ADILET_HISTORY:
            return adilet.read_edition_list(body, source.ngr, source.language)
        case Format.ETALON_VERSIONS:
            return etalon.read_edition_list(body, source.language, bank_id=source.reference_bank_id)
        case other:
            raise ValueError(f"{other} is no format of edition lists")
