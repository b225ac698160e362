"""Where the pages of regimes lead: provisions, the compare page, the picture of a pair."""

from __future__ import annotations

from dataclasses import dataclass

from api.rendering.page import Links
from corpus.keys import SEPARATOR
from corpus.law import EditionLabel, Language
from diffing.correspondence.bands import Band, Mark
from diffing.correspondence.relation import Relation

_HIDDEN = frozenset({Relation.IDENTICAL})
"""What the compare page shows only when asked to."""


@dataclass(frozen=True)
class PairLinks:
    """Addresses about two phases, by their keys, in the language of the texts."""

    links: Links
    left: str
    right: str
    language: Language

    def compare(self, only: Relation | None = None) -> str:
        """The page that shows both side by side; of one relation only, where one is named."""
        show = "all" if only in _HIDDEN else None
        return self.links(
            "regimes", self.left, "compare", self.right, lang=self.language, kind=only, show=show
        )

    def pair(self, band: Band) -> str:
        """A pair in that page: its items are numbered as the comparison's."""
        only = band.relation if band.relation in _HIDDEN else None
        return f"{self.compare(only)}#r-{band.number}"

    def rule(self, mark: Mark) -> str:
        """A provision in the edition that was compared."""
        return provision_link(
            self.links, mark.ngr, mark.key, mark.article_key, mark.edition, self.language
        )

    def picture(self, **parameters: object) -> str:
        """The picture of both."""
        given = {"lang": self.language, **parameters}
        return self.links("regimes", self.left, "correspondence", self.right, **given)


def provision_link(
    links: Links, ngr: str, key: str, article: str, label: EditionLabel, language: Language
) -> str:
    """An article in an edition, at the point that a key names in it."""
    inside = key.removeprefix(article).removeprefix(SEPARATOR)
    address = links("acts", ngr, "articles", article, lang=language, edition=label)
    return f"{address}#{inside}" if inside else address
