"""What the address of a comparison says: the two sides, and how they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import Depends, Query
from pydantic import StringConstraints

from api.asking.matrix_parameters import ThemesCompared
from api.asking.parameters import Lang, OptionalDay
from api.pages.comparing_parts.redline_rows import View
from api.questions.compared.asking import Sides
from api.questions.compared.item import HEADING
from api.questions.sides import PROVISIONS
from api.rendering.page import Links
from corpus.law import EditionLabel, Language
from corpus.provisions import ProvisionSet
from diffing.classify import ChangeKind
from diffing.correspondence.relation import Relation

_LAST = (ChangeKind.UNCHANGED, ChangeKind.TECHNICAL)
GROUPS = tuple(
    dict.fromkeys(
        (
            *(str(one) for one in ChangeKind if one not in _LAST),
            *map(str, Relation),
            HEADING,
            str(ChangeKind.TECHNICAL),
        )
    )
)
_MOST_SETS = 20
_LONGEST = 300
_SWITCHED_ON = frozenset({"yes", "true", "1", "on"})
"""What the API takes for a flag that is on: addresses are made from one another by hand."""
_KEY = re.compile(r"(?:art|ch|sec|app|p|preamble|text|par)[\w-]*", re.ASCII)
_NUMBER = re.compile(r"\d+(?:-\d+)*")
_CHAPTER = re.compile(r"^(?:гл|тар|ch)|тарау", re.IGNORECASE)
_POINT = re.compile(r"^(?:п\b|п\.|пункт|тармақ|point|p\b)|тармағы|тармақ", re.IGNORECASE)

Text = Annotated[str, StringConstraints(max_length=_LONGEST, pattern=r"^[^\x00-\x1f\x7f]*$")]
Part = Annotated[int, Query(ge=1, le=10_000)]
Texts = Annotated[list[Text], Query(max_length=_MOST_SETS)]


@dataclass(frozen=True)
class State:
    """The whole state of a comparison's page; `path` is where it stands."""

    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    lang: Language | None = None
    view: View = "side"
    everything: bool = False
    technical: bool = False
    groups: tuple[str, ...] = ()
    choosing: bool = False
    """Whether the form is wanted, filled in, rather than the comparison."""
    path: tuple[str, ...] = ("compare",)
    part: int = 1
    """Which stretch of a comparison that is too long for one page, from 1."""
    themes: tuple[str, ...] = ()
    """Of two regimes: the keys of the themes of the matrix that it is narrowed to."""

    @property
    def sides(self) -> Sides:
        """What is to be compared."""
        return Sides(self.left, self.right, self.lang)

    @property
    def swapped(self) -> State:
        """The same with the sides exchanged."""
        if self.path == ("compare",):
            return replace(self, left=self.right, right=self.left)
        return self.of_regimes(*self.right, *self.left)

    def of_regimes(self, one: str, other: str) -> State:
        """The same of two regimes, under the address that they have."""
        path = ("regimes", one, "compare", other)
        return replace(self, left=(one,), right=(other,), path=path)

    def address(self, links: Links, **changes: Any) -> str:
        """The address of this state with some of it changed."""
        kept_part = {"part": self.part if changes.keys() <= {"view"} else 1}
        one = replace(self, **(kept_part | changes))
        given: dict[str, object] = {}
        if one.path == ("compare",):
            given |= {"left": list(one.left), "right": list(one.right)}
        given |= {
            "lang": one.lang,
            "view": one.view if one.view != "side" else None,
            "show": "all" if one.everything else None,
            "technical": "yes" if one.technical else None,
            "kind": ",".join(one.groups),
            "theme": ",".join(one.themes),
            "part": one.part if one.part > 1 else None,
            "choose": "yes" if one.choosing else None,
            "ui": links.ui,
        }
        kept = {name: value for name, value in given.items() if value not in (None, "", [])}
        query = urlencode(kept, doseq=True, safe=":@,")
        path = "/" + "/".join(quote(part, safe="") for part in one.path)
        return f"{path}?{query}" if query else path

    def toggled(self, links: Links, group: str) -> str:
        """The address that asks for a group of changes, or no longer asks for it."""
        return self.address(links, groups=_toggled(self.groups, group))

    def on_theme(self, links: Links, theme: str) -> str:
        """The address that is narrowed to a theme too, or no longer to it."""
        return self.address(links, themes=_toggled(self.themes, theme))


def _toggled(chosen: tuple[str, ...], one: str) -> tuple[str, ...]:
    """The names with one more, or without it if it is among them."""
    if one in chosen:
        return tuple(other for other in chosen if other != one)
    return (*chosen, one)


@dataclass(frozen=True)
class Asked:
    """A state, and whether it came out of the form: then its address is not the clean one."""

    state: State
    from_form: bool


def asked_state(
    left: Texts = [],  # noqa: B006 - FastAPI copies it
    right: Texts = [],  # noqa: B006
    left_on: Annotated[OptionalDay, Query()] = None,
    right_on: Annotated[OptionalDay, Query()] = None,
    article: Annotated[Text | None, Query()] = None,
    lang: Lang = None,
    view: Annotated[Text, Query()] = "",
    show: Annotated[Text, Query()] = "",
    technical: Annotated[Text, Query()] = "",
    kind: Annotated[Text, Query()] = "",
    only: Annotated[Text, Query()] = "",
    choose: Annotated[Text, Query()] = "",
    part: Part = 1,
    themes: ThemesCompared = (),
) -> Asked:
    """What an address or the form says; what no view knows means the usual one."""
    keys = article_keys(article or "")
    state = State(
        tuple(_sides(left, left_on, keys)),
        tuple(_sides(right, right_on, keys)),
        lang,
        "inline" if view == "inline" else "side",
        show == "all",
        technical.lower() in _SWITCHED_ON,
        tuple(one for one in GROUPS if one in (kind or only).split(",")),
        choose == "yes",
        part=part,
        themes=tuple(dict.fromkeys(themes)),
    )
    return Asked(state, article is not None or left_on is not None or right_on is not None)


StateAsked = Annotated[Asked, Depends(asked_state)]


def shown_state(
    lang: Lang = None,
    view: Annotated[Text, Query()] = "",
    show: Annotated[Text, Query()] = "",
    technical: Annotated[Text, Query()] = "",
    kind: Annotated[Text, Query()] = "",
    only: Annotated[Text, Query()] = "",
    part: Part = 1,
    themes: ThemesCompared = (),
) -> State:
    """How a comparison whose sides stand in its path is shown."""
    kinds = kind or only
    return asked_state(
        [],
        [],
        lang=lang,
        view=view,
        show=show,
        technical=technical,
        kind=kinds,
        part=part,
        themes=themes,
    ).state


StateShown = Annotated[State, Depends(shown_state)]


def article_keys(words: str) -> tuple[str, ...]:
    """The keys that a person means: `art_36`, «36», «ст. 113-1», «глава 13-1», «п. 24»."""
    keys = []
    for part in filter(None, (one.strip() for one in words.split(","))):
        number = _NUMBER.search(part)
        if _KEY.fullmatch(part):
            keys.append(part)
        elif number is None:
            keys.append(part.replace(" ", "_"))  # it names nothing, and is told so
        elif _CHAPTER.search(part):
            keys.append(f"ch_{number[0]}")
        elif _POINT.search(part):
            keys.append(f"p_{number[0]}")
        else:
            keys.append(f"art_{number[0]}")
    return tuple(dict.fromkeys(keys))


def _sides(texts: Sequence[str], day: Any, keys: tuple[str, ...]) -> Iterable[str]:
    """The side as written, with the day and the articles of the form put into it."""
    for text in dict.fromkeys(one.strip() for one in texts):
        if not text:
            continue
        if not PROVISIONS.fullmatch(text) or (day is None and not keys):
            yield text
            continue
        try:
            one = ProvisionSet.parse(text)
        except ValueError:
            yield text
            continue
        when = EditionLabel.on(day) if day is not None else one.when
        yield str(replace(one, keys=keys or one.keys, when=when))
