"""Finding a phrase in wordings: in any form of its words, or to the letter.

In any form: the words' stems side by side, in one paragraph, by the corpus' own analyser. Analysing
every text would take most of the time, so a text is first asked for the beginnings of the words:
a stem is the beginning of all its forms but for its last two letters, which endings and vowels that
drop out change (халық, халқы; порядок, порядка).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from corpus.law import Language
from corpus.search.marks import places
from corpus.search.words.analysis import Analyser
from corpus.search.words.letters import WORD, normal_form, word_spans
from corpus.search.words.russian_words import STEM_OF

LONGEST_PHRASE = 500
AROUND = 6
"""How many words of a snippet stand on each side of the phrase."""

_QUOTES = '"«»“”„‟‹›'
_QUOTE = f"[{_QUOTES}]"
_UNSEEN = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]")
_WORD_START = r"(?<![^\W_])"
_FIGURES_AT_START = re.compile(r"\d+")
_FIGURES_AT_END = re.compile(r"(?<!\d)\d{1,3}\Z")
_NUMBER_BEGUN = re.compile(r"\d,\Z")
_THOUSANDS_BEGUN = re.compile(r"(?<!\d)\d{1,3}[ \u00a0]\Z")
_THOUSANDS_GO_ON = re.compile(r"[ \u00a0]\d{3}(?!\d)")
_LONGEST_BEGINNING = 5


class PhraseRefused(ValueError):
    """What was asked for is no phrase."""


@dataclass(frozen=True)
class Snippet:
    """The phrase where it stands, and a few words around it; … where the paragraph goes on."""

    before: str
    words: str
    after: str


@dataclass(frozen=True)
class Phrase:
    """A phrase to look for. `ignored` says in plain words what of it has no meaning here."""

    text: str
    exact: bool = False
    ignored: tuple[str, ...] = ()

    @classmethod
    def read(cls, text: str, *, exact: bool = False) -> Phrase:
        """The phrase that a person wrote, quotes around it left out; raises PhraseRefused."""
        if len(text) > LONGEST_PHRASE:
            raise PhraseRefused(
                f"a phrase may have {LONGEST_PHRASE} characters, this one has {len(text)}: "
                "give its most telling words"
            )
        words = " ".join(text.split())
        ignored = []
        if words.count('"') % 2 or words.count("«") != words.count("»"):
            ignored.append("quote that is never closed")
        if not exact and "*" in words:
            ignored.append("asterisk: every form of a word is looked for as it is")
        words = words.strip(f"{_QUOTES} ")
        if not re.search(r"[^\W_]", words):
            raise PhraseRefused(
                f"there is no word in {text[:40]!r}: give a phrase, such as «выборы акима»"
            )
        return cls(words, exact, tuple(ignored))


Span = tuple[int, int]
"""Where the phrase begins in a wording and where it ends."""


class Finder:
    """Finds one phrase in many texts."""

    def __init__(self, phrase: Phrase, analyser: Analyser) -> None:
        self.phrase = phrase
        self.words = tuple(analyser.words(phrase.text))
        """The phrase's words in normal form."""
        self._analyser = analyser
        self._exact = _as_written(phrase.text) if phrase.exact else None
        self._stems = {language: analyser.stems(self.words, language) for language in Language}
        self._beginnings = {
            language: [_beginning(stem) for stem in dict.fromkeys(stems)]
            for language, stems in self._stems.items()
        }
        # A number may be a part of a range, «20-25 дней», which only whole lines tell.
        self._by_lines = any(sign.isdigit() for word in self.words for sign in word)
        self._known: dict[Language, dict[str, str]] = {language: {} for language in Language}

    def stands_in(self, wording: str, language: Language) -> bool:
        """Whether the phrase stands in a wording of a language, in one of its paragraphs."""
        return next(self.spans(wording, language), None) is not None

    def spans(self, wording: str, language: Language) -> Iterator[Span]:
        """Where the phrase stands, in order; «5 процентов» does not stand in «1,5 процента»."""
        for span in self._spans(wording, language):
            if not (self._by_lines and _cuts_a_number(wording, *span)):
                yield span

    def _spans(self, wording: str, language: Language) -> Iterator[Span]:
        if self._exact is not None:
            yield from (found.span() for found in self._exact.finditer(wording))
        elif all(beginning.search(wording) for beginning in self._beginnings[language]):
            if self._by_lines or _UNSEEN.search(wording):
                yield from self._in_lines(wording, language)
            else:
                yield from self._at_beginnings(wording, language)

    def snippet(self, wording: str, language: Language) -> Snippet | None:
        """The first place of the phrase; None where it does not stand."""
        found = next(self.spans(wording, language), None)
        if found is None:
            return None
        line = wording.rfind("\n", 0, found[0]) + 1
        return _around(wording[line:].partition("\n")[0], found[0] - line, found[1] - line)

    def _in_lines(self, wording: str, language: Language) -> Iterator[Span]:
        """By all words of each paragraph that has the beginnings."""
        start = 0
        for line in wording.split("\n"):
            if all(beginning.search(line) for beginning in self._beginnings[language]):
                analysis = self._analyser.analysis(line, language)
                found = places(self._stems[language], analysis.stems)
                rows = [(place, place + len(self.words) - 1, 0) for place in found]
                for begins, ends, _ in analysis.rows(rows):
                    yield start + begins, start + ends
            start += len(line) + 1

    def _at_beginnings(self, wording: str, language: Language) -> Iterator[Span]:
        """By the words that begin like the phrase's first, and those after them."""
        stems = self._stems[language]
        known = self._known[language]
        for beginning in self._beginnings[language][0].finditer(wording):
            word = WORD.match(wording, beginning.start())
            end = beginning.start()
            for stem in stems:
                if word is None or "\n" in wording[end : word.start()]:
                    break
                surface = word.group()
                if surface not in known:
                    known[surface] = self._analyser.streams(surface, language)[1][0]
                if known[surface] != stem:
                    break
                end = word.end()
                word = WORD.search(wording, end)
            else:
                yield beginning.start(), end


def _cuts_a_number(wording: str, start: int, end: int) -> bool:
    """Whether words begin or end inside a number: of «1,5», or of «2 500»."""
    before = wording[max(0, start - _LONGEST_BEGINNING) : start]
    first = _FIGURES_AT_START.match(wording, start, end)
    if first and _NUMBER_BEGUN.search(before):
        return True
    thousands = len(first.group()) == len("000") if first else False
    return bool(
        (thousands and _THOUSANDS_BEGUN.search(before))
        or (_FIGURES_AT_END.search(wording[start:end]) and _THOUSANDS_GO_ON.match(wording, end))
    )


def _around(line: str, start: int, end: int) -> Snippet:
    spans = list(word_spans(line))
    before = [span for span in spans if span[1] <= start][-AROUND:]
    after = [span for span in spans if span[0] >= end][:AROUND]
    first = before[0][0] if before else start
    last = after[-1][1] if after else end
    if not any(span[1] <= first for span in spans):
        first = 0
    if not any(span[0] >= last for span in spans):
        last = len(line)
    return Snippet(
        ("…" if line[:first].strip() else "") + line[first:start],
        line[start:end],
        line[end:last] + ("…" if line[last:].strip() else ""),
    )


def _as_written(text: str) -> re.Pattern[str]:
    """The words as they are written, whatever the case, the spaces and the kind of quotes."""
    pieces = [re.sub(_QUOTE, lambda _: _QUOTE, re.escape(piece)) for piece in text.split()]
    start = _WORD_START if text[0].isalnum() else ""
    end = r"(?![^\W_])" if text[-1].isalnum() else ""
    return re.compile(start + r"[^\S\n]+".join(pieces) + end, re.IGNORECASE)


def _beginning(stem: str) -> re.Pattern[str]:
    """What every form of a stem begins with, however its letters are written.

    The second half of a stem may differ from a form's (вводить, вводятся). Some forms begin
    otherwise altogether (день, дней): they are named one by one.
    """
    irregular = [form for form, its_stem in STEM_OF.items() if its_stem == stem]
    beginnings = [stem[: max(1, len(stem) // 2)], *irregular]
    return re.compile(f"{_WORD_START}(?:{'|'.join(map(_however_written, beginnings))})")


def _however_written(text: str) -> str:
    letters = ["".join(sorted({letter, *_spellings().get(letter, ())})) for letter in text]
    classes = [f"[{re.escape(one)}]" for one in letters]
    # й may be written as и and a sign above it, which stands among the unseen ones.
    classes = [f"(?:{one}|[иИ])" if "й" in one else one for one in classes]
    return f"{_UNSEEN.pattern}*".join(classes)


@cache
def _spellings() -> Mapping[str, set[str]]:
    """By letter in normal form, the letters that it may be written with."""
    found: dict[str, set[str]] = defaultdict(set)
    for point in (*range(0x41, 0x250), 0x259, *range(0x400, 0x530)):
        if chr(point).isalpha():
            for beside in "жw":  # in a Cyrillic and in a Latin word
                found[normal_form(beside + chr(point))[-1]].add(chr(point))
    return found
