"""What somebody who types into a search may look for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal
from urllib.parse import quote, urlencode

from pydantic import Field

from api.models.shape import Answer
from corpus.law import Language
from corpus.search.completing import Completion


class CompletionOut(Answer):
    """An act, or a provision of one, whose name holds what has been typed."""

    kind: Literal["act", "provision"] = Field(examples=["provision"])
    text: str = Field(
        description="The act's title; of a provision number and title, as printed.",
        examples=["Статья 36. Избрание акима"],
    )
    lang: Language = Field(examples=["ru"])
    ngr: str = Field(examples=["Z010000148_"])
    key: str | None = Field(description="Null for an act.", examples=["art_36"])
    act_title: str = Field(examples=["О местном государственном управлении и самоуправлении"])
    page: str = Field(
        description="Address of its page.",
        examples=["/acts/Z010000148_/articles/art_36?lang=ru"],
    )

    @classmethod
    def of(cls, completion: Completion) -> CompletionOut:
        """A completion as the API writes it."""
        address = f"/acts/{quote(completion.ngr, safe='')}"
        if completion.key:
            address += f"/articles/{quote(completion.key, safe='')}"
        return cls(
            kind="provision" if completion.key else "act",
            text=completion.text,
            lang=completion.language,
            ngr=completion.ngr,
            key=completion.key or None,
            act_title=completion.act_title,
            page=f"{address}?{urlencode({'lang': completion.language})}",
        )


class SuggestAnswer(Answer):
    """Acts, then provisions, best first."""

    q: str = Field(examples=["избрание ак"])
    suggestions: tuple[CompletionOut, ...]

    @classmethod
    def of(cls, typed: str, found: Sequence[Completion]) -> SuggestAnswer:
        """Completions as the API writes them."""
        return cls(q=typed, suggestions=tuple(map(CompletionOut.of, found)))
