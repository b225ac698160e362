"""What went wrong, in the language of a page: one sentence with the days and labels in question."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fastapi.exceptions import RequestValidationError

from api.problems.kinds import kind_of
from api.problems.refusals import (
    DaysAtOdds,
    InvalidRequest,
    RepeatedParameter,
    UnknownParameter,
)
from api.questions.compared.on_themes import NotRegimes
from api.questions.explained import published_on
from api.questions.in_force.in_doubt import InForceUnknown, NotYetInForce
from api.questions.sides import NothingHeld
from api.words.acts import act_words, entry_words
from api.words.faults import faults_told
from api.words.interface import Interface
from corpus.citations.formal import place_alone
from corpus.law import EditionLabel, Language
from corpus.phases import PhaseWithoutText, UnknownRegime
from corpus.store import day_errors, errors
from corpus.store.known import QUARANTINED
from corpus.store.naming_editions import Missing
from corpus.themes import UnknownTheme
from diffing.in_force.starts import Start
from exports.identifiers import EXAMPLES, NoSuchForm
from webhooks.targets import HostNotFound

_MOST_NAMED = 3
_OF_COMMANDS = re.compile(r"[^.`]*`nusqa [^`]*`[^.]*\.\s*")
_LONGEST_NAME = 60
"""Of what somebody gave as the name of a regime or a theme."""
REFUSED = frozenset(
    {"invalid-request", "not-found", "method-not-allowed", "not-comparable", "unauthorized"}
    | {"pinned-text-not-held", "webhook-refused", "watches-closed", "too-many-watches"}
    | {"unknown-export", "unknown-form", "too-long-for-paper", "too-many-exports"}
    | {"nothing-to-replay"}
    | {"body-too-large", "search-unavailable", "store-unavailable", "internal-error"}
)
"""The kinds of problems a page may have that a sentence of their own tells whole."""
NAMED = frozenset({"unknown-regime", "unknown-theme", "phase-without-text", "regime-not-held"})
"""Those whose sentence names the regime, the phase or the theme."""


def main_sentence(error: Exception, words: Interface) -> str | None:
    """The sentence for a reader; None for what only programs are told."""
    told: str | None = None
    match error:
        case errors.UnknownAct():
            told = words("told.unknown-act", ngr=error.ngr)
        case errors.UnknownArticle():
            place = place_alone(error.key, words.language)
            told = words("told.unknown-article", ngr=error.ngr, place=place)
        case errors.UnknownEdition():
            told = _edition(error, words)
        case errors.LanguageNotHeld():
            told = _language(error, words)
        case errors.CutOff():
            place = place_alone(error.key, words.language)
            told = words("told.article-cut", label=words.label(error.label), place=place)
        case errors.NotHeld():
            place = place_alone(error.key, words.language)
            told = words("told.article-not-held", label=words.label(error.label), place=place)
        case day_errors.DateError():
            told = _of_day(error, words)
        case _:
            told = _of_request(error, words)
    return told


def without_commands(detail: str) -> str:
    """The API's own words without the sentences that name commands of ours."""
    return _OF_COMMANDS.sub("", detail).strip()


def _of_request(error: Exception, words: Interface) -> str | None:
    """What makes no sense in a request, and what the service cannot do now."""
    told: str | None = None
    match error:
        case RequestValidationError():
            told = words("told.invalid-request", parameters="; ".join(faults_told(error, words)))
        case NoSuchForm():
            told = words("told.unknown-identifier", examples=", ".join(EXAMPLES))
        case UnknownParameter():
            told = words("told.unknown-parameter", parameter=error.parameter)
        case RepeatedParameter():
            told = words("told.repeated-parameter", parameter=error.parameter)
        case HostNotFound():
            told = words("told.host-not-found", host=error.host)
        case DaysAtOdds():
            told = words("told.days-at-odds")
        case NotRegimes():
            told = words("at_odds.themes-of-regimes")
        case InvalidRequest() if error.why:
            told = words(f"at_odds.{error.why}")
        case UnknownRegime() | UnknownTheme() | PhaseWithoutText() | NothingHeld():
            told = words(f"refused.{kind_of(error).slug}", name=error.key[:_LONGEST_NAME])
        case _:
            slug = kind_of(error).slug
            told = words(f"refused.{slug}") if slug in REFUSED else None
    return told


def in_question(error: InForceUnknown, words: Interface) -> Iterable[str]:
    """The wordings in question that no edition held has, in words."""
    if error.none_yet:
        yield words("told.none_yet")
    elif error.doubt.older:
        yield words("told.older")
    if error.none_there:
        yield words("told.none_there")
    if error.doubt.other:
        yield words("told.other")


def presumed(error: InForceUnknown, words: Interface) -> str | None:
    """On which acts the likely wording rests; None where none is likely."""
    if error.likely is None:
        return None
    within = [one.amendment.act for one in error.presumed if one.inferred is None]
    named = (act_words(words, act.adopted, act.number) for act in within)
    acts = "; ".join(dict.fromkeys(one for one in named if one))
    told = []
    if error.inferred_from is not None:
        told.append(words("told.likely_inferred", day=words.day(error.inferred_from)))
    if within or not told:
        told.append(words("told.likely_if", acts=acts or words("amendments.act_unknown")))
    return " ".join(told)


def why_in_doubt(error: InForceUnknown, words: Interface) -> str:
    """Why no wording can be named as in force, as a clause."""
    label = words.label(error.doubtful)
    if error.in_part:
        return words("why.held_in_part", label=label)
    why = words(f"why.{error.why.name.lower()}", label=label)
    for held in error.by_year:
        why = f"{why}; {words('why.of_one_year', label=words.label(held))}"
    starts = [_start(one, words) for one in error.doubt.starts]
    return f"{why} ({'; '.join(dict.fromkeys(starts[:_MOST_NAMED]))})" if starts else why


def _edition(error: errors.UnknownEdition, words: Interface) -> str:
    named = {"ngr": error.ngr, "label": words.label(error.label)}
    if not error.held_in:
        return words("told.unknown-edition", **named)
    return words(
        "told.edition-in-other-language",
        asked=words(f"language.{error.language}"),
        held=", ".join(words(f"language.{one}") for one in error.held_in),
        **named,
    )


def _language(error: errors.LanguageNotHeld, words: Interface) -> str:
    if not error.held:
        return words("told.nothing-held", ngr=error.ngr)
    held = ", ".join(words(f"language.{one}") for one in error.held)
    return words(
        "told.language-not-held",
        ngr=error.ngr,
        asked=words(f"language.{Language(error.language)}"),
        held=held,
    )


def _of_day(error: day_errors.DateError, words: Interface) -> str | None:
    day = words.day(error.day)
    told: str | None = None
    match error:
        case day_errors.ActRepealed():
            gone = words.day(error.repealed_on)
            named = act_words(words, error.by.adopted, error.by.number) if error.by else ""
            by = words("told.repealed-by", act=named) if named else ""
            told = words("told.act-repealed", day=day, repealed_on=gone, by=by)
        case day_errors.BeforeFirstEdition():
            told = _before_the_first(error, day, words)
        case day_errors.EditionNotHeld():
            told = _not_held(error, day, words)
        case day_errors.AmbiguousDate():
            told = words("told.ambiguous-date", day=day, labels=_labels(error.labels, words))
        case day_errors.NoDatedEdition():
            told = words("told.no-dated-edition", day=day)
        case NotYetInForce():
            label = words.label(error.label)
            told = words("told.not-yet-in-force", day=day, label=label)
            if error.added:
                told = words("told.article-not-begun", day=day, label=label)
            if error.original:
                told = words("told.act-not-begun", day=day, label=label)
        case InForceUnknown():
            why = why_in_doubt(error, words)
            told = words("told.in-force-unknown", day=day, why=why)
    return told


def _before_the_first(error: day_errors.BeforeFirstEdition, day: str, words: Interface) -> str:
    if isinstance(error, day_errors.NotYetAdded):
        return _not_yet_added(error, day, words)
    first = words.label(error.known_from)
    told = words("told.before-first-edition", day=day, known_from=first)
    if not error.missing:
        return told
    return f"{told} {words('told.earlier-not-held', missing=_missing(error.missing, words))}"


def _not_yet_added(error: day_errors.NotYetAdded, day: str, words: Interface) -> str:
    act, target = error.addition.act, error.addition.target.key or ""
    named = act_words(words, act.adopted, act.number) or words("amendments.act_unknown")
    if target == error.key:
        return words("told.not-yet-added", day=day, act=named)
    place = place_alone(target, words.language)
    return words("told.division-not-yet-added", day=day, place=place, act=named)


def _not_held(error: day_errors.EditionNotHeld, day: str, words: Interface) -> str:
    told = words("told.edition-not-held", day=day, missing=_missing(error.missing, words))
    refused = [one for one in error.missing if one[1] == QUARANTINED]
    if refused:
        told = f"{told} {words('told.in-quarantine', labels=_missing(refused, words))}"
    if error.of_one_year and error.last_held:
        told = f"{told} {words('told.of-one-year', label=words.label(error.last_held))}"
    if error.known_from is None:
        return told
    return f"{told} {words('told.held-from', known_from=words.label(error.known_from))}"


def _missing(missing: Missing, words: Interface) -> str:
    return _labels([label for label, _named_by in missing][-_MOST_NAMED:], words)


def _start(start: Start, words: Interface) -> str:
    act = start.amendment.act
    name = act_words(words, act.adopted, act.number) or words("amendments.act_unknown")
    return f"{name}: {entry_words(words, start.entry, published_on(act, start.entry))}"


def _labels(labels: Iterable[EditionLabel], words: Interface) -> str:
    return ", ".join(words.label(one) for one in labels)
