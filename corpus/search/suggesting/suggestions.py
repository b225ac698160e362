"""A better query for one whose words stand nowhere: «маслехат» -> «маслихат».

And for a question that finds nothing what it is about: «сколько подписей нужно» -> «подписей».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from threading import Lock

from rapidfuzz.distance import OSA

from corpus.law import Language
from corpus.search.engine import SearchEngine
from corpus.search.queries import Query
from corpus.search.querying.parsing import parse_query
from corpus.search.querying.tree import Near, Phrase, Where, Words, positive_leaves
from corpus.search.suggesting.keyboards import retyped
from corpus.search.suggesting.questions import essence
from corpus.search.suggesting.spelling import Speller
from corpus.search.words.analysis import Analyser
from corpus.search.words.letters import word_spans
from corpus.search.words.lexicon import Lexicon

LONGEST_QUERY = 200
"""Characters; a longer query gets no suggestion: it is a text and no slip of the pen."""
MOST_WORDS = 12
MOST_TRIED = 3
SHORTEST_MENDED = 3
"""Letters of the longest word that stands nowhere; for shorter ones anything may be meant."""
_NO_CORRECTION = 3
"""Slips: more than a word that is mended has."""

_SIDE_BY_SIDE = "-"

_CHUNK = re.compile(r'[^\s"«»“”„()~*]+')
_OF_TEXT = (Where.TEXT, Where.HEADING)


class Suggestions:
    """Suggests by the words of an engine's index; learns them anew when the index has changed."""

    def __init__(self, engine: SearchEngine, analyser: Analyser) -> None:
        self._engine = engine
        self._analyser = analyser
        self._learnt: tuple[Lexicon, Speller] | None = None
        self._lock = Lock()

    def suggestion(self, query: Query, total: int) -> str | None:
        """A query in place of one that found `total` results: it is sure to find more.

        Operators, quotes and brackets stay as they were typed. None where nothing better is known,
        or where every word stands somewhere and it is no question that found nothing. Raises what
        `SearchEngine.search` does.
        """
        if len(query.text) > LONGEST_QUERY:
            return None
        languages = query.filters.languages or tuple(Language)
        spelling = _QuerySpelling(self._speller(), self._analyser, languages)
        about = [] if total else essence(query.text, spelling.stands_nowhere)
        tried_texts = spelling.better(query.text)
        for text in about:
            tried_texts |= {text: text} | spelling.better(text)
        for text, sought in tried_texts.items():
            tried = replace(
                query,
                text=sought,
                pins=(),
                count_facets=False,
                highlight=False,
                limit=1,
                offset=0,
                after=None,
            )
            if self._engine.search(tried).total > total:
                return text
        return None

    def _speller(self) -> Speller:
        lexicon = self._engine.lexicon()
        with self._lock:
            if self._learnt is None or self._learnt[0] is not lexicon:
                self._learnt = lexicon, Speller(lexicon, self._analyser)
            return self._learnt[1]


@dataclass(frozen=True, order=True)
class _Spelt:
    """A query in other words, and how far they are from what was typed.

    Of equally many `slips`, that with the fewest other `letters`: for those of another keyboard are
    no slips, and who types «маслехат» hardly means «мәслихат».
    """

    slips: int
    letters: int
    rarity: int
    text: str
    sought: str
    """The same, but two words that were typed as one must stand side by side."""


@dataclass(frozen=True)
class _QuerySpelling:
    """Spells a query's words; `languages` are those that are searched."""

    speller: Speller
    analyser: Analyser
    languages: Sequence[Language]

    def better(self, text: str) -> dict[str, str]:
        """The query in other spellings, the likeliest first, a few at most.

        Each with a query that tells whether it finds anything.
        """
        found: set[_Spelt] = set()
        if max(map(len, self._unknown(text)), default=0) >= SHORTEST_MENDED:
            for language in self.languages:
                for typed in {text, self._on_another_keyboard(text, language)}:
                    found.update(self._mended(typed, language))
        texts = {one.text: one.sought for one in sorted(found, reverse=True) if one.text != text}
        return dict(list(texts.items())[::-1][:MOST_TRIED])

    def stands_nowhere(self, text: str) -> bool:
        """Whether a word of the text is in no heading or wording."""
        return bool(self._unknown(text))

    def _unknown(self, text: str) -> list[str]:
        """The words that must stand in a heading or wording and stand nowhere."""
        wanted = dict.fromkeys(_words_of_text(text, self.analyser))
        if len(wanted) > MOST_WORDS:
            return []
        return [word for word in wanted if not self.speller.knows(word, self.languages)]

    def _mended(self, text: str, language: Language) -> Iterator[_Spelt]:
        """The text with words of the language in place of those that stand nowhere."""
        slips = letters = rarity = 0
        meant = {}
        for word in self._unknown(text):
            best = next(iter(self.speller.corrections(word, language)), None)
            if best is None:  # beside OR it does no harm
                slips += _NO_CORRECTION
            else:
                meant[word] = best.words
                slips, rarity = slips + best.slips, min(rarity, best.rarity)
                letters += OSA.distance(word, best.words)
        pieces: list[str] = []
        sought: list[str] = []
        done = 0
        for start, end in word_spans(text):
            word = next(iter(self.analyser.words(text[start:end])), "")
            if word in meant and start >= done:
                respelt = _as_typed(meant[word], text[start:end])
                pieces += [text[done:start], respelt]
                sought += [text[done:start], respelt.replace(" ", _SIDE_BY_SIDE)]
                done = end
        rest = text[done:]
        yield _Spelt(slips, letters, rarity, "".join((*pieces, rest)), "".join((*sought, rest)))

    def _on_another_keyboard(self, text: str, language: Language) -> str:
        """The text with what was typed on a keyboard of another language typed anew."""
        unknown = set(self._unknown(text))

        def anew(match: re.Match[str]) -> str:
            typed = match.group()
            if not unknown & set(self.analyser.words(typed)):
                return typed
            # a stop at the end is one, or the key of a letter
            for is_it in (self._is_known, self._is_close):
                for keys in dict.fromkeys((typed.rstrip(".,;"), typed)):
                    meant = retyped(keys, language)
                    if meant and is_it(meant, language):
                        return meant + typed[len(keys) :]
            return typed

        return _CHUNK.sub(anew, text)

    def _is_known(self, chunk: str, language: Language) -> bool:
        words = self.analyser.words(chunk)
        return bool(words) and all(self.speller.knows(word, [language]) for word in words)

    def _is_close(self, chunk: str, language: Language) -> bool:
        words = self.analyser.words(chunk)
        return bool(words) and all(
            self.speller.knows(word, [language]) or self.speller.corrections(word, language)
            for word in words
        )


def _words_of_text(text: str, analyser: Analyser) -> Iterator[str]:
    """The words that a query seeks in a heading or wording, in normal form."""
    root = parse_query(text, analyser.words).root
    for leaf in positive_leaves(root) if root else ():
        match leaf:
            case Words(sought, where) | Phrase(sought, where) if where in _OF_TEXT:
                yield from sought
            case Near(left, right, _, where) if where in _OF_TEXT:
                yield from (left, right)
            case _:
                pass


def _as_typed(meant: str, typed: str) -> str:
    if typed.isupper() and len(typed) > 1:
        return meant.upper()
    return meant.capitalize() if typed[:1].isupper() else meant
