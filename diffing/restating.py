"""Whether an article was given anew: a footnote says so, or most of its words are others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.amendments import Role
from corpus.law import Article, ArticleKind, Footnote
from corpus.notes import NamedAct, named_acts
from diffing.redline import Redline
from diffing.runs import Op

BY_NOTE = "new wording by a note"
MOST_WORDS_REPLACED = "most words replaced"

_FEWEST_WORDS = 10
"""Of a shorter article one changed phrase is the most."""

# «Статья 5 в редакции …», «5-бап жаңа редакцияда», "Article 5 is in the wording of …", and so of a
# decree's point. A statement that begins with «в редакции» goes on about what was last named.
_SUBJECT = re.compile(
    r"(?:(?:стать(?:я|и)|article)(?:\s+(?P<article>\d[\d-]*))?|(?P<article_kk>\d[\d-]*)-бап(?!\w)"
    r"|(?:пункт|point)(?:\s+(?P<point>\d[\d-]*))?|(?P<point_kk>\d[\d-]*)-тармақ(?!\w)"
    r"|(?P<other>[^\W\d_]{3,}))",
    re.IGNORECASE,
)
_NEW_WORDING = re.compile(
    r"[-–—\s]*(?:(?:дан|изложен)\w*\s+)?(?:в\s+(?:\w+\s+)?редакции|жаңа\s+редакция"
    r"|(?:is\s+|as\s+)?(?:in\s+the\s+(?:new\s+)?(?:wording|edition|version)|reworded|restated))",
    re.IGNORECASE,
)
_MAY_SAY_SO = re.compile("редакци|wording|edition|version|reworded|restated", re.IGNORECASE)


def restated_by(old: Article, new: Article, difference: Redline) -> str | None:
    """How it is known that an amended article was given anew; None if it was not.

    By a note that the new article has and the old one has not, or by its words: less than half of
    the old ones stay, and less than half of the new ones stood there before.
    """
    restating = list(_acts_that_restate(new))
    before = list(_acts_that_restate(old)) if restating else []
    if any(not any(act.is_same_act(earlier) for earlier in before) for act in restating):
        return BY_NOTE
    return MOST_WORDS_REPLACED if _most_words_replaced(difference) else None


def _acts_that_restate(article: Article) -> Iterator[NamedAct]:
    return (act for note in article.notes for act in _restating(article, note))


def _restating(article: Article, note: Footnote) -> Iterator[NamedAct]:
    if not _MAY_SAY_SO.search(note.text):
        return
    is_subject = True  # a note that names nothing speaks of what it stands at
    for act in named_acts(note):
        statement = act.statement
        if not _NEW_WORDING.match(statement):
            subject = _SUBJECT.match(statement)
            is_subject = subject is not None and _is(article, subject)
            statement = statement[subject.end() :] if subject else ""
        if is_subject and act.role is Role.AMENDS and _NEW_WORDING.match(statement):
            yield act


def _is(article: Article, subject: re.Match[str]) -> bool:
    if subject["other"]:
        return False
    of_a_point = subject[0].lower().startswith(("пункт", "point")) or bool(subject["point_kk"])
    named = next(filter(None, subject.group("article", "article_kk", "point", "point_kk")), None)
    return of_a_point is (article.kind is ArticleKind.POINT) and named in {None, article.number}


def _most_words_replaced(difference: Redline) -> bool:
    """Words that moved stay; where words were not compared to the end nothing is said."""
    if difference.coarse:
        return False
    counts = dict.fromkeys(Op, 0)
    for text in difference.texts():
        for run in text.runs:
            if not run.moved:
                counts[run.op] += len(run.text.split())
            elif run.op is Op.INSERT:
                counts[Op.KEEP] += len(run.text.split())
    stay, gone, come = (counts[op] for op in (Op.KEEP, Op.DELETE, Op.INSERT))
    return stay + max(gone, come) >= _FEWEST_WORDS and stay < min(gone, come)
