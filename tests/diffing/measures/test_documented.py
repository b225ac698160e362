"""What docs/measures.md tells researchers is what there is."""

from __future__ import annotations

import re

import pytest

from diffing.measures.columns import TableName
from diffing.measures.tables import table
from tests.conftest import REPOSITORY
from tests.diffing.measures.acts import four_editions, measured


@pytest.mark.parametrize("name", TableName)
def test_the_documentation_names_every_column_and_only_those(name: TableName) -> None:
    text = (REPOSITORY / "docs" / "measures.md").read_text(encoding="utf-8")
    (line,) = (line for line in text.splitlines() if line.startswith(f"| `{name}` |"))
    named = re.findall(r"`(\w+)`", line.split("|")[3])
    columns = [column.name for column in table(measured(*four_editions()), name).columns]
    assert ["ngr", "lang", "sample", *named] == columns
