"""What a refused address may have meant: articles, editions, regimes, themes, each by its title."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from urllib.parse import urlencode

from fastapi import Request
from sqlalchemy.orm import Session

from api.problems.refusals import UnknownParameter
from api.rendering.page import Links, Reader
from api.words.faults import parameter_name
from api.words.naming import article_name, place_name
from api.words.regimes import phase_read
from corpus.bundled import own_regimes, own_themes
from corpus.law import EditionLabel, Language
from corpus.phases import UnknownRegime
from corpus.store import reads
from corpus.store.errors import LanguageNotHeld, UnknownAct, UnknownEdition
from corpus.store.texts import nearest_keys
from corpus.themes import UnknownTheme

_MOST_EDITIONS = 3


def near_articles(
    session: Session, reader: Reader, ngr: str, key: str, known: Sequence[str]
) -> dict[str, str]:
    """The articles whose numbers look like one, by their headings; `known` are nearest already.

    They are of the newest edition held; empty for an act of which nothing is held.
    """
    for language in (reader.language, *Language):
        try:
            editions = reads.editions(session, ngr, language)
        except (UnknownAct, LanguageNotHeld):
            continue
        if editions:
            break
    else:
        return {}
    articles = {one.key: one for one in reads.edition(session, editions[-1].id).articles}
    return {
        article_name(articles[one], language)
        if one in articles
        else place_name(one, reader.language): reader.links("acts", ngr, "articles", one)
        for one in known or nearest_keys(key, articles)
    }


def near_editions(
    reader: Reader, place: Sequence[str], lang: object, labels: Iterable[str]
) -> dict[str, str]:
    """Editions by what they are called, each with the address of the same place in it."""
    return {
        reader.interface.edition(EditionLabel.parse(label)): reader.links(
            *place, lang=lang, edition=label
        )
        for label in labels
    }


def in_other_languages(
    reader: Reader, place: Sequence[str], error: UnknownEdition
) -> dict[str, str]:
    """The edition in the languages in which it is held, each with the address of the same place."""
    name = reader.interface.edition(error.label)
    return {
        f"{name} ({reader.interface(f'language.{one}')})": reader.links(
            *place, lang=one, edition=error.label
        )
        for one in error.held_in
    }


def newest_editions(session: Session, reader: Reader, place: Sequence[str]) -> dict[str, str]:
    """The newest editions held of the act of a place, the newest first; empty if it is unknown."""
    ngr = place[1]
    try:
        act = reads.act(session, ngr)
    except UnknownAct:
        return {}
    found: dict[str, str] = {}
    for language in (reader.language, *Language):
        if not found and act.languages.get(language):
            labels = [str(one.label) for one in reads.editions(session, ngr, language)]
            newest = labels[: -_MOST_EDITIONS - 1 : -1]
            found = near_editions(reader, place, language, newest)
    return found


def other_regimes(request: Request, reader: Reader, error: UnknownRegime) -> dict[str, str]:
    """The nearest regimes and phases, else the regimes: each in the place of the unknown one."""
    regimes = own_regimes()
    given = {*request.path_params.values(), *request.query_params.values()} - {error.key}
    titles = {one.key: f"{one.key}: {one.titles[reader.language]}" for one in regimes.regimes}
    titles |= {one.key: phase_read(reader.interface, one) for one in regimes.phases if one.on}
    offered = [one for one in error.nearest if one in titles] or [
        one.key for one in regimes.regimes
    ]
    return {
        titles[key]: replaced(request, reader, error.key, key)
        for key in offered
        if key not in given
    }


def other_themes(request: Request, reader: Reader, error: UnknownTheme) -> dict[str, str]:
    """The nearest themes or stages, else all there are."""
    themes = own_themes()
    titles = {one.key: one.titles[reader.language] for one in themes.stages}
    titles |= {one.key: one.titles[reader.language] for one in themes.themes}
    return {
        titles[key]: replaced(request, reader, error.key, key)
        for key in (error.nearest or error.known)
        if key in titles
    }


def near_parameters(request: Request, reader: Reader, error: UnknownParameter) -> dict[str, str]:
    """The parameters that an unknown one may have meant: the same address with each instead."""
    given = request.query_params.multi_items()
    return {
        parameter_name(near, reader.interface): f"{request.url.path}?"
        + urlencode([(near if name == error.parameter else name, value) for name, value in given])
        for near in error.nearest
        if near not in request.query_params
    }


def without_parameters(request: Request, unfit: Collection[str]) -> str | None:
    """The address of the same page without what does not fit; None where that is in its path."""
    if not unfit:
        return None
    kept = [one for one in request.query_params.multi_items() if one[0] not in unfit]
    return f"{request.url.path}?{urlencode(kept)}" if kept else request.url.path


def replaced(request: Request, reader: Reader, unknown: str, key: str) -> str:
    """The same address with another key in the place of the unknown one, in a list as well."""
    parts = request.scope["path"].strip("/").split("/")
    path = Links(None)(*(key if one == unknown else one for one in parts))
    query = [(name, _with(value, unknown, key)) for name, value in _given(request, reader)]
    return f"{path}?{urlencode(query)}" if query else path


def _with(value: str, unknown: str, key: str) -> str:
    if value == unknown:
        return key
    return ",".join(key if one.strip() == unknown else one for one in value.split(","))


def _given(request: Request, reader: Reader) -> list[tuple[str, str]]:
    given = [one for one in request.query_params.multi_items() if one[0] != "ui" and one[1]]
    return [*given, *([("ui", str(reader.links.ui))] if reader.links.ui else [])]
