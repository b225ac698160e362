"""The words of a Whoosh index are counted as they are in the texts."""

from __future__ import annotations

from pathlib import Path

from corpus.search.engines.whoosh.opening import OpenWhoosh
from corpus.search.engines.whoosh.writing import build, change
from corpus.search.words.analysis import Analyser
from corpus.search.words.lexicon import LexiconCounter

from ..texts import official_documents, own_documents


def test_each_word_is_counted_once_a_document_in_its_language(
    tmp_path: Path, shared_registry: Path
) -> None:
    analyser = Analyser()
    documents = own_documents() + official_documents(shared_registry, most=300)
    build(tmp_path, analyser, documents[:200])
    change(tmp_path, analyser, documents[200:], [old.id for old in documents[:50]])

    counted = LexiconCounter()
    for document in documents[50:]:
        counted.add(document.lang, analyser.words(f"{document.heading}\n\n{document.text}"))
    opened = OpenWhoosh.of(tmp_path, analyser)
    assert opened.lexicon == counted.lexicon()
    assert opened.lexicon.documents("закон") > 0
