"""When something takes effect, said outside of brackets: «вводится в действие с 01.07.2026»."""

from __future__ import annotations

from corpus.notes.tokens import Token

_OF_CLAUSE = frozenset(
    {
        "force", "enter", "order", "in", "since", "day", "figure", "month", "year", "publication",
        "signing", "days", "after", "expiry", "calendar", "count", "official", "ordinal", "see",
        "unit", "moment", "whose", "of", "until", "months", "marker", "close",
    }
)  # fmt: skip

_BEFORE_FORCE = _OF_CLAUSE - {"whose", "of", "marker", "unit", "see", "close"}
"""In Kazakh the term stands before; a unit there is what takes effect."""


def clause_in_words(tokens: tuple[Token, ...]) -> tuple[int, int] | None:
    """Where words outside of brackets say when something takes effect: from which token to which.

    «вводится в действие с 01.07.2026», «01.07.2026 бастап қолданысқа енгізіледі».
    """
    for at, token in enumerate(tokens):
        following = tokens[at + 1 : at + 4]
        enters = token.tag == "enter" and any(one.tag == "force" for one in following)
        forced = token.tag == "force" and bool(following) and following[0].tag == "enter"
        ordered = (token.tag == "order" and any(one.tag == "enter" for one in following)) or (
            token.value == "order" and [one.tag for one in following[:2]] == ["of", "force"]
        )
        if not (enters or forced or ordered):
            continue
        start, end = at, at + 1
        while start and forced and tokens[start - 1].tag in _BEFORE_FORCE:
            start -= 1
        while end < len(tokens) and _goes_on(tokens[end], ordered=ordered):
            end += 1
        return start, end
    return None


def _goes_on(token: Token, *, ordered: bool) -> bool:
    """Whether a word is still of when something takes effect: «порядок … настоящего Закона см.»."""
    own = token.tag in _OF_CLAUSE or token.value in {".", "-"}
    return own or (ordered and token.tag in {"this", "form", "number"})
