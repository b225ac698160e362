"""A watch of an article is told of what is done to its chapter and to the whole act."""

from __future__ import annotations

import json

from corpus.amendments import Target, Verb
from tests.corpus.store.amending import amendment, keep
from tests.corpus.store.making import RU, Shelf, article, edition
from tests.webhooks.watched import Corpus

URL = "http://127.0.0.1:9009/hook"


def test_a_watched_article_is_told_of_its_chapter_and_of_words_replaced_throughout(
    corpus: Corpus,
) -> None:
    content = (article("8", divisions=("ch_4",)), article("9", divisions=("ch_5",)))
    made = {key: corpus.watch(URL, key=key) for key in ("art_8", "art_9")}
    stated = (
        amendment("ch_4", "10-II", adopted="2001-03-04"),
        amendment("ch_4", "11-II", adopted="2001-03-05", verb=Verb.RETITLED),
        amendment("art_9", "12-II", adopted="2001-03-06"),
        amendment(number="13-II", adopted="2001-03-07", target=Target(), verb=Verb.WORDS_REPLACED),
        amendment(number="14-II", adopted="2001-03-08", target=Target(), verb=Verb.AMENDED),
    )
    with corpus.store.write() as session:
        held = Shelf(session, corpus.snapshots).put(edition("2011-01-01", content, language=RU))
        keep(session, held.id, *stated)
    corpus.follower().catch_up(corpus.clock())
    told = {
        key: [json.loads(one.body)["amendment"]["amending_act"]["number"] for one in corpus.log(of)]
        for key, of in made.items()
    }
    assert told == {"art_8": ["10-II", "13-II"], "art_9": ["12-II", "13-II"]}
