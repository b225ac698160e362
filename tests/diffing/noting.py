"""Amendments, articles and editions of our own, made short."""

from __future__ import annotations

from datetime import date

from corpus.amendments import (
    AmendingAct,
    Amendment,
    ClauseKind,
    InForceClause,
    Role,
    Target,
    Verb,
)
from corpus.law import (
    WHOLE,
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Edition,
    EditionLabel,
    Footnote,
    Holding,
    Language,
)

TEN_DAYS = InForceClause(ClauseKind.DAYS_AFTER_PUBLICATION, days=10)


def label(text: str) -> EditionLabel:
    return EditionLabel.parse(text)


def day(text: str) -> date:
    return date.fromisoformat(text)


def on(text: str) -> InForceClause:
    return InForceClause(ClauseKind.ON_DATE, on=day(text))


def amendment(
    number: str,
    adopted: str | None,
    key: str | None = "art_1",
    verb: Verb = Verb.AMENDED,
    clause: InForceClause = TEN_DAYS,
    *,
    place: str = "",
    role: Role = Role.AMENDS,
    until: str | None = None,
    statement: str = "",
) -> Amendment:
    return Amendment(
        Target(key, place),
        verb,
        AmendingAct(day(adopted) if adopted else None, number),
        clause,
        role,
        day(until) if until else None,
        f"№ {number}",
        statement,
    )


def article(
    words: str,
    key: str = "art_1",
    *,
    divisions: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
    heading: str = "Заголовок",
) -> Article:
    body: tuple[Block | Footnote, ...] = tuple(
        Block(BlockKind.POINT, line, str(at), f"{at}.", f"p_{at}")
        for at, line in enumerate(filter(None, words.split("\n")), 1)
    )
    number = key.rpartition("_")[2]
    return Article(
        ArticleKind.ARTICLE,
        key,
        number,
        f"Статья {number}.",
        heading,
        (*body, *map(Footnote, notes)),
        divisions,
    )


def edition(
    name: str,
    *articles: Article,
    language: Language = Language.RU,
    holding: Holding = WHOLE,
) -> Edition:
    return Edition("Z1", language, label(name), "Закон", tuple(articles), holding=holding)
