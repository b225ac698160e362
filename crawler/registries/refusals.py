"""Why a registry's answer is no edition: one class a reason, each saying what to do."""

from __future__ import annotations

from corpus.gates import CUT_PAGE

_MEBIBYTE = 1 << 20
LARGEST = 32 * _MEBIBYTE
"""How many bytes an edition may have; the longest codes have a tenth of it."""


class Refusal(Exception):
    """A page that must not be stored as an edition; the snapshot and the reason are kept."""

    reason = "refused"
    """A short word for tables and JSON."""


class EmptyShell(Refusal):
    """The JavaScript shell of the new adilet: it holds no law text."""

    reason = "empty-shell"

    def __init__(self) -> None:
        super().__init__(
            "страница без текста: новый adilet (a JavaScript shell without law text). Take the act "
            "from the classic pages (old.adilet.zan.kz), the reference bank or a mirror clone."
        )


class ErrorPage(Refusal):
    """An error told by the page's words, whatever the HTTP status said."""

    reason = "error-page"

    def __init__(self, words: str) -> None:
        super().__init__(
            f"the registry answered with an error page ({words!r}). Ask again later; "
            "if it stays, check the act's number and the edition's date."
        )


class LoginPage(Refusal):
    """A form that asks for a password stands where the act should."""

    reason = "login-page"

    def __init__(self) -> None:
        super().__init__(
            "the registry asks to log in instead of showing the act. "
            "Take the act from a public page, the reference bank or a mirror clone."
        )


class EmptyBody(Refusal):
    """Nothing at all, or an act page whose text is empty."""

    reason = "empty-body"

    def __init__(self, what: str = "the answer is empty") -> None:
        super().__init__(f"{what}. Ask again later, or save the page anew.")


class WrongLanguage(Refusal):
    """The text is in another language than was asked for."""

    reason = "wrong-language"

    def __init__(self, asked: str, found: str, sign: str) -> None:
        super().__init__(
            f"asked for the text in '{asked}', but {sign} says '{found}'. "
            "The registry may not have this language: ask for the one it has."
        )


class WrongAct(Refusal):
    """The page speaks of another act than was asked for."""

    reason = "wrong-act"

    def __init__(self, asked: str, found: str) -> None:
        super().__init__(
            f"asked for the act {asked}, but the page is of {found}. "
            "Check the address, or the number given for this file."
        )


class WrongEdition(Refusal):
    """The page is another edition of the act than was asked for."""

    reason = "wrong-edition"

    def __init__(self, asked: str, found: str) -> None:
        super().__init__(
            f"asked for the edition {asked}, but the registry gave {found}. "
            "Check the registry's list of editions."
        )


class NotAnActPage(Refusal):
    """A healthy page without an act's text: a search, an edition list, a card, a README."""

    reason = "not-an-act-page"

    def __init__(self, what: str) -> None:
        super().__init__(f"this is no act page: {what}.")


class CutPage(Refusal):
    """The page, or the sequence of its parts, ends before its end."""

    reason = CUT_PAGE

    def __init__(self, what: str) -> None:
        super().__init__(
            f"the page is cut: {what}. Ask again, or save the page anew; a file that holds only "
            'the beginning on purpose is imported with holds = "beginning" in its manifest.'
        )


class TooLarge(Refusal):
    """Far more bytes than any act has; they are not read at all."""

    reason = "too-large"

    def __init__(self, size: int) -> None:
        super().__init__(
            f"it has {size / _MEBIBYTE:.0f} MiB, and what is read as an act has at most "
            f"{LARGEST // _MEBIBYTE}: this is no act's page, or it was saved wrongly"
        )
