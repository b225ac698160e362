"""Fingerprints of wordings: whether the text that a summary was checked against is still the text.

`themes-read.toml` keeps them: for each phase and provision the wordings, in each language, that
the phase's summaries were compared with. There may be several of one provision: the registries'
copies of a text and the bundled sample differ.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import ConfigDict, RootModel

from corpus.handwritten import HandwrittenError, read_text
from corpus.keys import SEPARATOR
from corpus.law import Article, Edition, EditionLabel, Language
from corpus.provisions import is_inside, named

_LENGTH = 16
_SAMPLE = "sample"
_FOLDED = (
    dict.fromkeys(map(ord, "«»“”„‟″"), '"')
    | dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
    | dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff"), "")  # they are not seen
)

_HEAD = """\
# The wordings that the lines of `themes.toml` were compared with, by phase and provision.
#
# Written by `nusqa matrix --mark-read FILE`; not to be edited by hand, except to take out a wording
# that a line no longer fits. Each is the edition's label, `sample` where it is the bundled sample,
# and the fingerprint: the first 16 figures of the sha256 of the wording, white space, quotes and
# dashes folded.
"""


class FingerprintsError(HandwrittenError):
    """The file of fingerprints cannot be read; the message names the file."""


class ReadState(StrEnum):
    """How a provision's wording stands to the summaries that rest on it."""

    CHECKED = "checked"
    """The wording that is held is one that the summaries were compared with."""
    CHANGED = "changed"
    """It is another one: the text changed, or this is another copy of it."""
    UNREAD = "unread"
    """It is held, and no wording of it was ever compared with the summaries."""
    NOT_HELD = "not held"
    """The text of that day is not held, or has no such provision."""


@dataclass(frozen=True)
class ReadWording:
    """A wording that summaries were compared with: from which edition, and its fingerprint."""

    label: EditionLabel
    fingerprint: str
    sample: bool = False

    @classmethod
    def parse(cls, text: str) -> ReadWording:
        """Read `2005-07-08 sample 0123456789abcdef`; raises ValueError."""
        match text.split():
            case [label, fingerprint]:
                sample = False
            case [label, word, fingerprint] if word == _SAMPLE:
                sample = True
            case _:
                raise ValueError(f"{text!r} is not LABEL FINGERPRINT")
        if len(fingerprint) != _LENGTH or set(fingerprint) - set("0123456789abcdef"):
            raise ValueError(f"{fingerprint!r} is no fingerprint of {_LENGTH} hexadecimal figures")
        return cls(EditionLabel.parse(label), fingerprint, sample)

    def __str__(self) -> str:
        return f"{self.label} {f'{_SAMPLE} ' if self.sample else ''}{self.fingerprint}"


Place = tuple[str, str, Language]
"""A phase's key, a provision (`NGR:KEY`) and a language."""


@dataclass(frozen=True)
class Fingerprints:
    """The wordings that summaries were compared with."""

    wordings: Mapping[Place, tuple[ReadWording, ...]]

    def state(self, place: Place, fingerprint: str) -> ReadState:
        """How a wording that is held stands to the summaries of its phase."""
        known = self.wordings.get(place, ())
        if not known:
            return ReadState.UNREAD
        same = any(one.fingerprint == fingerprint for one in known)
        return ReadState.CHECKED if same else ReadState.CHANGED

    def with_read(self, read: Iterable[tuple[Place, ReadWording]]) -> Fingerprints:
        """These and those that were read now; a wording that is known already is not repeated."""
        wordings = dict(self.wordings)
        for place, wording in read:
            known = wordings.get(place, ())
            if wording not in known:
                wordings[place] = (*known, wording)
        return Fingerprints(wordings)

    def to_toml(self) -> str:
        """The file's text: a table for each phase, a line for each provision, in order."""
        phases: dict[str, dict[str, dict[Language, tuple[ReadWording, ...]]]] = {}
        for (phase, provision, language), own in self.wordings.items():
            phases.setdefault(phase, {}).setdefault(provision, {})[language] = own
        text = _HEAD
        for phase, provisions in phases.items():
            text += f"\n[{json.dumps(phase)}]\n"
            for provision, languages in provisions.items():
                told = ", ".join(
                    f"{language} = {json.dumps([str(one) for one in languages[language]])}"
                    for language in Language
                    if language in languages
                )
                text += f"{json.dumps(provision)} = {{ {told} }}\n"
        return text


def load_fingerprints(path: Path | None = None) -> Fingerprints:
    """Read a file of fingerprints; without a path the one that comes with Nusqa.

    Raises FingerprintsError.
    """
    path = path or Path(__file__).with_name("themes-read.toml")
    text = read_text(path, "the file of fingerprints", FingerprintsError)
    try:
        phases = _File.model_validate(tomllib.loads(text)).root
        return Fingerprints(
            {
                (phase, provision, Language(language)): tuple(map(ReadWording.parse, wordings))
                for phase, provisions in phases.items()
                for provision, languages in provisions.items()
                for language, wordings in languages.items()
            }
        )
    except ValueError as error:  # of TOML, of the form, of a language, a label or a fingerprint
        raise FingerprintsError(f"{path.name}: {' '.join(str(error).split())}") from error


class _File(RootModel[dict[str, dict[str, dict[str, list[str]]]]]):
    model_config = ConfigDict(strict=True)


def wording_of(edition: Edition, key: str) -> str | None:
    """The wording that a key names: of an article, of all articles of a division, of a point.

    None where the edition has no such place. Footnotes are no wording.
    """
    found = [_wording(article, key) for _, article in named(edition, (key,)) if article is not None]
    return "\n".join(found) if found else None


def _wording(article: Article, key: str) -> str:
    if not is_inside(key, article):
        return article.wording
    path = key.removeprefix(article.key + SEPARATOR)
    inside: list[str] = []
    within = False
    for block in article.blocks:
        if block.key:  # a table or a quoted text has none: it belongs to what it follows
            within = block.key == path or block.key.startswith(path + SEPARATOR)
        if within:
            inside.append(block.printed)
    return "\n".join(inside)


def fingerprint(wording: str) -> str:
    """The fingerprint of a wording, the same for copies that differ in white space or typography.

    Unicode is composed (NFC), white space runs are one space, quotes and dashes are one each. The
    cells of a table stay apart: what stands in another column says something else.
    """
    folded = unicodedata.normalize("NFC", wording).translate(_FOLDED).replace("\t", " | ")
    return hashlib.sha256(" ".join(folded.split()).encode()).hexdigest()[:_LENGTH]
