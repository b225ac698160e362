"""Sheets and templates hold to each other: what is styled is on a page, what is written is used."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import api
import diffing

_OURS = [Path(str(files(one))) for one in (api, diffing)]
_COMPOSED = (
    "age-",
    "depth-",
    "is-",
    "kind-",
    "nc-",
    "nq-",
    "regime-",
    "severity-",
    "state-",
    "view-",
)
"""Beginnings of classes that are put together: the beginning must stand in what is written."""
_IMPORTS = re.compile(r"{%-? from '[\w.]+' import ([\w, ]+?) with context")


def _written(*endings: str) -> str:
    paths = [path for folder in _OURS for path in folder.rglob("*") if path.suffix in endings]
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(paths))


def _classes_of_sheets() -> set[str]:
    text = re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", _written(".css"), flags=re.DOTALL)
    return set(re.findall(r"\.([a-zA-Z][\w-]*)", text))


def test_every_class_of_the_sheets_is_on_some_page() -> None:
    written = _written(".html", ".py", ".js")
    words = set(re.findall(r"[a-zA-Z][\w-]*", written))
    used = {
        one
        for one in _classes_of_sheets()
        if one in words or any(one.startswith(start) and start in written for start in _COMPOSED)
    }
    assert len(used) > 200
    assert _classes_of_sheets() - used == set()


def test_every_variable_of_a_sheet_is_set_and_every_one_set_is_used() -> None:
    sheets = _written(".css")
    used = set(re.findall(r"var\((--[\w-]+)", sheets))
    assert used == set(re.findall(r"(--[\w-]+):", sheets))


def test_every_colour_has_a_value_for_light_and_one_for_dark() -> None:
    frame = (_OURS[0] / "rendering" / "styles" / "frame.css").read_text(encoding="utf-8")
    light, dark = re.findall(r":root {(.*?)}", frame, flags=re.DOTALL)[:2]
    named = re.compile(r"(--[\w-]+): #")
    assert set(named.findall(light)) == set(named.findall(dark))


def test_templates_import_the_macros_that_they_use_and_no_others() -> None:
    folder = _OURS[0] / "rendering" / "templates"
    templates = {one.name: one.read_text("utf-8") for one in folder.glob("*.html")}
    macros = {m for text in templates.values() for m in re.findall(r"{% macro (\w+)", text)}
    assert len(macros) > 50
    for name, text in templates.items():
        own = set(re.findall(r"{% macro (\w+)", text))
        imported = {one.strip() for names in _IMPORTS.findall(text) for one in names.split(",")}
        called = {one for one in macros if re.search(rf"(?<![\w.]){one}\(", text)}
        assert imported - called == set(), f"{name} imports what it does not use"
        assert called - imported - own == set(), f"{name} uses what it does not import"


def test_every_macro_is_used() -> None:
    text = _written(".html")
    for macro in re.findall(r"{% macro (\w+)", text):
        assert len(re.findall(rf"\b{macro}\(", text)) > 1, macro
