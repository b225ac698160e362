"""The links in the whole text of an act: as on the pages of its articles, but kept on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from api.pages.act_anchors import RowIds, ids_of
from api.pages.article_parts.related import RelatedLinks, WholeText
from api.pages.article_parts.wording import Stretch, linked
from api.questions.asked import Asked
from api.questions.relations.related import Reference
from api.questions.whole_act.text import TextRow
from api.rendering.page import Reader
from corpus.law import Article
from corpus.store.records import EditionSummary

Linked = Mapping[str, Mapping[int, Sequence[Stretch]]]
"""By the key of an article and the number of a block, from 0: its text in stretches."""


def linked_text(
    reader: Reader,
    shown: EditionSummary,
    asked: Asked,
    rows: Sequence[TextRow],
    ids: Sequence[RowIds],
    cites: Mapping[str, Sequence[Reference]],
) -> Linked:
    """The blocks of a text that have links; `ids` are those of its rows."""
    page = WholeText(shown.ngr, shown.language, shown.label, frozenset(ids_of(ids)))
    pinned = asked.question != "newest"
    found: dict[str, Mapping[int, Sequence[Stretch]]] = {}
    for row in rows:
        if isinstance(row.here, Article) and row.key in cites:
            made = RelatedLinks(
                reader.links, shown.ngr, row.key, shown.language, pinned, reader.language, page
            )
            links = made.of_text(cites[row.key])
            found[row.key] = {
                at: linked(row.here.blocks[at].text, own) for at, own in links.items()
            }
    return found
