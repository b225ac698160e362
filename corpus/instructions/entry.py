"""The amending act's own entry into force, for each of its instructions: staged starts.

«вводится в действие с 1 января 2023 года, за исключением: 1) подпунктов 1) и 13) статьи 1, которые
вводятся в действие по истечении десяти календарных дней …; 2) абзацев второго - шестого подпункта
4) статьи 1, которые …». What a term says is read as in the registry's notes (`corpus.notes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.addresses import UnitKind, addresses_in
from corpus.amendments import NO_CLAUSE, ClauseKind, InForceClause
from corpus.instructions.operations import Operation, Path, Place, Reason, Unread
from corpus.instructions.paragraphs import Statement
from corpus.instructions.quotations import without_latin_i
from corpus.keys import SEPARATOR
from corpus.law import Language
from corpus.notes.clauses import clause_in

_FORCE = {
    Language.RU: r"(?:ввод[ия]тся|введен\w+|вступа[ею]т)\s+в\s+(?:действие|силу)",
    Language.KK: r"(?:қолданысқа\s+енгізіл\w+|күшіне\s+ене\w+)",
}
_SPEAKS = {language: re.compile(words, re.IGNORECASE) for language, words in _FORCE.items()}
_OWN = {
    Language.RU: re.compile(r"^(?:ввести\s+)?настоящ", re.IGNORECASE),
    Language.KK: re.compile(r"^осы\s", re.IGNORECASE),
}
_EXCEPT = {
    Language.RU: re.compile(r",?\s*за\s+исключением\b:?", re.IGNORECASE),
    Language.KK: re.compile(r"\bқоспағанда\b,?", re.IGNORECASE),
}
_RU_DEVIATION = re.compile(
    rf"(?P<units>.+?),?\s+котор\w+\s+{_FORCE[Language.RU]}\s+(?P<term>.+?)"
    r"(?=[;.]|,?\s+(?:и\s+|а\s+также\s+)?(?:стат|пункт|подпункт|абзац|част)|$)",
    re.IGNORECASE,
)
_KK_DEVIATION = re.compile(
    r"(?P<term>.+?қолданысқа\s+енгізілетін)\s+(?P<units>.+?)(?=,|;|\sжәне\s\D|$)", re.IGNORECASE
)
_KK_LIST = re.compile(r"^\s*осы\s.*?\bмыналарды\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Deviation:
    """Units of the amending act that start on their own day."""

    paths: tuple[Path, ...]
    clause: InForceClause
    statement: Statement


@dataclass(frozen=True)
class Entry:
    """When an amending act enters into force: as a whole, and the units that differ."""

    clause: InForceClause = NO_CLAUSE
    deviations: tuple[Deviation, ...] = ()
    unread: tuple[Unread, ...] = ()


def is_entry(words: str, language: Language) -> bool:
    """Whether a paragraph says when the act, or a unit of it, enters into force."""
    if _SPEAKS[language].search(words) is None:
        return False
    return is_own(words, language) or bool(addresses_in(words[:80], language))


def is_own(words: str, language: Language) -> bool:
    """Whether a paragraph speaks of the act it stands in: «Настоящий Закон …»."""
    return bool(_OWN[language].match(words))


def read_entry(statements: Sequence[Statement], language: Language) -> Entry:
    """The entry into force that an act's provisions say. What is not understood is listed."""
    clause, deviations, unread = NO_CLAUSE, [], []
    for statement in statements:
        words = without_latin_i(" ".join(statement.own.words.split()), language)
        if not is_own(words, language):
            found = _unit_statement(words, language, statement)
        else:
            main, rest = _parted(words, language)
            stated = clause_in(main).in_force
            if clause is not NO_CLAUSE:
                stated = InForceClause(ClauseKind.UNREAD, quote=main)
            clause = replace(stated, quote=words)
            found = list(_deviations(rest, language, statement))
            if rest.strip(" :.;,") and not found:
                clause = InForceClause(ClauseKind.UNREAD, quote=words)
        deviations += found
        if not found and not is_own(words, language):
            unread.append(Unread(statement.place, statement.words, Reason.UNKNOWN_FORM))
    return Entry(clause, tuple(deviations), tuple(unread))


def _parted(words: str, language: Language) -> tuple[str, str]:
    """What holds for the act, and the deviations in the same paragraph."""
    found = _EXCEPT[language].search(words)
    if found is None:
        return words, ""
    before, behind = words[: found.start()], words[found.end() :]
    if language is Language.RU:
        return before, behind
    # «Осы Заң, … қолданысқа енгізілетін 1-баптың 2) тармақшасын қоспағанда, … енгізіледі.»
    return behind, "" if _KK_LIST.match(before) else re.sub(
        r"^осы\s+[^,]*?заң\w*,?", "", before, flags=re.IGNORECASE
    )


def _deviations(rest: str, language: Language, statement: Statement) -> Iterator[Deviation]:
    pattern = _RU_DEVIATION if language is Language.RU else _KK_DEVIATION
    for found in pattern.finditer(rest):
        paths = tuple(one.units for one in addresses_in(found["units"], language))
        if paths:
            term = found["term"]
            words = term if language is Language.KK else f"вводится в действие {term}"
            yield Deviation(paths, _quoted(words, found.group()), statement)


def _unit_statement(words: str, language: Language, statement: Statement) -> list[Deviation]:
    """«подпунктов 1) и 13) статьи 1, которые вводятся в действие …», as an item or a sentence."""
    if language is Language.RU and (found := _RU_DEVIATION.search(words)) is not None:
        return list(_deviations(found.group(), language, statement))
    speaks = _SPEAKS[language].search(words)
    told = addresses_in(words, language)
    if speaks is None or not told:
        return []
    paths = tuple(one.units for one in told)
    term = words[speaks.start() :] if language is Language.RU else words[told[-1].end :]
    return [Deviation(paths, _quoted(term, words), statement)]


def _quoted(term: str, quote: str) -> InForceClause:
    return replace(clause_in(term).in_force, quote=quote.strip(" ;.,"))


def with_clauses(operations: Iterable[Operation], entry: Entry) -> tuple[Operation, ...]:
    """The operations, each with the clause that holds for its place."""
    return tuple(replace(one, clause=_clause_of(one.place, entry)) for one in operations)


def _clause_of(place: Place, entry: Entry) -> InForceClause:
    """The narrowest deviation's clause; of one that covers half of an instruction, unread."""
    best, depth = entry.clause, -1
    for deviation in entry.deviations:
        for container, indents in _by_container(deviation.paths):
            covered = _covered(place, container, indents)
            if covered is None or len(container) + bool(indents) < depth:
                continue
            depth = len(container) + bool(indents)
            partly = InForceClause(ClauseKind.UNREAD, quote=deviation.clause.quote)
            best = deviation.clause if covered else partly
    return best


def _by_container(paths: Iterable[Path]) -> Iterator[tuple[tuple[str, ...], frozenset[int]]]:
    """The units around the named indents, with the indents' places; none: the whole unit."""
    grouped: dict[tuple[str, ...], set[int]] = {}
    for path in paths:
        keys = tuple(unit.key for unit in path if unit.kind is not UnitKind.INDENT)
        indents = grouped.setdefault(keys, set())
        indents |= {
            int(unit.number)
            for unit in path
            if unit.kind is UnitKind.INDENT and unit.number.isdigit()
        }
    for keys, indents in grouped.items():
        yield keys, frozenset(indents)


def _covered(place: Place, container: tuple[str, ...], indents: frozenset[int]) -> bool | None:
    """Whether a unit, or some of its indents, holds a place wholly; None: not at all."""
    parts = tuple(f"{place.article}{SEPARATOR}{place.unit}".strip("_").split(SEPARATOR))
    if not container or parts[: len(container)] != container:
        return None
    if not indents:
        return True
    if parts != container:
        return None
    own = set(range(place.first_indent, place.last_indent + 1))
    if own <= indents:
        return True
    return False if own & indents else None
