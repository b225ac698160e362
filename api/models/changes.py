"""Changes between editions."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from api.models.provenance import Provenance
from api.models.shape import Answer, Listed
from corpus.law import Language
from corpus.store.records import EditionSummary
from diffing.changes import Change, Comparison, HeadingChange
from diffing.classify import ChangeKind
from diffing.render import redline_html

REDLINE_EXAMPLE: dict[str, Any] = {
    "marker": ["Статья 36.", "Статья 36."],
    "heading": [["=", "Избрание акима"]],
    "blocks": [
        {
            "unit": {"kind": "point", "number": "1", "marker": "1.", "key": "p_1"},
            "text": [["=", "Акима избирают "], ["-", "депутаты"], ["+", "жители"], ["=", "."]],
        }
    ],
}

REDLINE = (
    "Words that stay (`=`), go (`-`) or come (`+`), block by block. A block has `unit` when its "
    "number is the same on both sides, else `old` and/or `new`; a table has `rows` of cells "
    "instead of `text`. Applied to the old wording it gives the new one to the letter. `moves`, "
    "where there are any, pair words that went with the same words that came elsewhere: `from` and "
    "`to` are the block and the run in it, counted from 0."
)


class ChangeOut(Answer):
    """What became of one article between two editions."""

    kind: ChangeKind = Field(examples=["amended"])
    key: str = Field(examples=["art_36"])
    old_key: str | None = Field(
        description="Its key in the older edition; null when it was not there.",
        examples=["art_36"],
    )
    new_key: str | None = Field(
        description="Its key in the newer edition; null when it is not there.",
        examples=["art_36"],
    )
    heading: str = Field(description="Number and title as printed.", examples=["Статья 36. Аким"])
    rule: str | None = Field(
        description="How the kind was found: the folds and the renamings ordered throughout that "
        "make a change technical, or what a repeal, a new wording, a split or a merger was read "
        "from.",
        examples=[None],
    )
    redline: dict[str, Any] | None = Field(description=REDLINE, examples=[REDLINE_EXAMPLE])
    html: str | None = Field(
        default=None,
        description="The redline as safe HTML (`ins`, `del`), when asked for with `html=true`.",
        examples=["<p>Акима избирают <del>депутаты</del><ins>жители</ins>.</p>"],
    )

    @classmethod
    def of(cls, change: Change, *, html: bool = False) -> ChangeOut:
        """A change as the API writes it."""
        article = change.new or change.old
        return cls(
            kind=change.kind,
            key=change.key,
            old_key=change.old_key,
            new_key=change.new_key,
            heading=article.printed_heading if article else "",
            rule=change.rule,
            redline=change.redline.to_json(),
            html=redline_html(change.redline) if html else None,
        )


class HeadingChangeOut(Answer):
    """What became of the heading of a section, chapter or appendix."""

    key: str = Field(examples=["ch_4"])
    kind: ChangeKind = Field(examples=["amended"])
    rule: str | None = Field(description="How the kind was found.", examples=[None])
    redline: list[Any] | dict[str, Any] = Field(
        description="The heading's words: kept `=`, gone `-`, come `+`.",
        examples=[[["=", "Глава 4. "], ["-", "Аким"], ["+", "Акимы"]]],
    )

    @classmethod
    def of(cls, change: HeadingChange) -> HeadingChangeOut:
        """A heading's change as the API writes it."""
        return cls(
            key=change.key, kind=change.kind, rule=change.rule, redline=change.redline.to_json()
        )


class EditionCompared(Answer):
    """One side of a comparison."""

    edition: str = Field(examples=["2022-02-07"])
    provenance: Provenance

    @classmethod
    def of(cls, edition: EditionSummary) -> EditionCompared:
        """An edition as a side."""
        return cls(edition=str(edition.label), provenance=Provenance.of(edition))


class Diff(Listed):
    """Two editions of an act, article by article."""

    ngr: str = Field(examples=["Z010000148_"])
    lang: Language = Field(examples=["ru"])
    from_: EditionCompared = Field()
    to: EditionCompared
    changes: tuple[ChangeOut, ...] = Field(
        description="The articles that differ, in the act's order."
    )
    unchanged: int = Field(description="How many articles are equal.", examples=[58])
    headings: tuple[HeadingChangeOut, ...] = Field(
        description="The headings of sections, chapters and appendices that differ."
    )
    not_comparable: tuple[str, ...] = Field(
        description="Keys that are held on one side only, or inside which a copy may break off, "
        "because an edition is held in part.",
        examples=[[]],
    )

    @classmethod
    def of(
        cls,
        older: EditionSummary,
        newer: EditionSummary,
        comparison: Comparison,
        *,
        html: bool = False,
    ) -> Diff:
        """A comparison of two editions as the API writes it."""
        return cls(
            ngr=older.ngr,
            lang=older.language,
            from_=EditionCompared.of(older),
            to=EditionCompared.of(newer),
            changes=tuple(ChangeOut.of(change, html=html) for change in comparison.changes),
            unchanged=len(comparison.unchanged),
            headings=tuple(HeadingChangeOut.of(heading) for heading in comparison.headings),
            not_comparable=comparison.not_comparable,
        )
