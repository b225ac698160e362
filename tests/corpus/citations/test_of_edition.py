from __future__ import annotations

import pytest

from corpus.citations.of_edition import of_edition
from corpus.law import EditionLabel, Language


@pytest.mark.parametrize(
    ("label", "language", "said"),
    [
        ("2023-01-01", Language.RU, "статья 3 (в редакции от 01.01.2023)"),
        ("2023-01-01", Language.KK, "статья 3 (01.01.2023 редакциясында)"),
        ("2023-01-01", Language.EN, "статья 3 (edition of 2023-01-01)"),
        ("1998", Language.RU, "статья 3 (в редакции 1998 года)"),
        ("1998", Language.KK, "статья 3 (1998 жылғы редакциясында)"),
        ("1998", Language.EN, "статья 3 (edition of 1998)"),
        ("undated", Language.RU, "статья 3"),
    ],
)
def test_a_citation_says_its_edition_as_far_as_that_is_known(
    label: str, language: Language, said: str
) -> None:
    assert of_edition("статья 3", EditionLabel.parse(label), language) == said
