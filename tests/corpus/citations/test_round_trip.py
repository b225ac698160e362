"""Every provision of the sample and the registry texts: cite it, resolve that, be there again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from corpus.addresses import Unit
from corpus.bundled import own_watchlist
from corpus.citations.acts import ActName, ActRegister, CitableAct
from corpus.citations.formal import formal
from corpus.citations.places import place_in, units_at
from corpus.citations.provisions import CitedProvision
from corpus.citations.reading import read_citation
from corpus.citations.resolving import Resolved, resolve
from corpus.keys import joined
from corpus.law import Edition, EditionLabel, Language
from crawler.registries import adilet, read
from crawler.registries.files import scan
from crawler.registries.pages import Format, PageSource
from crawler.registries.refusals import Refusal
from crawler.sample.acts import load_acts
from crawler.sample.classic import ClassicPages


class OfEditions:
    """What is held, straight from editions."""

    def __init__(self, editions: Iterable[Edition]) -> None:
        self._keys: dict[str, dict[str, tuple[str, ...]]] = {}
        for edition in editions:
            own = self._keys.setdefault(edition.ngr, {})
            for article in edition.articles:
                own.setdefault(article.key, article.divisions)

    def keys(self, ngr: str) -> Mapping[str, tuple[str, ...]]:
        return self._keys.get(ngr, {})

    def holders(self, unit: str) -> Sequence[tuple[str, str]]:
        return [
            (ngr, key)
            for ngr, keys in self._keys.items()
            for key in keys
            if key == unit or key.endswith(f"__{unit}")
        ]

    def may_have(self, _unit: str) -> Sequence[str]:
        return []  # all of them are held whole


def registered(editions: Sequence[Edition]) -> ActRegister:
    watched = {one.ngr: one.act for one in own_watchlist().acts if one.ngr}
    acts = []
    for ngr in dict.fromkeys(edition.ngr for edition in editions):
        known = watched.get(ngr)
        names = [
            ActName(edition.title, edition.language)
            for edition in editions
            if edition.ngr == ngr and edition.title
        ]
        acts.append(
            CitableAct(
                ngr,
                known.form if known else None,
                known.number if known else None,
                known.adopted if known else None,
                names=tuple(dict.fromkeys(names)),
            )
        )
    return ActRegister(tuple(acts))


def lost(editions: Sequence[Edition], languages: Sequence[Language]) -> tuple[int, list[str]]:
    """How many provisions were cited, and the citations that led elsewhere."""
    register, held = registered(editions), OfEditions(editions)
    resolved = cache(lambda words: resolve(read_citation(words), register, held))
    wrong: list[str] = []
    cited = 0
    for edition in editions:
        act = register.act(edition.ngr)
        assert act is not None
        for article in edition.articles:
            wanted: list[tuple[str, tuple[Unit, ...], str]] = [(article.key, (), "")]
            wanted += [
                (article.key, units, block.key)
                for block in article.blocks
                if (units := units_at(article, block)) is not None
            ]
            for key, units, path in wanted:
                for language in languages:
                    words = formal(act, key, units, language, path)
                    cited += 1
                    found = resolved(words)  # editions repeat most provisions
                    if not isinstance(found, Resolved) or len(found.provisions) != 1:
                        wrong.append(f"{words}: {found}")
                        continue
                    (one,) = found.provisions
                    reached = _reached(one, article.key, edition)
                    if (one.act.ngr, reached) != (edition.ngr, joined(key, path)):
                        wrong.append(f"{words}: {one.key}, not {joined(key, path)}")
    return cited, wrong


def _reached(one: CitedProvision, key: str, edition: Edition) -> str | None:
    if one.path or one.key != key:
        return joined(one.key, one.path)
    place = place_in(edition.by_key[key], one.inside)
    return joined(key, place.key) if place else None


def test_every_provision_of_the_sample_is_cited_so_that_it_is_found_again() -> None:
    acts = load_acts()
    pages = ClassicPages(acts)
    editions = []
    for act in acts:
        for one in act.editions:
            html = pages.edition(one, dated=one.label != act.labels[-1])
            label = EditionLabel.on(one.label)
            source = PageSource(one.ngr, one.language, Format.ADILET, label)
            editions.append(adilet.read_edition([html.encode()], source))
    cited, wrong = lost(editions, (Language.RU, Language.KK))
    assert wrong == []
    assert cited > 1_000


def test_every_provision_of_the_registries_is_cited_so_that_it_is_found_again(
    shared_registry: Path,
) -> None:
    editions = []
    for page in scan([shared_registry]):
        assert page.source
        try:
            editions.append(read(page.source.format, [page.body], page.source))
        except Refusal:
            continue
    cited, wrong = lost(editions, (Language.RU, Language.KK))
    assert wrong == []
    assert cited > 5_000
