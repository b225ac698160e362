"""All that the page of an article shows, read in one session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from api.pages.article_parts.beside import Row, side_by_side
from api.pages.article_parts.blamed import Tinted, tinted
from api.pages.article_parts.redlined import Redlined, redlined
from api.pages.article_parts.related import RelatedLinks, ShownRelations
from api.pages.article_parts.strip import Strip, strip_of
from api.pages.article_parts.wording import Paragraph, paragraphs
from api.questions.article_changes import article_changes
from api.questions.asked import Asked
from api.questions.blame import blame_article
from api.questions.citations.citing import Cited
from api.questions.citations.repeal import Repeal, repeal_of
from api.questions.in_force.coming import Coming, coming_for_article, day_of
from api.questions.in_force.today import Standing, TextToday, refused_editions, text_today
from api.questions.other_languages import in_language, other_languages
from api.questions.outlines import Stretch, stretches
from api.questions.relations.related import Relations
from api.rendering.page import Reader
from corpus.law import Division, Language
from corpus.store import reads
from corpus.store.quarantine import QuarantineRecord
from corpus.store.records import ActSummary, ArticleRecord, EditionSummary, Wording
from corpus.store.surroundings import Surroundings, surroundings
from diffing.classify import has_wording, says_excluded
from diffing.cut_copies import redline_as_held


class View(StrEnum):
    """How the wording is shown."""

    TEXT = "text"
    CHANGES = "changes"
    BLAME = "blame"


@dataclass(frozen=True)
class Beside:
    """The article in another language, paragraph by paragraph; no edition where it is not held."""

    language: Language
    edition: EditionSummary | None = None
    heading: str = ""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class ArticlePage:
    """What the page of an article shows; `history` is newest first, as it is listed."""

    record: ArticleRecord
    asked: Asked
    view: View
    paragraphs: tuple[Paragraph, ...]
    divisions: tuple[Division, ...]
    neighbours: Surroundings
    history: Sequence[Stretch]
    strip: Strip | None
    shown: Stretch | None
    """The stretch of the history that is shown; None for a text that a correction replaced."""
    previous: Stretch | None
    changes: Redlined | None
    """Against the previous wording held; None where there is none."""
    blame: Tinted | None
    beside: Beside | None
    languages: Mapping[Language, Asked]
    today: TextToday
    repeal: Repeal | None
    """That of the act, where its text is repealed today."""
    excluded: bool
    """Whether its words were taken out, and a heading or a note is left that says so."""
    refused: tuple[QuarantineRecord, ...]
    coming: Coming
    relations: ShownRelations


def article_page(
    session: Session,
    act: ActSummary,
    cited: Cited,
    asked: Asked,
    relations: Relations,
    reader: Reader,
    today: date,
    *,
    view: View = View.TEXT,
    beside: Language | None = None,
) -> ArticlePage:
    """What is shown of an article that was found, with the place in it that is cited."""
    record = cited.record
    edition, article = record.edition, record.article
    held = reads.history(session, edition.ngr, edition.language, article.key)
    history = stretches(held, article_changes(session, edition.ngr, edition.language, article.key))
    around = surroundings(session, edition.id, article.key)
    coming = coming_for_article(session, record, day_of(asked, edition.label, today))
    shown = next((one for one in history if edition.id in one.ids), None)
    previous = _before(history, record)
    made = RelatedLinks(
        reader.links,
        edition.ngr,
        article.key,
        edition.language,
        asked.question != "newest",
        reader.language,
    )
    texts = paragraphs(article.blocks, made.of_text(relations.cites), _places(cited))
    stands = text_today(session, record, held, today)
    repealed = stands.standing is Standing.REPEALED
    return ArticlePage(
        record=record,
        asked=asked,
        view=view,
        paragraphs=texts,
        divisions=tuple(one for one in around.divisions if one.key in article.divisions),
        neighbours=around,
        history=history,
        strip=strip_of(history, edition.id, today, coming.pending, act.repealed_on),
        shown=shown,
        previous=previous,
        changes=_against(previous.wording, record) if previous else None,
        blame=_blame(session, record, shown) if view is View.BLAME else None,
        beside=_beside(session, record, asked, beside, texts) if beside else None,
        languages=other_languages(session, act, record, asked),
        today=stands,
        repeal=repeal_of(session, edition.ngr, today) if repealed else None,
        excluded=not has_wording(article) and says_excluded(article),
        refused=refused_editions(session, record, asked.on or asked.in_force_on),
        coming=coming,
        relations=ShownRelations.of(relations, made),
    )


def _against(before: Wording, record: ArticleRecord) -> Redlined:
    """What changed in an article since another wording of it, as far as both copies hold it."""
    return redlined(
        redline_as_held(
            before.article,
            record.article,
            old_complete=before.complete,
            new_complete=record.complete,
        )
    )


def _before(history: Sequence[Stretch], record: ArticleRecord) -> Stretch | None:
    """The wording before that of a record's label, in a history that is newest first."""
    label = record.edition.label
    for place, one in enumerate(history):
        if label in one.labels and place + 1 < len(history):
            return history[place + 1]
    return None


def _places(cited: Cited) -> frozenset[int]:
    """The numbers of the blocks of the place that is cited; none where it is the whole article."""
    if cited.place is None or not cited.place.key:
        return frozenset()
    wanted = {id(block) for block in cited.place.blocks}
    blocks = enumerate(cited.record.article.blocks)
    return frozenset(place for place, block in blocks if id(block) in wanted)


def _blame(session: Session, record: ArticleRecord, shown: Stretch | None) -> Tinted | None:
    edition, article = record.edition, record.article
    if shown is None or not article.blocks:
        return None
    asked = Asked(edition.label)
    return tinted(blame_article(session, edition.ngr, edition.language, article.key, asked))


def _beside(
    session: Session,
    record: ArticleRecord,
    asked: Asked,
    language: Language,
    texts: Sequence[Paragraph],
) -> Beside | None:
    if language is record.edition.language:
        return None
    found = in_language(session, record, asked, language, same_edition=True)
    if found is None:
        return Beside(language)
    other = found[0]
    rows = side_by_side(texts, paragraphs(other.article.blocks))
    return Beside(language, other.edition, other.article.printed_heading, rows)
