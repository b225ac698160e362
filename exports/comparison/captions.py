"""The words of a comparison table that are ours and not the law's, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from diffing.classify import ChangeKind
from diffing.correspondence.relation import Relation, Route


@dataclass(frozen=True)
class Captions:
    """`{Braces}` are filled in by the table; decimals are written with `decimal`."""

    title: str
    number: str
    element: str
    ground: str
    relation: str
    kind: str
    in_force_from: str
    left_keys: str
    right_keys: str
    point: str
    """`{number}`"""
    heading: str
    opening: str
    absent: str
    not_found: str
    """Where the other side is not all held."""
    excluded: str
    act_unknown: str
    by_registry: str
    coarse: str
    score: str
    """`{score}`"""
    unsure: str
    possible_unmarked: str
    between: str
    """`{left}`, `{right}`"""
    legend: str
    labels: str
    several_acts: str
    backwards: str
    technical_left_out: str
    """`{count}`, as of the next ones."""
    technical_included: str
    identical_left_out: str
    unchanged_left_out: str
    not_compared: str
    in_part: str
    """`{texts}`"""
    missing: str
    """`{side}`, `{provisions}`"""
    doubts: str
    """`{side}`, `{doubts}`"""
    sample: str
    nothing: str
    notes: str
    sources: str
    source: str
    """`{act}`, `{label}`, `{registry}`"""
    fetched: str
    """`{moment}`"""
    page: str
    of_pages: str
    decimal: str
    kinds: Mapping[ChangeKind, str]
    relations: Mapping[Relation, str]
    routes: Mapping[Route, str]
