"""Where the Russian and the Kazakh text of an act disagree."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from api.models.provenance import Provenance
from api.models.shape import Answer, Listed
from api.questions.languages import KnownInOne, LanguagesCompared, Presence
from corpus.law import Language
from corpus.store.records import EditionSummary
from diffing.classify import ChangeKind
from diffing.languages.amendments import OneSidedAmendment
from diffing.languages.disagreements import Disagreement, DisagreementKind, Side


class LanguageSide(Answer):
    """The edition of one language, or why there is none to compare."""

    lang: Language = Field(examples=["ru"])
    edition: str | None = Field(description="Its label.", examples=["2023-01-01"])
    missing: str | None = Field(
        description="Why the language has no text here; null where it has one.", examples=[None]
    )
    provenance: Provenance | None

    @classmethod
    def of(cls, language: Language, side: EditionSummary | str) -> LanguageSide:
        """The side of an edition, or of a language that has none and why."""
        if isinstance(side, str):
            return cls(lang=language, edition=None, missing=side, provenance=None)
        return cls(
            lang=language,
            edition=str(side.label),
            missing=None,
            provenance=Provenance.of(side),
        )


class SaidOut(Answer):
    """What one language says at a place."""

    block: str = Field(description="The block's key inside the article.", examples=["p_5"])
    words: str = Field(description="The words in question, as printed.", examples=["тридцать дней"])
    kind: str | None = Field(
        description="Of a number: `quantity`, `date`, `reference`, `document number`; of a "
        "footnote: `act`.",
        examples=["quantity"],
    )
    unit: str | None = Field(
        description="What a quantity counts, or the unit that a reference names.", examples=["day"]
    )
    value: str | None = Field(
        description="What was read: `30`, `2/3`, `18:30`, `2021-05-24`, `113-3`; of an act in a "
        "footnote its date and number.",
        examples=["30"],
    )

    @classmethod
    def of(cls, side: Side | None) -> SaidOut | None:
        """What a language says; None if nothing."""
        if side is None:
            return None
        return cls(
            block=side.block,
            words=side.words,
            kind=side.kind or None,
            unit=side.unit or None,
            value=side.value or None,
        )


class DisagreementOut(Answer):
    """One place where the languages disagree; null is where a language says nothing."""

    kind: DisagreementKind = Field(examples=["number"])
    key: str = Field(
        description="The article's key; of a footnote or a heading also a division's; empty for "
        "the act as a whole.",
        examples=["art_113-3"],
    )
    heading: str = Field(description="As printed.", examples=["Статья 113-3. Выдвижение"])
    ru: SaidOut | None = Field(description="What Russian says.")
    kk: SaidOut | None = Field(description="What Kazakh says.", examples=[None])

    @classmethod
    def of(cls, found: Disagreement) -> DisagreementOut:
        """A disagreement as the API writes it."""
        return cls(
            kind=found.kind,
            key=found.key,
            heading=found.heading,
            ru=SaidOut.of(found.russian),
            kk=SaidOut.of(found.kazakh),
        )


class OneSidedAmendmentOut(Answer):
    """An article that changed in one language between two editions, and not in the other."""

    key: str = Field(examples=["art_44"])
    heading: str = Field(examples=["44-бап. Қорытынды"])
    changed_in: Language = Field(examples=["kk"])
    kind: ChangeKind = Field(examples=["amended"])
    from_: str = Field(description="Label of the older edition.", examples=["2022-11-05"])
    to: str = Field(description="Label of the newer edition.", examples=["2023-01-01"])
    told: str | None = Field(
        description="The footnote that says so, where there is one.", examples=[None]
    )

    @classmethod
    def of(cls, found: OneSidedAmendment) -> OneSidedAmendmentOut:
        """An amendment as the API writes it."""
        return cls(
            key=found.key,
            heading=found.heading,
            changed_in=found.changed,
            kind=found.kind,
            from_=str(found.since),
            to=str(found.by),
            told=found.told or None,
        )


class EditionPresence(Answer):
    """What is known of one edition in both languages."""

    edition: str = Field(examples=["2022-02-07"])
    ru: Presence = Field(examples=["held"])
    kk: Presence = Field(examples=["not listed"])

    @classmethod
    def of(cls, one: KnownInOne) -> EditionPresence:
        """An edition that is known in one language only."""
        return cls(edition=str(one.label), ru=one.russian, kk=one.kazakh)


class LanguagesOut(Listed):
    """Where the Russian and the Kazakh text of an edition disagree, in the act's order."""

    ngr: str = Field(examples=["Z950002464_"])
    question: Literal["edition", "on", "in_force_on", "newest"] = Field(
        description="Which edition was asked for; `newest`: the newest held in both languages.",
        examples=["on"],
    )
    on: date | None = Field(description="The day asked for.", examples=["2023-06-01"])
    ru: LanguageSide
    kk: LanguageSide
    articles: int = Field(
        description="How many articles were compared: both copies hold their place.", examples=[18]
    )
    agreed: int = Field(
        description="How many numbers, dates and references are the same in both.", examples=[52]
    )
    totals: dict[DisagreementKind, int] = Field(
        description="How many disagreements of each kind.",
        examples=[{"article": 0, "point": 0, "paragraph": 0, "number": 1, "footnote": 0}],
    )
    disagreements: tuple[DisagreementOut, ...]
    not_comparable: tuple[str, ...] = Field(
        description="Keys of articles that one copy does not surely hold: no disagreements.",
        examples=[[]],
    )
    footnotes_compared: bool = Field(
        description="False where one copy's footnotes name no act at all: they were left out.",
        examples=[True],
    )
    amendments: tuple[OneSidedAmendmentOut, ...] = Field(
        description="Amendments made in one language only, between consecutive editions that are "
        "held in both, up to the edition asked for."
    )
    one_language_only: tuple[EditionPresence, ...] = Field(
        description="Editions, of all that are held or listed, that are known in one language only."
    )

    @classmethod
    def of(cls, compared: LanguagesCompared) -> LanguagesOut:
        """The languages of an edition as the API writes them."""
        found = compared.found
        return cls(
            ngr=compared.ngr,
            question=compared.asked.question,
            on=compared.asked.on,
            ru=LanguageSide.of(Language.RU, compared.sides[Language.RU]),
            kk=LanguageSide.of(Language.KK, compared.sides[Language.KK]),
            articles=len(found.compared),
            agreed=found.agreed,
            totals=compared.totals(),
            disagreements=tuple(map(DisagreementOut.of, found.disagreements)),
            not_comparable=found.not_comparable,
            footnotes_compared=found.footnotes_compared,
            amendments=tuple(map(OneSidedAmendmentOut.of, compared.amendments)),
            one_language_only=tuple(map(EditionPresence.of, compared.known_in_one)),
        )
