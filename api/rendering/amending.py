"""Who amended what, by which act and from when, in the words of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from markupsafe import Markup, escape

from api.feeds.addresses import Addresses
from api.questions.explained import ExplainingAct, published_on
from api.rendering.page import Links, Reader
from api.services import Services
from api.words.acts import act_words, entry_words
from api.words.interface import Interface
from corpus.amendments import AmendingAct, Amendment, Role, Target
from corpus.citations.acts import CitableAct
from corpus.citations.formal import formal, place_alone, place_in_words
from corpus.law import Language
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.records import ActSummary
from diffing.in_force.starts import Start


@dataclass(frozen=True)
class ActLink:
    """An amending act's name, its page here where a text of it is held, and in the registry."""

    name: str
    page: str | None
    registry: str | None


@dataclass(frozen=True)
class AmendingWords:
    """Says it in the words of a page; `acts` are those known here, by their registry numbers."""

    words: Interface
    links: Links
    addresses: Addresses
    acts: Mapping[str, ActSummary]

    @classmethod
    def of(cls, reader: Reader, services: Services, acts: Iterable[ActSummary]) -> Self:
        """The words for a reader; `acts` are all those known here."""
        settings = services.settings
        addresses = Addresses((settings.public_url or "").rstrip("/"), settings.adilet_url)
        return cls(reader.interface, reader.links, addresses, {one.ngr: one for one in acts})

    def act(self, act: AmendingAct, else_called: str = "") -> ActLink:
        """An act by form, day and number as far as they are known, else as it is called."""
        if act.form and act.adopted and act.number:
            known = CitableAct(act.ngr or "", act.form, act.number, act.adopted)
            name = formal(known, "", (), self.words.language)
        else:
            name = act_words(self.words, act.adopted, act.number)
        held = self._held(act)
        name = name.replace("№ ", "№\u00a0").replace("No. ", "No.\u00a0")
        return ActLink(
            name or act.adopted_as_written or else_called or self.words("amendments.act_unknown"),
            self.links("acts", held.ngr) if held else None,
            self.addresses.of_act(act, self.words.language),
        )

    def _held(self, act: AmendingAct) -> ActSummary | None:
        """The act that is named, if a text of it is held: by registry number, or number and day."""
        if act.ngr is not None:
            own = self.acts.get(act.ngr)
            return own if own is not None and own.editions and _fits(act, own) else None
        if not (act.number and act.adopted):
            return None
        known = [
            one
            for one in self.acts.values()
            if one.editions and one.adopted == act.adopted and one.number and _fits(act, one)
        ]
        return known[0] if len(known) == 1 else None

    def did(self, amendment: Amendment) -> str:
        """What it did to its place, and whether that is not in the wording yet."""
        verb = self.words(f"verb.{amendment.verb.name.lower()}")
        if amendment.until is not None:
            until = self.words("amendments.until", day=self.words.day(amendment.until))
            verb = f"{verb} ({until})"
        if amendment.role is Role.AMENDS:
            return verb
        return f"{verb} ({self.words(f'role.{amendment.role.name.lower()}')})"

    def start(self, told: ExplainingAct | AmendmentRecord | Start) -> str:
        """From when it is in force, and how that is known."""
        published = published_on(told.amendment.act, told.entry)
        return entry_words(self.words, told.entry, published)

    def inside(self, target: Target, noted_in: Language) -> Markup:
        """The place inside the article: «подпункт 3-1) пункта 5»; what has no number as noted."""
        place = escape(place_in_words(target.place, self.words.language))
        noted = Markup('<span lang="{}">{}</span>').format(noted_in, target.words)
        return Markup(", ").join(filter(None, (place, target.words and noted)))

    def place(self, record: AmendmentRecord) -> tuple[str, Language]:
        """The article or division as printed, else in words; and the language of that."""
        heading = record.heading.rstrip(" .")
        if any(letter.isalpha() for letter in heading):  # not a bare number
            return heading, record.language
        own = self.words.language
        if record.amendment.target.key is None:
            return self.words("feed.whole_act"), own
        place = place_alone(record.amendment.target.key, own)
        return place[:1].upper() + place[1:], own


def _fits(act: AmendingAct, held: ActSummary) -> bool:
    """Whether an act that is held is the one named: its number may be a guess by a rule."""
    known = AmendingAct(held.adopted, held.number)
    return act.is_same_act(known) or not (held.adopted or held.number)
