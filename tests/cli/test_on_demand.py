"""Commands are imported when they are asked for, and only those."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest
from typer.main import get_group

from cli.on_demand import MODULES
from tests.cli.conftest import Nusqa


@pytest.mark.parametrize("module", sorted(set(MODULES.values())))
def test_every_command_of_a_module_is_in_the_table(module: str) -> None:
    commands = set(get_group(import_module(module).app).commands)
    assert commands == {name for name, where in MODULES.items() if where == module}


def test_the_help_lists_every_command(nusqa: Nusqa) -> None:
    ran = nusqa("--help")
    assert ran.status == 0
    assert all(name in ran.out for name in MODULES)


def test_an_unknown_command_is_used_wrongly(nusqa: Nusqa) -> None:
    assert nusqa("comapre").status == 2


def test_asking_for_the_version_loads_no_crawler_and_no_numerics() -> None:
    script = (
        "import sys; sys.argv = ['nusqa', '--version']\n"
        "from cli.main import main\n"
        "try: main()\n"
        "except SystemExit: print(*sorted({'scrapy', 'numpy', 'uvicorn'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    version, loaded = ran.stdout.splitlines()
    assert version.startswith("nusqa ")
    assert loaded == ""
