"""A citation for reference managers: BibTeX, RIS, CSL-JSON; each is one record.

Sources: the BibTeX manual (special characters, braces), the RIS format as EndNote and Zotero read
it (tag, two spaces, hyphen; CRLF), the CSL 1.0.2 schema (`legislation`).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date

from corpus.law import Language

_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9:._-]+")
_LANGUAGES = {Language.RU: "russian", Language.KK: "kazakh", Language.EN: "english"}
_LAWS = frozenset({"constitution", "constitutional law", "code", "law"})
_AUTHORITIES = {
    Language.RU: "Республика Казахстан",
    Language.KK: "Қазақстан Республикасы",
    Language.EN: "Republic of Kazakhstan",
}


@dataclass(frozen=True)
class CitationRecord:
    """What a reference manager is told of a provision in one edition.

    `title` is the act's, `citation` the official form, `place` its short one («ст. 36 п. 2»).
    `edition` is the registry's label; `adopted` the act's day. `url` is a whole address of the
    text, the permalink where it can be; empty where there is none.
    """

    id: str
    title: str
    citation: str
    place: str
    language: Language
    edition: str
    url: str
    form: str | None = None
    number: str | None = None
    adopted: date | None = None
    snapshot: str | None = None
    sample: bool = False

    @property
    def note(self) -> str:
        """The edition and the evidence, in words of the text's language."""
        said = {
            Language.RU: f"Редакция реестра: {self.edition}",
            Language.KK: f"Тізілімнің редакциясы: {self.edition}",
            Language.EN: f"Edition of the registry: {self.edition}",
        }[self.language]
        evidence = f"; sha256 {self.snapshot}" if self.snapshot else ""
        sample = {
            Language.RU: "; образец, не официальный текст",
            Language.KK: "; үлгі, ресми мәтін емес",
            Language.EN: "; a sample, not official text",
        }[self.language]
        return f"{said}{evidence}{sample if self.sample else ''}"


def bibtex(record: CitationRecord) -> str:
    """One `@misc` entry; BibTeX has no type for legislation."""
    fields = {
        "title": f"{{{_tex(record.citation)}}}",
        "author": f"{{{_tex(_AUTHORITIES[record.language])}}}",
        "year": str(record.adopted.year) if record.adopted else "",
        "month": str(record.adopted.month) if record.adopted else "",
        "number": _tex(record.number or ""),
        "edition": _tex(record.edition),
        "type": _tex(record.form or ""),
        "note": _tex(record.note),
        "language": _LANGUAGES[record.language],
        "url": record.url.replace("{", "%7B").replace("}", "%7D"),
    }
    told = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{_NOT_IN_KEYS.sub('-', record.id)},\n{told}}}\n"


def ris(record: CitationRecord) -> str:
    """One record: a statute for laws, a legal rule for the rest; lines end in CRLF."""
    lines = [
        ("TY", "STAT" if record.form in _LAWS else "LEGAL"),
        ("ID", record.id),
        ("TI", record.citation),
        ("T2", record.title),
        ("AU", _AUTHORITIES[record.language]),
        ("PY", str(record.adopted.year) if record.adopted else ""),
        ("DA", f"{record.adopted:%Y/%m/%d}" if record.adopted else ""),
        ("M1", record.number or ""),
        ("SE", record.place),
        ("ET", record.edition),
        ("LA", record.language),
        ("N1", record.note),
        ("UR", record.url),
    ]
    told = "".join(f"{tag}  - {_one_line(value)}\r\n" for tag, value in lines if value)
    return f"{told}ER  - \r\n"


def csl_json(record: CitationRecord) -> str:
    """A list of one item of type `legislation`."""
    item: dict[str, object] = {
        "id": record.id,
        "type": "legislation",
        "title": record.citation,
        "container-title": record.title,
        "authority": [{"literal": _AUTHORITIES[record.language]}],
        "jurisdiction": "kz",
        "section": record.place,
        "version": record.edition,
        "language": record.language,
        "note": record.note,
    }
    if record.url:
        item["URL"] = record.url
    if record.number:
        item["number"] = record.number
    if record.adopted:
        day = record.adopted
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


def _tex(text: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in _one_line(text))


def _one_line(text: str) -> str:
    return " ".join(text.split())
