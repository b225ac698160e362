"""Whether two texts differ in nothing but renamings that the law ordered throughout.

A renaming is followed in any grammatical form: the order says «аул» and «село», the text had
«аулах» and has «селах», and an adjective beside it may agree with the new word's gender. All other
words, figures and marks must be the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.law import Edition, EditionLabel, Language
from corpus.renaming_notes import renamings_in
from corpus.renamings import Renaming
from diffing.forms import agrees, same_case, stem
from diffing.normalise import cyrillic
from diffing.replacements import Replacement, replacements_of
from diffing.vocabulary import pieces, words

RENAMING = "renaming ordered throughout"
"""The rule's name; after it stand the words, and the ordering act."""

_NUMBER_SIGNS = frozenset(("n", "no", "№"))
_STEPS_A_WORD = 8
"""One or two are needed; an order such as «а» → «а а» could be followed in ever more ways."""
_BEGINNING = 3
"""Letters that all forms of a word have in common."""


def renamings_between(
    old: Edition,
    new: Edition,
    known: Sequence[Renaming] = (),
    unchanged: Collection[str] = frozenset(),
) -> tuple[Renaming, ...]:
    """The renamings that lie between two editions, with the words of `old` first.

    What the newer one's footnotes tell and the older one's do not, if its day does not contradict;
    and the known ones whose day parts the editions' labels. What is `unchanged` need not be read.
    """
    there, here = renamings_in(old, unchanged), renamings_in(new, unchanged)
    found = [*_only_in(here, there, old.label), *map(_backwards, _only_in(there, here, new.label))]
    for renaming in known:
        if old.ngr in renaming.acts and renaming.language is old.language and renaming.day:
            if _parts(renaming, old.label, new.label):
                found.append(renaming)
            elif _parts(renaming, new.label, old.label):
                found.append(_backwards(renaming))
    return tuple(found)


def may_be_renamed(gone: Sequence[str], come: Sequence[str], renamings: Sequence[Renaming]) -> bool:
    """Whether all words that went and came may belong to renamings; asked before more is read."""
    replacements = replacements_of(tuple(renamings))
    from_words = {word for replacement in replacements for word in replacement.old} | _NUMBER_SIGNS
    to_words = {word for replacement in replacements for word in replacement.new} | _NUMBER_SIGNS
    return bool(replacements) and all(
        _may_stand_on_both(texts, allowed, " ".join(others), renamings[0].language)
        for texts, allowed, others in ((gone, from_words, come), (come, to_words, gone))
    )


def _may_stand_on_both(
    texts: Iterable[str], renamed_words: set[str], others: str, language: Language
) -> bool:
    """Whether each word is renamed or may stand on the other side too, in whatever form."""
    others = cyrillic(others).lower()
    return all(
        stem(word, language) in renamed_words or cyrillic(word)[:_BEGINNING].lower() in others
        for text in texts
        for word in words(text)
        if word[:1].isalnum()
    )


def renamed(
    old: str, new: str, renamings: Iterable[Renaming], language: Language
) -> tuple[str, ...] | None:
    """The rules of the renamings that make two texts equal; () if they are; None if none do."""
    if old == new:
        return ()
    replacements = replacements_of(tuple(renamings))
    used = _Walk(pieces(old), pieces(new), replacements, language).used() if replacements else None
    if used is None:
        return None
    return tuple(dict.fromkeys(map(_rule, used)))


def _only_in(
    these: Iterable[Renaming], others: Iterable[Renaming], others_label: EditionLabel
) -> Iterator[Renaming]:
    """The orders that one side tells and the other does not, and whose day is after the other's."""
    told = {pair for renaming in others for pair in map(_normal, renaming.words)}
    for renaming in these:
        words = tuple(pair for pair in renaming.words if _normal(pair) not in told)
        day, label = renaming.day, others_label.first_day
        if words and (day is None or label is None or day > label):
            yield replace(renaming, words=words)


def _normal(pair: tuple[str, str]) -> tuple[str, ...]:
    return tuple(" ".join(words.lower().split()) for words in pair)


def _parts(renaming: Renaming, older: EditionLabel, newer: EditionLabel) -> bool:
    return bool(
        renaming.day
        and older.last_day
        and newer.first_day
        and older.last_day < renaming.day <= newer.first_day
    )


def _backwards(renaming: Renaming) -> Renaming:
    return replace(renaming, words=tuple((new, old) for old, new in renaming.words))


class _Walk:
    """The way through two texts, word by word: the same, or renamed."""

    def __init__(
        self,
        old: Sequence[str],
        new: Sequence[str],
        replacements: Sequence[Replacement],
        language: Language,
    ) -> None:
        self._old, self._new, self._language = old, new, language
        self._stems = [[stem(piece.lstrip(), language) for piece in side] for side in (old, new)]
        self._by_first: dict[str, list[Replacement]] = {}
        for replacement in replacements:
            self._by_first.setdefault(replacement.old[0], []).append(replacement)

    def used(self) -> list[Replacement] | None:
        """The renamings met on the way, in order; None: there is no way, or too many to try."""
        start, end = (0, 0), (len(self._old), len(self._new))
        came_from: dict[tuple[int, int], tuple[tuple[int, int], Replacement | None]] = {}
        seen, waiting = {start}, [start]
        most = _STEPS_A_WORD * sum(end)
        while waiting and len(seen) < most:
            place = waiting.pop()
            for following, replacement in self._steps(*place):
                if following not in seen:
                    seen.add(following)
                    came_from[following] = (place, replacement)
                    waiting.append(following)
        if end not in seen:
            return None
        used: list[Replacement] = []
        while end != start:
            end, replacement = came_from[end]
            used += [replacement] if replacement else []
        return used[::-1]

    def _steps(self, i: int, j: int) -> Iterator[tuple[tuple[int, int], Replacement | None]]:
        if i < len(self._old) and j < len(self._new) and self._old[i] == self._new[j]:
            yield (i + 1, j + 1), None
        yield from self._renamed(i, j)
        if self._agree(i, j):  # «данный аул», «данное село»
            yield from self._renamed(i + 1, j + 1)

    def _renamed(self, i: int, j: int) -> Iterator[tuple[tuple[int, int], Replacement]]:
        if i >= len(self._old):
            return
        for replacement in self._by_first.get(self._stems[0][i], ()):
            a, b = i + len(replacement.old), j + len(replacement.new)
            if (
                tuple(self._stems[0][i:a]) == replacement.old
                and tuple(self._stems[1][j:b]) == replacement.new
                and self._forms_fit(self._old[i:a], self._new[j:b], replacement)
            ):
                yield (a, b), replacement
                if self._agree(a, b):  # «аул, указанный», «село, указанное»: right after it
                    yield (a + 1, b + 1), replacement

    def _agree(self, i: int, j: int) -> bool:
        return (
            i < len(self._old)
            and j < len(self._new)
            and self._stems[0][i] == self._stems[1][j]
            and self._old[i] != self._new[j]
            and agrees(self._old[i], self._new[j], self._language)
        )

    def _forms_fit(self, old: Sequence[str], new: Sequence[str], replacement: Replacement) -> bool:
        """Whether the forms are those of the order, or others that belong together."""
        one, other = ([piece.lstrip() for piece in side] for side in (old, new))
        named = [[piece.lstrip() for piece in pieces(words)[:-1]] for words in replacement.words]
        if [_lower(one), _lower(other)] == list(map(_lower, named)):
            return True
        forms = (
            dict(zip(replacement.old, one, strict=True)),
            dict(zip(replacement.new, other, strict=True)),
        )
        both = forms[0].keys() & forms[1].keys()
        if any(
            forms[0][word].lower() != forms[1][word].lower()
            and not agrees(forms[0][word], forms[1][word], self._language)
            for word in both
        ):
            return False
        gone = [form for word, form in forms[0].items() if word not in both]
        come = [form for word, form in forms[1].items() if word not in both]
        return not gone or not come or same_case(gone[-1], come[-1], self._language)


def _lower(words: Sequence[str]) -> list[str]:
    return [word.lower() for word in words]


def _rule(replacement: Replacement) -> str:
    old, new = replacement.words
    renaming = replacement.renaming
    act = " of ".join(part for part in (renaming.by, renaming.day and str(renaming.day)) if part)
    return f"{RENAMING}: {old} → {new}{f' ({act})' if act else ''}"
