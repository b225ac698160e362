"""That no wording can be named as in force on a day, and what is known instead."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from corpus.law import EditionLabel, Language
from corpus.store.day_errors import DateError, is_of_year
from corpus.store.errors import StoreError
from diffing.in_force.presuming import inferred_from
from diffing.in_force.starts import Start
from diffing.in_force.wording import Doubt, Why

_ASK = "ask with presume (API `presume=true`, command line `--presume`) to be answered so. "
_NAMED = 3  # how many amendments a message names


class NotYetInForce(DateError):
    """The oldest wording held was not in force yet: the one before it is not held."""

    def __init__(
        self,
        ngr: str,
        language: Language,
        key: str,
        day: date,
        label: EditionLabel,
        starts: Sequence[Start],
        *,
        original: bool = False,
        added: bool = False,
    ) -> None:
        """Before it there was none: `original` as the act as adopted, `added` as what added it."""
        self.ngr, self.language, self.key, self.day = ngr, language, key, day
        self.label, self.original, self.added = label, original, added
        if original:
            StoreError.__init__(
                self,
                f"No wording of {key} of {ngr} was in force on {day}: the act as adopted, edition "
                f"{label}, was not in force yet ({in_words(starts)}). Ask for a later day, or for "
                "an edition by its label.",
            )
            return
        if added:
            StoreError.__init__(
                self,
                f"No wording of {key} of {ngr} was in force on {day}: what added it was not in "
                f"force yet ({in_words(starts)}). Ask for a later day, or for an edition by its "
                "label.",
            )
            return
        StoreError.__init__(
            self,
            f"Which wording of {key} of {ngr} was in force on {day} is not known: the oldest one "
            f"held, of edition {label}, was not in force yet ({in_words(starts)}). Ask for a later "
            "day, or for an edition by its label.",
        )


class InForceUnknown(DateError):
    """Which wording was in force cannot be decided; `labels` are the editions in question.

    `doubtful` is the edition whose wording may have been in force or not; `likely` the one it was
    if the acts of `presumed` had begun within a year of their adoption, or on `inferred_from` by
    the watch list: a presumption, no answer.
    `candidates` are those and the ones that have no such article: with them, and before what added
    it, none may have been in force (`none_there`), and `likely_none` says that this is likely.
    `original`: the oldest wording held is the act as adopted, before which there is none.
    `in_part`: the doubtful edition is held, but lacks the article or breaks off inside it.
    """

    def __init__(
        self,
        ngr: str,
        language: Language,
        key: str,
        day: date,
        doubt: Doubt,
        labels: Sequence[EditionLabel],
        doubtful: EditionLabel,
        likely: EditionLabel | None = None,
        presumed: Sequence[Start] = (),
        absent: Collection[EditionLabel] = (),
        *,
        original: bool = False,
        in_part: bool = False,
    ) -> None:
        """`absent` are those of the labels whose editions have no such article."""
        self.ngr, self.language, self.key, self.day = ngr, language, key, day
        self.candidates, self.doubt, self.why = tuple(labels), doubt, doubt.why
        self.labels = tuple(label for label in labels if label not in absent)
        self.none_yet = doubt.older and original
        self.none_there = bool(absent) or (doubt.not_yet and not original)
        self.likely_none = likely is not None and likely in absent
        older = doubt.older and not original
        self.likely, self.doubtful, self.presumed = likely, doubtful, tuple(presumed)
        self.inferred_from = inferred_from(presumed)
        self.in_part = in_part
        also = [str(label) for label in self.labels]
        if older:
            also.insert(0, "an older one that is not held")
        if self.none_yet:
            also.append("none, as the act may not have been in force yet")
        if self.none_there:
            also.append("none, as there may have been no such article")
        if doubt.other:
            also.append("one that no edition held has")
        of = "the wording of " if self.labels or older else ""
        of += "edition " if self.labels and not older else ""
        if doubt.why is Why.REPEALED:
            StoreError.__init__(
                self,
                f"No wording of {key} of {ngr} ({language}) is given as in force on {day}: "
                f"{_reason(doubt, doubtful, in_part=in_part)}. Ask for an earlier day, or for "
                "an edition by its label.",
            )
            return
        StoreError.__init__(
            self,
            f"Which wording of {key} of {ngr} ({language}) was in force on {day} is not known: "
            f"{_reason(doubt, doubtful, in_part=in_part)}{self._of_one_year}. "
            f"In question: {of}{', or '.join(also)}. "
            f"{_presumption(likely, presumed, none=self.likely_none)}"
            "Ask for an edition by its label.",
        )

    @property
    def by_year(self) -> tuple[EditionLabel, ...]:
        """Of the editions in question those known by the year only of the one that is not held."""
        if self.why is not Why.NOT_HELD or self.in_part:
            return ()
        return tuple(one for one in self.labels if is_of_year(one, self.doubtful))

    @property
    def _of_one_year(self) -> str:
        return "".join(
            f"; of edition {one}, which is held, only the year is known: it may be older, newer or "
            "that very one"
            for one in self.by_year
        )


def _presumption(likely: EditionLabel | None, presumed: Sequence[Start], *, none: bool) -> str:
    if likely is None:
        return ""
    within = [one for one in presumed if one.inferred is None]
    supposed = [f"{named(within)} had begun within a year"] if within else []
    supposed += [
        f"{named([one])} began on {one.inferred.on}, as the watch list infers "
        f"({one.inferred.basis})"
        for one in presumed
        if one.inferred is not None
    ]
    answer = "there was none" if none else f"it was that of edition {likely}"
    return f"If {' and '.join(supposed)}, {answer}: {_ASK}"


def named(starts: Sequence[Start]) -> str:
    """The acts of some starts, the first few, for a sentence."""
    acts = list(dict.fromkeys(map(_name, starts)))
    more = f" and {len(acts) - _NAMED} more" if len(acts) > _NAMED else ""
    return f"{', '.join(acts[:_NAMED])}{more}"


_REASONS = {
    Why.UNKNOWN_START: "the wording of edition {label} is due to {told}",
    Why.UNEXPLAINED: "no note says which act made the wording of edition {label}",
    Why.SEVERAL_STARTS: "of what made the wording of edition {label} not all was in force: {told}",
    Why.OUT_OF_ORDER: "a later amendment was in force before an earlier one: {told}",
    Why.NOT_HELD: "edition {label} is known to exist and is not held",
    Why.ENDED: "the wording of edition {label} was temporary: {told}",
    Why.NOT_STARTED: "a part of the wording of edition {label} may not have begun: {told}",
    Why.SUSPENDED: "the wording of edition {label} was suspended: {told}",
    Why.ANNOUNCED: "what edition {label} announces may have begun: {told}",
    Why.UNDATED: "an undated copy has what edition {label} does not have: {told}",
    Why.REPEALED: "a note says that {what}: {told}",
    Why.OLDER_WORDING: "the oldest wording held was not in force yet: {told}",
}


_IN_PART = "edition {label} is held only in part: it lacks the article or breaks off inside it"


def _reason(doubt: Doubt, doubtful: EditionLabel, *, in_part: bool) -> str:
    of_act = all(start.amendment.target.key is None for start in doubt.starts)
    printed = f"it was repealed, though edition {doubtful} prints it"
    what = "the act was repealed" if of_act else printed
    reason = _IN_PART if in_part else _REASONS[doubt.why]
    return reason.format(label=doubtful, told=in_words(doubt.starts), what=what)


def in_words(starts: Sequence[Start]) -> str:
    """The amendments with their starts, for a sentence."""
    said = list(dict.fromkeys(map(_in_words, starts)))
    more = f" and {len(said) - _NAMED} more" if len(said) > _NAMED else ""
    return "; ".join(said[:_NAMED]) + more


def _in_words(start: Start) -> str:
    until, name = start.amendment.until, _name(start)
    if until is not None:
        return f"a wording until {until}"
    if start.entry.on is None:
        later = start.earliest is not None and start.earliest != start.amendment.act.adopted
        bound = f" (not before {start.earliest})" if later else ""
        return f"{name}, whose start is not known{bound}"
    return f"{name}, in force from {start.entry.on} ({start.entry.ground})"


def _name(start: Start) -> str:
    return start.amendment.act.named or "an act that is not named"
