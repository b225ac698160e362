"""Rules as a redline compares them when no key ties them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.law import Block, BlockKind
from diffing.correspondence.provision import Provision
from diffing.redline import Wording


def together(rules: Sequence[Provision]) -> Wording:
    """The wording of one rule, or of several one after the other, each with its number.

    The blocks have no keys: in another act, or after another number, they would differ though
    nothing else does.
    """
    if not rules:
        return Wording()
    if len(rules) == 1:
        (rule,) = rules
        return Wording(rule.marker, rule.heading, tuple(map(_keyless, rule.blocks)))
    blocks: list[Block] = []
    for rule in rules:
        first, *rest = rule.blocks or (Block(BlockKind.PART, ""),)
        if rule.heading:
            blocks.append(Block(BlockKind.HEADING, rule.heading, marker=rule.marker))
            blocks += [first, *rest]
        else:
            kind = BlockKind.POINT if rule.marker else first.kind
            blocks += [replace(first, kind=kind, marker=rule.marker), *rest]
    return Wording(blocks=tuple(map(_keyless, blocks)))


def _keyless(block: Block) -> Block:
    return replace(block, key="")
