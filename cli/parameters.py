"""The parameters that commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from api.questions.asked import Asked
from cli.workplace import now
from corpus.law import EditionLabel, Language, Precision
from corpus.legal_day import day_in_kazakhstan


def parted(text: str | None) -> tuple[str, ...]:
    """The keys that commas part."""
    return tuple(filter(None, map(str.strip, (text or "").split(","))))


def parse_label(text: str) -> EditionLabel:
    """An edition label; used wrongly otherwise."""
    try:
        return EditionLabel.parse(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def parse_day(text: str) -> date:
    """A day (2022-06-01 or 01.06.2022); used wrongly otherwise."""
    try:
        label = EditionLabel.parse(text)
    except ValueError:
        label = None
    if label is None or label.first_day is None or label.precision is not Precision.DAY:
        raise typer.BadParameter(f"{text!r} is no day: give one that exists, such as 2022-06-01")
    return label.first_day


def parse_moment(text: str) -> datetime:
    """A day (its beginning, UTC) or a moment with its zone; used wrongly otherwise."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return datetime.combine(parse_day(text), datetime.min.time(), UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def file_ending_in(endings: Iterable[str]) -> Callable[[str], Path]:
    """Reads the name of a file whose ending says how it is written; used wrongly otherwise.

    The endings are without their dots; capital letters will do.
    """
    known = tuple(endings)

    def parse_file(text: str) -> Path:
        path = Path(text)
        if path.suffix.lower().removeprefix(".") not in known:
            named = " or ".join(f".{ending}" for ending in known)
            raise typer.BadParameter(f"{text!r}: give a file whose name ends in {named}")
        return path

    return parse_file


def ending_of(path: Path) -> str:
    """The ending that `file_ending_in` found, in small letters and without its dot."""
    return path.suffix.lower().removeprefix(".")


picture_file = file_ending_in(["svg"])
"""Pictures are drawn as SVG."""


def asked_by(
    edition: EditionLabel | None,
    on: date | None,
    in_force_on: date | None = None,
    *,
    presume: bool = False,
) -> Asked:
    """Which text --edition, --on and --in-force-on ask for; two together are used wrongly."""
    if edition is not None and on is not None and in_force_on is None:
        raise typer.BadParameter("give --edition or --on, not both")
    if in_force_on is not None and (edition is not None or on is not None):
        raise typer.BadParameter("give one of --in-force-on, --on and --edition")
    if presume and in_force_on is None:
        raise typer.BadParameter("--presume goes with --in-force-on")
    today = day_in_kazakhstan(now())
    return Asked(edition, on, in_force_on, presume, today)


Ngr = Annotated[str, typer.Argument(help="State registry number, such as Z950002464_.")]
Key = Annotated[str, typer.Argument(help="Article key, such as art_113-3 or app_1__p_13.")]
Lang = Annotated[
    Language | None, typer.Option("--lang", help="Language; by default the one that is held.")
]
Edition = Annotated[
    EditionLabel | None,
    typer.Option(
        "--edition", parser=parse_label, metavar="LABEL", help="The edition of that label."
    ),
]
On = Annotated[
    date | None,
    typer.Option(
        "--on", parser=parse_day, metavar="DATE", help="As it stood on that day, by edition labels."
    ),
]
InForceOn = Annotated[
    date | None,
    typer.Option(
        "--in-force-on",
        parser=parse_day,
        metavar="DATE",
        help="What was in force on that day, by the amendments' own days and not by labels.",
    ),
]
Presume = Annotated[
    bool,
    typer.Option(
        "--presume",
        help="With --in-force-on: take acts whose start is not known to have begun within a year.",
    ),
]
OfAct = Annotated[str | None, typer.Option("--act", help="Only of this act (NGR).")]
OfArticle = Annotated[
    str | None,
    typer.Option(
        "--article", help="Only of this article, or with --act of this chapter, by its key."
    ),
]
InLanguage = Annotated[Language | None, typer.Option("--lang", help="Only in this language.")]
Limit = Annotated[int, typer.Option("--limit", min=1, max=10_000)]
Withdrawn = Annotated[bool, typer.Option("--withdrawn", help="Also those that no longer hold.")]
ThemesCompared = Annotated[
    str | None,
    typer.Option(
        "--theme",
        help="Of two regimes or phases: only the rows with a rule that the matrix names for these "
        "themes, parted by commas (`nusqa matrix` lists them).",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]
Left = Annotated[
    list[str] | None, typer.Option("--left", help="The left side; may be given several times.")
]
Right = Annotated[
    list[str] | None, typer.Option("--right", help="The right side; may be given several times.")
]
