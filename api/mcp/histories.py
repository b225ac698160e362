"""The tool that tells every wording of an article that is held."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Annotated, Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.types import CallToolResult

from api.mcp.acting import acts_told
from api.mcp.answering import READ_ONLY, answered, base_of, counted, redline_text
from api.mcp.parameters import Key, Lang, Limit, Ngr, Offset
from api.models.quoted import Quoted
from api.models.tools import ArticleHistoryTold, HeldStretch
from api.questions.article_changes import article_changes
from api.questions.asked import Asked
from api.questions.citations.citing import cited_article
from api.questions.following.told_changes import ToldChange
from api.questions.texts import redlines, text_language
from api.services import Services
from corpus.store import reads
from corpus.store.gaps import known_again_from
from corpus.store.records import ArticleRecord, Wording
from diffing.cut_copies import HeldRedline

_GAPS = "The history has gaps: editions that are known and not held, or not held there."

_NO_DAYS = "first and last day not known"


def add(server: MCPServer, services: Services) -> None:
    """Give the server the tool."""

    @server.tool(title="History of an article", annotations=READ_ONLY)
    def article_history(
        ngr: Ngr,
        key: Key,
        context: Context[Any, Any],
        lang: Lang = None,
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Annotated[CallToolResult, ArticleHistoryTold]:
        """Tell every wording of an article that is held, oldest first.

        Each with its editions, its days by edition labels, what changed against the wording before,
        and which acts may have made the change. Days of entry into force are told where known.
        """
        base = base_of(services, context)
        with services.store.read() as session:
            language = text_language(session, ngr, lang)
            history = reads.history(session, ngr, language, key)
            changes = article_changes(session, ngr, language, key)
            register = services.relating.known(session).acts.register
        differences = redlines(history)
        gaps = _gaps(history)
        told = [
            _stretch(
                wording,
                changes.into.get(wording.editions[0].label),
                gap_until=gaps.get(place),
                before=history[place - 1] if place else None,
                found=differences[place],
                source=Quoted.of(
                    cited_article(register, _newest_of(wording)),
                    Asked(wording.editions[-1].label),
                    base,
                ),
            )
            for place, wording in list(enumerate(history))[offset : offset + limit]
        ]
        found = ArticleHistoryTold(
            ngr=ngr,
            key=key,
            lang=language,
            heading=history[-1].article.printed_heading,
            total=len(history),
            wordings=tuple(told),
            next_offset=offset + limit if offset + limit < len(history) else None,
            warnings=(_GAPS,) if gaps else (),
        )
        return answered(found, _lines(found))


def _newest_of(wording: Wording) -> ArticleRecord:
    """The article as the newest edition with a wording has it."""
    return ArticleRecord(
        wording.article,
        wording.text_hash,
        wording.wording_hash,
        wording.editions[-1],
        wording.complete,
    )


def _stretch(
    wording: Wording,
    made: ToldChange | None,
    *,
    gap_until: date | None,
    before: Wording | None,
    found: HeldRedline | None,
    source: Quoted,
) -> HeldStretch:
    """A wording with what made it, where that is known."""
    return HeldStretch(
        editions=tuple(str(one.label) for one in wording.editions),
        label_from=wording.from_,
        label_to=wording.to,
        gap_until=gap_until,
        kind=made.record.change.kind if made else None,
        in_force_from=made.entry.on if made else None,
        amending_acts=tuple(acts_told(made.acts)) if made else (),
        changes=redline_text(found.redline if found else None),
        not_compared=_not_compared(before, wording, found) if before and found else None,
        source=source,
    )


def _not_compared(before: Wording, wording: Wording, found: HeldRedline) -> str | None:
    """That a copy may end inside the article, and how much of the other one lies beyond its end."""
    if not found.partial:
        return None
    cut = [str(one.editions[-1].label) for one in (before, wording) if not one.complete]
    old, new = found.words_beyond
    which = " and that of ".join(cut)
    told = [
        f"Only a part is compared: the copy of edition {which} may end inside this article.",
    ]
    if old:
        told.append(
            f"Beyond its end the wording before has {counted(old, 'word')}: whether they stayed is "
            "not known."
        )
    if new:
        told.append(
            f"Beyond that end this wording has {counted(new, 'word')}: whether they are new is not "
            "known."
        )
    return " ".join(told)


def _gaps(history: list[Wording]) -> dict[int, date]:
    """By the place of a wording the day up to which no text follows it."""
    return {
        place: day
        for place, (before, after) in enumerate(pairwise(history))
        if (day := known_again_from(before, after)) is not None
    }


def _lines(found: ArticleHistoryTold) -> list[str]:
    told = [
        (
            f"{found.heading} ({found.ngr} {found.key}, {found.lang}): "
            f"{counted(found.total, 'wording')} held"
        )
    ]
    told += [f"Warning: {one}" for one in found.warnings]
    for one in found.wordings:
        days = f"by labels {one.label_from} - {one.label_to or '…'}" if one.label_from else _NO_DAYS
        told += ["", f"Editions {', '.join(one.editions)} ({days})"]
        told += [f"  {one.source.citation}", f"  {one.source.permalink}"]
        if one.kind:
            acts = "; ".join(one.amending_acts) or "unknown"
            day = f", in force from {one.in_force_from}" if one.in_force_from else ""
            told.append(f"  {one.kind} by: {acts}{day}")
        told += [f"  {line}" for line in one.changes.splitlines()]
        told += [f"  Warning: {one.not_compared}"] if one.not_compared else []
        told += [f"  Warning: {warning}" for warning in one.source.warnings]
        if one.gap_until:
            told.append(f"  Then a gap: the text is not known up to {one.gap_until}")
    if found.next_offset is not None:
        told += ["", f"More: offset {found.next_offset}"]
    return told
