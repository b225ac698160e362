"""The posting lists of a Whoosh index: what was put in, for us and for Whoosh's own queries."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from whoosh import index, query

from corpus.search import SearchDocument
from corpus.search.engines.whoosh.codec import ArrayTerms
from corpus.search.engines.whoosh.inversion import Inversion
from corpus.search.engines.whoosh.writing import build, change
from corpus.search.words.analysis import Analyser

from ..texts import own_documents

LETTERS = "абвәіz-1"


def random_rows(seed: int) -> list[list[str]]:
    chance = random.Random(seed)
    words = ["".join(chance.choices(LETTERS, k=chance.randint(1, 4))) for _ in range(60)]
    return [chance.choices(words, k=chance.randint(1, 40)) for _ in range(50)]


def listed(inversion: Inversion) -> dict[str, dict[int, list[int]]]:
    """For each term its documents with the places in each."""
    (inverted,) = inversion.iter_postings()
    assert inverted.terms == sorted(inverted.terms)
    ends = np.cumsum(inverted.counts)
    found: dict[str, dict[int, list[int]]] = {}
    for number, term in enumerate(inverted.terms):
        of_term = found[term.decode()] = {}
        for at in range(inverted.first[number], inverted.first[number + 1]):
            places = inverted.places[ends[at] - inverted.counts[at] : ends[at]]
            of_term[int(inverted.docs[at])] = places.tolist()
        assert list(of_term) == sorted(of_term)
    return found


def scanned(rows: dict[int, list[str]]) -> dict[str, dict[int, list[int]]]:
    found: dict[str, dict[int, list[int]]] = {}
    for doc, words in rows.items():
        for place, word in enumerate(words):
            found.setdefault(word, {}).setdefault(doc, []).append(place)
    return found


@pytest.mark.parametrize("seed", range(5))
def test_inverted_words_are_where_they_were(seed: int) -> None:
    rows = random_rows(seed)
    inversion = Inversion()
    for doc, words in enumerate(rows):
        inversion.add(("body", b"", doc, 1.0, words))
    assert listed(inversion) == scanned(dict(enumerate(rows)))


@pytest.mark.parametrize("seed", range(5))
def test_segments_put_together_lose_the_deleted_and_nothing_else(seed: int) -> None:
    rows, chance = random_rows(seed), random.Random(seed)
    first, second = Inversion(), Inversion()
    for doc, words in enumerate(rows[:30]):
        first.add(("body", b"", doc, 1.0, words))
    for doc, words in enumerate(rows[30:]):
        second.add(("body", b"", doc, 1.0, words))
    kept = sorted(chance.sample(range(30), 17))
    renumbered = np.full(30, -1)
    renumbered[kept] = len(rows[30:]) + np.arange(17)
    for inverted in first.iter_postings():
        second.add_inverted(inverted, renumbered)
    both = rows[30:] + [rows[doc] for doc in kept]
    assert listed(second) == scanned(dict(enumerate(both)))


def test_no_term_of_deleted_documents_alone_is_left() -> None:
    first, second = Inversion(), Inversion()
    first.add(("body", b"", 0, 1.0, ["прочь"]))
    for inverted in first.iter_postings():
        second.add_inverted(inverted, np.array([-1]))
    second.add(("body", b"", 0, 1.0, ["здесь"]))
    assert list(listed(second)) == ["здесь"]


@pytest.fixture
def documents(tmp_path: Path) -> Sequence[SearchDocument]:
    """Documents that the index holds, in two segments, one of them deleted."""
    documents = own_documents()
    build(tmp_path, Analyser(), documents[:30])
    change(tmp_path, Analyser(), documents[30:], [documents[3].id])
    return [one for one in documents if one is not documents[3]]


def test_whooshs_own_queries_read_them_too(
    tmp_path: Path, documents: Sequence[SearchDocument]
) -> None:
    analyser = Analyser()
    with index.open_dir(str(tmp_path)).searcher() as searcher:
        for word in ("акимов", "сайлаушылар", "party", "слово-которого-нет"):
            for part, text in (("heading", "heading"), ("body", "text")):
                having = [one for one in documents if word in analyser.words(getattr(one, text))]
                found = list(searcher.docs_for_query(query.Term(f"{part}_words", word)))
                assert len(found) == len(having)
                assert searcher.doc_frequency(f"{part}_words", word) in (
                    len(having),
                    len(having) + 1,  # Whoosh counts the deleted one
                )
        both = query.And([query.Term("body_words", "акимов"), query.Term("ngr", "Z950002464_")])
        having = [
            one
            for one in documents
            if "акимов" in analyser.words(one.text) and one.ngr == "Z950002464_"
        ]
        assert len(list(searcher.docs_for_query(both))) == len(having) > 0
        longest = query.Prefix("body_words", "сайлау")
        assert len(list(searcher.docs_for_query(longest))) == sum(
            any(word.startswith("сайлау") for word in analyser.words(one.text)) for one in documents
        )


def test_the_dictionary_has_every_word_once_and_in_order(
    tmp_path: Path, documents: Sequence[SearchDocument]
) -> None:
    analyser = Analyser()
    reader = index.open_dir(str(tmp_path)).reader()
    counted = Counter(word for one in documents for word in analyser.words(one.text))
    frequencies: Counter[str] = Counter()
    for leaf, _ in reader.leaf_readers():
        terms = ArrayTerms(leaf.storage(), leaf.segment())
        words = [terms[number].decode() for number in terms.of_field("body_words")]
        assert words == sorted(set(words))
        for word in words:
            frequencies[word] += int(terms.frequency("body_words", word.encode()))
        starting = {text[:2] for text in words}
        for start in starting:
            numbers = terms.beginning("body_words", start.encode())
            assert [terms[n].decode() for n in numbers] == [w for w in words if w.startswith(start)]
    reader.close()
    extra = frequencies - counted
    assert not counted - frequencies
    assert sum(extra.values()) == len(analyser.words(own_documents()[3].text))
