"""The bundled sample, whose two languages are meant to agree, in every edition."""

from __future__ import annotations

from itertools import pairwise

import pytest

from corpus.law import EditionLabel, Language
from crawler.registries import adilet
from crawler.registries.pages import Format, PageSource
from crawler.sample.acts import SampleAct, load_acts
from crawler.sample.classic import ClassicPages
from diffing.languages.amendments import Pair, one_sided_amendments
from diffing.languages.bilingual import compare_languages

ACTS = load_acts()
CLASSIC = ClassicPages(ACTS)


def both(act: SampleAct, place: int) -> Pair:
    """One edition of an act in both languages."""
    day = act.labels[place]
    label = EditionLabel.on(day)
    editions = []
    for language in (Language.RU, Language.KK):
        edition = act.edition(language, day)
        assert edition is not None
        html = CLASSIC.edition(edition, dated=day != act.labels[-1])
        source = PageSource(act.ngr, language, Format.ADILET, label)
        editions.append(adilet.read_edition([html.encode()], source))
    return Pair(*editions)


@pytest.mark.parametrize(
    ("act", "place"), [(act, n) for act in ACTS for n in range(len(act.labels))]
)
def test_both_languages_of_the_sample_agree(act: SampleAct, place: int) -> None:
    pair = both(act, place)
    found = compare_languages(pair.russian, pair.kazakh)
    assert found.disagreements == ()
    assert found.not_comparable == ()
    assert found.agreed > 5


def test_one_article_of_the_sample_was_amended_in_kazakh_only_and_says_so() -> None:
    found = []
    for act in ACTS:
        editions = [both(act, place) for place in range(len(act.labels))]
        for older, newer in pairwise(editions):
            found += [(act.ngr, one) for one in one_sided_amendments(older, newer)]
    ((ngr, only),) = found
    assert (ngr, only.key, only.changed) == ("Z950002464_", "art_44", Language.KK)
    assert str(only.by) == "2023-01-01"
    assert "не изменяется" in only.told
