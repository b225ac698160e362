"""Comparison tables out of the store: of two editions of an act, and of any two sides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from api.feeds.addresses import Addresses
from api.questions.absence import lacks
from api.questions.asked import Asked
from api.questions.compared.grounds import grounds_between
from api.questions.compared.on_themes import OnThemes, on_themes
from api.questions.explained import ExplainingAct
from api.questions.sides import HeldSet, Side, compare_sides
from api.questions.texts import find_edition, text_language
from api.rendering.amending import AmendingWords
from api.rendering.page import Links
from api.tables.captions import captions, edition_words
from api.words.interface import Interface
from corpus.amendments import EntryIntoForce, Ground
from corpus.bundled import own_correspondences, own_renamings, own_themes
from corpus.citations.acts import ActName, CitableAct
from corpus.citations.formal import formal, place_alone, place_in_words
from corpus.citing import cite
from corpus.law import Edition, EditionLabel, Language
from corpus.provisions import named
from corpus.search.words.analysis import Analyser
from corpus.store import reads
from corpus.store.records import EditionSummary
from diffing.changes import Change, HeadingChange
from diffing.compare import compare_editions
from diffing.explaining import Told as KnownBy
from exports.comparison.editions import Editions, table_of_editions
from exports.comparison.printed import printed
from exports.comparison.rules import table_of_rules
from exports.comparison.table import ComparisonTable, GroundAct, Options, Source, Told
from exports.tables.table import Table

_DAY_OF_A_MONTH = re.compile(r"\b(\d{1,2}) (?=[^\W\d])")
"""A line of a narrow column does not end between the two."""


def editions_table(
    session: Session,
    ngr: str,
    labels: tuple[EditionLabel, EditionLabel],
    language: Language | None,
    options: Options,
    ui: Language | None = None,
) -> Table:
    """The table of two editions, the left one first; our own words in `ui`, else in the law's.

    Raises what the store raises of what is not held, UnknownArticle among it.
    """
    spoken = text_language(session, ngr, language, labels=labels)
    left, right = (find_edition(session, ngr, spoken, Asked(label=label)) for label in labels)
    words = Interface(ui or spoken)
    return printed(table_of(session, left, right, options, words), captions(words.language))


def table_of(
    session: Session,
    left: EditionSummary,
    right: EditionSummary,
    options: Options,
    words: Interface,
) -> ComparisonTable:
    """The table of two editions before it is printed; raises UnknownArticle."""
    old, new = (reads.edition(session, one.id) for one in (left, right))
    only_of = (options.key,) if options.key else options.keys
    place = "; ".join(_place_of(key, (old, new)) for key in only_of)
    comparison = compare_editions(old, new, renamings=own_renamings())
    changes: list[Change | HeadingChange] = [*comparison.changes, *comparison.headings]
    grounds = grounds_between(session, left, right, changes)
    compared = Editions(old, new, comparison, _grounds_in_words(grounds, words))
    titles = [_act_name(session, one) for one in (left, right)]
    sides = [
        Told(
            _act_name(session, summary, titled=False),
            title,
            edition_words(summary.label, words),
            (_source(summary, title, words),),
        )
        for summary, title in zip((left, right), titles, strict=True)
    ]
    only = words("table.only", place=place) if place else ""
    return table_of_editions(compared, sides[0], sides[1], options, only)


def sides_table(
    session: Session,
    left: Side,
    right: Side,
    options: Options,
    ui: Language | None = None,
    analyser: Analyser | None = None,
    themes: Sequence[str] = (),
) -> Table:
    """The table of two regimes, or any two sets of provisions; our own words in `ui`.

    With the keys of `themes` only what is of them. Raises NotComparable, UnknownTheme, NotRegimes;
    UnknownArticle where neither side has what `options.key` names.
    """
    chosen = on_themes(session, own_themes(), themes, left.phase, right.phase)
    found, language = compare_sides(left, right, own_correspondences(), analyser)
    found = chosen.of_rules(found) if chosen else found
    words = Interface(ui or language)
    place = ""
    if options.key:
        held = [one.selection.edition for side in (left, right) for one in side.held]
        place = words("table.only", place=_place_of(options.key, held))
    sources = own_themes().sources
    one, other = (_side_told(session, side, words, language) for side in (left, right))
    places = ". ".join(filter(None, (_themes_told(chosen, words) if chosen else "", place)))
    table = table_of_rules(found, language, one, other, options, sources, places)
    return printed(table, captions(words.language, of_rules=True))


def _themes_told(chosen: OnThemes, words: Interface) -> str:
    """The themes by their titles, and where the matrix places them on both sides."""
    cited = (
        cite(side.cited, own_themes().sources, words.language) or words("table.no_place")
        for side in (chosen.left, chosen.right)
    )
    titles = "; ".join(one.titles[words.language] for one in chosen.themes)
    left, right = cited
    return words("table.only_themes", themes=titles, left=left, right=right)


def _place_of(key: str, editions: Sequence[Edition]) -> str:
    """What a key names, as printed; raises what the store says where no edition has it."""
    for edition in reversed(editions):
        for division in edition.divisions:
            if division.key == key:
                return division.printed_heading
        for _, article in named(edition, (key,)):
            if article is not None:
                inside = key.removeprefix(article.key).strip("_")
                point = place_in_words(inside, edition.language) if inside else ""
                return ", ".join(one for one in (article.printed_heading, point) if one) or key
    raise lacks(editions[-1], key)


def _grounds_in_words(
    grounds: Mapping[str, Iterable[ExplainingAct]], words: Interface
) -> dict[str, tuple[GroundAct, ...]]:
    say = AmendingWords(words, Links(None), Addresses("", ""), {})  # no links are on paper
    return {
        key: tuple(
            dict.fromkeys(_ground(act, key, say) for act in sorted(_distinct(acts), key=_adopted))
        )
        for key, acts in grounds.items()
    }


def _distinct(acts: Iterable[ExplainingAct]) -> Iterable[ExplainingAct]:
    """Each act once for each place and day, as its best note tells of it."""
    found: dict[object, ExplainingAct] = {}
    for one in acts:
        act = one.amendment.act
        named = (act.bare_number, act.adopted, one.title if not act.adopted else None)
        found.setdefault((named, one.amendment.target, one.entry.on), one)
    return found.values()


def _adopted(told: ExplainingAct) -> date:
    """By the day of the act; what has none comes last."""
    return told.amendment.act.adopted or told.entry.on or date.max


def _ground(told: ExplainingAct, key: str, say: AmendingWords) -> GroundAct:
    amendment = told.amendment
    act, target = amendment.act, amendment.target
    ended = say.words("table.ended") if KnownBy.TEMPORARY_ENDED in told.rules else ""
    nameless = not (act.adopted or act.number or act.adopted_as_written or told.title)
    name = ended if ended and nameless else say.act(act, told.title or "").name
    name = _DAY_OF_A_MONTH.sub("\\1\u00a0", name)
    start = _start(told.entry, say.words)
    start = start if nameless or not ended else f"{ended}; {start}"
    return GroundAct(
        name,
        start,
        told.entry.on,
        target.place if target.key == key else "",
        noted=not told.by_registry_alone,
    )


def _start(entry: EntryIntoForce, words: Interface) -> str:
    """From when an act is in force, in as few words as a column has room for."""
    if entry.on is None:
        return words("table.in_force_unknown")
    day = words.day(entry.on)
    if entry.ground is Ground.COMPUTED and entry.published:
        return words("table.in_force_computed", day=day, published=words.day(entry.published))
    if entry.ground is Ground.INFERRED:
        return words("table.in_force_inferred", day=day)
    return words("table.in_force_stated", day=day)


def _act_name(session: Session, edition: EditionSummary, *, titled: bool = True) -> str:
    """The act with its form, day, number and the title that this edition has.

    Without the title where a line is short, if the rest says which act it is.
    """
    act = reads.act(session, edition.ngr)
    named = titled or not (act.form and act.number)
    told = edition.title or act.titles.get(edition.language, "")
    title = (ActName(told, edition.language),) if told and named else ()
    known = CitableAct(act.ngr, act.form, act.number, act.adopted, names=title)
    name = formal(known, "", (), edition.language)
    return name[:1].upper() + name[1:]


def _source(edition: EditionSummary, act: str, words: Interface) -> Source:
    return Source(
        edition.ngr,
        act,
        edition_words(edition.label, words),
        edition.holding.kind,
        edition.registry,
        edition.url,
        edition.fetched_at,
        edition.snapshot_sha256,
        edition.sample,
    )


def _side_told(session: Session, side: Side, words: Interface, language: Language) -> Told:
    sources = tuple(
        _source(one.edition, _act_name(session, one.edition), words) for one in side.held
    )
    sources_named = own_themes().sources
    missing = tuple(
        cite([one.provisions], sources_named, words.language) or one.provisions.ngr
        for one in side.missing
    )
    phase = side.phase
    if phase is None:
        title = "; ".join(_set_words(session, one, words, language) for one in side.held)
        return Told(side.name, title, "", sources, missing)
    title = phase.titles[words.language]
    if phase.on:
        title = words("table.on_day", title=title, name=phase.key, day=words.day(phase.on))
    doubts = phase.doubts[words.language] if phase.doubts else None
    return Told(phase.key, title, "", sources, missing, doubts)


def _set_words(session: Session, one: HeldSet, words: Interface, language: Language) -> str:
    """Provisions as a citation names them, and in which edition: «Глава 13-1 …, редакция от …»."""
    places = ", ".join(place_alone(key, language) for key in one.provisions.keys)
    act = _act_name(session, one.edition)
    return "; ".join(
        part for part in (act, places, edition_words(one.edition.label, words)) if part
    )
