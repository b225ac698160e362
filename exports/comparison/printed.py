"""A comparison table with the words of a language: what every form is written from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.citations.formal import place_alone
from corpus.law import HoldingKind, Language
from diffing.classify import ChangeKind
from diffing.correspondence.relation import Relation, Route
from exports.comparison.captions import Captions
from exports.comparison.table import (
    Compares,
    ComparisonTable,
    ElementName,
    GroundAct,
    Likeness,
    Place,
    Row,
    Source,
)
from exports.tables.table import Cell, Column, Footing, Line, Mark, Piece, Table, Tone

_LONGEST_RUNNING = 150
"""Signs in a line over a page."""


def printed(table: ComparisonTable, captions: Captions) -> Table:
    """The table as it is taken away: №, element, before, after, ground; then columns for data."""
    return Table(
        title=captions.title,
        subtitle=tuple(_subtitle(table, captions)),
        running=_running(table, captions),
        language=table.language,
        columns=_columns(table, captions),
        rows=tuple(
            _cells(number, row, table.language, captions)
            for number, row in enumerate(table.rows, start=1)
        ),
        footing=Footing(captions.page, captions.of_pages),
        warnings=tuple(_warnings(table, captions)),
        cautions=tuple(_cautions(table, captions)),
        notes=tuple(_notes(table, captions)),
        notes_heading=captions.notes,
        sources=tuple(_source(one, captions) for one in table.sources),
        sources_heading=captions.sources,
        empty=captions.nothing,
        moment=table.moment,
    )


def _subtitle(table: ComparisonTable, captions: Captions) -> Iterator[str]:
    left, right = table.left, table.right
    if table.compares is Compares.EDITIONS:
        yield left.title
        yield captions.between.format(left=left.day, right=right.day)
    else:
        yield captions.between.format(left=left.title, right=right.title)
    if table.place:
        yield table.place


def _running(table: ComparisonTable, captions: Captions) -> str:
    """Head of every page: one line."""
    left, right = table.left, table.right
    if table.compares is Compares.EDITIONS:
        return f"{left.name}: {captions.between.format(left=left.day, right=right.day)}"
    titles = captions.between.format(left=left.title, right=right.title)
    if len(titles) <= _LONGEST_RUNNING:
        return titles
    return captions.between.format(left=left.name, right=right.name)


def _columns(table: ComparisonTable, captions: Captions) -> tuple[Column, ...]:
    editions = table.compares is Compares.EDITIONS
    left, right = (one.day if editions else one.title for one in (table.left, table.right))
    return (
        Column(captions.number, 4, centred=True),
        Column(captions.element, 14),
        Column(left, 31),
        Column(right, 31),
        Column(captions.ground if editions else captions.relation, 20),
        Column(captions.kind, 0),
        Column(captions.in_force_from, 0),
        Column(captions.left_keys, 0),
        Column(captions.right_keys, 0),
    )


def _cells(number: int, row: Row, language: Language, captions: Captions) -> tuple[Cell, ...]:
    starts = sorted({str(act.in_force_from) for act in row.acts if act.in_force_from})
    ground = _likeness(row, row.likeness, captions) if row.likeness else _acts(row, captions)
    return (
        Cell.plain(str(number)),
        Cell(tuple(_element(row, language, captions))),
        _wording(row.before, row.after, Mark.GONE, captions, row),
        _wording(row.after, row.before, Mark.CAME, captions, row),
        Cell(tuple(ground)),
        Cell.plain(_kind(row, captions)),
        Cell.plain(" ".join(starts)),
        Cell.plain(" ".join(row.left_keys)),
        Cell.plain(" ".join(row.right_keys)),
    )


def _element(row: Row, language: Language, captions: Captions) -> Iterator[Line]:
    for name in row.elements:
        yield from _name(name, language, captions, "")
    for name in row.became:
        yield from _name(name, language, captions, "→ ")


def _name(name: ElementName, language: Language, captions: Captions, before: str) -> Iterator[Line]:
    heading = name.heading
    if name.key and not any(letter.isalpha() for letter in heading):  # none, or only a number
        place = place_alone(name.key, language)
        heading = place[:1].upper() + place[1:]
    if heading:
        yield Line.plain(before + heading)
    if name.points:
        yield Line.plain(", ".join(captions.point.format(number=one) for one in name.points))
    elif name.place is not Place.WHOLE:
        yield Line.plain(captions.heading if name.place is Place.HEADING else captions.opening)


def _wording(
    lines: Sequence[Line] | None,
    others: Sequence[Line] | None,
    mark: Mark,
    captions: Captions,
    row: Row,
) -> Cell:
    found = row.likeness
    if lines is None:
        told = captions.absent if found is None or found.sure else captions.not_found
        return Cell.plain(told, tone=Tone.REMARK)
    if found and found.relation is Relation.POSSIBLE:
        return Cell(tuple(map(_unmarked, lines)))
    excluded = row.kind is ChangeKind.REPEALED and mark is Mark.CAME
    remarks = (Line.plain(captions.excluded, Tone.REMARK),) if excluded else ()
    return Cell((*lines, *remarks), whole=others is None)


def _unmarked(line: Line) -> Line:
    """The words alone: so much differs that marks would hide what does not."""
    cells = tuple((Piece("".join(one.text for one in cell)),) for cell in line.cells)
    return Line((Piece("".join(one.text for one in line.pieces)),), cells, line.tone)


def _kind(row: Row, captions: Captions) -> str:
    found = row.likeness
    if found and not found.sure and found.relation is not Relation.POSSIBLE:
        return captions.not_found
    if found:
        return captions.relations[found.relation]
    return captions.kinds[row.kind] if row.kind else ""


def _acts(row: Row, captions: Captions) -> Iterator[Line]:
    if row.kind in {ChangeKind.TECHNICAL, ChangeKind.UNCHANGED}:
        yield Line.plain(_kind(row, captions), Tone.REMARK)
    elif not row.acts:
        yield Line.plain(captions.act_unknown, Tone.REMARK)
    named = ""
    for act in sorted(row.acts, key=lambda act: _first_place(act.name, row.acts)):
        if act.name != named:
            yield Line.plain(act.name)
            named = act.name
        said = act.start if act.noted else f"{captions.by_registry}; {act.start}"
        yield Line.plain(said, Tone.REMARK)
    if row.coarse:
        yield Line.plain(captions.coarse, Tone.REMARK)


def _first_place(name: str, acts: Sequence[GroundAct]) -> int:
    """An act that is named for several days or places is told in one place."""
    return next(place for place, act in enumerate(acts) if act.name == name)


def _likeness(row: Row, found: Likeness, captions: Captions) -> Iterator[Line]:
    if found.sure or found.relation is Relation.POSSIBLE:
        yield Line.plain(captions.relations[found.relation])
    if found.route:
        yield Line.plain(captions.routes[found.route])
    if found.score is not None:
        score = f"{found.score:.2f}".replace(".", captions.decimal)
        yield Line.plain(captions.score.format(score=score))
    if found.quote and found.route is not Route.CURATED:  # a lawyer's reason is in English
        yield Line.plain(f"«{found.quote}»", Tone.REMARK)
    if not found.sure and found.relation is not Relation.POSSIBLE:
        yield Line.plain(captions.unsure, Tone.REMARK)
    if row.coarse:
        yield Line.plain(captions.coarse, Tone.REMARK)


def _warnings(table: ComparisonTable, captions: Captions) -> Iterator[str]:
    if table.sample:
        yield captions.sample


def _cautions(table: ComparisonTable, captions: Captions) -> Iterator[str]:
    """What the table does not cover."""
    partly = [one for one in table.sources if one.holding is not HoldingKind.WHOLE]
    if partly:
        texts = "; ".join(f"{one.ngr}, {one.label}" for one in partly)
        yield captions.in_part.format(texts=texts)
    if table.backwards:
        yield captions.backwards
    if table.not_compared:
        yield captions.not_compared.format(count=len(table.not_compared))
    for side in (table.left, table.right):
        if side.missing:
            yield captions.missing.format(side=side.name, provisions="; ".join(side.missing))


def _notes(table: ComparisonTable, captions: Captions) -> Iterator[str]:
    yield captions.legend
    if any(row.likeness and row.likeness.relation is Relation.POSSIBLE for row in table.rows):
        yield captions.possible_unmarked
    yield captions.labels
    if any(len(row.acts) > 1 for row in table.rows):
        yield captions.several_acts
    if table.technical:
        editions = table.compares is Compares.EDITIONS
        left_out = captions.technical_left_out if editions else captions.identical_left_out
        told = captions.technical_included if table.options.technical else left_out
        yield told.format(count=table.technical)
    if table.unchanged and not table.options.unchanged:
        yield captions.unchanged_left_out.format(count=table.unchanged)
    for side in (table.left, table.right):
        if side.doubts:
            yield captions.doubts.format(side=side.name, doubts=side.doubts)


def _source(one: Source, captions: Captions) -> str:
    told = [captions.source.format(act=one.act, label=one.label, registry=one.registry)]
    told += [one.url] if one.url else []
    if one.fetched_at:
        told.append(captions.fetched.format(moment=one.fetched_at.strftime("%Y-%m-%d %H:%M UTC")))
    told += [f"sha256 {one.sha256}"] if one.sha256 else []
    return ", ".join(told)
