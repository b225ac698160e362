"""What a rule that has a partner can still claim: the pieces that its partner did not take.

This is how a split is told from two rules that merely resemble each other: an item of a list, or a
sentence, is more like another rule than like the partner of the rule it stands in. A second sign
are neighbours that say the same for several cases (registration of a party's candidate, of a
self-nominated one): an old rule that is like all of them may have been split into them.
"""

from __future__ import annotations

import numpy as np

from diffing.correspondence.matrices import Matrices
from diffing.correspondence.scales import Scales
from diffing.correspondence.vectors import Matrix

_NEAR = 3
"""So many rules apart, at most, are neighbours."""


def claims(found: Matrices, old: int, partner: int, scales: Scales) -> Matrix:
    """How well old rule `old`, whose partner is new rule `partner`, still fits each new rule."""
    own = found.old_pieces[old]
    left = np.where(own > own[:, [partner]], own, 0.0).max(axis=0, initial=0.0) * scales.piece
    among = found.among_new[partner]
    alike = (among >= scales.parallel) & (among < scales.twin)
    near = np.abs(np.arange(len(among)) - partner) <= _NEAR
    claim: Matrix = np.maximum(left, np.where(alike & near, found.scores[old], 0.0))
    return claim
