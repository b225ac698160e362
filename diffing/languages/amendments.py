"""Amendments that were made in one language only.

Such amendments are lawful («внесено изменение на казахском языке, текст на русском языке не
изменяется»), but nobody who reads one language sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.keys import key_order
from corpus.law import Article, Edition, EditionLabel, Language
from diffing.align import align
from diffing.classify import ChangeKind, classify
from diffing.holding import all_hold, held_by_all

_CHANGED = frozenset(
    {ChangeKind.AMENDED, ChangeKind.ADDED, ChangeKind.REPEALED, ChangeKind.RESTORED}
)
_ONE_LANGUAGE = re.compile(
    r"на\s+(?:русском|казахском)\s+языке\s+(?:не\s+)?(?:изменяется|изменения\s+не)"
    r"|(?:вносится|внесен\w*)\s+изменени\w+\s+на\s+(?:русском|казахском)\s+языке"
    r"|(?:орыс|қазақ)\s+т[іi]л[іi]ндег[іi]\s+мәт[іi]н\w*\s+(?:өзгерм\w+|өзгер[іi]сс[іi]з)"
    r"|(?:орыс|қазақ)\s+т[іi]л[іi]нде\s+өзгер[іi]с\w*\s+енг[іi]з[іi]л\w+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class OneSidedAmendment:
    """An article that changed in one language between two editions, and not in the other.

    `told` is the footnote that says so, where there is one.
    """

    key: str
    heading: str
    changed: Language
    kind: ChangeKind
    since: EditionLabel
    """The older edition."""
    by: EditionLabel
    """The newer edition, which has the change."""
    told: str = ""


@dataclass(frozen=True)
class Pair:
    """One edition in both languages."""

    russian: Edition
    kazakh: Edition

    def of(self, language: Language) -> Edition:
        """The edition in one of the two languages."""
        return self.russian if language is Language.RU else self.kazakh


def one_sided_amendments(older: Pair, newer: Pair) -> tuple[OneSidedAmendment, ...]:
    """The articles that changed in one language only from one edition to the next.

    Technical changes (quotes, look-alike letters, footnotes) are none; nor are changes of an
    article that some of the four copies does not surely hold.
    """
    steps = {
        language: (older.of(language), newer.of(language))
        for language in (Language.RU, Language.KK)
    }
    kinds = {language: _kinds(*step) for language, step in steps.items()}
    found = []
    for key in sorted({*kinds[Language.RU], *kinds[Language.KK]}, key=key_order):
        changed = [language for language in steps if kinds[language].get(key) in _CHANGED]
        if len(changed) != 1:
            continue
        language = changed[0]
        other = Language.KK if language is Language.RU else Language.RU
        teller = next(edition for edition in steps[language][::-1] if key in edition.by_key)
        if key not in kinds[other] and not all_hold(teller, key, steps[other]):
            continue
        notes = (edition.by_key.get(key) for edition in (newer.russian, newer.kazakh))
        found.append(
            OneSidedAmendment(
                key=key,
                heading=teller.by_key[key].printed_heading,
                changed=language,
                kind=kinds[language][key],
                since=steps[language][0].label,
                by=steps[language][1].label,
                told=_told(article for article in notes if article is not None),
            )
        )
    return tuple(found)


def _kinds(older: Edition, newer: Edition) -> Mapping[str, ChangeKind]:
    """What became of each article whose place both copies surely hold, by its key today."""
    sides = (older, newer)
    kinds = {}
    for pair in align(held_by_all(older, sides), held_by_all(newer, sides)):
        article = pair.new or pair.old
        if article is not None:
            same = pair.old == pair.new
            kind = ChangeKind.UNCHANGED if same else classify(pair.old, pair.new).kind
            kinds[article.key] = kind
    return kinds


def _told(articles: Iterable[Article]) -> str:
    """The footnote that says the change was made in one language, as far as one does."""
    notes = (note.text for article in articles for note in article.notes)
    return next((text for text in notes if _ONE_LANGUAGE.search(text)), "")
