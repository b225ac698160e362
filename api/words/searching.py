"""What the values of a search's facets are called, in every language."""

from __future__ import annotations

from functools import cache

from api.models.search import Titles
from api.questions.search.finding import Found
from api.words.interface import section
from corpus.bundled import own_regimes, own_themes
from corpus.citations.forms import NAMES


def titles_of(found: Found) -> Titles:
    """What is called how of the facets that were counted; years are called what they are."""
    if not found.query.count_facets:
        return {}
    counted = found.results.facets.get("acts", ())
    acts = {one.value: found.acts[one.value].titles for one in counted if one.value in found.acts}
    return {**_fixed(), "acts": acts}


@cache
def _fixed() -> Titles:
    return {
        "forms": {
            form: {language: name.nominative for language, name in names.items()}
            for form, names in NAMES.items()
        },
        "languages": section("language"),
        "statuses": section("found_status"),
        "regimes": {one.key: one.titles for one in own_regimes().regimes},
        "themes": {one.key: one.titles for one in own_themes().themes},
    }
