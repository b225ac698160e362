"""One article that a search found, its wordings, and what it is today."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal
from urllib.parse import quote

from pydantic import Field

from api.models.articles import TEXT_HASH
from api.models.provenance import Provenance
from api.models.shape import Answer
from api.questions.search.finding import Found
from api.questions.search.now import Became, Now
from api.questions.search.places import place_label
from corpus.law import Language
from corpus.search import Hit
from corpus.search.documents import Status
from corpus.search.queries import OnDay
from corpus.search.results import Event, EventKind, FoundWording

_UNRESERVED = re.compile(r"[A-Za-z0-9_.~-]*")


class WordingOut(Answer):
    """A wording, and the days on which it was in force."""

    edition: str = Field(
        description="Label of an edition with this wording.", examples=["2021-05-24"]
    )
    from_: date | None = Field(
        description="First day on which it surely was in force; null: not known.",
        examples=["2021-05-24"],
    )
    to: date | None = Field(
        description="First day after (half-open); null: no end is known, nor any day where "
        "`doubtful`.",
        examples=[None],
    )
    perhaps_before: bool = Field(
        description="Before `from` it may have been in force too; not known.", examples=[False]
    )
    perhaps_after: bool = Field(
        description="From `to` on it may have been in force still; not known.", examples=[False]
    )
    held_from: date | None = Field(
        description="First day for which an edition held with it answers by its label, as in the "
        "article's history; null: none.",
        examples=["2021-05-24"],
    )
    held_since: str | None = Field(
        description="The year, where `held_from` is but the last day of it: the edition's label is "
        "a year, and from which day of it its text dates is not known; else null.",
        examples=[None],
    )
    held_to: date | None = Field(
        description="First day for which none does any more; null: no end is known.",
        examples=[None],
    )
    status: Status = Field(
        description="What it is today. `unknown`: it may be in force, or another wording, or none.",
        examples=["in_force"],
    )
    doubtful: bool = Field(
        description="On what days it was in force is not known, only that it may have been.",
        examples=[False],
    )
    current: bool = Field(description="The newest wording that is held.", examples=[True])
    complete: bool = Field(
        description="False where the copy that is held may end inside the article.",
        examples=[True],
    )
    text_hash: str = Field(examples=[TEXT_HASH])

    @classmethod
    def of(cls, wording: FoundWording) -> WordingOut:
        """A wording as the API writes it."""
        return cls(
            edition=wording.label,
            from_=None if wording.doubtful else wording.valid_from,
            to=None if wording.doubtful else wording.valid_to,
            perhaps_before=wording.perhaps_before,
            perhaps_after=wording.perhaps_after,
            held_from=wording.held_from,
            held_since=wording.held_since,
            held_to=wording.held_to,
            status=wording.status,
            doubtful=wording.doubtful,
            current=wording.is_current,
            complete=wording.complete,
            text_hash=wording.text_hash,
        )


class EventOut(Answer):
    """What was looked for appeared in the article, or went, on a day."""

    kind: EventKind = Field(examples=["appeared"])
    day: date = Field(examples=["2021-05-24"])
    certain: bool = Field(
        description="False: what stood there on the other side of the day is not known, or the "
        "wording may have been in force on other days.",
        examples=[True],
    )

    @classmethod
    def of(cls, event: Event) -> EventOut:
        """An event as the API writes it."""
        return cls(kind=event.kind, day=event.day, certain=event.certain)


class NowOut(Answer):
    """What a wording is today."""

    became: Became = Field(
        description="`same`: in force, word for word. `amended`: the article has another wording. "
        "`moved`: it stands under `key`, found by the same words. `repealed`: the article or its "
        "act is gone since `since`. `to_come`: nothing of it is in force yet. `unknown`: `edition` "
        "is the newest that may be in force, where there is one.",
        examples=["same"],
    )
    certain: bool = Field(description="False: it is not known.", examples=[True])
    key: str | None = Field(examples=["art_36"])
    edition: str | None = Field(
        description="Label of an edition with today's wording.", examples=["2021-05-24"]
    )
    from_: date | None = Field(
        description="First day of today's wording; null: not known.", examples=["2021-05-24"]
    )
    since: date | None = Field(
        description="The day from which the article is gone.", examples=[None]
    )

    @classmethod
    def of(cls, now: Now) -> NowOut:
        """What a wording is today as the API writes it."""
        return cls(
            became=now.became,
            certain=now.certain,
            key=now.key,
            edition=now.wording.label if now.wording else None,
            from_=now.wording.valid_from if now.wording and now.certain else None,
            since=now.since,
        )


class HitOut(Answer):
    """An article in one language, with the wordings of it that fit."""

    ngr: str = Field(examples=["Z010000148_"])
    key: str = Field(examples=["art_36"])
    place: str = Field(
        description="Key of the block inside the article that the snippet shows; empty: the "
        "article's own beginning.",
        examples=["p_1"],
    )
    label: str = Field(
        description="Where that is, in the text's language.", examples=["ст. 36 › п. 1"]
    )
    lang: Language = Field(examples=["ru"])
    kind: str = Field(examples=["article"])
    form: str | None = Field(description="What kind of act it is.", examples=["law"])
    heading: str = Field(examples=["Статья 36. Избрание акима"])
    act_title: str = Field(examples=["О местном государственном управлении и самоуправлении"])
    page: str = Field(
        description="Address of the page with this very wording, at the place.",
        examples=["/acts/Z010000148_/articles/art_36?lang=ru&edition=2021-05-24#p_1"],
    )
    data: str = Field(
        description="Address of the same as data.",
        examples=["/v1/acts/Z010000148_/articles/art_36?lang=ru&edition=2021-05-24"],
    )
    wording: WordingOut = Field(description="The best fitting one.")
    wordings: tuple[WordingOut, ...] = Field(
        description="All that fit, each text once, in time order, those without days last."
    )
    events: tuple[EventOut, ...] = Field(
        description="With `changed`: when it began or ceased to fit.", examples=[[]]
    )
    on_day: Literal["in_force", "unknown"] | None = Field(
        description="On the day asked for: `in_force` it surely was, `unknown` it may have been; "
        "null: no day was asked for.",
        examples=["in_force"],
    )
    doubt: str | None = Field(
        description="Why that is not known, in English words.",
        examples=[None],
    )
    likely: str | None = Field(
        description="Where that is not known: label of the edition whose text likely was in force, "
        "if the act began on `inferred_from`; null: none is likely so.",
        examples=[None],
    )
    inferred_from: date | None = Field(
        description="The day from which the watch list infers that the act was in force. An "
        "inference, not a fact: no text names it.",
        examples=[None],
    )
    now: NowOut
    pinned: bool = Field(
        description="The query cites this provision: it goes first.", examples=[False]
    )
    snippet_html: str = Field(
        description="A piece of the wording, escaped; the words found stand in `mark`.",
        examples=["<mark>Выборы</mark> <mark>акима</mark> назначает комиссия."],
    )
    heading_html: str = Field(examples=["Статья 36. Избрание <mark>акима</mark>"])
    note_html: str = Field(
        description="With `note:`, the piece of the footnotes that fits, likewise.", examples=[""]
    )
    score: float = Field(examples=[7.4])
    provenance: Provenance | None = Field(
        description="Of `wording`; null when the store no longer holds what the index still shows."
    )

    @classmethod
    def of(cls, found: Found, turn: int) -> HitOut:
        """A hit as the API writes it, by its turn on the page."""
        hit, now, doubt = found.hits[turn], found.now[turn], found.doubts[turn]
        likely = doubt.likely if doubt else None
        source = found.source(hit)
        on_day = isinstance(found.query.when, OnDay)
        address = article_address(hit)
        best = WordingOut.of(hit.wording)
        return cls(
            ngr=hit.ngr,
            key=hit.key,
            place=hit.place,
            label=place_label(hit.key, hit.place, hit.lang),
            lang=hit.lang,
            kind=hit.kind,
            form=hit.form,
            heading=hit.heading,
            act_title=hit.act_title,
            page=f"{address}#{_quoted(hit.place)}" if hit.place else address,
            data=f"/v1{address}",
            wording=best,
            wordings=tuple(
                best if one is hit.wording else WordingOut.of(one) for one in hit.wordings
            ),
            events=tuple(map(EventOut.of, hit.events)),
            on_day=("unknown" if doubt else "in_force") if on_day else None,
            doubt=str(doubt) if doubt else None,
            likely=str(likely.edition) if likely else None,
            inferred_from=likely.inferred_from if likely else None,
            now=NowOut.of(now),
            pinned=hit.pinned,
            snippet_html=hit.snippet_html,
            heading_html=hit.heading_html,
            note_html=hit.note_html,
            score=hit.score,
            provenance=Provenance.of(source) if source else None,
        )


def article_address(hit: Hit) -> str:
    """The address of the article with the wording that was found."""
    article = f"/acts/{_quoted(hit.ngr)}/articles/{_quoted(hit.key)}"
    return f"{article}?lang={hit.lang}&edition={_quoted(hit.wording.label)}"


def _quoted(text: str) -> str:
    """A part of an address; nearly none has signs that must be quoted."""
    return text if _UNRESERVED.fullmatch(text) else quote(text, safe="")
