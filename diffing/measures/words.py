"""Counting words: those a wording has, and those a redline keeps, brings and takes away.

A word is a token of `diffing.vocabulary` that has a letter or a figure: «2-1», «10,5» and
«кандидата» are one word each, «№», «—» and the underscores of a form none. Counted are the heading
and the text of the blocks as printed; the numbers of units («Статья 5.», «3-1)») and footnotes are
not wording, so renumbering alone touches no word.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.law import Article
from diffing.redline import Redline
from diffing.runs import Op
from diffing.vocabulary import words


@dataclass(frozen=True)
class WordCount:
    """How many words stayed, came and went between two wordings."""

    kept: int = 0
    came: int = 0
    went: int = 0

    @property
    def before(self) -> int:
        """How many words the older side has."""
        return self.kept + self.went

    @property
    def after(self) -> int:
        """How many words the newer side has."""
        return self.kept + self.came

    @property
    def rewritten(self) -> float:
        """The share of the words of both sides that is not common: 0 the same, 1 nothing in common.

        The same in both directions; 0 where neither side has a word.
        """
        both = self.before + self.after
        return (self.came + self.went) / both if both else 0.0

    def __add__(self, other: WordCount) -> WordCount:
        return WordCount(self.kept + other.kept, self.came + other.came, self.went + other.went)


def words_in(text: str) -> list[str]:
    """The words of a text, in order."""
    return [
        token for token in words(text) if token[0].isalnum() or any(map(str.isalnum, token[1:]))
    ]


def wording_text(article: Article) -> str:
    """The text whose words are counted: the heading, then a line a block, no numbers of units."""
    lines = [article.heading]
    for block in article.blocks:
        if block.continues:
            lines[-1] = f"{lines[-1]} {block.text}"
        else:
            lines.append(block.text)
    return "\n".join(lines)


@dataclass(frozen=True)
class WordsOfArticles:
    """How many words articles have; a wording that stands in many editions is counted once."""

    _counted: dict[str, int] = field(default_factory=dict)

    def of(self, article: Article) -> int:
        """The number of words of an article's wording."""
        text = wording_text(article)
        if text not in self._counted:
            self._counted[text] = len(words_in(text))
        return self._counted[text]


def count_words(redline: Redline) -> WordCount:
    """The words that a redline keeps, brings and takes away.

    `before` and `after` are the numbers of words of its two sides. Where a redline is coarse, words
    that both sides share may count as gone and come.
    """
    counted = {Op.KEEP: 0, Op.INSERT: 0, Op.DELETE: 0}
    for text in redline.texts():
        for run in text.runs:
            counted[run.op] += len(words_in(run.text))
    return WordCount(counted[Op.KEEP], counted[Op.INSERT], counted[Op.DELETE])
