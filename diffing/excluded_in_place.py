"""The act that excluded an article, where its heading or what stands in its place says so."""

from __future__ import annotations

from corpus.amendments import Amendment, ClauseKind, InForceClause, Target, Verb
from corpus.law import Article
from corpus.notes import acts_in
from diffing.classify import has_wording, says_excluded
from diffing.explaining import Noted, NotedAt


def noted_in_place(article: Article | None) -> tuple[Noted, ...]:
    """The acts named in place of an article's wording: «Статья 30 исключена - Законом … N 545».

    Registries of the 2000s print so, with no footnote; nothing for an article that has a wording.
    """
    if article is None or has_wording(article) or not says_excluded(article):
        return ()
    texts = (article.heading, *(block.printed for block in article.blocks))
    excluded = (
        Amendment(
            Target(article.key),
            Verb.REPEALED,
            act.act,
            InForceClause(ClauseKind.ON_DATE, on=act.in_force_from)
            if act.in_force_from
            else InForceClause(),
            quote=act.quote,
            statement=text,
        )
        for text in texts
        for act in acts_in(text)
    )
    return tuple(Noted(one, NotedAt.ARTICLE) for one in excluded)
