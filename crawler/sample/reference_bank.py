"""The sample in the shape of the reference bank: versions, documents of typed blocks, search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from corpus.law import Language
from crawler.sample.acts import (
    LANGUAGES,
    SAMPLE_NOTICE,
    SampleAct,
    SampleCause,
    SampleEdition,
)
from crawler.sample.classic_text import CODES, article_html, linked
from crawler.sample.text import LINK, Mark, Paragraph, plain

BLOCKS_A_PAGE = 120
"""How many blocks a page of a document has: long acts are paged, as at the bank."""

Json = dict[str, Any]


def versions(act: SampleAct, language: Language) -> list[Json]:
    """The answer of `/versions`: an act's editions in one language, oldest first."""
    return [_version(edition) for edition in act.editions if edition.language is language]


def document(act: SampleAct, edition: SampleEdition, *, with_html: bool, page: int) -> Json | None:
    """One page of an edition; None past the last one."""
    content: str | list[Json]
    if with_html:
        content, pages, index = article_html(edition), 1, []
    else:
        blocks = read_out(edition)
        parts = [blocks[at : at + BLOCKS_A_PAGE] for at in range(0, len(blocks), BLOCKS_A_PAGE)]
        pages, index = len(parts), _index(blocks)
        content = parts[page - 1] if 0 < page <= pages else []
    if not 0 < page <= pages:
        return None
    return {
        "id": str(act.bank_id),
        "code": str(act.bank_id),
        "ngr": act.ngr,
        "sample": True,
        "notice": " · ".join(SAMPLE_NOTICE.values()),
        "holds": list(edition.holds),
        "version": _version(edition),
        "language": CODES[edition.language],
        "metadata": _metadata(act),
        "actualVersion": edition.label == act.labels[-1],
        "versionsCount": len(act.labels),
        "versionDate": edition.label.isoformat(),
        "temporaryRevoked": False,
        "content": content,
        "index": index,
        "pagesCount": pages,
    }


def search(acts: Sequence[SampleAct], asked: Json) -> Json:
    """The answer to a search: the acts of the types asked for, page by page."""
    types = asked.get("actTypes") or []
    limit = max(int(asked.get("limit") or 20), 1)
    page = max(int(asked.get("page") or 1), 1)
    found = [act for act in acts if not types or act.act_type in types]
    return {
        "sample": True,
        "notice": " · ".join(SAMPLE_NOTICE.values()),
        "page": page,
        "pageCount": -(-len(found) // limit),
        "documentsFound": len(found),
        "list": [
            {
                "id": str(act.bank_id),
                "code": str(act.bank_id),
                "ngr": act.ngr,
                "actTypes": [act.act_type],
                "requisites": _by_code(act.requisites),
                "status": act.editions[-1].status,
                "stateAgencyApprovalDate": act.adopted.isoformat(),
                "summary": _by_code(act.title),
            }
            for act in found[(page - 1) * limit : page * limit]
        ],
    }


def _version(edition: SampleEdition) -> Json:
    version: Json = {
        "id": f"{edition.bank_id}_{edition.label:%y%m%d}",
        "language": CODES[edition.language],
        "versionDate": edition.label.isoformat(),
        "sample": True,
        "metadata": {
            "title": {CODES[edition.language]: edition.title},
            "requisites": {CODES[edition.language]: edition.requisites},
            "status": edition.status,
        },
        "references": [],
        "changes": [],
    }
    if edition.cause is not None:
        version["cause"] = _cause(edition.cause)
    return version


def _cause(cause: SampleCause) -> Json:
    code = {} if cause.bank_id is None else {"code": str(cause.bank_id)}
    return {"title": _by_code(cause.title), "requisites": _by_code(cause.requisites), **code}


def _metadata(act: SampleAct) -> Json:
    """The act's present title, requisites and status, as the bank gives them in every edition."""
    current = [edition for language in LANGUAGES if (edition := act.edition(language))]
    return {
        "title": {CODES[edition.language]: edition.title for edition in current},
        "requisites": {CODES[edition.language]: edition.requisites for edition in current},
        "stateAgencyDocNumber": act.number,
        "stateAgencyApprovalDate": act.adopted.isoformat(),
        "status": current[-1].status,
        "actTypes": [act.act_type],
    }


def _by_code(words: Any) -> Json:
    return {CODES[language]: text for language, text in words.items()}


def read_out(edition: SampleEdition) -> list[Json]:
    """An edition as the bank's typed blocks: containers without text, words one level below."""
    blocks = _Blocks(edition.language)
    blocks.add("doc", 1)
    blocks.add("title", 2, edition.title)
    for paragraph in edition.paragraphs:
        blocks.take(paragraph)
    return blocks.made


@dataclass
class _Blocks:
    language: Language
    made: list[Json] = field(default_factory=list)
    _depth: int = 2
    """The level of what stands in the unit last opened."""
    _in_point: bool = False
    _in_table: bool = False

    def add(self, kind: str, level: int, text: str = "", index: str = "", **more: str) -> None:
        block: Json = {"id": str(700_000_000 + len(self.made)), "type": kind, "level": level}
        if text:
            block["text"] = text
        if index:
            block["index"] = index
        block["properties"] = [{"key": key, "value": value} for key, value in more.items() if value]
        self.made.append(block)

    def take(self, paragraph: Paragraph) -> None:
        """Write out a paragraph in the blocks that the bank has for it."""
        text = plain(paragraph.text)
        html = linked(paragraph.text, self.language) if LINK.search(paragraph.text) else ""
        link = paragraph.anchor.removeprefix("z")
        if paragraph.mark is not Mark.ROW:
            self._in_table = False
        if paragraph.mark not in {Mark.TEXT, Mark.ROW, Mark.NOTE, Mark.NOTE_RUN}:
            self._in_point = False
        match paragraph.mark:
            case Mark.TEXT:
                self._words(paragraph, text, html, link)
            case Mark.ROW:
                self._row(paragraph)
            case Mark.NOTE | Mark.NOTE_RUN:
                kind = "excluded" if paragraph.number else "note"
                self.add(kind, self._depth + self._in_point, text, html=html, linkId=link)
            case Mark.NOTICE:
                self.add("rcpi_notice", 3, text.replace(" // ", "\n"), html=html)
            case Mark.SIGNATURE:
                self.add("signature", 2)
                self.add("workPosition", 3, " ".join(paragraph.lines))
            case _:
                self._heading(paragraph, text, link)

    def _heading(self, paragraph: Paragraph, text: str, link: str) -> None:
        if paragraph.mark.is_article:
            self._depth = 4
            self.add("article", 3, index=_number(text))
            self.add("heading", 4, text, linkId=link)
            return
        self._depth = 3
        match paragraph.mark:
            case Mark.DIVISION:
                section = len(paragraph.lines) > 1
                self.add("section" if section else "chapter", 2, index=_number(text))
                for at, line in enumerate(paragraph.lines):
                    self.add("heading", 3, line, linkId=link if at == 0 else "")
            case Mark.STAMP:
                self.add("attach", 2)
                self.add("sideNoteGroup", 3)
                self.add("sideNote", 4)
                self.add("text", 5, " ".join(paragraph.lines), linkId=link)
            case _:
                self.add("heading", 3, " ".join(paragraph.lines), linkId=link)

    def _words(self, paragraph: Paragraph, text: str, html: str, link: str) -> None:
        number = paragraph.number
        if not number:
            self.add("text", self._depth + self._in_point, text, html=html)
            return
        subpoint = text[len(number) :].startswith(")")
        self._in_point = self._in_point or not subpoint
        level = self._depth + (subpoint and self._in_point)
        self.add("subpoint" if subpoint else "point", level, index=number)
        self.add("text", level + 1, text, linkId=link, html=html)

    def _row(self, paragraph: Paragraph) -> None:
        if not self._in_table:
            self.add("table", self._depth)
        self.add("tableRow" if self._in_table else "tableHeaderRow", self._depth + 1)
        self._in_table = True
        for cell in paragraph.cells:
            self.add("tableCell", self._depth + 2, cell)


def _number(text: str) -> str:
    head = text.replace(".", " ").replace("-бап", " ").replace("-тарау", " ").split()
    return next((word for word in head if word[0].isdigit()), "")


def _index(blocks: Sequence[Json]) -> list[Json]:
    """The bank's table of contents: where each heading stands among the blocks."""
    return list(_headings(blocks))


def _headings(blocks: Sequence[Json]) -> Iterator[Json]:
    for at, block in enumerate(blocks[:-1]):
        if block["type"] in {"section", "chapter", "article"}:
            yield {
                "title": blocks[at + 1].get("text", ""),
                "level": block["level"],
                "type": block["type"],
                "index": block.get("index", ""),
                "docIndex": at,
            }
