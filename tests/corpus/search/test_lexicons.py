"""Every engine knows the words of its index, with as many documents as there are."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.law import Language
from corpus.search import SearchDocument, SearchEngine
from corpus.search.words.analysis import Analyser
from corpus.search.words.lexicon import Lexicon, LexiconCounter
from tests.corpus.search.texts import document, own_documents


def counted(documents: Iterable[SearchDocument]) -> Lexicon:
    analyser = Analyser()
    counter = LexiconCounter()
    for one in documents:
        counter.add(one.lang, analyser.words(one.heading) + analyser.words(one.text))
    return counter.lexicon()


def assert_agrees(lexicon: Lexicon, documents: Iterable[SearchDocument]) -> None:
    """The same words; as many documents, or as many headings, or as many texts."""
    true = counted(documents)
    for language in Language:
        words = lexicon.words.get(language, {})
        assert set(words) == set(true.words[language])
        for word, count in words.items():
            assert true.words[language][word] / 2 <= count <= true.words[language][word]


def test_the_lexicon_is_that_of_all_texts_after_a_build_and_after_changes(
    engine: SearchEngine,
) -> None:
    documents = own_documents()
    engine.rebuild(documents)
    assert_agrees(engine.lexicon(), documents)

    new = [document("Совсем новое слово: круговорот.", key="art_77"), documents[0]]
    engine.update(new, [one.id for one in documents[3:9]])
    assert_agrees(engine.lexicon(), [new[0], *documents[:3], *documents[9:]])

    engine.update([], [one.id for one in [*documents, *new]])
    assert_agrees(engine.lexicon(), [])


def test_a_lexicon_stays_the_same_value_until_the_index_changes(engine: SearchEngine) -> None:
    engine.rebuild(own_documents())
    assert engine.lexicon() is engine.lexicon()
