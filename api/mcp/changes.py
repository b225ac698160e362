"""The tool that lists what changed in the law."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Annotated, Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.types import CallToolResult
from pydantic import BeforeValidator, Field

from api.asking.parameters import OptionalDay, listed
from api.mcp.acting import acts_told
from api.mcp.answering import READ_ONLY, answered, base_of, redline_text
from api.mcp.parameters import Lang, Limit, OptionalKey, OptionalNgr
from api.models.provenance import Provenance
from api.models.quoted import SAMPLE, address
from api.models.tools import ChangesListed, ChangeTold
from api.questions.following.changes import LARGEST_CURSOR, FollowedChanges, page_of
from api.questions.following.told_changes import ToldChange, tell_changes
from api.services import Services
from corpus.citations.formal import formal
from corpus.crossreferences.calling import ActsCalled
from corpus.store import reads
from diffing.classify import ChangeKind
from diffing.nature import Nature

_LONGEST_CHANGE = 1_500
Kinds = Annotated[
    tuple[ChangeKind, ...],
    BeforeValidator(listed),
    Field(description="Only changes of these kinds, parted by commas: amended,added,repealed."),
]
Legal = Annotated[
    bool | None,
    Field(description="true: only changes of the law; false: only corrections and form."),
]
Since = Annotated[
    OptionalDay, Field(description="Only what was recorded on or after this day (YYYY-MM-DD).")
]
Cursor = Annotated[
    int | None,
    Field(description="The `cursor` of the answer before.", ge=0, le=LARGEST_CURSOR),
]


def add(server: MCPServer, services: Services) -> None:
    """Give the server the tool."""

    @server.tool(title="List what changed", annotations=READ_ONLY)
    def list_changes(
        context: Context[Any, Any],
        act: OptionalNgr = None,
        article: OptionalKey = None,
        lang: Lang = None,
        kind: Kinds = (),
        legal: Legal = None,
        since: Since = None,
        limit: Limit = 20,
        cursor: Cursor = None,
    ) -> Annotated[CallToolResult, ChangesListed]:
        """List what changed between consecutive editions, in the order in which it was recorded.

        Each with the amending acts that may have made it, the day of entry into force where it is
        known, and the words that went and came. Ask again with `cursor`.
        """
        begun = datetime.combine(since, time.min, UTC) if since else None
        asked = FollowedChanges(begun, None, act, article, lang, kind, legal)
        with services.store.read() as session:
            page = page_of(session, asked, limit, cursor)
            told = tell_changes(session, page.records)
            titles = reads.act_titles(session, {one.record.ngr for one in told})
            acts = services.relating.known(session).acts
        base = base_of(services, context)
        found = ChangesListed(
            changes=tuple(_told(one, titles[one.record.ngr], acts, base) for one in told),
            cursor=page.cursor,
            more=page.more,
            warnings=(SAMPLE,) if any(one.record.sample for one in told) else (),
        )
        return answered(found, _lines(found))


def _told(one: ToldChange, title: str, acts: ActsCalled, base: str) -> ChangeTold:
    record, change = one.record, one.record.change
    gone = change.new_key is None
    key, label = (
        (change.old_key or change.key, record.older_label)
        if gone
        else (
            change.key,
            record.newer_label,
        )
    )
    return ChangeTold(
        ngr=record.ngr,
        key=change.key,
        act_title=title,
        lang=record.language,
        kind=change.kind,
        legal=one.nature is Nature.LEGAL,
        heading=change.heading,
        from_edition=str(record.older_label),
        to_edition=str(record.newer_label),
        in_force_from=one.entry.on,
        amending_acts=tuple(acts_told(one.acts)),
        changes=redline_text(one.redline, _LONGEST_CHANGE),
        citation=formal(acts.act(record.ngr), key, (), record.language),
        page=address(
            base, "acts", record.ngr, "articles", key, lang=record.language, edition=str(label)
        ),
        recorded_on=record.recorded_at.date(),
        provenance=Provenance.of(one.older if gone else one.newer),
    )


def _lines(found: ChangesListed) -> list[str]:
    told = [f"{len(found.changes)} changes" + (", more with the cursor" if found.more else "")]
    told += [f"Warning: {one}" for one in found.warnings]
    for one in found.changes:
        day = f"in force from {one.in_force_from}" if one.in_force_from else "day not known"
        told += [
            "",
            (
                f"{one.kind}: {one.heading} ({one.ngr} {one.key}, {one.lang}), editions "
                f"{one.from_edition} → {one.to_edition}; {day}"
            ),
            f"  {one.citation}",
            f"  by: {'; '.join(one.amending_acts) or 'unknown'}",
            *(f"  {line}" for line in one.changes.splitlines()),
            f"  {one.page}",
        ]
    if found.cursor is not None:
        told += ["", f"cursor {found.cursor}"]
    return told
