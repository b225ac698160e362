"""The public mirror of the reference bank (kazakhstan-law): files of one edition of an act.

An act is a folder with `meta.yaml` and, for each language, `rus.md` alone or `rus.md` with parts
in `rus/`. Titles, requisites and status in `meta.yaml` are the act's present ones even in old
editions: only the number, the edition's day and its cause are taken from there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from corpus.law import Cause, Edition, EditionLabel, Language, ListedEdition, Precision
from corpus.structure.lines import Line, Role
from crawler.registries.assembling import PageFacts, assemble
from crawler.registries.mirror_lines import read_file
from crawler.registries.pages import LANGUAGES, REGISTRY_LANGUAGES, PageSource, read_address
from crawler.registries.refusals import (
    CutPage,
    EmptyBody,
    NotAnActPage,
    WrongAct,
    WrongEdition,
    WrongLanguage,
)

_BANK = re.compile(
    r"#!/doc/(?P<number>\d+)/(?P<language>rus|kaz)(?:/(?P<day>\d{2}\.\d{2}\.\d{4}))?"
)


@dataclass(frozen=True)
class MirrorMeta:
    """What `meta.yaml` (or a file's front matter) says that holds for the edition itself."""

    bank_id: int | None
    ngr: str | None
    """The act's registry number, where a link to adilet names it."""
    labels: Mapping[Language, EditionLabel]
    sources: Mapping[Language, str]
    cause: Cause | None


class _PlainLoader(yaml.SafeLoader):
    """YAML without aliases: a few lines of them unfold into more than a memory holds."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("it has an alias (*), which no metadata needs")
        return super().compose_node(parent, index)


def read_meta(text: str) -> MirrorMeta:
    """Read `meta.yaml`. Raises NotAnActPage with the YAML error's place if it is broken."""
    try:
        meta = yaml.load(text, _PlainLoader)  # noqa: S506 - a SafeLoader with less, not more
    except (yaml.YAMLError, ValueError) as error:
        raise NotAnActPage(f"its meta.yaml is broken ({error})") from error
    except RecursionError:
        raise NotAnActPage("its meta.yaml is nested too deep") from None
    if meta is None:
        meta = {}
    if not isinstance(meta, Mapping):
        raise NotAnActPage("its meta.yaml is no mapping")
    own = meta.get("language")
    sources = _by_language(meta.get("source"), own)
    labels = {
        language: label
        for language, value in _by_language(meta.get("version_date"), own).items()
        if (label := _label(value)) is not None
    }
    for language, source in sources.items():
        match = _BANK.search(source)
        label = _label(match["day"] or "") if match and language not in labels else None
        if label is not None:
            labels[language] = label
    code = _scalar(meta.get("act_code"))
    if not code:
        numbers = [match["number"] for s in sources.values() if (match := _BANK.search(s))]
        code = numbers[0] if numbers else ""
    addresses = [address for text in _texts(meta) if (address := read_address(text)) is not None]
    return MirrorMeta(
        bank_id=int(code) if code.isdigit() else None,
        ngr=addresses[0].ngr if addresses else None,
        labels=labels,
        sources=sources,
        cause=_cause(meta.get("caused_by"), code),
    )


def _by_language(value: Any, own: Any) -> dict[Language, str]:
    """A value that is told for each language, or once for the file's own one."""
    if isinstance(value, Mapping):
        told = {name: _scalar(one) for name, one in value.items()}
        return {LANGUAGES[name]: one for name, one in told.items() if one and name in LANGUAGES}
    text = _scalar(value)
    if not text:
        return {}
    if _scalar(own) in LANGUAGES:
        return {LANGUAGES[own]: text}
    match = _BANK.search(text)
    return {LANGUAGES[match["language"]]: text} if match else {}


def _scalar(value: Any) -> str:
    """Words, a number or a day as text; "" for anything else."""
    told = isinstance(value, str | int | date) and not isinstance(value, bool)
    return str(value) if told else ""


def _label(value: str) -> EditionLabel | None:
    try:
        return EditionLabel.parse(value)
    except ValueError:
        return None


def _texts(meta: Mapping[str, Any]) -> list[str]:
    """The addresses that speak of the act itself: not those of the amending act."""
    texts: list[str] = []
    for key in ("source", "link", "links", "adilet"):
        value = meta.get(key)
        if isinstance(value, Mapping):
            value = list(value.values())
        values = value if isinstance(value, list) else [value]
        texts.extend(text for one in values if (text := _scalar(one)))
    return texts


def _cause(value: Any, own: str) -> Cause | None:
    if not isinstance(value, Mapping):
        return None
    code = _scalar(value.get("code"))
    if code == own:
        return None
    title = value.get("title")
    if isinstance(title, Mapping):
        title = title.get("rus") or title.get("kaz")
    return Cause(
        title=_scalar(title) or None,
        requisites=_scalar(value.get("requisite")) or None,
        reference_bank_id=int(code) if code.isdigit() else None,
    )


def main_file(folder: str, language: Language) -> str:
    """The path of a language's main file in an act's folder."""
    name = f"{REGISTRY_LANGUAGES[language]}.md"
    return f"{folder}/{name}" if folder else name


def parts_of(body: bytes) -> tuple[str, ...]:
    """The part files that a split act's main file lists, relative to it, in order."""
    return read_file(_decode(body)).parts


def read_edition(bodies: Sequence[bytes], source: PageSource) -> Edition:
    """The edition in a main file and its parts, in order; a part alone is a partial edition.

    The title is the `#` heading. Raises a Refusal for anything but what was asked for.
    """
    if not bodies or not any(body.strip() for body in bodies):
        raise EmptyBody("the mirror's file is empty")
    files = [read_file(_decode(body)) for body in bodies]
    main = files[0]
    if main.parts and len(files) - 1 < len(main.parts):
        missing = len(main.parts) - len(files) + 1
        raise CutPage(f"{missing} of the {len(main.parts)} part files are missing")
    meta = read_meta(main.front) if main.front else None
    if meta is not None:
        _check(meta, source)
    lines = [line for file in files for line in file.lines]
    titles = [line.text for line in lines if line.role is Role.HEADING and line.depth == 1]
    facts = PageFacts(
        title=" ".join(titles[0].split()) if titles else "",
        label=meta.labels.get(source.language) if meta else None,
        cause=meta.cause if meta else None,
    )
    return assemble(lines, source, facts)


def lines_of(bodies: Sequence[bytes]) -> list[Line]:
    """The lines of a main file and its parts, before their structure is read."""
    return [line for body in bodies for line in read_file(_decode(body)).lines]


def _check(meta: MirrorMeta, source: PageSource) -> None:
    if meta.ngr is not None and meta.ngr != source.ngr:
        raise WrongAct(source.ngr, meta.ngr)
    known = source.reference_bank_id
    if known is not None and meta.bank_id is not None and meta.bank_id != known:
        raise WrongAct(f"{source.ngr} (number {known})", f"number {meta.bank_id}")
    named = {*meta.labels, *meta.sources}
    if named and source.language not in named:
        found = ", ".join(sorted(named))
        raise WrongLanguage(source.language, found, "the file's front matter")
    label = meta.labels.get(source.language)
    if label is not None and source.label is not None and label != source.label:
        raise WrongEdition(str(source.label), str(label))


def _decode(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.start >= len(body) - 4:  # a copy cut inside a letter
            return body.decode("utf-8-sig", errors="ignore")
        raise NotAnActPage("it is not in UTF-8, as all of the mirror's files are") from error


def read_edition_list(metas: Sequence[MirrorMeta], language: Language) -> tuple[ListedEdition, ...]:
    """The editions that an act's metadata name over its commits, oldest first."""
    listed = {
        label: ListedEdition(label, meta.sources.get(language), meta.cause)
        for meta in metas
        if (label := meta.labels.get(language)) is not None and label.precision is Precision.DAY
    }
    return tuple(sorted(listed.values(), key=lambda one: one.label.first_day or date.min))
