"""Articles that one language of an edition has and the other lacks."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.law import Edition
from diffing.anomalies.catalogue import Anomaly, AnomalyKind
from diffing.classify import has_wording
from diffing.holding import all_hold


def articles_out_of_step(one: Edition, other: Edition) -> Iterator[Anomaly]:
    """The articles of two languages of one edition that only one has, where both hold the place.

    An article without wording (excluded, its heading kept) may be left out in the other language.
    """
    for teller, silent in ((one, other), (other, one)):
        for article in teller.articles:
            if article.key in silent.by_key or not has_wording(article):
                continue
            if all_hold(teller, article.key, [silent]):
                yield Anomaly(
                    AnomalyKind.ARTICLES_OUT_OF_STEP,
                    teller.ngr,
                    f"{article.printed_heading or article.key} stands in {teller.language} and not "
                    f"in {silent.language}",
                    silent.language,
                    silent.label,
                    key=article.key,
                    values={"language": teller.language, "other": silent.language},
                )
