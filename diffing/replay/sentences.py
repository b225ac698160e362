"""The sentences of a paragraph, by their signs; abbreviations and initials end none."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?][»”\")]*\s+(?=[«“\"(]?[A-ZА-ЯЁІӘҒҚҢӨҰҮҺ])")
_NO_END = re.compile(r"(?:\b[^\W\d_]|\bст|\bп|\bпп|\bг|\bгг|\bж|\bт\.\s?е|\bт\.\s?д|\bим|№)\.$")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where each sentence begins and ends, white space between them left out."""
    spans = []
    start = 0
    for found in _END.finditer(text):
        end = found.start() + len(found.group().rstrip())
        if _NO_END.search(text[start:end]):
            continue
        spans.append((start, end))
        start = found.end()
    if text[start:].strip():
        spans.append((start, len(text.rstrip())))
    return spans
