"""How an act stands to the wording that its note is printed at."""

from __future__ import annotations

from corpus.amendments import Role
from corpus.law import Language
from corpus.notes.tokens import Tokens


def role_of(tokens: Tokens, language: Language | None, *, has_verb: bool) -> Role:
    """The role that a statement's words tell; the language is that of the edition, if known."""
    if any(token.tag == "verb" and token.value == "foresee" for token in tokens):
        return Role.FORESEEN
    if _stays_as_it_was(tokens, language):
        return Role.OTHER_LANGUAGE
    if not has_verb and any(token.tag == "see" for token in tokens):
        return Role.CITED
    return Role.AMENDS


def is_denied(tokens: Tokens, at: int) -> bool:
    """Whether a verb is denied: «не изменяется», "was not amended", "shall not be changed"."""
    at -= 1
    while at >= 0 and tokens[at].tag == "official":
        at -= 1
    return at >= 0 and tokens[at].tag == "not"


def _stays_as_it_was(tokens: Tokens, language: Language | None) -> bool:
    """Whether the text in the edition's language is said to stay.

    An English text is made from the Russian one. Where no language is said to stay, but another
    one than the edition's to be changed («внесено изменение на казахском языке»), it stays too.
    """
    own = {Language.KK: "kk", None: None}.get(language, "ru")
    spoken = ""
    named: set[str] = set()
    unchanged: set[str] = set()
    for place, token in enumerate(tokens):
        if token.tag == "language":
            spoken = token.value
            named.add(spoken)
        elif token.tag == "unchanged" or (token.value == "amend" and is_denied(tokens, place)):
            unchanged.add(spoken)
    if not named or own is None:
        return bool(named and unchanged)
    return own in unchanged if unchanged else own not in named
