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
from corpus.instructions.provisions import suspends
from corpus.instructions.quotations import without_latin_i
from corpus.keys import SEPARATOR
from corpus.law import Language
from corpus.notes.clauses import clause_in

_FORCE = {
    Language.RU: r"(?:ввод[ия]тся|введен\w+|вступа[ею]т)\s+в\s+(?:действие|силу)",
    Language.KK: r"(?:қолданысқа\s+енгізіл\w+|күшіне\s+ене\w+)",
}
_SPEAKS = {language: re.compile(words, re.IGNORECASE) for language, words in _FORCE.items()}
_LEAD = re.compile(r"^установить,?\s+что\s+", re.IGNORECASE)
_REFERS = re.compile(r"\bсм\.\s*(?:ст|п)|қараңыз", re.IGNORECASE)
_OWN = {
    Language.RU: re.compile(r"^(?:ввести\s+)?настоящ", re.IGNORECASE),
    Language.KK: re.compile(r"^осы\s", re.IGNORECASE),
}
_EXCEPT = {
    Language.RU: re.compile(r",?\s*(?:за\s+исключением|кроме)\b:?", re.IGNORECASE),
    Language.KK: re.compile(r"\bқоспағанда\b,?", re.IGNORECASE),
}
_RU_DEVIATION = re.compile(
    rf"(?P<units>.+?),?\s+(?:котор\w+\s+{_FORCE[Language.RU]}|ввод[ия]м\w+\s+в\s+действие"
    r"|вступающ\w+\s+в\s+силу)\s+(?P<term>.+?)"
    r"(?=[;.]|,?\s+(?:и\s+|а\s+также\s+)?(?:стат|пункт|подпункт|абзац|част)|$)",
    re.IGNORECASE,
)
_ANOTHER_TERM = re.compile(r"котор|ввод[ия]|вступа|действ(?!ие\b)", re.IGNORECASE)
_KK_STARTS = re.compile(r"қолданысқа\s+енгізілетін", re.IGNORECASE)
_KK_LIST = re.compile(r"^\s*осы\s.*?\bмыналарды\s*$", re.IGNORECASE)
_KK_OWN_WORDS = re.compile(
    r"^\s*осы\s+[^,\d]*?(?:заң|жарлық|қаулы|шешім|бұйрық)\w*\s*,?", re.IGNORECASE
)
_JOINTS = {
    Language.RU: re.compile(
        r"(?:[,;:.\s]|\bи\b|\bа\s+также\b|\bнастоящего\s+(?:конституционного\s+)?\w+)*",
        re.IGNORECASE,
    ),
    Language.KK: re.compile(
        r"(?:[,;:.\s]|\b(?:және|мен|бен|пен|сондай-ақ)\b|\bосы\s+\w+ның\b)*", re.IGNORECASE
    ),
}
"""What may stand between units: any other word may be a unit that was not read."""
_SENTENCE = re.compile(
    r"(?<=\.)\s+(?=настоящ|осы\s|стать|пункт|подпункт|абзац|действие\s|\d+-бап)", re.IGNORECASE
)


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
    """The entry into force that an act's provisions say. What is not understood is listed.

    Where it may speak of other units than were read, no start of the act is sure.
    """
    clause: InForceClause | None = None
    deviations: list[Deviation] = []
    unread: list[Unread] = []
    doubtful = ""
    for statement in statements:
        words = without_latin_i(" ".join(statement.own.words.split()), language)
        if _REFERS.search(words):
            continue  # the registry's remark that the order is in another article
        for sentence in _SENTENCE.split(words):
            main, rest = _parted(_LEAD.sub("", sentence), language)
            found = _deviations(rest, language, statement)
            if main:
                twice = clause is not None
                clause = replace(clause_in(main).in_force, quote=words)
                doubtful = words if twice or found is None else doubtful
            elif found is None:
                doubtful = words
                unread.append(Unread(statement.place, statement.words, Reason.UNKNOWN_FORM))
            deviations += found or []
        if suspends(words, language):
            unread.append(Unread(statement.place, statement.words, Reason.UNKNOWN_FORM))
    if doubtful:
        clause = InForceClause(ClauseKind.UNREAD, quote=doubtful)
    return Entry(clause or NO_CLAUSE, tuple(deviations), tuple(unread))


def _parted(words: str, language: Language) -> tuple[str, str]:
    """What a sentence says of the whole act ("" if nothing), and what of its units."""
    found = _EXCEPT[language].search(words)
    own = is_own(words, language)
    if language is Language.RU:
        if not own:
            return "", words
        return (words, "") if found is None else (words[: found.start()], words[found.end() :])
    # «Осы Заң, … қолданысқа енгізілетін 1-баптың 2) тармақшасын қоспағанда, … енгізіледі.»
    if found is not None and _SPEAKS[language].search(words, found.end()):
        before = words[: found.start()]
        rest = "" if _KK_LIST.match(before) else _KK_OWN_WORDS.sub("", before)
        return words[found.end() :], rest
    if own:
        return words, ""
    return "", words if found is None else words[: found.start()]


def _deviations(rest: str, language: Language, statement: Statement) -> list[Deviation] | None:
    """The units of the amending act with their own start; None where not all of it is read."""
    if not rest.strip(" :.;,"):
        return []
    told = _ru_terms(rest) if language is Language.RU else _kk_terms(rest)
    found: list[Deviation] = []
    for units, term, quote in told or [(rest, "", rest)]:
        paths = _only_units(units, language)
        if paths is None or not term:
            return _plain_deviation(rest, language, statement)
        found.append(Deviation(paths, _quoted(term, quote), statement))
    return found


def _ru_terms(rest: str) -> list[tuple[str, str, str]] | None:
    """«подпунктов 1) и 13) статьи 1, которые вводятся в действие …»: units, term, all of it."""
    found: list[tuple[str, str, str]] = []
    end = 0
    for one in _RU_DEVIATION.finditer(rest):
        if not _JOINTS[Language.RU].fullmatch(rest[end : one.start()]):
            return None
        if _ANOTHER_TERM.search(one["term"]):
            return None
        found.append((one["units"], f"вводится в действие {one['term']}", one.group()))
        end = one.end()
    return found if _JOINTS[Language.RU].fullmatch(rest[end:]) else None


def _kk_terms(rest: str) -> list[tuple[str, str, str]] | None:
    """«… қолданысқа енгізілетін 1-баптың 2) тармақшасын»: the term stands before its units."""
    found: list[tuple[str, str, str]] = []
    starts = [one.end() for one in _KK_STARTS.finditer(rest)]
    term_from = 0
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else len(rest)
        told = addresses_in(rest[start:end], Language.KK)
        if not told:
            return None
        units_end = start + told[-1].end if at + 1 < len(starts) else end
        found.append((rest[start:units_end], rest[term_from:start], rest[term_from:units_end]))
        term_from = units_end
    return found or None


def _only_units(words: str, language: Language) -> tuple[Path, ...] | None:
    """The units that words name; None where they say anything else."""
    told = addresses_in(words, language)
    end = 0
    for one in sorted(told, key=lambda address: address.start):
        if one.start > end and not _JOINTS[language].fullmatch(words[end : one.start]):
            return None
        end = max(end, one.end)
    return (
        tuple(one.units for one in told)
        if told and _JOINTS[language].fullmatch(words, end)
        else None
    )


def _plain_deviation(
    words: str, language: Language, statement: Statement
) -> list[Deviation] | None:
    """«подпункт 2) статьи 1 вводится в действие …», a sentence of one verb."""
    speaks = _SPEAKS[language].search(words)
    if speaks is None:
        return None
    term = words[speaks.start() :]
    units = words[: speaks.start()]
    if language is Language.KK:
        told = addresses_in(words, language)
        term, units = (words[told[-1].end :], words[: told[-1].end]) if told else (term, "")
    paths = _only_units(units, language)
    if paths is None or len(_SPEAKS[language].findall(words)) > 1:
        return None
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
