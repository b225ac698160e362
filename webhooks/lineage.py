"""Where a watched article stands in each edition: its keys, through renumberings, splits, mergers.

Every language has a line of its own: an article may be renumbered in the Russian text that is held
before the Kazakh edition of that day comes in. Up to the label at which the watch was made its key
is the key it was given; what happened earlier and is only found later moves nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.law import EditionLabel, Language
from corpus.store.reads import ChangeRecord
from corpus.watches import Move
from diffing.parting import destinations

Keys = frozenset[str]


@dataclass(frozen=True)
class Lineage:
    """The keys of a watched article: the given one at the anchor, and how it moved since."""

    key: str
    anchor: EditionLabel | None
    moves: tuple[Move, ...] = ()

    def keys_at(self, language: Language, label: EditionLabel) -> Keys:
        """The keys in the edition of a label, its last row."""
        return self._after(
            one for one in self._of(language) if not label.surely_before(one.newer_label)
        )

    def keys_now(self) -> tuple[str, ...]:
        """The keys today, in the languages in which it moved; the given one where in none."""
        moved = sorted({one.language for one in self.moves})
        keys: set[str] = set()
        for language in moved:
            keys |= self._after(self._of(language))
        return tuple(sorted(keys)) or (self.key,)

    def before(self, record: ChangeRecord) -> Keys:
        """The keys on the older side of a change, as long as its own moves are not added."""
        return self.keys_at(record.language, record.older_label)

    def after(self, record: ChangeRecord) -> Keys:
        """The keys on its newer side, once the moves of its pair are added."""
        return self.keys_at(record.language, record.newer_label)

    def and_then(self, moves: Iterable[Move]) -> Lineage:
        """The line with more moves."""
        return Lineage(self.key, self.anchor, (*self.moves, *moves))

    def moves_in(self, records: Iterable[ChangeRecord]) -> tuple[Move, ...]:
        """The moves of the article that the changes between one pair of editions tell of."""
        found: dict[str, list[Move]] = defaultdict(list)
        for record in records:
            old = record.change.old_key
            if record.withdrawn_at is not None or old is None or not self._carries(record):
                continue
            if old in self.before(record):
                found[old] += [
                    Move(
                        language=record.language,
                        older_label=record.older_label,
                        newer_label=record.newer_label,
                        from_key=old,
                        to_key=new,
                        change_id=record.id,
                        recorded_at=record.recorded_at,
                    )
                    for new in successors(record)
                ]
        return tuple(
            move
            for old, steps in found.items()
            if {step.to_key for step in steps} != {old}
            for move in steps
        )

    def _carries(self, record: ChangeRecord) -> bool:
        """Whether a change comes after the anchor: only such moves carry the watch along."""
        if self.anchor is None or self.anchor.surely_before(record.newer_label):
            return True
        return self.anchor == record.newer_label == record.older_label  # a revision of that row

    def _of(self, language: Language) -> list[Move]:
        """The moves of a language, in the order of the editions."""
        own = [one for one in self.moves if one.language is language]
        return sorted(
            own,
            key=lambda one: (str(one.newer_label), one.older_label == one.newer_label),
        )

    def _after(self, moves: Iterable[Move]) -> Keys:
        """The keys after moves that are in order; those between one pair happen at once."""
        keys: Keys = frozenset((self.key,))
        for steps in _by_pair(moves):
            keys = frozenset(new for old in keys for new in steps.get(old, (old,)))
        return keys


def _by_pair(moves: Iterable[Move]) -> list[Mapping[str, Sequence[str]]]:
    """What happens at once: between two labels; between two rows of a label, each time anew."""
    pairs: dict[tuple[str, str, str], dict[str, list[str]]] = {}
    for one in moves:
        older, newer = str(one.older_label), str(one.newer_label)
        occasion = one.recorded_at.isoformat() if older == newer else ""
        steps = pairs.setdefault((older, newer, occasion), defaultdict(list))
        steps[one.from_key].append(one.to_key)
    return list(pairs.values())


def successors(record: ChangeRecord) -> tuple[str, ...]:
    """The keys under which stands what stood under a change's old key; itself where it is gone."""
    change = record.change
    went_to = destinations(change.rule) if change.kind in ("split", "merged") else ()
    if change.new_key is not None:
        return (change.new_key, *(key for key in went_to if key != change.new_key))
    return went_to or ((change.old_key,) if change.old_key else ())
