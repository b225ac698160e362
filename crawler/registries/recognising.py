"""What a saved page is, when nobody says it: by its own words, links and file name."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.alphabets import language_of
from corpus.law import WHOLE, EditionLabel, Holding, HoldingKind, Language
from crawler.registries.adilet_page import AdiletPage, open_page
from crawler.registries.mirror import MirrorMeta, read_meta
from crawler.registries.pages import LANGUAGES, NGR, Format, PageSource, read_address
from crawler.registries.refusals import EmptyBody, EmptyShell, NotAnActPage

_NGR_IN_NAME = re.compile(rf"(?<![0-9A-Za-z])(?P<ngr>{NGR})(?=[._]|$)")
_LABEL_IN_NAME = re.compile(
    r"(?<![0-9A-Za-z])(?P<label>\d{4}-\d{2}-\d{2}|\d{2}\.\d{2}\.\d{4}|\d{4})(?=\.[A-Za-z]+$|\.|$)"
)
_LANGUAGE_IN_NAME = re.compile(r"[._](?P<language>rus|kaz|eng|ru|kk|en)(?=[._]|$)")
_CHAPTER_IN_NAME = re.compile(r"[._]ch(?P<number>\d+(?:-\d+)*)(?=[._])")
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(\S+)")
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_MIRROR_SIGN = re.compile(
    r"^(?:<a id=\"|↑ \[|\s*> \*|\*\*(?:Статья|\d+-бап)|[1-9]\d*\\[.)])", re.MULTILINE
)
_POINT = re.compile(r"^\d+(?:-\d+)*\\?\. ", re.MULTILINE)
_INDENTED_POINT = re.compile(r"^ {5,8}\d+(?:-\d+)*\. ", re.MULTILINE)
_INDENTED = re.compile(r"^ {5,8}\S", re.MULTILINE)
_HEADED = re.compile(
    r"^\s*(?:#+\s*)?(?:Article|Section|Статья|Глава)\s+[\dIVX]|^\s*(?:#+\s*)?\d+-бап", re.MULTILINE
)


@dataclass(frozen=True)
class _Name:
    """What a file's name says: `Z010000148_.rus.2026-06-10.html`."""

    ngr: str | None
    language: Language | None
    label: EditionLabel | None
    holding: Holding


def recognise(name: str, body: bytes) -> PageSource:
    """What a saved page is.

    The page's own links and words go before the file's name. Raises NotAnActPage when no registry's
    form fits or the act cannot be told, and the Refusal that fits an empty file, a shell, an error
    or a login page.
    """
    if not body.strip():
        raise EmptyBody("the file is empty")
    said = _read_name(name)
    start = body.lstrip()[:1]
    if start in {b"{", b"["} and name.lower().endswith((".json", ".htm", ".html", ".txt")):
        return _json_page(said, body)
    if start == b"<" and not name.lower().endswith(".md"):
        return _html_page(said, body)
    return _text_file(name, said, body)


def _read_name(name: str) -> _Name:
    stem = name.rpartition("/")[2]
    ngr = _NGR_IN_NAME.search(stem)
    rest = stem[ngr.end() :] if ngr else stem
    labels = _LABEL_IN_NAME.findall(rest)
    language = _LANGUAGE_IN_NAME.search(rest)
    label = None
    if labels:
        try:
            label = EditionLabel.parse(labels[-1])
        except ValueError as error:
            raise NotAnActPage(f"the date in its name is none ({labels[-1]})") from error
    chapter = _CHAPTER_IN_NAME.search(rest)
    holding = WHOLE
    if chapter:
        holding = Holding(HoldingKind.PARTS, (f"ch_{chapter['number']}",))
    elif ".beginning." in rest:
        holding = Holding(HoldingKind.BEGINNING)
    return _Name(
        ngr=ngr["ngr"] if ngr else None,
        language=_language(language["language"]) if language else None,
        label=label,
        holding=holding,
    )


def _language(word: str) -> Language:
    return LANGUAGES.get(word) or Language(word)


def _html_page(said: _Name, body: bytes) -> PageSource:
    saved = _SAVED_FROM.search(body[:4096])
    address = read_address(saved[1].decode("utf-8", errors="replace")) if saved else None
    try:
        page = open_page(body)
    except EmptyShell:
        ngr = address.ngr if address else said.ngr
        if ngr is None:
            raise
        language = address.language if address else said.language
        return PageSource(ngr, language or Language.RU, Format.ADILET_SHELL)
    ngr = page.address.ngr if page.address else said.ngr
    if ngr is None:
        raise NotAnActPage(
            "it names no act: import it with a manifest.toml, or name the file like "
            "Z010000148_.rus.2026-06-10.html"
        )
    words = page.article.text_content() if page.article is not None else ""
    form = _html_format(page)
    return PageSource(
        ngr=ngr,
        language=page.language or said.language or language_of(words) or Language.RU,
        format=form,
        label=(page.label or said.label) if form is Format.ADILET else None,
        holding=said.holding,
    )


def _html_format(page: AdiletPage) -> Format:
    if page.article is not None:
        return Format.ADILET
    if page.root.xpath("//table[@id='ethernatable']"):
        return Format.ADILET_HISTORY
    raise NotAnActPage("it has neither an act's text nor an edition list")


def _json_page(said: _Name, body: bytes) -> PageSource:
    try:
        answer = json.loads(body)
    except RecursionError:
        raise NotAnActPage("its JSON is nested too deep") from None
    except (json.JSONDecodeError, UnicodeDecodeError):
        if said.ngr is None:
            raise NotAnActPage("its JSON is broken") from None
        answer = {}  # reading it will say how it is broken
    one = answer[0] if isinstance(answer, list) and answer else answer
    if not isinstance(one, Mapping):
        raise NotAnActPage("its JSON is no answer of the reference bank")
    ngr = str(one.get("ngr") or said.ngr or "")
    if not ngr:
        raise NotAnActPage("its JSON names no act (no ngr)")
    language = LANGUAGES.get(str(one.get("language"))) or said.language or Language.RU
    form = Format.ETALON_VERSIONS if isinstance(answer, list) else Format.ETALON
    return PageSource(ngr, language, form, holding=said.holding)


def _text_file(name: str, said: _Name, body: bytes) -> PageSource:
    text = body.decode("utf-8-sig", errors="replace")
    front = _FRONT.match(text)
    meta = read_meta(front[1]) if front else None
    ngr = (meta.ngr if meta else None) or said.ngr
    if ngr is None:
        raise NotAnActPage(
            "it names no act: import it with a manifest.toml, or name the file like "
            "Z010000148_.rus.2010.md"
        )
    language = said.language or _front_language(meta) or language_of(text)
    if language is None:
        raise NotAnActPage("its language cannot be told: name the file like Z010000148_.rus.md")
    return PageSource(
        ngr=ngr,
        language=language,
        format=_text_format(name, text, has_front=front is not None),
        label=said.label or (meta.labels.get(language) if meta else None),
        holding=said.holding,
        cause=meta.cause if meta else None,
        reference_bank_id=meta.bank_id if meta else None,
    )


def _front_language(meta: MirrorMeta | None) -> Language | None:
    named = {*meta.labels, *meta.sources} if meta else set()
    return next(iter(named)) if len(named) == 1 else None


def _text_format(name: str, text: str, *, has_front: bool) -> Format:
    if name.lower().endswith(".md"):
        # The mirror writes points at the margin, the older conversion indents every paragraph.
        if has_front or len(_POINT.findall(text)) > len(_INDENTED_POINT.findall(text)):
            return Format.MIRROR
        if len(_MIRROR_SIGN.findall(text)) > len(_INDENTED.findall(text)):
            return Format.MIRROR
        if _INDENTED.search(text):
            return Format.REFERENCE_BANK_MARKDOWN
    elif _HEADED.search(text):
        return Format.PLAIN_TEXT
    raise NotAnActPage("its text is in no registry's form")
