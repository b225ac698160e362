"""What went wrong, in the language of a page: one sentence with the days and labels in question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fastapi.exceptions import RequestValidationError

from api.feeds.acts_told import act_words, entry_words
from api.interface import Interface
from api.problems import DaysAtOdds
from api.questions.explained import published_on
from api.questions.in_force.in_doubt import InForceUnknown, NotYetInForce
from corpus.citations.formal import place_in_words
from corpus.law import EditionLabel, Language
from corpus.store import errors
from corpus.store.known import QUARANTINED
from corpus.store.naming_editions import Missing
from diffing.in_force.starts import Start
from exports.identifiers import EXAMPLES, NoSuchForm

_MOST_NAMED = 3


def main_sentence(error: Exception, words: Interface) -> str | None:
    """The sentence for a reader; None where the kind of problem says all that there is to say."""
    told: str | None = None
    match error:
        case errors.UnknownAct():
            told = words("told.unknown-act", ngr=error.ngr)
        case errors.UnknownArticle():
            place = place_in_words(error.key, words.language)
            told = words("told.unknown-article", ngr=error.ngr, place=place)
        case errors.UnknownEdition():
            label = _label(error.label, words)
            told = words("told.unknown-edition", ngr=error.ngr, label=label)
        case errors.LanguageNotHeld():
            told = _language(error, words)
        case errors.NotHeld():
            place = place_in_words(error.key, words.language)
            told = words("told.article-not-held", label=_label(error.label, words), place=place)
        case errors.DateError():
            told = _of_day(error, words)
        case RequestValidationError():
            told = words("told.invalid-request", parameters=", ".join(_faults(error, words)))
        case NoSuchForm():
            told = words("told.unknown-identifier", examples=", ".join(EXAMPLES))
        case DaysAtOdds():
            told = words("told.days-at-odds")
    return told


def _faults(error: RequestValidationError, words: Interface) -> Iterable[str]:
    """Each parameter that does not fit, and what is wanted where a word for that is known."""
    named = []
    for one in error.errors():
        name = next(part for part in reversed(one["loc"]) if isinstance(part, str))
        wanted = _wanted(one["type"], one.get("ctx", {}), words)
        named.append(f"{name} ({wanted})" if wanted else name)
    return dict.fromkeys(named)


def _wanted(kind: str, limits: Mapping[str, object], words: Interface) -> str | None:
    match kind:
        case "greater_than_equal":
            return words("told.at-least", limit=limits["ge"])
        case "less_than_equal":
            return words("told.at-most", limit=limits["le"])
        case "string_too_long":
            return words("told.too-long", limit=limits["max_length"])
        case "int_parsing":
            return words("told.whole-number")
    return None


def in_question(error: InForceUnknown, words: Interface) -> Iterable[str]:
    """The wordings in question that no edition held has, in words."""
    if error.none_yet:
        yield words("told.none_yet")
    elif error.doubt.older:
        yield words("told.older")
    if error.doubt.other:
        yield words("told.other")


def presumed(error: InForceUnknown, words: Interface) -> str | None:
    """On which acts the likely wording rests; None where none is likely."""
    if error.likely is None:
        return None
    acts = [one.amendment.act for one in error.presumed]
    named = (act_words(words, act.adopted, act.number) for act in acts)
    told = "; ".join(dict.fromkeys(one for one in named if one))
    return words("told.likely_if", acts=told or words("amendments.act_unknown"))


def why_in_doubt(error: InForceUnknown, words: Interface) -> str:
    """Why no wording can be named as in force, as a clause."""
    why = words(f"why.{error.why.name.lower()}", label=_label(error.doubtful, words))
    starts = [_start(one, words) for one in error.doubt.starts]
    return f"{why} ({'; '.join(dict.fromkeys(starts[:_MOST_NAMED]))})" if starts else why


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


def _of_day(error: errors.DateError, words: Interface) -> str | None:
    day = words.day(error.day)
    told: str | None = None
    match error:
        case errors.ActRepealed():
            gone = words.day(error.repealed_on)
            named = act_words(words, error.by.adopted, error.by.number) if error.by else ""
            by = words("told.repealed-by", act=named) if named else ""
            told = words("told.act-repealed", day=day, repealed_on=gone, by=by)
        case errors.BeforeFirstEdition():
            told = _before_the_first(error, day, words)
        case errors.EditionNotHeld():
            told = _not_held(error, day, words)
        case errors.AmbiguousDate():
            told = words("told.ambiguous-date", day=day, labels=_labels(error.labels, words))
        case errors.NoDatedEdition():
            told = words("told.no-dated-edition", day=day)
        case NotYetInForce():
            told = words("told.not-yet-in-force", day=day, label=_label(error.label, words))
        case InForceUnknown():
            why = why_in_doubt(error, words)
            told = words("told.in-force-unknown", day=day, why=why)
    return told


def _before_the_first(error: errors.BeforeFirstEdition, day: str, words: Interface) -> str:
    first = _label(error.known_from, words)
    told = words("told.before-first-edition", day=day, known_from=first)
    if not error.missing:
        return told
    return f"{told} {words('told.earlier-not-held', missing=_missing(error.missing, words))}"


def _not_held(error: errors.EditionNotHeld, day: str, words: Interface) -> str:
    told = words("told.edition-not-held", day=day, missing=_missing(error.missing, words))
    refused = [one for one in error.missing if one[1] == QUARANTINED]
    if refused:
        told = f"{told} {words('told.in-quarantine', labels=_missing(refused, words))}"
    if error.known_from is None:
        return told
    return f"{told} {words('told.held-from', known_from=_label(error.known_from, words))}"


def _missing(missing: Missing, words: Interface) -> str:
    return _labels([label for label, _named_by in missing][-_MOST_NAMED:], words)


def _start(start: Start, words: Interface) -> str:
    act = start.amendment.act
    name = act_words(words, act.adopted, act.number) or words("amendments.act_unknown")
    return f"{name}: {entry_words(words, start.entry, published_on(act, start.entry))}"


def _label(label: EditionLabel, words: Interface) -> str:
    return str(label) if label.first_day else words("edition.undated")


def _labels(labels: Iterable[EditionLabel], words: Interface) -> str:
    return ", ".join(_label(one, words) for one in labels)
