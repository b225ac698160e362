"""Small histories of our own, and real git to look at what becomes of them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from corpus.law import (
    WHOLE,
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Edition,
    EditionLabel,
    Footnote,
    Holding,
    Language,
)
from exports.git_history.told import Came, ToldAct, ToldEdition, ToldHistory

NGR = "Z010000148_"
LAW_OF_2013 = ToldAct("Закон Республики Казахстан от 13 июня 2013 года № 101-V", "Z1300000101")
LAW_OF_2021 = ToldAct("Закон Республики Казахстан от 24 мая 2021 года № 42-VII", "Z2100000042")
ORIGINAL = ToldAct("Закон Республики Казахстан от 23 января 2001 года № 148", NGR)


def article(number: str, *paragraphs: str, note: str = "") -> Article:
    body: list[Block | Footnote] = [
        Block(BlockKind.POINT, text, str(place), f"{place}.", f"p_{place}")
        for place, text in enumerate(paragraphs, 1)
    ]
    if note:
        body.append(Footnote(note))
    return Article(
        ArticleKind.ARTICLE, f"art_{number}", number, f"Статья {number}.", "О сходе", tuple(body)
    )


def told(
    label: str,
    *articles: Article,
    came: Came | None = None,
    language: Language = Language.RU,
    holding: Holding = WHOLE,
    title: str = "О самоуправлении",
) -> ToldEdition:
    of = EditionLabel.parse(label)
    edition = Edition(NGR, language, of, title, articles, holding=holding)
    return ToldEdition(
        language,
        of,
        f"https://registry.example/{language}/{label}",
        "ab" * 32,
        "adilet",
        came or Came(),
        lambda: edition,
    )


def history(
    *editions: ToldEdition, adopted: str | None = None, sample: bool = False
) -> ToldHistory:
    label = EditionLabel.parse(adopted) if adopted else None
    return ToldHistory(NGR, sample, ORIGINAL, label, editions)


def amended_by(*acts: ToldAct, kinds: dict[str, int] | None = None) -> Came:
    return Came(kinds or {"amended": 1}, legal=True, acts=acts)


TWO = history(
    told("2001-01-23", article("1", "Акима назначают."), article("2", "Сход созывают.")),
    told(
        "2013-06-13",
        article("1", "Акима избирает маслихат."),
        article("2", "Сход созывают."),
        came=amended_by(LAW_OF_2013),
    ),
    told(
        "2021-05-24",
        article("1", "Акима избирает маслихат.", "Порядок устанавливает закон."),
        article("2", "Сход созывают.", note="Сноска. Статья 2 без изменений."),
        came=amended_by(LAW_OF_2021),
    ),
    adopted="2001-01-23",
)


def git(folder: Path, *arguments: str, check: bool = True) -> str:
    """What real git prints; it reads no settings but its own."""
    done = subprocess.run(
        ["git", "-c", "core.quotePath=false", *arguments],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
        },
    )
    assert not check or done.returncode == 0, done.stderr
    return done.stdout + (done.stderr if arguments[0] == "fsck" else "")


def lines(folder: Path, form: str, *which: Sequence[str]) -> list[str]:
    return git(folder, "log", f"--format={form}", *map(str, which)).splitlines()
