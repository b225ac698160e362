"""The regimes of electing akims: their phases and days, and what of their texts is held."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.models.shape import Answer, Listed
from api.questions.regimes import Holding, PhaseRead, RegimeRead, RegimesRead, SetRead
from corpus.law import Language
from corpus.regimes import Gap

TITLES = {
    "ru": "Правила 2004 года (указ № 1484)",
    "kk": "2004 жылғы қағидалар (№ 1484 жарлық)",
    "en": "The rules of 2004 (decree 1484)",
}


class TextsHeldOut(Answer):
    """What is held of a set of provisions in one language, as of the phase's day."""

    lang: Language | None = Field(
        description="Null: the act is held in no language.", examples=["ru"]
    )
    edition: str | None = Field(
        description="Label of the edition that answers for the day; null: none does.",
        examples=["2005-07-08"],
    )
    held: tuple[str, ...] = Field(description="The keys whose text is held.", examples=[["app_1"]])
    missing: dict[str, str] = Field(
        description="The keys whose text is not held, each with what the store says.",
        examples=[{}],
    )

    @classmethod
    def of(cls, holding: Holding) -> TextsHeldOut:
        """A holding as the API writes it."""
        return cls(
            lang=holding.language,
            edition=str(holding.label) if holding.label else None,
            held=holding.held,
            missing=dict(holding.missing),
        )


class ProvisionSetOut(Answer):
    """A set of provisions that ruled a phase."""

    provisions: str = Field(description="`NGR:KEY,KEY`.", examples=["U040001484_:app_1"])
    general: bool = Field(
        description="True for the general part of the elections law, false for the phase's own "
        "rules.",
        examples=[False],
    )
    holdings: tuple[TextsHeldOut, ...]

    @classmethod
    def of(cls, read: SetRead) -> ProvisionSetOut:
        """A set as the API writes it."""
        return cls(
            provisions=str(read.provisions),
            general=read.general,
            holdings=tuple(map(TextsHeldOut.of, read.holdings)),
        )


class _Days(Answer):
    key: str = Field(examples=["R1-1484"])
    titles: dict[Language, str] = Field(description="By language.", examples=[TITLES])
    from_: date | None = Field(
        description="The first day; null where it is not known.", examples=[None]
    )
    to: date | None = Field(
        description="The first day after (half-open); null where it is not known or still open.",
        examples=["2011-05-19"],
    )
    ground: dict[Language, str] = Field(
        description="What the days rest on, by language.",
        examples=[{"en": "In force from the day of publication; repealed on 19 May 2011."}],
    )
    doubts: dict[Language, str] | None = Field(
        description="What is not sure, by language; null where nothing is in doubt.",
        examples=[{"en": "The day of publication is not known."}],
    )
    sources: tuple[str, ...] = Field(
        examples=[["https://zan.gov.kz/client/#!/doc/21999/rus/08.07.2005"]]
    )


class PhaseOut(_Days):
    """A rule book that stayed the same."""

    adopted: date | None = Field(
        description="The day of the act that brought it in.", examples=["2004-12-06"]
    )
    on: date | None = Field(
        description="The day whose texts stand for the phase; null where no text is to be had.",
        examples=["2005-07-08"],
    )
    provisions: tuple[ProvisionSetOut, ...]

    @classmethod
    def of(cls, read: PhaseRead) -> PhaseOut:
        """A phase as the API writes it."""
        phase = read.phase
        return cls(
            key=phase.key,
            titles=dict(phase.titles),
            from_=phase.from_,
            to=phase.to,
            ground=dict(phase.ground),
            doubts=dict(phase.doubts) if phase.doubts else None,
            sources=phase.sources,
            adopted=phase.adopted,
            on=phase.on,
            provisions=tuple(map(ProvisionSetOut.of, read.sets)),
        )


class GapOut(_Days):
    """Days between two regimes in which akims were not elected."""

    @classmethod
    def of(cls, gap: Gap) -> GapOut:
        """A gap as the API writes it."""
        return cls(
            key=gap.key,
            titles=dict(gap.titles),
            from_=gap.from_,
            to=gap.to,
            ground=dict(gap.ground),
            doubts=dict(gap.doubts) if gap.doubts else None,
            sources=gap.sources,
        )


class RegimeOut(Answer):
    """A headline regime with its phases, oldest first."""

    key: str = Field(examples=["1999"])
    titles: dict[Language, str] = Field(
        description="By language.",
        examples=[{"en": "From 1999: trial elections and the rules of 2004"}],
    )
    about: dict[Language, str] = Field(
        description="One sentence, by language.",
        examples=[{"en": "In selected rural units akims were elected on trial."}],
    )
    represented_by: str = Field(
        description="The phase that is meant when only the regime is named.", examples=["R1-1484"]
    )
    phases: tuple[PhaseOut, ...]

    @classmethod
    def of(cls, read: RegimeRead) -> RegimeOut:
        """A regime as the API writes it."""
        regime = read.regime
        return cls(
            key=regime.key,
            titles=dict(regime.titles),
            about=dict(regime.about),
            represented_by=regime.represented_by,
            phases=tuple(map(PhaseOut.of, read.phases)),
        )


class RegimeList(Listed):
    """All regimes, and the gaps between them."""

    regimes: tuple[RegimeOut, ...]
    gaps: tuple[GapOut, ...]

    @classmethod
    def of(cls, read: RegimesRead) -> RegimeList:
        """All regimes as the API writes them, with what is held of them."""
        return cls(
            regimes=tuple(map(RegimeOut.of, read.regimes)),
            gaps=tuple(map(GapOut.of, read.gaps)),
        )
