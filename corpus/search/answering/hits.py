"""What is shown of a result: its wordings, and where in the best of them the words stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from corpus.search.answering.events import events
from corpus.search.answering.found import Found
from corpus.search.answering.highlight import Highlighter
from corpus.search.documents import SearchDocument
from corpus.search.queries import ChangedBetween, OnDay, Pin, Query
from corpus.search.results import FoundWording, Hit
from corpus.search.scoring import rounded
from corpus.search.snapshots import Snapshot

Place = TypeVar("Place")


@dataclass(frozen=True)
class Presentation:
    """Makes hits of results."""

    query: Query
    highlighter: Highlighter

    def hits(self, snapshot: Snapshot[Place], results: Sequence[Found[Place]]) -> tuple[Hit, ...]:
        """The hits of a page; their documents are fetched at once."""
        places = [place for found in results for _, place in found.wordings]
        documents = iter(snapshot.documents(places))
        return tuple(
            self._hit(found.score, [(score, next(documents)) for score, _ in found.wordings])
            for found in results
        )

    def _hit(self, score: float, wordings: Sequence[tuple[float, SearchDocument]]) -> Hit:
        best = max(wordings, key=self._worth)[1]
        held = [one for _, one in wordings if not one.held_on_no_day] or [best]
        in_time = sorted(held, key=lambda one: (*one.window, one.id))
        when, today, highlight = self.query.when, self.query.today, self.query.highlight
        pin = self._pin(best)
        place, snippet = self._piece(best, pin) if highlight else ("", "")
        wording = FoundWording.of(best, today)
        return Hit(
            ngr=best.ngr,
            key=best.key,
            lang=best.lang,
            heading=best.heading,
            act_title=best.act_title,
            kind=best.kind,
            form=best.form,
            wording=wording,
            wordings=tuple(
                wording if document is best else FoundWording.of(document, today)
                for document in in_time
            ),
            score=score,
            pinned=pin is not None,
            place=place,
            snippet_html=snippet,
            heading_html=self.highlighter.whole(best.heading, best.lang) if highlight else "",
            note_html=self.highlighter.note(best.notes, best.lang) if highlight else "",
            events=events(in_time, when) if isinstance(when, ChangedBetween) else (),
        )

    def _worth(self, wording: tuple[float, SearchDocument]) -> tuple[object, ...]:
        """What makes one wording stand for its article: on a day, that it is the likeliest.

        What a repeal has left of it stands for it only where nothing else fits.
        """
        score, document = wording
        begins = document.valid_from or date.min
        if isinstance(self.query.when, OnDay):
            doubt = document.doubt_on(self.query.when.day)
            return -doubt, not document.replaced, document.is_current, begins, document.id
        held = not document.held_on_no_day
        return held, rounded(score), document.holds_on(self.query.today), begins, document.id

    def _pin(self, document: SearchDocument) -> Pin | None:
        own = (document.ngr, document.key)
        return next((pin for pin in self.query.pins if (pin.ngr, pin.key) == own), None)

    def _piece(self, document: SearchDocument, pin: Pin | None) -> tuple[str, str]:
        """The key of the block that the piece is in, and the piece."""
        if pin:  # the words of a citation lead to what it names, not to where they stand too
            part = document.part(pin.place) if pin.place else None
            start, end = part or (0, len(document.text))
            piece = self.highlighter.part(document.text, document.lang, start, end)
            return pin.place if part else "", piece.html
        piece = self.highlighter.piece(document.text, document.lang)
        if piece.at is None:  # the heading fits, or the footnotes
            return "", piece.html
        at = bisect_right(document.places, piece.at, key=lambda place: place[0])
        return (document.places[at - 1][1] if at else ""), piece.html
