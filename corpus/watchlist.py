"""Reads the watch list: `watchlist.toml` beside this module, or another file of its form.

The file is written by hand, so a mistake is answered with the file, the line, the entry and what
is wrong. What the fields mean stands at the head of `watchlist.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from corpus.handwritten import (
    STRICT,
    HandwrittenError,
    Places,
    RegistryNumber,
    read_document,
    read_text,
)
from corpus.law import EditionLabel, Language
from corpus.watched import (
    DEFAULT_LANGUAGES,
    Amendment,
    CodeStatus,
    KnownEdition,
    NotWatched,
    WatchedAct,
    Watchlist,
)

__all__ = [
    "Amendment",
    "CodeStatus",
    "KnownEdition",
    "NotWatched",
    "WatchedAct",
    "Watchlist",
    "WatchlistError",
    "load_watchlist",
    "read_watchlist",
]


class WatchlistError(HandwrittenError):
    """The watch list cannot be read; the message names the file, the line and the entry."""


def load_watchlist(path: Path | None = None) -> Watchlist:
    """Read a watch list file; without a path the one that comes with Nusqa.

    Raises WatchlistError.
    """
    path = path or Path(__file__).with_suffix(".toml")
    return read_watchlist(read_text(path, "the watch list", WatchlistError), path.name)


def read_watchlist(text: str, name: str = "watchlist.toml") -> Watchlist:
    """Read the text of a watch list; `name` is what errors call it.

    Raises WatchlistError.
    """
    places = Places(name, text, named_by=("ngr", "ngr_guess", "zan_id", "number", "about"))
    acts = []
    for at, entry in enumerate(read_document(text, _File, places, WatchlistError).act):
        if objection := entry.objection():
            key, message = objection
            raise WatchlistError(places.mistake(("act", at, key), message))
        acts.append(entry.watched(places.line(("act", at))))
    _refuse_doubles(acts, places)
    return Watchlist(tuple(acts))


_Text = Annotated[str, StringConstraints(min_length=1)]
_Year = Annotated[int, Field(ge=1900, le=2100)]
_BankId = Annotated[int, Field(gt=0)]
_Form = Literal[
    "constitution", "constitutional law", "code", "law", "presidential decree",
    "government resolution", "CEC resolution", "minister's order", "maslikhat decision",
]  # fmt: skip


class _Table(BaseModel):
    model_config = STRICT


class _Coded(_Table):
    ngr: RegistryNumber | None = None
    ngr_guess: RegistryNumber | None = None
    zan_id: _BankId | None = None
    number: _Text | None = None
    in_force_from: date | None = None
    published: date | None = None

    @property
    def code_status(self) -> CodeStatus:
        if self.ngr:
            return CodeStatus.CERTAIN
        return CodeStatus.GUESS if self.ngr_guess else CodeStatus.UNKNOWN


class _Title(_Table):
    ru: _Text | None = None
    kk: _Text | None = None
    en: _Text | None = None
    en_origin: _Text | None = None


class _Amendment(_Coded):
    date_: date | None = Field(default=None, alias="date")
    year: _Year | None = None
    labels: list[date] = []
    remark: _Text | None = None

    def objection(self) -> str | None:
        """What no single field shows."""
        if (self.date_ is None) is (self.year is None):
            return f"{self.number or 'an amendment'}: give date or year"
        if self.ngr and self.ngr_guess:
            return f"{self.ngr}: give ngr or ngr_guess, not both"
        if self.published and self.date_ and self.published < self.date_:
            return f"{self.number or self.date_}: published before it was adopted"
        return None

    def amendment(self) -> Amendment:
        adopted = _label(self.date_, self.year)
        if adopted is None:
            raise ValueError("an amendment without date and year passed the check")
        return Amendment(
            adopted=adopted,
            number=self.number,
            ngr=self.ngr or self.ngr_guess,
            code_status=self.code_status,
            reference_bank_id=self.zan_id,
            labels=tuple(map(EditionLabel.on, self.labels)),
            in_force_from=self.in_force_from,
            published=self.published,
            remark=self.remark,
        )


class _Entry(_Coded):
    form: _Form
    status: _Text
    adopted: date | None = None
    adopted_in: _Year | None = None
    title: _Title = _Title()
    about: _Text | None = None
    in_force_basis: _Text | None = None
    in_force_ground: Literal["stated", "inferred"] | None = None
    repealed_by: _Text | None = None
    repealed_on: date | None = None
    regimes: list[_Text] = []
    why: _Text | None = None
    doubts: _Text | None = None
    languages: list[Literal["ru", "kk", "en"]] = []
    editions_seen: list[date] = []
    amendments: list[_Amendment] = []
    sources: list[_Text] = []

    def objection(self) -> tuple[str, str] | None:
        """What no single field shows: the key it is about and the message."""
        if self.ngr and self.ngr_guess:
            return "ngr_guess", "give ngr or ngr_guess, not both"
        if self.adopted and self.adopted_in:
            return "adopted_in", "give adopted or adopted_in, not both"
        if objection := self._objection_to_days():
            return objection
        for amendment in self.amendments:
            if message := amendment.objection():
                return "amendments", message
        years = [a.year if a.date_ is None else a.date_.year for a in self.amendments]
        days = [a.date_ for a in self.amendments if a.date_]
        if years != sorted(years, key=lambda year: year or 0) or days != sorted(days):
            return "amendments", "amendments must run from the oldest to the newest"
        return None

    def _objection_to_days(self) -> tuple[str, str] | None:
        if self.published and self.adopted and self.published < self.adopted:
            return "published", "an act is not published before it is adopted"
        if self.in_force_ground and not (self.in_force_from and self.in_force_basis):
            return "in_force_ground", "give in_force_from and in_force_basis with it"
        return None

    def watched(self, line: int) -> WatchedAct:
        """The entry as a value of the corpus; `line` is where it starts in the file."""
        titles = self.title.model_dump(exclude={"en_origin"}, exclude_none=True)
        return WatchedAct(
            ngr=self.ngr or self.ngr_guess,
            code_status=self.code_status,
            form=self.form,
            status=self.status,
            reference_bank_id=self.zan_id,
            number=self.number,
            adopted=_label(self.adopted, self.adopted_in),
            titles=tuple((Language(code), title) for code, title in titles.items()),
            title_en_origin=self.title.en_origin,
            about=self.about,
            in_force_from=self.in_force_from,
            in_force_basis=self.in_force_basis,
            in_force_ground=self.in_force_ground,
            published=self.published,
            repealed_by=self.repealed_by,
            repealed_on=self.repealed_on,
            regimes=tuple(self.regimes),
            why=self.why,
            doubts=self.doubts,
            languages=tuple(map(Language, self.languages)) or DEFAULT_LANGUAGES,
            editions_seen=tuple(map(EditionLabel.on, self.editions_seen)),
            amendments=tuple(amendment.amendment() for amendment in self.amendments),
            sources=tuple(self.sources),
            line=line,
        )


class _File(_Table):
    act: list[_Entry] = []


def _label(day: date | None, year: int | None) -> EditionLabel | None:
    if day:
        return EditionLabel.on(day)
    return EditionLabel.parse(str(year)) if year else None


def _refuse_doubles(acts: Sequence[WatchedAct], places: Places) -> None:
    identities: tuple[tuple[str, Callable[[WatchedAct], object]], ...] = (
        ("ngr", lambda act: act.ngr),
        ("zan_id", lambda act: act.reference_bank_id),
    )
    for key, identity in identities:
        seen: dict[object, WatchedAct] = {}
        for at, act in enumerate(acts):
            value = identity(act)
            if value is None:
                continue
            if value in seen:
                message = f"{value} already stands in line {seen[value].line}"
                raise WatchlistError(places.mistake(("act", at, key), message))
            seen[value] = act
