"""Every kind of page of the site, on the bundled sample."""

from __future__ import annotations

from collections.abc import Mapping

ELECTIONS, LOCAL, DECREE = "Z950002464_", "Z010000148_", "U040001484_"
ARTICLE = f"/acts/{ELECTIONS}/articles/art_113-3"

PAGES: Mapping[str, str] = {
    "start": "/",
    "search": "/search?q=выдвижение+кандидатов&on=any",
    "search-citation": "/search?q=ст.+113-3+п.+2&on=2022-06-01",
    "search-nothing": "/search?q=маслехат+абракадабра",
    "act": f"/acts/{ELECTIONS}",
    "act-old": f"/acts/{ELECTIONS}?edition=2022-02-07&lang=ru",
    "act-beside": f"/acts/{ELECTIONS}?lang=ru&beside=kk",
    "act-repealed": f"/acts/{DECREE}",
    "act-without-text": "/acts/Z2200000156",
    "article": ARTICLE,
    "article-old": f"{ARTICLE}?on=2022-06-01&lang=ru",
    "article-changes": f"{ARTICLE}?view=changes&lang=ru",
    "article-blame": f"{ARTICLE}?view=blame&lang=ru",
    "article-beside": f"{ARTICLE}?lang=ru&beside=kk",
    "compare-form": "/compare",
    "compare-editions": f"/compare?left={ELECTIONS}@2022-02-07&right={ELECTIONS}@2023-01-01",
    "compare-acts": f"/compare?left={DECREE}@2005-07-08&right={ELECTIONS}:ch_13-1@2023-01-01",
    "compare-regimes": "/regimes/2013/compare/2020",
    "regimes": "/regimes",
    "correspondence": "/regimes/2013/correspondence/2020",
    "changes": "/changes",
    "changes-of-chapter": f"/changes?act={ELECTIONS}&article=ch_13-1",
    "amendments": "/amendments",
    "amendments-of-act": f"/acts/{ELECTIONS}/amendments",
    "status": "/status",
    "anomalies": "/status/anomalies",
    "exports": "/exports",
    "regimes-by-theme": "/regimes?phase=2013,2020&theme=signatures,deposit",
    "api": "/docs",
    "unknown-act": "/acts/Z950002465_",
    "unknown-article": f"/acts/{ELECTIONS}/articles/art_999",
    "day-not-held": f"{ARTICLE}?on=2001-01-01",
}
"""By name; the names are those of the screenshots."""
