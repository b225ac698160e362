"""What a citation means, with the text it leads to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from api.questions.asked import Asked
from api.questions.citations.repeal import Repeal, repeal_of
from api.questions.citations.unseen import Unseen, unseen
from api.questions.in_force.wording import WordingInForce, article_in_force
from api.questions.texts import find_article, find_article_for, find_edition, text_language
from corpus.addresses import Unit
from corpus.citations.acts import ActRegister, CitableAct
from corpus.citations.places import Place, place_in, units_at
from corpus.citations.provisions import CitedProvision
from corpus.citations.reading import ReadCitation, read_citation
from corpus.citations.resolving import Ambiguous, Missing, Resolved, Unknown, resolve
from corpus.keys import SEPARATOR, joined
from corpus.law import Article, Edition, EditionLabel, Language
from corpus.provisions import blocks_under
from corpus.store import reads
from corpus.store.citable import HeldProvisions
from corpus.store.errors import StoreError
from corpus.store.records import ArticleRecord, EditionSummary

_NEAREST = 3


class Resolution(StrEnum):
    """What came of a citation."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class DivisionText:
    """A chapter, section or appendix: its heading and its articles."""

    edition: EditionSummary
    heading: str
    articles: tuple[Article, ...]


@dataclass(frozen=True)
class ResolvedProvision:
    """A provision and its text: an article's, with the place inside it, or a division's.

    `why` says why there is no text, or no such place. `nearest` are the keys of places near it.
    """

    cited: CitedProvision
    record: ArticleRecord | None = None
    place: Place | None = None
    division: DivisionText | None = None
    in_force: WordingInForce | None = None
    why: str | None = None
    place_is_missing: bool = False
    nearest: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key of the provision, of the place inside the article where there is one."""
        return joined(self.cited.key, self.place.key if self.place else "")


@dataclass(frozen=True)
class CitationAnswer:
    """What a citation means.

    `asked_language` is the one that was asked for; the citation's words may be of another.
    """

    text: str
    asked: Asked
    asked_language: Language | None
    read: ReadCitation
    kind: Resolution
    provisions: tuple[ResolvedProvision, ...] = ()
    choices: tuple[CitedProvision, ...] = ()
    nearest: tuple[CitedProvision, ...] = ()
    missing: Missing | None = None
    act: CitableAct | None = None
    former_name: str | None = None
    act_inferred: bool = False
    """The citation does not say which act: of those held one alone has such a provision."""
    may_also_be: tuple[CitableAct, ...] = ()
    """Then: acts held only in part, which may have one too."""
    why: str | None = None
    """What in the citation cannot be."""
    unseen: Unseen | None = None
    """Of an article that no edition held of the act has: what of it was not looked through."""
    repeal: Repeal | None = None
    """The act's repeal, if it has come."""


def resolve_citation(
    session: Session,
    register: ActRegister,
    text: str,
    language: Language | None = None,
    asked: Asked | None = None,
    held: HeldProvisions | None = None,
) -> CitationAnswer:
    """What a citation means, and the text: of the edition asked for, else of the newest held.

    A language asked for is the text's; without it the text is in the citation's own, where held.
    Nothing is raised for what is not held: the answer says why there is no text.
    """
    read = read_citation(text, language)
    found = resolve(read, register, held or HeldProvisions(session))
    if asked is None or asked == Asked():
        asked = replace(_edition_of(read), today=asked.today if asked else None)
    match found:
        case Ambiguous():
            return CitationAnswer(
                text, asked, language, read, Resolution.AMBIGUOUS, choices=found.choices
            )
        case Unknown():
            return CitationAnswer(
                text,
                asked,
                language,
                read,
                Resolution.UNKNOWN,
                nearest=tuple(_with_act(one, register) for one in found.nearest),
                missing=found.missing,
                act=found.act,
                why=found.why,
                unseen=unseen(session, found.act.ngr, found.key)
                if found.act and found.key
                else None,
                repeal=_repeal(session, found.act, asked),
            )
        case Resolved():
            told = tuple(_told(session, one, read, language, asked) for one in found.provisions)
            lost = all(one.place_is_missing for one in told)
            return CitationAnswer(
                text,
                asked,
                language,
                read,
                Resolution.UNKNOWN if lost else Resolution.RESOLVED,
                told,
                missing=Missing.PLACE if lost else None,
                act=found.act,
                former_name=found.former_name,
                act_inferred=found.inferred,
                may_also_be=found.may_also_be,
                repeal=_repeal(session, found.act, asked),
            )


def _repeal(session: Session, act: CitableAct | None, asked: Asked) -> Repeal | None:
    return repeal_of(session, act.ngr, asked.today or date.max) if act and act.held else None


def _edition_of(read: ReadCitation) -> Asked:
    """The edition that an address of ours names."""
    try:
        return Asked(EditionLabel.parse(read.edition)) if read.edition else Asked()
    except ValueError:
        return Asked()


def _with_act(cited: CitedProvision, register: ActRegister) -> CitedProvision:
    act = register.act(cited.act.ngr)
    return cited if act is None else CitedProvision(act, cited.key, is_division=cited.is_division)


def _told(
    session: Session,
    cited: CitedProvision,
    read: ReadCitation,
    language: Language | None,
    asked: Asked,
) -> ResolvedProvision:
    ngr = cited.act.ngr
    wanted = language or (read.language if read.language_named else None)
    try:
        if asked.in_force_on is not None:
            chosen = text_language(session, ngr, wanted, read.language)
            return _in_force(session, cited, chosen, asked.in_force_on, presume=asked.presume)
        if not cited.key or cited.is_division:
            chosen = text_language(session, ngr, wanted, read.language)
            return _division(session, cited, find_edition(session, ngr, chosen, asked))
        if wanted is not None:
            record = find_article(session, ngr, wanted, cited.key, asked)
        else:
            act = reads.act(session, ngr)
            record = find_article_for(session, act, cited.key, asked, read.language)
    except StoreError as error:
        return ResolvedProvision(cited, why=str(error))
    return _in_article(cited, record)


def _in_force(
    session: Session, cited: CitedProvision, language: Language, day: date, *, presume: bool
) -> ResolvedProvision:
    """The wording in force on a day; raises a StoreError where that is not known."""
    if not cited.key or cited.is_division:
        why = "What was in force on a day is told of one article: name it."
        return ResolvedProvision(cited, why=why)
    found = article_in_force(session, cited.act.ngr, language, cited.key, day, presume=presume)
    return replace(_in_article(cited, found.record), in_force=found)


def _division(
    session: Session, cited: CitedProvision, summary: EditionSummary
) -> ResolvedProvision:
    edition: Edition = reads.edition(session, summary.id)
    if not cited.key:
        text = DivisionText(summary, edition.title, ())
        return ResolvedProvision(cited, division=text)
    inside = tuple(one for one in edition.articles if cited.key in one.divisions)
    heading = next((one for one in edition.divisions if one.key == cited.key), None)
    if not inside and heading is None:
        why = f"Edition {summary.label} of {summary.ngr} has nothing of {cited.key}."
        return ResolvedProvision(cited, why=why)
    printed = heading.printed_heading if heading else ""
    return ResolvedProvision(cited, division=DivisionText(summary, printed, inside))


def _in_article(cited: CitedProvision, record: ArticleRecord) -> ResolvedProvision:
    article = record.article
    place = place_of(cited, article)
    if place is None:
        words = cited.path or joined(*(unit.key for unit in cited.inside))
        complete = "" if record.complete else " The copy that is held may end inside the article."
        why = (
            f"{cited.key} of {cited.act.ngr} in edition {record.edition.label} has no {words}."
            f"{complete}"
        )
        near = nearest_places(article, cited.inside)
        return ResolvedProvision(cited, record, why=why, place_is_missing=True, nearest=near)
    return ResolvedProvision(cited, record, place)


def place_of(cited: CitedProvision, article: Article) -> Place | None:
    """The place in an article that a citation names, by its units or by a block's key."""
    return place_of_path(article, cited.path) if cited.path else place_in(article, cited.inside)


def place_of_path(article: Article, path: str) -> Place | None:
    """The place of a block's key inside an article."""
    blocks = blocks_under(joined(article.key, path), article)
    if not blocks or blocks[0].key != path:
        return None
    units = units_at(article, blocks[0])
    place = place_in(article, units) if units else None
    if place is not None:
        return place
    return Place(path, blocks, "\n".join(block.printed for block in blocks))


def nearest_places(article: Article, inside: Sequence[Unit]) -> tuple[str, ...]:
    """Keys of places of the same level in an article, the first ones where the level is there."""
    keys = [block.key for block in article.blocks if block.key and not block.quoted]
    wanted = inside[-1].kind if inside else ""
    same = [key for key in keys if key.split(SEPARATOR)[-1].startswith(f"{wanted}_")]
    return tuple(joined(article.key, key) for key in (same or keys)[-_NEAREST:])
