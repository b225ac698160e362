"""The command `nusqa` as a user runs it: words in, an exit status and two streams out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cli.main import main
from corpus.settings import Settings
from crawler.run import Order, crawl_apart
from crawler.sample.server import serve_sample
from tests.crawler.funnel import article, page


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """Standard output as the one JSON document it must be."""
        return json.loads(self.out)


Nusqa = Callable[..., Ran]


@pytest.fixture
def nusqa(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Nusqa:
    """Runs a command with a data folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NUSQA_DATA_DIR", str(tmp_path / "var"))

    def run(*words: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["nusqa", *map(str, words)])
        with pytest.raises(SystemExit) as exit_:
            main()
        captured = capsys.readouterr()
        code = exit_.value.code
        return Ran(code if isinstance(code, int) else 0, captured.out, captured.err)

    return run


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the whole bundled sample, crawled over HTTP; tests that use it read."""
    folder = tmp_path_factory.mktemp("sample")
    with serve_sample() as server:
        order = Order("adilet", base_url=server.base_url, sample=True)
        assert crawl_apart(Settings(data_dir=folder, crawl_delay=0), order).complete
    return folder


@pytest.fixture
def sample(nusqa: Nusqa, sample_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Nusqa:
    """Runs a command on the whole bundled sample."""
    monkeypatch.setenv("NUSQA_DATA_DIR", str(sample_folder))
    return nusqa


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A folder of two saved editions of an act about gardens, with its manifest."""
    folder = tmp_path / "saved"
    folder.mkdir()
    old = page(article("1", "1. Деревья сажают весной."), article("2", "1. Поливают летом."))
    new = page(
        article("1", "1. Деревья сажают осенью."),
        article("2", "1. Поливают летом."),
        article("3", "1. Урожай собирает аким округа."),
    )
    entries = []
    for label, body in (("2001-01-01", old), ("2002-01-01", new)):
        (folder / f"{label}.md").write_bytes(body)
        entries.append(
            f'[[file]]\npath = "{label}.md"\nformat = "reference-bank-markdown"\n'
            f'ngr = "Z990000777_"\nlang = "ru"\nlabel = "{label}"\nholds = "whole"\n'
        )
    (folder / "manifest.toml").write_text("\n".join(entries), encoding="utf-8")
    return folder
