"""What pages, pictures and commands say of regimes: phases, provisions, correspondences."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from babel.numbers import get_decimal_symbol

from api.words.interface import Interface
from corpus.bundled import own_correspondences, own_themes
from corpus.citing import name_and_place
from corpus.keys import SEPARATOR
from corpus.law import Language
from corpus.phases import Phase, Texts
from diffing.correspondence.bands import BandCaptions, Mark, Name, Naming
from diffing.correspondence.relation import Relation, Route

_UNNUMBERED = "block_"


def phase_read(words: Interface, phase: Phase) -> str:
    """A phase by its title, with the day whose texts stand for it."""
    title = phase.titles[words.language]
    if phase.on is None:
        return title
    return words("regimes.read_on", title=title, day=words.day(phase.on))


def band_captions(words: Interface) -> BandCaptions:
    """The words of the picture of a correspondence."""
    return BandCaptions(
        relations={one: words(f"relation.{one}") for one in Relation},
        routes={one: words(f"route.{one.name.lower()}") for one in Route},
        pair=words("bands.pair", relation="{relation}", old="{old}", new="{new}"),
        alone=words("bands.alone", relation="{relation}", rule="{rule}"),
        similar=words("bands.similar", score="{score}"),
        decimal=get_decimal_symbol(str(words.language)),
        unsure=words("bands.unsure"),
        sample=f"{words('site.sample_title')}. {words('site.sample')}",
        note=words("bands.note"),
    )


def ground_words(words: Interface, ground: str) -> str:
    """Why a lawyer joined two rules: in the language where our file has it, else as written."""
    return _reasons().get(ground, {}).get(words.language, ground)


def provision_names(words: Interface) -> Naming:
    """What provisions are called: by the short names of texts, as in the matrix."""

    def naming(mark: Mark) -> Name:
        return _name(mark.ngr, mark.key, words.language)

    return naming


@cache
def _reasons() -> Mapping[str, Texts]:
    return {pair.why: pair.reasons for pair in own_correspondences()}


@lru_cache(maxsize=4_000)
def _name(ngr: str, key: str, language: Language) -> Name:
    outer, _, last = key.rpartition(SEPARATOR)
    unnumbered = last.startswith(_UNNUMBERED)
    text, place = name_and_place(
        ngr, outer if unnumbered and outer else key, own_themes().sources, language
    )
    if unnumbered:
        words = Interface(language)
        place = words("bands.before_points", place=place).strip()
    return Name(text, place)
