"""What the reader takes, and what it refuses rather than read less than stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from exports.akoma_ntoso import (
    Document,
    NotAkomaNtoso,
    read_article,
    read_edition,
    write_article,
    write_edition,
)
from tests.exports.akoma_ntoso.laws import WHOLE

WRITTEN = write_edition(Document(WHOLE))
ONE = write_article(Document(WHOLE), WHOLE.by_key["art_7"])
REMARK = b"<!-- \xd0\xbd\xd0\xb5 \xd0\xb7\xd0\xb0\xd0\xba\xd0\xbe\xd0\xbd --><?editor seen?>"


def remarked(document: bytes) -> bytes:
    """The document with remarks of another program before and after every tag but the root's."""
    head, root, rest = re.split(rb"(<akomaNtoso[^>]*>)", document, maxsplit=1)
    inside, end, _ = rest.rpartition(b"</akomaNtoso>")
    return head + root + re.sub(rb"<[^>]+>", REMARK + rb"\g<0>" + REMARK, inside) + end


def with_doctype(document: bytes, declared: str, used: bytes) -> bytes:
    """The document with a declaration of its own, and the words of a point in another form."""
    doctype = f"<!DOCTYPE akomaNtoso [{declared}]>".encode()
    head, root, rest = document.partition(b"<akomaNtoso")
    assert "яблони;".encode() in rest
    return head + doctype + root + rest.replace("яблони;".encode(), used)


def test_remarks_of_another_program_are_no_law() -> None:
    assert remarked(WRITTEN).count(REMARK) > 100
    assert read_edition(remarked(WRITTEN)) == WHOLE
    assert read_article(remarked(ONE))[1] == WHOLE.by_key["art_7"]


@pytest.mark.parametrize(
    ("declared", "used"),
    [
        ('<!ENTITY fruit "груши;">', b"&fruit;"),
        ('<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">', b"&c;"),
        ("<!ENTITY file SYSTEM 'FILE'>", b"&file;"),
        ("<!ENTITY % file SYSTEM 'FILE'> %file;", b""),
    ],
)
def test_a_document_type_of_its_own_is_refused_since_its_words_may_be_anyones(
    tmp_path: Path, declared: str, used: bytes
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("пароль", encoding="utf-8")
    document = with_doctype(WRITTEN, declared.replace("FILE", secret.as_uri()), used)
    with pytest.raises(NotAkomaNtoso) as refused:
        read_edition(document)
    assert "пароль" not in str(refused.value)


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        (b'class="part"', b'class="nonsense"'),
        (b"\xd1\x8f\xd0\xb1", b'<inline name="character" nusqa:code="110000"/>'),
        (b"\xd1\x8f\xd0\xb1", b'<inline name="character" nusqa:code="apple"/>'),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(written: bytes, instead: bytes) -> None:
    assert written in WRITTEN
    with pytest.raises(NotAkomaNtoso):
        read_edition(WRITTEN.replace(written, instead))
