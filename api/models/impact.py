"""What became of cited provisions."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from api.models.origins import CandidateActOut
from api.models.provenance import Provenance
from api.models.resolved import CitedAct, ProvisionName
from api.models.shape import Answer
from api.questions.citations.resolving import Resolution
from api.questions.impact.answering import EntryImpact
from api.questions.impact.followed import Step
from api.questions.impact.judging import ProvisionImpact, Successor
from api.questions.impact.verdicts import Verdict, Wording
from corpus.citations.formal import formal
from corpus.citations.resolving import Missing
from corpus.law import Language
from diffing.classify import ChangeKind


class WordingThen(Answer):
    """What a provision said in an edition."""

    edition: str = Field(examples=["2021-05-24"])
    key: str = Field(examples=["art_36__p_2"])
    heading: str = Field(description="As printed.", examples=["Статья 36. Избрание акима"])
    text: str = Field(
        description="The cited place; the article where no place in it is cited.",
        examples=["2. Срок полномочий акима составляет четыре года."],
    )
    article_text: str = Field(examples=["Избрание акима\n1. Акима избирают жители."])
    provenance: Provenance

    @classmethod
    def of(cls, wording: Wording) -> WordingThen:
        """A wording as the API writes it."""
        version, article = wording.version, wording.version.article
        whole = article.wording if article else ""
        return cls(
            edition=str(version.edition.label),
            key=wording.key,
            heading=article.printed_heading if article else "",
            text=wording.place.text if wording.place else whole,
            article_text=whole,
            provenance=Provenance.of(version.edition),
        )


class ArticleStepOut(Answer):
    """A change of the article between two editions held."""

    from_: str = Field(description="The older edition.", examples=["2021-05-24"])
    to: str = Field(description="The newer edition.", examples=["2022-11-05"])
    kind: ChangeKind = Field(examples=["amended"])
    key: str = Field(description="In the newer edition.", examples=["art_36"])
    old_key: str = Field(examples=["art_36"])
    missing: tuple[str, ...] = Field(
        description="Editions that are known, may lie in between and do not tell.", examples=[[]]
    )
    amending_acts: tuple[CandidateActOut, ...] = Field(
        description="The acts that fit; several are candidates, none: unknown."
    )

    @classmethod
    def of(cls, step: Step) -> ArticleStepOut:
        """A step as the API writes it."""
        return cls(
            from_=str(step.older.edition.label),
            to=str(step.newer.edition.label),
            kind=step.kind,
            key=step.newer.key,
            old_key=step.older.key,
            missing=tuple(map(str, step.missing)),
            amending_acts=tuple(map(CandidateActOut.of, step.acts)),
        )


class SuccessorOut(Answer):
    """A rule of another act that a lawyer has judged to be the same."""

    provisions: str = Field(examples=["U1300000555:app_1__p_48"])
    why: str = Field(examples=["lists of electors"])

    @classmethod
    def of(cls, successor: Successor) -> SuccessorOut:
        """A successor as the API writes it."""
        return cls(provisions=str(successor.provisions), why=successor.why)


class ProvisionImpactOut(Answer):
    """What became of one provision."""

    act: CitedAct
    key: str = Field(description="As cited.", examples=["art_36__p_2"])
    official: str = Field(
        description="Official form.",
        examples=["пункт 2 статьи 36 Закона Республики Казахстан от 23 января 2001 года № 148-II"],
    )
    lang: Language | None = Field(description="Of the texts.", examples=["ru"])
    verdict: Verdict = Field(
        description="`unchanged` only where a registry's list of editions covers the day and none "
        "since is missing, else `no change seen`; `unknown`: the text of the day is not known.",
        examples=["changed"],
    )
    article_changed: bool = Field(
        description="Whether the article changed, be it in another place.", examples=[True]
    )
    then: WordingThen | None
    then_by: Literal["in force", "edition label"] | None = Field(
        description="How the wording of the day is known: by the days its amendments entered into "
        "force, or only by the edition's label.",
        examples=["in force"],
    )
    doubt: str | None = Field(
        description="Where the label decided: which other wording may have been in force.",
        examples=[None],
    )
    now: WordingThen | None = Field(
        description="Where it stands in the newest edition that tells and is in force; its key is "
        "where it lives."
    )
    moved: bool = Field(description="Whether it has another key now.", examples=[False])
    changes: tuple[ArticleStepOut, ...] = Field(
        description="Changes that touch the cited place: its words, or its number."
    )
    upcoming: tuple[ArticleStepOut, ...] = Field(
        default=(),
        description="Likewise, and not in force yet: by the amendments' days, or by the label.",
    )
    vouched_until: date | None = Field(
        description="The last day on which a registry's list of the act's editions was seen.",
        examples=["2026-11-02"],
    )
    missing: tuple[str, ...] = Field(
        description="Editions since then that are known and do not tell.", examples=[[]]
    )
    repealed_on: date | None = Field(description="The day the act was repealed.", examples=[None])
    known_from: str | None = Field(
        description="Where the day is before the first text held of the article: its edition.",
        examples=[None],
    )
    why: str | None = Field(description="Why something is not known.", examples=[None])
    successors: tuple[SuccessorOut, ...] = ()

    @classmethod
    def of(cls, told: ProvisionImpact, read_language: Language) -> ProvisionImpactOut:
        """What became of a provision, as the API writes it."""
        cited = told.resolved.cited
        language = told.language or read_language
        place = told.then.place if told.then else told.resolved.place
        inside = place.units if place else cited.inside
        key = told.then.key if told.then else told.resolved.key
        return cls(
            act=CitedAct.of(cited.act, language),
            key=key,
            official=formal(cited.act, cited.key, inside, language, cited.path),
            lang=told.language,
            verdict=told.verdict,
            article_changed=told.article_changed,
            then=WordingThen.of(told.then) if told.then else None,
            then_by=("in force" if told.by_in_force else "edition label") if told.then else None,
            doubt=told.doubt,
            now=WordingThen.of(told.now) if told.now else None,
            moved=bool(told.then and told.now and told.now.key != told.then.key),
            changes=tuple(map(ArticleStepOut.of, told.steps)),
            upcoming=tuple(map(ArticleStepOut.of, told.upcoming)),
            vouched_until=told.vouched_until,
            missing=tuple(map(str, told.missing)),
            repealed_on=told.repealed_on,
            known_from=str(told.known_from) if told.known_from else None,
            why=told.why,
            successors=tuple(map(SuccessorOut.of, told.successors)),
        )


class EntryImpactOut(Answer):
    """The answer to one entry."""

    citation: str | None = Field(examples=["ст. 36 п. 2 Закона № 148"])
    written: date | None = Field(examples=["2022-01-15"])
    error: str | None = Field(
        description="What is wrong with the entry; the others are answered all the same.",
        examples=[None],
    )
    kind: Resolution | None = Field(
        description="What came of the citation; see `/v1/resolve`.", examples=["resolved"]
    )
    act_inferred: bool = Field(
        description="The citation does not say which act: of those held, it is the only one with "
        "such a provision.",
        examples=[False],
    )
    verdict: Verdict = Field(
        description="Of the first provision; `not resolved` where there is none.",
        examples=["changed"],
    )
    provisions: tuple[ProvisionImpactOut, ...]
    choices: tuple[ProvisionName, ...] = ()
    nearest: tuple[ProvisionName, ...] = ()
    not_found: Missing | None = Field(description="What could not be found.", examples=[None])

    @classmethod
    def of(cls, told: EntryImpact) -> EntryImpactOut:
        """The answer to an entry as the API writes it."""
        answer = told.answer
        language = answer.read.language if answer else Language.RU
        provisions = tuple(ProvisionImpactOut.of(one, language) for one in told.provisions)
        choices, nearest = (answer.choices, answer.nearest) if answer else ((), ())
        return cls(
            citation=told.entry.citation if told.entry else None,
            written=told.entry.written if told.entry else None,
            error=told.error,
            kind=answer.kind if answer else None,
            act_inferred=answer.act_inferred if answer else False,
            verdict=provisions[0].verdict if provisions else Verdict.NOT_RESOLVED,
            provisions=provisions,
            choices=tuple(ProvisionName.naming(one, language) for one in choices),
            nearest=tuple(ProvisionName.naming(one, language) for one in nearest),
            not_found=answer.missing if answer else None,
        )


class ImpactOut(Answer):
    """What became of a list of citations, in its order."""

    on: date = Field(description="The day of the answer.", examples=["2026-11-26"])
    counts: dict[Verdict, int] = Field(
        description="How many entries came to each verdict.", examples=[{"changed": 1}]
    )
    entries: tuple[EntryImpactOut, ...]

    @classmethod
    def of(cls, answers: list[EntryImpact], on: date) -> ImpactOut:
        """The answers as the API writes them."""
        entries = tuple(map(EntryImpactOut.of, answers))
        verdicts = [entry.verdict for entry in entries]
        counts = {verdict: verdicts.count(verdict) for verdict in Verdict if verdict in verdicts}
        return cls(on=on, counts=counts, entries=entries)
