"""What an article is called where only its key and its printed heading are known."""

from __future__ import annotations

import re

from api.words.interface import Interface
from corpus.keys import SEPARATOR
from corpus.law import Article, ArticleKind, Language

_UNITS = {
    "art": "unit.article",
    "p": "unit.point",
    "sp": "unit.subpoint",
    "app": "unit.appendix",
    "sec": "unit.section",
    "subsec": "unit.subsection",
    "ch": "unit.chapter",
    "par": "unit.paragraph",
    "preamble": "unit.preamble",
    "text": "unit.text",
}
_NUMBER = re.compile(r"^[\W\d_]*")
_OPENING_LENGTH = 90


def article_name(article: Article, language: Language) -> str:
    """An article's heading as printed; where it has no words, its place: «Пункт 3»."""
    return printed_or_place(article.kind, article.key, article.printed_heading, language)


def printed_or_place(kind: str, key: str, printed: str, language: Language) -> str:
    """What is printed over an article, or its place in the act when that is only a number."""
    if kind == ArticleKind.ARTICLE and printed:
        return printed
    place = place_name(key, language)
    words = _NUMBER.sub("", printed, count=1)
    return f"{place}. {words}" if words else place


def place_name(key: str, language: Language) -> str:
    """A key in words: `app_1__p_13` is «Приложение 1, пункт 13»."""
    words = Interface(language)
    names = []
    for part in key.split(SEPARATOR):
        prefix, _, number = part.partition("_")
        entry = _UNITS.get(prefix)
        names.append(words(entry, number=number).strip(" -") if entry else part)
    name = ", ".join(names)
    return name[:1].upper() + name[1:]


def opening(article: Article) -> str:
    """The first words of an article without a heading, to tell it from its neighbours in a list."""
    text = article.blocks[0].text if article.blocks and not article.heading else ""
    if len(text) <= _OPENING_LENGTH:
        return text
    return text[:_OPENING_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
