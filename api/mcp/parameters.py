"""The parameters of the tools: named and read as the API's are."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from api.asking.parameters import (
    LONGEST_ASKED,
    LONGEST_KEY,
    LONGEST_NGR,
    OptionalDay,
    OptionalLabel,
    absent_if_empty,
    without_control_characters,
)
from corpus.citations.reading import LONGEST_CITATION
from corpus.law import Language

_PRINTABLE = r"^[^\x00-\x1f\x7f]+$"
DEEPEST = 10_000

Ngr = Annotated[
    str,
    Field(
        description="State registry number of the act, such as Z010000148_; list_acts has them.",
        max_length=LONGEST_NGR,
        pattern=_PRINTABLE,
    ),
]
Key = Annotated[
    str,
    Field(
        description="Key of the article, the same in every edition: art_36, art_113-3, app_1__p_13 "
        "(point 13 of the rules in appendix 1), preamble. resolve_citation finds it.",
        max_length=LONGEST_KEY,
        pattern=_PRINTABLE,
    ),
]
Lang = Annotated[
    Annotated[Language | None, BeforeValidator(absent_if_empty)],
    Field(description="Language of the text: ru, kk or en. Default: Russian where it is held."),
]
On = Annotated[
    OptionalDay,
    Field(
        description="The edition whose label covers this day (YYYY-MM-DD). A label is not the day "
        "of entry into force: for what was in force give in_force_on instead."
    ),
]
InForceOn = Annotated[
    OptionalDay,
    Field(
        description="What was in force on this day (YYYY-MM-DD), by the days on which the "
        "amendments entered into force. An error says what is known where that cannot be told."
    ),
]
Edition = Annotated[
    OptionalLabel, Field(description="An edition's label: a day, a year or `undated`.")
]
Presume = Annotated[
    bool,
    Field(
        description="With in_force_on: take an act whose start is not known to have begun within "
        "a year of its adoption; the answer then says so."
    ),
]
Query = Annotated[
    Annotated[str, BeforeValidator(without_control_characters)],
    Field(
        description='Words in any form, in Russian, Kazakh or English; "phrases", -without, OR, '
        "begin*. A citation («ст. 36 Закона № 148») puts that provision first.",
        min_length=1,
        max_length=LONGEST_ASKED,
    ),
]
Citation = Annotated[
    Annotated[str, BeforeValidator(without_control_characters)],
    Field(
        description="A citation in Russian, Kazakh or English, a registry number, an address: "
        '«пп. 2) п. 1 ст. 113-3», «36-баптың 2-тармағы», "art. 36(2) of Law No. 148".',
        min_length=1,
        max_length=LONGEST_CITATION,
    ),
]
OptionalNgr = Annotated[
    Annotated[str | None, BeforeValidator(absent_if_empty)],
    Field(description="Only this act, by its registry number.", max_length=LONGEST_NGR),
]
OptionalKey = Annotated[
    Annotated[str | None, BeforeValidator(absent_if_empty)],
    Field(description="Only this article, by its key.", max_length=LONGEST_KEY),
]
Limit = Annotated[int, Field(description="How many at most.", ge=1, le=50)]
Offset = Annotated[int, Field(description="How many to leave out first.", ge=0, le=DEEPEST)]
Part = Annotated[
    int,
    Field(
        description="Which part of a long text, from 1; `parts` says how many.", ge=1, le=DEEPEST
    ),
]
