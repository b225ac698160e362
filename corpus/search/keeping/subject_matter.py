"""Which regimes and themes name a provision: what of the subject matter a document carries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from corpus.bundled import own_regimes, own_themes
from corpus.law import Article, digest
from corpus.provisions import ProvisionSet, is_inside
from corpus.regimes import Regimes
from corpus.themes import Themes

_Named = tuple[str, ProvisionSet]
"""The key of a regime or theme, and provisions that it names."""


@dataclass(frozen=True)
class SubjectMatter:
    """The provisions that regimes and themes name, by act.

    A provision is named whatever its wording: by its article's key, a division around it, or a
    point inside it that the wording has. A regime names those of all its phases, the general part
    that ruled them among them.
    """

    regimes: Regimes
    themes: Themes

    def regimes_of(self, ngr: str, article: Article) -> tuple[str, ...]:
        """The keys of the regimes that name an article, in their order."""
        return _naming(self._by_regime.get(ngr, ()), article)

    def themes_of(self, ngr: str, article: Article) -> tuple[str, ...]:
        """The keys of the themes that name an article, in their order."""
        return _naming(self._by_theme.get(ngr, ()), article)

    @cached_property
    def mark(self) -> str:
        """Another one for other provisions: an index that was made by those is outdated."""
        return digest(repr((dict(self._by_regime), dict(self._by_theme))))[:8]

    @cached_property
    def _by_regime(self) -> Mapping[str, Sequence[_Named]]:
        return _by_act(
            (regime.key, provisions)
            for regime in self.regimes.regimes
            for phase in regime.phases
            for provisions in (*phase.provisions, *phase.general)
        )

    @cached_property
    def _by_theme(self) -> Mapping[str, Sequence[_Named]]:
        return _by_act(
            (theme.key, provisions)
            for theme in self.themes.themes
            for cell in theme.cells
            for provisions in cell.provisions
        )


@cache
def own_subject_matter() -> SubjectMatter:
    """That which comes with Nusqa."""
    return SubjectMatter(own_regimes(), own_themes())


def _by_act(named: Iterator[_Named]) -> Mapping[str, Sequence[_Named]]:
    found: dict[str, list[_Named]] = defaultdict(list)
    for key, provisions in dict.fromkeys(named):
        found[provisions.ngr].append((key, provisions))
    return found


def _naming(named: Sequence[_Named], article: Article) -> tuple[str, ...]:
    keys = (key for key, provisions in named if _names(provisions, article))
    return tuple(dict.fromkeys(keys))


def _names(provisions: ProvisionSet, article: Article) -> bool:
    own = {article.key, *article.divisions}
    return not provisions.keys or any(
        key in own or is_inside(key, article) for key in provisions.keys
    )
