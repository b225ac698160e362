"""The parameters of the routes: how each is written, and what makes no sense."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import Depends, Path, Query
from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetJsonSchemaHandler,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from api.problems.faults import Unfit
from api.problems.refusals import InvalidRequest
from api.questions.asked import Asked
from api.questions.citations.pinned import LEAST_HASH
from api.services import UsedServices
from corpus.law import EditionLabel, Language, Precision
from diffing.classify import ChangeKind

LONGEST_ASKED = 10_000
"""Signs of a query; of these `corpus.search.querying.parsing.LONGEST_QUERY` are read."""
LONGEST_NGR = 64
LONGEST_KEY = 200
MOST_HITS = 100
DEEPEST_HIT = 10_000

_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_HASH = re.compile(rf"[0-9a-f]{{{LEAST_HASH},64}}")
PRINTABLE = r"^[^\x00-\x1f\x7f]+$"
YEAR_PATTERN = r"^(?!0000)[0-9]{4}$"


def read_day(text: object) -> date:
    """The day that `2005-07-08` or `08.07.2005` means; raises ValueError for anything else."""
    try:
        label = EditionLabel.parse(str(text))
    except ValueError:
        label = None
    if label is None or label.first_day is None or label.precision is not Precision.DAY:
        raise Unfit("give a day that exists, as YYYY-MM-DD", "day")
    return label.first_day


def canonical_label(text: str) -> str:
    """An edition label as the store writes it; raises ValueError."""
    try:
        return str(EditionLabel.parse(text))
    except ValueError:
        raise Unfit("give an edition's label: YYYY-MM-DD, YYYY or undated", "label") from None


def absent_if_empty(text: object) -> object:
    """An empty field of a form is one that was not given."""
    return None if text == "" else text


def listed(text: object) -> object:
    """What commas part, or what was given several times; empty parts are none."""
    given = text if isinstance(text, list | tuple) else [text]
    parts = (part.strip() for one in given for part in str(one).split(","))
    return tuple(part for part in parts if part)


def without_control_characters(text: object) -> object:
    """Control characters, NUL among them, become spaces."""
    return _CONTROL.sub(" ", text).strip() if isinstance(text, str) else text


def hash_or_its_beginning(text: str) -> str:
    """A sha256 in small letters, or enough of it; raises ValueError."""
    if not _HASH.fullmatch(text.lower()):
        raise Unfit(
            f"give {LEAST_HASH} to 64 hexadecimal digits of a sha256", "hash", least=LEAST_HASH
        )
    return text.lower()


@dataclass(frozen=True, eq=False)
class Specified:
    """Tells the OpenAPI document more of a text than its type does, and keeps its examples."""

    schema: Mapping[str, Any]

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The schema of its type, and what is told."""
        return {**handler(core_schema), **self.schema}


Day = Annotated[
    date, PlainValidator(read_day), WithJsonSchema({"type": "string", "format": "date"})
]
Label = Annotated[
    str,
    AfterValidator(canonical_label),
    Specified({"anyOf": [{"format": "date"}, {"pattern": YEAR_PATTERN}, {"const": "undated"}]}),
]
OptionalDay = Annotated[Day | None, BeforeValidator(absent_if_empty)]
OptionalLabel = Annotated[Label | None, BeforeValidator(absent_if_empty)]

Ngr = Annotated[
    str,
    Path(
        description="State registry number of the act.",
        max_length=LONGEST_NGR,
        pattern=PRINTABLE,
        examples=["Z950002464_"],
    ),
]
Key = Annotated[
    str,
    Path(
        description="Key of the article: the same in every edition of the act.",
        max_length=LONGEST_KEY,
        pattern=PRINTABLE,
        examples=["art_113-3"],
    ),
]
Lang = Annotated[
    Annotated[Language | None, BeforeValidator(absent_if_empty)],
    Query(
        description="Language of the text; by default Russian, or what the act is held in.",
        examples=["ru"],
    ),
]
LangFilter = Annotated[
    Annotated[Language | None, BeforeValidator(absent_if_empty)],
    Query(description="Only in this language; by default in every one.", examples=["ru"]),
]
On = Annotated[
    OptionalDay,
    Query(
        description="As of which day (YYYY-MM-DD), by edition labels. A label is not the day of "
        "entry into force: for one article `in_force_on` asks for that.",
        examples=["2022-06-01"],
    ),
]
ByLabel = Annotated[
    OptionalLabel,
    Query(description="An edition's label: a day, a year or `undated`.", examples=["2022-02-07"]),
]
Words = Annotated[
    Annotated[
        str,
        StringConstraints(max_length=LONGEST_ASKED),
        BeforeValidator(without_control_characters),
    ],
    Query(
        description='Words in any form, `"phrases"`, `-without`, `OR`, `(brackets)`, `begin*`.',
        examples=["выборы акима"],
    ),
]
ActName = Annotated[
    Annotated[str, StringConstraints(max_length=LONGEST_NGR, pattern=PRINTABLE)] | None,
    BeforeValidator(absent_if_empty),
]
ActFilter = Annotated[ActName, Query(description="Only in this act.", examples=["Z950002464_"])]
KeyText = Annotated[
    Annotated[str, StringConstraints(max_length=LONGEST_KEY, pattern=PRINTABLE)] | None,
    BeforeValidator(absent_if_empty),
]
KeyFilter = Annotated[
    KeyText,
    Query(
        description="Only this article, by its key; with `act` also a chapter or an appendix: all "
        "that stands in it or ever stood.",
        examples=["art_113-3"],
    ),
]
Kinds = Annotated[
    tuple[ChangeKind, ...],
    BeforeValidator(listed),
    Query(
        description="Only changes of these kinds, parted by commas.",
        examples=["amended,added"],
    ),
]
WithHtml = Annotated[bool, Query(description="Add each redline as safe HTML.", examples=[False])]
Limit = Annotated[int, Query(description="How many at most.", ge=1, le=MOST_HITS, examples=[20])]
Offset = Annotated[
    int, Query(description="How many to leave out first.", ge=0, le=DEEPEST_HIT, examples=[0])
]


Hash = Annotated[
    str,
    AfterValidator(hash_or_its_beginning),
    Specified({"pattern": f"^[0-9a-fA-F]{{{LEAST_HASH},64}}$"}),
]
Snapshot = Annotated[
    Annotated[Hash | None, BeforeValidator(absent_if_empty)],
    Query(
        description="sha256 of the registry's response, or its beginning.",
        examples=["f057bd51e8c2df9b"],
    ),
]
TextHash = Annotated[
    Annotated[Hash | None, BeforeValidator(absent_if_empty)],
    Query(
        description="`text_hash` of the article, or its beginning.",
        examples=["0f9a94b03ebac674"],
    ),
]


def in_order_of_time(since: date | None, until: date | None) -> None:
    """Refuse two days of which the second is before the first; raises InvalidRequest."""
    if since is not None and until is not None and until < since:
        raise InvalidRequest(
            "`until` is before `since`: between them there is no day", "until-before-since"
        )


def which_edition(services: UsedServices, on: On = None, edition: ByLabel = None) -> Asked:
    """The edition that is asked for; a day and a label together make no sense."""
    if on is not None and edition is not None:
        raise InvalidRequest(
            "give `on` or `edition`, not both: they are different questions", "day-or-edition"
        )
    label = EditionLabel.parse(edition) if edition else None
    return Asked(label, on, today=services.today)


WhichEdition = Annotated[Asked, Depends(which_edition)]
InForceOn = Annotated[
    OptionalDay,
    Query(
        description="What was in force on which day (YYYY-MM-DD), by the entry into force of the "
        "amendments and not by edition labels. A problem says what is known where it cannot be "
        "told.",
        examples=["2023-06-01"],
    ),
]


Presume = Annotated[
    bool,
    Query(
        description="With `in_force_on`: where the day on which an act began is not known, take it "
        "to have begun within a year (366 days) of its adoption, or on the day that the watch "
        "list infers for the act asked for. `answered.presumed` then names the acts that the "
        "answer rests on. Without it such a day is a problem.",
        examples=[False],
    ),
]


def which_wording(
    services: UsedServices,
    on: On = None,
    edition: ByLabel = None,
    in_force_on: InForceOn = None,
    presume: Presume = False,
) -> Asked:
    """The wording that is asked for, by one of three questions or by none."""
    if in_force_on is None:
        if presume:
            raise InvalidRequest("`presume` goes with `in_force_on`: give the day", "presume")
        return which_edition(services, on, edition)
    if on is not None or edition is not None:
        raise InvalidRequest(
            "give one of `in_force_on`, `on` and `edition`: they are different questions",
            "one-question",
        )
    return Asked(in_force_on=in_force_on, presume=presume, today=services.today)


WhichWording = Annotated[Asked, Depends(which_wording)]
