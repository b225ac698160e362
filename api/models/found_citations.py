"""What the words of a search cite."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.models.repeal import RepealOut
from api.models.resolved import CitedAct, ProvisionName
from api.models.shape import Answer
from api.models.unseen import UnseenOut
from api.questions.search.cited import CitedInQuery, PlaceNotThere
from api.questions.search.missing import AbsentThen
from corpus.citations.resolving import Missing
from corpus.law import Language


class AbsentOut(Answer):
    """A cited provision of which no wording of the day asked for is held."""

    ngr: str = Field(examples=["Z950002464_"])
    key: str = Field(examples=["art_113-3"])
    on: date = Field(examples=["2010-01-01"])
    certain: bool = Field(
        description="It did not exist on that day. False: that is not known; no text of it that "
        "was in force then is held.",
        examples=[True],
    )
    until: date | None = Field(
        description="The first day after its last wording before; null: there was none.",
        examples=[None],
    )
    from_: date | None = Field(
        description="The first day of its next wording; null: there is none.",
        examples=["2018-06-29"],
    )
    repeal: RepealOut | None = Field(
        default=None,
        description="Of its act, if that was repealed by the day asked for, or on a day unknown.",
        examples=[None],
    )
    last_edition: str | None = Field(
        default=None,
        description="Of a repealed act: the newest edition held with its text, in `last_lang`.",
        examples=[None],
    )
    last_lang: Language | None = Field(
        default=None, description="The language of that text.", examples=[None]
    )

    @classmethod
    def of(cls, absent: AbsentThen) -> AbsentOut:
        """What was missing as the API writes it."""
        return cls(
            ngr=absent.cited.act.ngr,
            key=absent.cited.key,
            on=absent.day,
            certain=absent.is_certain,
            until=absent.ended.valid_to if absent.ended else None,
            from_=absent.begins.valid_from if absent.begins else None,
            repeal=RepealOut.of(absent.repeal) if absent.repeal else None,
            last_edition=absent.last[1].label if absent.last else None,
            last_lang=absent.last[0] if absent.last else None,
        )


class NotThereOut(Answer):
    """A place that an article does not have, though the query cites it."""

    ngr: str = Field(examples=["Z950002464_"])
    key: str = Field(description="Of the article.", examples=["art_113-3"])
    place: str = Field(description="What is not there.", examples=["p_77"])
    edition: str = Field(
        description="Label of the newest of the editions that were looked at: with a day, that of "
        "the day.",
        examples=["2026-07-01"],
    )
    why: str = Field(
        examples=["art_113-3 of Z950002464_ in edition 2026-07-01 has no p_77."],
    )
    nearest_places: tuple[str, ...] = Field(examples=[["art_113-3__p_1", "art_113-3__p_2"]])

    @classmethod
    def of(cls, missing: PlaceNotThere) -> NotThereOut:
        """What is not there as the API writes it."""
        ngr, key = missing.cited.act.ngr, missing.cited.key
        cut = "" if missing.complete else " The copy that is held may end inside the article."
        return cls(
            ngr=ngr,
            key=key,
            place=missing.place,
            edition=missing.edition,
            why=f"{key} of {ngr} in edition {missing.edition} has no {missing.place}.{cut}",
            nearest_places=missing.nearest,
        )


class CitedOut(Answer):
    """What a query cites: the provisions that may be meant go first among the hits."""

    provisions: tuple[ProvisionName, ...] = Field(description="The highest act's first.")
    act: CitedAct | None = Field(description="The act that the words name for certain.")
    act_inferred: bool = Field(
        description="The words name no act: these are all acts that have such an article.",
        examples=[False],
    )
    missing: Missing | None = Field(
        description="What of the citation could not be found.", examples=[None]
    )
    nearest: tuple[ProvisionName, ...] = Field(
        description="What comes nearest to what could not be found."
    )
    unseen: UnseenOut | None = Field(
        description="Of an article that no edition held of the act has: what is not held.",
        examples=[None],
    )
    not_there: tuple[NotThereOut, ...] = Field(
        description="Places that the articles do not have: of these, the article goes first.",
        examples=[[]],
    )
    absent: tuple[AbsentOut, ...] = Field(
        description="Those of which no wording of the day asked for is held: they are no hits."
    )

    @classmethod
    def of(cls, cited: CitedInQuery, absent: tuple[AbsentThen, ...]) -> CitedOut:
        """What a query cites as the API writes it."""
        language = cited.language or Language.RU
        return cls(
            provisions=tuple(ProvisionName.naming(one, language) for one in cited.provisions),
            act=CitedAct.of(cited.act, language) if cited.act else None,
            act_inferred=cited.act_inferred,
            missing=cited.missing,
            nearest=tuple(ProvisionName.naming(one, language) for one in cited.nearest),
            unseen=UnseenOut.of(cited.unseen) if cited.unseen else None,
            not_there=tuple(map(NotThereOut.of, cited.not_there)),
            absent=tuple(map(AbsentOut.of, absent)),
        )
