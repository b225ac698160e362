"""What citations mean: provisions with their text, choices, the nearest."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.models.articles import TEXT_HASH, ArticleLine, FootnoteOut
from api.models.provenance import Answered, Provenance
from api.models.repeal import RepealOut
from api.models.shape import Answer
from api.models.unseen import UnseenOut
from api.questions.asked import Asked
from api.questions.citations.resolving import (
    CitationAnswer,
    DivisionText,
    Resolution,
    ResolvedProvision,
)
from corpus.citations.acts import CitableAct
from corpus.citations.formal import formal
from corpus.citations.places import Place
from corpus.citations.provisions import CitedProvision
from corpus.citations.resolving import Missing
from corpus.law import Language


class CitedAct(Answer):
    """An act, as far as it is known."""

    ngr: str = Field(examples=["Z010000148_"])
    title: str = Field(
        description="In the citation's language, else in any; the NGR if none is known.",
        examples=["О местном государственном управлении и самоуправлении"],
    )
    form: str | None = Field(examples=["law"])
    number: str | None = Field(examples=["148-II"])
    adopted: date | None = Field(examples=["2001-01-23"])
    held: bool = Field(description="Whether any text of it is held.", examples=[True])

    @classmethod
    def of(cls, act: CitableAct, language: Language) -> CitedAct:
        """An act as the API writes it."""
        return cls(
            ngr=act.ngr,
            title=act.title(language),
            form=act.form,
            number=act.number,
            adopted=act.adopted,
            held=act.held,
        )


class ProvisionName(Answer):
    """A provision that a citation may mean: its act and key, and how it is cited."""

    act: CitedAct
    key: str = Field(description="Empty for the act itself.", examples=["art_36"])
    official: str = Field(
        description="Official form, in the citation's language.",
        examples=["статья 36 Закона Республики Казахстан от 23 января 2001 года № 148-II"],
    )

    @classmethod
    def naming(cls, cited: CitedProvision, language: Language) -> ProvisionName:
        """A choice, or something near."""
        return cls(
            act=CitedAct.of(cited.act, language),
            key=cited.key,
            official=formal(cited.act, cited.key, cited.inside, language),
        )


class CitedPlaceOut(Answer):
    """A place inside an article, and its own words."""

    key: str = Field(
        description="Article and block; of a heading or the whole article the article's own.",
        examples=["art_36__p_2"],
    )
    address: str = Field(
        description="The units as lawyers count them: parts and indents by their order.",
        examples=["p_2"],
    )
    text: str = Field(examples=["2. Срок полномочий акима составляет четыре года."])
    read_as: str | None = Field(
        description="Where the article has no such level: the units that were taken instead.",
        examples=[None],
    )

    @classmethod
    def of(cls, place: Place, key: str) -> CitedPlaceOut:
        """A place as the API writes it."""
        read_as = None if place.read_as is None else "__".join(unit.key for unit in place.read_as)
        return cls(
            key=key,
            address="__".join(unit.key for unit in place.units),
            text=place.text,
            read_as=read_as,
        )


class ArticleText(ArticleLine):
    """The article around a place."""

    edition: str = Field(examples=["2022-02-07"])
    lang: Language = Field(examples=["ru"])
    text: str = Field(
        description="The law's own words: heading, then a line a paragraph; no footnotes.",
        examples=["Избрание акима\n1. Акима избирают жители."],
    )
    footnotes: tuple[FootnoteOut, ...]
    text_hash: str = Field(examples=[TEXT_HASH])
    complete: bool = Field(
        description="False where the copy that is held may end inside the article.",
        examples=[True],
    )


class CitedDivision(Answer):
    """A chapter, section or appendix; without articles: the act itself."""

    edition: str = Field(examples=["2022-02-07"])
    lang: Language = Field(examples=["ru"])
    heading: str = Field(examples=["Глава 3. Аким"])
    articles: tuple[ArticleLine, ...]

    @classmethod
    def of(cls, text: DivisionText) -> CitedDivision:
        """A division as the API writes it."""
        return cls(
            edition=str(text.edition.label),
            lang=text.edition.language,
            heading=text.heading,
            articles=tuple(ArticleLine.naming(article) for article in text.articles),
        )


class ResolvedProvisionOut(ProvisionName):
    """A provision that a citation names, with its text where it is held."""

    place: CitedPlaceOut | None = Field(
        description="The place inside the article; null: the whole article, or there is none."
    )
    article: ArticleText | None
    division: CitedDivision | None = Field(
        description="Where a chapter, an appendix or an act is cited.", examples=[None]
    )
    read_as: str | None = Field(
        description="Where the act has no such level: the unit that was taken instead.",
        examples=[None],
    )
    why: str | None = Field(description="Why there is no text, or no such place.", examples=[None])
    nearest_places: tuple[str, ...] = Field(
        default=(), description="Where the article has no such place: some that it has."
    )
    answered: Answered | None
    provenance: Provenance | None

    @classmethod
    def of(cls, told: ResolvedProvision, asked: Asked, language: Language) -> ResolvedProvisionOut:
        """A provision as the API writes it."""
        cited, record = told.cited, told.record
        edition = record.edition if record else told.division.edition if told.division else None
        article = None
        if record:
            article = ArticleText(
                **ArticleLine.naming(record.article).model_dump(),
                edition=str(record.edition.label),
                lang=record.edition.language,
                text=record.article.wording,
                footnotes=tuple(FootnoteOut.of(note) for note in record.article.notes),
                text_hash=record.text_hash,
                complete=record.complete,
            )
        newer_cut = record.newer_cut if record else None
        place = told.place if cited.inside or cited.path else None
        inside = place.units if place else cited.inside
        return cls(
            act=CitedAct.of(cited.act, language),
            key=told.key,
            official=formal(cited.act, cited.key, inside, language, cited.path),
            place=CitedPlaceOut.of(place, told.key) if place else None,
            article=article,
            division=CitedDivision.of(told.division) if told.division else None,
            read_as=cited.read_as.key if cited.read_as else None,
            why=told.why,
            nearest_places=told.nearest,
            answered=Answered.of(edition, asked, told.in_force, newer_cut) if edition else None,
            provenance=Provenance.of(edition) if edition else None,
        )


class ResolvedOut(Answer):
    """What a citation means."""

    q: str = Field(examples=["ст. 36 п. 2 Закона № 148"])
    kind: Resolution = Field(
        description="`resolved`: see `provisions`. `ambiguous`: several fit, see `choices`. "
        "`unknown`: see `not_found` and `nearest`.",
        examples=["resolved"],
    )
    lang: Language = Field(
        description="The language whose words the citation is in.", examples=["ru"]
    )
    other_language: bool = Field(
        description="The citation's words are of another language than the one asked for.",
        examples=[False],
    )
    former_name: str | None = Field(
        description="The act's former name, where it was cited by that.", examples=[None]
    )
    act_inferred: bool = Field(
        description="The citation does not say which act: of those held, it is the only one with "
        "such a provision.",
        examples=[False],
    )
    may_also_be: tuple[CitedAct, ...] = Field(
        default=(),
        description="With `act_inferred`: acts held only in part, which may have one too.",
    )
    provisions: tuple[ResolvedProvisionOut, ...]
    choices: tuple[ProvisionName, ...] = ()
    nearest: tuple[ProvisionName, ...] = ()
    not_found: Missing | None = Field(
        description="What could not be found. `article`: no edition held of the act has it; "
        "`unseen` says whether another may.",
        examples=[None],
    )
    unseen: UnseenOut | None = Field(
        default=None,
        description="Of an article that no edition held of the act has: what is not held.",
        examples=[None],
    )
    why: str | None = Field(
        default=None,
        description="What in the citation cannot be, such as a day that there is not.",
        examples=[None],
    )
    act: CitedAct | None = Field(description="The act, where that much is known.", examples=[None])
    repeal: RepealOut | None = Field(
        default=None, description="The act's repeal, if it has come.", examples=[None]
    )

    @classmethod
    def of(cls, answer: CitationAnswer) -> ResolvedOut:
        """The answer as the API writes it."""
        language = answer.read.language
        asked_language = answer.asked_language
        return cls(
            q=answer.text,
            kind=answer.kind,
            lang=language,
            other_language=asked_language is not None and asked_language is not language,
            former_name=answer.former_name,
            act_inferred=answer.act_inferred,
            may_also_be=tuple(CitedAct.of(act, language) for act in answer.may_also_be),
            provisions=tuple(
                ResolvedProvisionOut.of(one, answer.asked, language) for one in answer.provisions
            ),
            choices=tuple(ProvisionName.naming(one, language) for one in answer.choices),
            nearest=tuple(ProvisionName.naming(one, language) for one in answer.nearest),
            not_found=answer.missing,
            why=answer.why,
            unseen=UnseenOut.of(answer.unseen) if answer.unseen else None,
            act=CitedAct.of(answer.act, language) if answer.act else None,
            repeal=RepealOut.of(answer.repeal) if answer.repeal else None,
        )
