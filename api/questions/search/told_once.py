"""Each text of a hit once, with what is surely known of its days and what is not.

The index holds a wording once for each stretch of days on which what is known of it is the same:
surely in force to a day, and perhaps after it, are two. For a reader they are one text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from api.questions.search.asides import Asides
from corpus.search import Hit
from corpus.search.documents import Status
from corpus.search.results import FoundWording
from corpus.store.article_editions import Article

_Text = tuple[str, str]
"""The label of an edition and the hash of its text."""


def told_once(
    asides: Asides, hits: Sequence[Hit], today: date, mark: str | None
) -> tuple[Hit, ...]:
    """The hits with each text once; where it surely was in force its other days are told beside.

    What the index holds of the same text beside what fits decides what it is today: a text that
    surely was in force to some day, and perhaps is so still, is not known to be replaced.
    """
    keys = {(hit.ngr, hit.key) for hit in hits if any(map(_is_open, hit.wordings))}
    held = asides.wordings(keys, today, mark) if keys else {}
    return tuple(_told_once(hit, held, today) for hit in hits)


def _told_once(hit: Hit, held: Mapping[Article, Sequence[FoundWording]], today: date) -> Hit:
    of_article = held.get((hit.ngr, hit.lang, hit.key), ())
    told: dict[str, FoundWording] = {}
    for text, own in groupby(sorted(hit.wordings, key=_text), _text):
        fitting = list(own)
        same = [one for one in of_article if _text(one) == text] or fitting
        told |= _merged(fitting, same, today)
    shown = dict.fromkeys(told[one.id].id for one in hit.wordings)
    by_id = {one.id: one for one in told.values()}
    return replace(
        hit,
        wording=told.get(hit.wording.id, hit.wording),
        wordings=tuple(by_id[id_] for id_ in shown),
    )


def _merged(
    fitting: Sequence[FoundWording], same: Sequence[FoundWording], today: date
) -> Mapping[str, FoundWording]:
    """What tells of each of the documents of one text that fit, by their ids.

    What is sure stands by itself; what is doubtful is told with the last of it, else by one.
    """
    sure = [_with_the_rest(one, same, today) for one in fitting if not one.doubtful]
    unknown = [one for one in fitting if one.status is Status.UNKNOWN]
    last = (sure or unknown or fitting)[-1]
    return {one.id: last for one in fitting} | {one.id: one for one in sure}


def _with_the_rest(
    wording: FoundWording, same: Sequence[FoundWording], today: date
) -> FoundWording:
    """A sure wording with what is not known of the days on either side of its own."""
    begins, ends = wording.valid_from, wording.valid_to
    perhaps = [one for one in same if one.doubtful and one.valid_from is not None]
    before = any(begins and one.valid_from and one.valid_from < begins for one in perhaps)
    after = [one for one in perhaps if ends and one.valid_from and ends <= one.valid_from]
    status = wording.status
    if after and ends and ends <= today:
        begun = [one for one in after if one.status is not Status.FUTURE]
        status = begun[-1].status if begun else status
    return replace(wording, perhaps_before=before, perhaps_after=bool(after), status=status)


def _is_open(wording: FoundWording) -> bool:
    """Whether it surely was in force on days beside which it perhaps was so too."""
    ended = wording.valid_to is not None and not wording.after_is_known
    sure = wording.valid_from is not None and not wording.doubtful
    return sure and (ended or not wording.before_is_known)


def _text(wording: FoundWording) -> _Text:
    return wording.label, wording.text_hash
