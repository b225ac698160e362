"""How many rows of a Parquet file are written at a time."""

from __future__ import annotations

ROWS_IN_A_GROUP = 500
"""Some 2 MB of articles, held in Arrow's own form, until they are written."""
