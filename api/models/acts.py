"""Acts and their editions."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.models.coming import ComingOut
from api.models.completeness import CompletenessOut, HoldingOut
from api.models.editions_today import EditionTodayOut
from api.models.provenance import Provenance
from api.models.repeal import RepealOut
from api.models.shape import Answer, Listed
from api.questions.editions_today import EditionToday
from api.questions.in_force.coming import Coming
from corpus.law import ActStatus, Language
from corpus.store.completeness import Completeness
from corpus.store.records import ActSummary, EditionSummary


class ActOut(Answer):
    """A legal act, and how much of it is held."""

    ngr: str = Field(description="State registry number.", examples=["Z010000148_"])
    titles: dict[Language, str] = Field(
        description="By language.",
        examples=[{"ru": "О местном государственном управлении и самоуправлении"}],
    )
    form: str | None = Field(examples=["law"])
    number: str | None = Field(examples=["148"])
    adopted: date | None = Field(examples=["2001-01-23"])
    from_page: tuple[str, ...] = Field(
        description="Those of `form`, `number` and `adopted` that the watch list does not have and "
        "the page itself says, under the title.",
        examples=[[]],
    )
    repealed_on: date | None = Field(
        description="The day of its repeal, by the watch list: the day on which it took effect, "
        "or, where no source says that, the repealing act's own. From then on no day is answered. "
        "Null says nothing of an act that its registry's page calls repealed without a day: see "
        "`repeal`.",
        examples=[None],
    )
    reference_bank_id: int | None = Field(examples=[7966])
    editions: dict[Language, int] = Field(
        description="How many editions are held, by language.", examples=[{"ru": 4, "kk": 2}]
    )
    newest: str | None = Field(
        description="Label of the newest edition held in any language, a day that is still to come "
        "included: it is no answer to what applies today.",
        examples=["2027-01-01"],
    )
    sample: bool = Field(
        description="True for the bundled sample: a paraphrase, not official text.",
        examples=[False],
    )

    @classmethod
    def of(cls, act: ActSummary) -> ActOut:
        """An act as the API writes it."""
        return cls(
            ngr=act.ngr,
            titles=act.titles,
            form=act.form,
            number=act.number,
            adopted=act.adopted,
            from_page=tuple(sorted(act.from_page)),
            repealed_on=act.repealed_on,
            reference_bank_id=act.reference_bank_id,
            editions=act.languages,
            newest=str(act.newest) if act.newest else None,
            sample=act.sample,
        )


class ActToday(ActOut):
    """A legal act, how much of it is held, and which edition answers for today."""

    as_of: date = Field(
        description="The day in Kazakhstan that `today` speaks of.", examples=["2026-11-27"]
    )
    repeal: RepealOut | None = Field(
        description="That the act has been repealed by that day, by the watch list or by its "
        "registry's page, and by which act. Null: neither says so.",
        examples=[None],
    )
    today: dict[Language, EditionTodayOut] = Field(
        description="Which edition answers for that day, by language; empty for an act that is "
        "only watched.",
        examples=[{"ru": EditionTodayOut.example()}],
    )

    @classmethod
    def on(cls, act: ActSummary, day: date, today: tuple[EditionToday, ...]) -> ActToday:
        """An act with what answers on a day, which is today."""
        return cls(
            **dict(ActOut.of(act)),
            as_of=day,
            repeal=RepealOut.told_in(today),
            today={one.language: EditionTodayOut.of(one) for one in today},
        )


class ActDetail(ActToday):
    """A legal act: what answers for today, how complete it is, and what is to come."""

    completeness: tuple[CompletenessOut, ...] = Field(description="By language.")
    coming: ComingOut

    @classmethod
    def told(
        cls, act: ActToday, completeness: tuple[Completeness, ...], coming: Coming
    ) -> ActDetail:
        """An act with all that is told of it alone."""
        return cls(
            **dict(act),
            completeness=tuple(map(CompletenessOut.of, completeness)),
            coming=ComingOut.of(coming),
        )


class ActList(Listed):
    """The acts that are known, watched ones without a text included."""

    acts: tuple[ActToday, ...]


class CauseOut(Answer):
    """The amending act that the registry names as the reason of an edition."""

    title: str | None = Field(examples=["О внесении изменений и дополнений …"])
    requisites: str | None = Field(examples=["Закон от 24 мая 2021 года № 42-VII"])
    reference_bank_id: int | None = Field(examples=[156103])


class EditionOut(Answer):
    """The text of an act in one language under one label, without the text itself."""

    ngr: str = Field(examples=["Z010000148_"])
    lang: Language = Field(examples=["ru"])
    edition: str = Field(
        description="The registry's label: a day, only a year, or `undated`.",
        examples=["2021-05-24"],
    )
    from_: date | None = Field(
        description="First day for which it answers, by labels; of a year its last day. Null: for "
        "none, and its days are not known: an undated copy, or a year in which others are known.",
        examples=["2021-05-24"],
    )
    to: date | None = Field(
        description="First day for which it no longer does (half-open); null: no end is known.",
        examples=["2022-02-07"],
    )
    title: str = Field(examples=["О местном государственном управлении и самоуправлении"])
    requisites: str = Field(examples=["Закон от 23 января 2001 года № 148"])
    status: ActStatus = Field(examples=["updated"])
    holding: HoldingOut
    articles: int = Field(description="How many articles it holds.", examples=[62])
    cause: CauseOut | None
    provenance: Provenance

    @classmethod
    def of(cls, edition: EditionSummary) -> EditionOut:
        """An edition as the API writes it."""
        cause = edition.cause
        return cls(
            ngr=edition.ngr,
            lang=edition.language,
            edition=str(edition.label),
            from_=edition.from_,
            to=edition.to,
            title=edition.title,
            requisites=edition.requisites,
            status=edition.status,
            holding=HoldingOut(kind=edition.holding.kind, keys=edition.holding.keys),
            articles=edition.articles,
            cause=None
            if cause is None
            else CauseOut(
                title=cause.title,
                requisites=cause.requisites,
                reference_bank_id=cause.reference_bank_id,
            ),
            provenance=Provenance.of(edition),
        )


class EditionList(Listed):
    """The editions of an act that are held, by language, oldest first."""

    ngr: str = Field(examples=["Z010000148_"])
    editions: tuple[EditionOut, ...]
    completeness: tuple[CompletenessOut, ...] = Field(
        default=(), description="How complete that is, by language."
    )
