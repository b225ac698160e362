"""What is not checked in the matrix, for a person: told together where the reason is the same."""

from __future__ import annotations

from dataclasses import dataclass, field

from rich.text import Text

from api.questions.matrix import CellRead, Matrix, ProvisionRead
from cli.printing import OUT, remark
from corpus.fingerprints import ReadState

_STYLES = {ReadState.CHANGED: "bold red", ReadState.UNREAD: "yellow", ReadState.NOT_HELD: "cyan"}


@dataclass
class _Group:
    """Provisions of one act that stand alike in one phase, and the themes that rest on them."""

    keys: dict[str, None] = field(default_factory=dict)
    themes: dict[str, None] = field(default_factory=dict)


def show_unchecked(part: Matrix, whole: Matrix) -> None:
    """Print the themes of `part` by phase, state and reason; then how the whole matrix stands."""
    groups: dict[tuple[str, ReadState, str, str], _Group] = {}
    for cell in part.cells:
        for provision in cell.provisions:
            if provision.state is not ReadState.CHECKED:
                _add(groups, cell, provision)
    states, phases = list(_STYLES), [phase.key for phase in part.phases]
    for (phase, state, ngr, why), group in sorted(
        groups.items(), key=lambda one: (states.index(one[0][1]), phases.index(one[0][0]))
    ):
        themes = ", ".join(group.themes)
        OUT.print(Text.assemble((f"{state} ", _STYLES[state]), f"{phase}: ", (themes, "bold")))
        OUT.print(Text(f"  {ngr}:{','.join(group.keys)}"))
        OUT.print(Text(f"  {why}", style="dim"))
    counts = ", ".join(f"{count} {state}" for state, count in whole.states().most_common())
    remark(f"{len(whole.cells)} cells: {counts}" if counts else f"{len(whole.cells)} cells")


def _add(
    groups: dict[tuple[str, ReadState, str, str], _Group], cell: CellRead, provision: ProvisionRead
) -> None:
    reasons = dict.fromkeys(
        (copy.remark or f"Edition {copy.label} ({copy.language}).").replace(provision.key, "…", 1)
        for copy in provision.copies
        if copy.state == provision.state
    )
    place = (cell.phase.key, provision.state, provision.ngr, " ".join(reasons))
    group = groups.setdefault(place, _Group())
    group.keys[provision.key] = None
    group.themes[cell.theme.key] = None
