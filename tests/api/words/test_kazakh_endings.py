"""Kazakh words govern cases, and a day in numbers has no ending: a noun must carry it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from api.words.interface import Interface, catalogue
from corpus.law import Language

KAZAKH = Interface(Language.KK)
_GOVERNED = re.compile(r"\{\w+\}\)? (?:бастап|дейін|кейін|бері|қарай|бұрын)\b")


def test_a_word_that_governs_a_case_never_follows_a_bare_number() -> None:
    wrong = {
        name: form
        for name, forms in catalogue(Language.KK).forms.items()
        for form in forms
        if _GOVERNED.search(form)
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("name", "days", "written"),
    [
        ("edition.since", {"from": date(2022, 2, 7)}, "07.02.2022 күнінен бастап"),
        ("edition.before", {"to": date(2022, 11, 5)}, "05.11.2022 күніне дейін"),
        (
            "edition.between",
            {"from": date(2022, 2, 7), "to": date(2022, 11, 5)},
            "07.02.2022 күнінен бастап 05.11.2022 күніне дейін",
        ),
    ],
)
def test_the_days_of_a_text_have_their_case_endings(
    name: str, days: dict[str, date], written: str
) -> None:
    assert KAZAKH.sentence(name, **days).striptags() == written
