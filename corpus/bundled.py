"""The subject matter that comes with Nusqa, each file read once: what lawyers edit by hand."""

from __future__ import annotations

from functools import cache

from corpus.amending_acts import AmendingActs
from corpus.correspondences import CuratedPair, load_correspondences
from corpus.fingerprints import Fingerprints, load_fingerprints
from corpus.regimes import Regimes, load_regimes
from corpus.renamings import Renaming, load_renamings
from corpus.themes import Themes, load_themes
from corpus.watchlist import Watchlist, load_watchlist


@cache
def own_regimes() -> Regimes:
    """The regimes of electing akims and their phases."""
    return load_regimes()


@cache
def own_themes() -> Themes:
    """What ruled each theme of an election in each phase."""
    return load_themes(own_regimes())


@cache
def own_fingerprints() -> Fingerprints:
    """The wordings that the lines on themes were compared with."""
    return load_fingerprints()


@cache
def own_correspondences() -> tuple[CuratedPair, ...]:
    """The pairs of provisions that lawyers have judged to be the same rule."""
    return load_correspondences()


@cache
def own_renamings() -> tuple[Renaming, ...]:
    """The renamings ordered throughout an act that no footnote tells."""
    return load_renamings()


@cache
def own_watchlist() -> Watchlist:
    """The acts that are followed."""
    return load_watchlist()


@cache
def watched_numbers() -> frozenset[str]:
    """The registry numbers of the acts that are followed, certain or guessed."""
    return frozenset(act.ngr for act in own_watchlist().acts if act.ngr)


@cache
def own_amending_acts() -> AmendingActs:
    """What the watch list knows of amending acts."""
    return AmendingActs(own_watchlist())
