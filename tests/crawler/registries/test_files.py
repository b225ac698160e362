"""Saved pages: what is known of them by manifest, links, name; and the folders they lie in."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.law import Holding, HoldingKind, Language
from crawler.registries.files import SavedPage, UnreadablePath, scan
from crawler.registries.manifest import ManifestError
from crawler.registries.pages import Format
from crawler.registries.recognising import recognise
from crawler.registries.refusals import (
    LARGEST,
    EmptyBody,
    EmptyShell,
    ErrorPage,
    NotAnActPage,
    TooLarge,
)
from tests.crawler.registries.saved import NGR, page

MANIFEST = f'[[file]]\npath = "sub/a.html"\nformat = "adilet-classic"\nngr = "{NGR}"\nlang = "ru"\n'


def lay(folder: Path, **files: bytes) -> Path:
    for name, body in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return folder


def test_a_saved_act_page_tells_itself_by_its_links() -> None:
    known = recognise("whatever.html", page("adilet/act.rus.html"))
    assert (known.ngr, known.language, known.format) == (NGR, Language.RU, Format.ADILET)
    assert known.label is None


def test_a_pages_links_go_before_its_name() -> None:
    known = recognise("Z950002464_.kaz.2009-02-09.html", page("adilet/act.rus.html"))
    assert (known.ngr, known.language, str(known.label)) == (NGR, Language.RU, "2009-02-09")


def test_a_page_without_its_frame_is_known_by_its_name() -> None:
    body = b"<article><p>" + "Слова закона. ".encode() * 30 + b"</p></article>"
    known = recognise("G25SB03117M.rus.2025-02-01.html", body)
    assert (known.ngr, str(known.label)) == ("G25SB03117M", "2025-02-01")
    with pytest.raises(NotAnActPage, match=r"manifest\.toml"):
        recognise("page.html", body)


def test_an_edition_list_and_a_shell_are_told_from_act_pages() -> None:
    listing = recognise("Z990000777__history.2026-05-22.html", page("adilet/history.rus.html"))
    assert (listing.format, listing.label) == (Format.ADILET_HISTORY, None)
    shell = recognise("act_Z1300000094_2026-09-16.html", page("adilet/shell.html"))
    assert (shell.format, shell.ngr) == (Format.ADILET_SHELL, "Z1300000094")
    with pytest.raises(EmptyShell):
        recognise("page.html", page("adilet/shell.html"))


def test_answers_of_the_reference_bank_are_known_by_their_fields() -> None:
    assert recognise("x.json", page("etalon/page1.json")).format is Format.ETALON
    listing = recognise(f"{NGR}.rus.json", page("etalon/versions.json"))
    assert (listing.format, listing.ngr) == (Format.ETALON_VERSIONS, NGR)
    with pytest.raises(NotAnActPage, match="no ngr"):
        recognise("x.json", b'{"a": 1}')


def test_the_two_markdown_forms_are_told_apart() -> None:
    new = recognise(f"{NGR}.rus.2005-07-08.md", page("mirror/whole.rus.md"))
    old = recognise(f"{NGR}.rus.1998.md", page("markdown/old.rus.md"))
    assert (new.format, str(new.label)) == (Format.MIRROR, "2005-07-08")
    assert (old.format, str(old.label)) == (Format.REFERENCE_BANK_MARKDOWN, "1998")


def test_a_chapter_or_a_beginning_in_the_name_is_what_the_file_holds() -> None:
    body = page("mirror/whole.rus.md")
    chapter = recognise(f"{NGR}.ch13-1.rus.2022-02-07.md", body)
    beginning = recognise(f"{NGR}.rus.beginning.md", body)
    assert chapter.holding == Holding(HoldingKind.PARTS, ("ch_13-1",))
    assert beginning.holding == Holding(HoldingKind.BEGINNING)


def test_plain_text_is_known_by_its_articles_and_letters() -> None:
    known = recognise("K950001000_.txt", page("plain/act.eng.txt"))
    assert (known.format, known.language) == (Format.PLAIN_TEXT, Language.EN)


@pytest.mark.parametrize(
    ("name", "body", "refusal"),
    [
        ("a.html", b"", EmptyBody),
        ("a.html", page("adilet/bad-gateway.html"), ErrorPage),
        ("Z990000777_.html", b"<html><body><p>Hello.</p></body></html>", NotAnActPage),
        ("README.md", b"# Saved pages\n\nWords.\n", NotAnActPage),
        ("Z990000777_.rus.md", b"# Saved pages\n\nWords.\n", NotAnActPage),
        ("Z990000777_.rus.2009-02-30.md", b"# Saved", NotAnActPage),
        ("robots.txt", b"User-agent: *\nDisallow: /\n", NotAnActPage),
    ],
)
def test_what_is_no_page_of_an_act_is_refused(name: str, body: bytes, refusal: type) -> None:
    with pytest.raises(refusal):
        recognise(name, body)


def test_a_folder_with_a_manifest_gives_what_it_names(tmp_path: Path) -> None:
    body = page("adilet/act.rus.html")
    lay(tmp_path, sub__a_dot_html=body, sub__b_dot_html=body, manifest_dot_toml=MANIFEST.encode())
    for where in (tmp_path, tmp_path / "manifest.toml"):
        (saved,) = scan([where])
        assert saved.path == tmp_path / "sub" / "a.html"
        assert saved.body == body
        assert saved.source is not None
        assert saved.source.ngr == NGR


def test_a_folder_without_one_is_recognised_file_by_file(tmp_path: Path) -> None:
    lay(
        tmp_path,
        a_dot_html=page("adilet/act.rus.html"),
        deep__b_dot_html=page("adilet/login.html"),
        c_dot_png=b"\x89PNG",
    )
    found = {saved.path.name: saved for saved in scan([tmp_path, tmp_path / "a.html"])}
    assert set(found) == {"a.html", "b.html"}
    assert found["a.html"].source is not None
    assert found["b.html"].source is None
    assert found["b.html"].refusal is not None
    assert found["b.html"].refusal.reason == "login-page"


def test_metadata_beside_a_mirror_file_adds_cause_and_number(tmp_path: Path) -> None:
    meta = b"act_code: '9777'\nversion_date: {rus: 2009-02-09}\ncaused_by: {code: '9126'}\n"
    name = f"{NGR}.rus.2009-02-09"
    (tmp_path / f"{name}.md").write_bytes(page("mirror/whole.rus.md"))
    (tmp_path / f"{name}.meta.yaml").write_bytes(meta)
    (saved,) = scan([tmp_path])
    assert saved.source is not None
    assert saved.source.reference_bank_id == 9777
    assert saved.source.cause is not None
    assert saved.source.cause.reference_bank_id == 9126


def test_a_manifest_that_names_a_missing_file_says_which_and_where(tmp_path: Path) -> None:
    lay(tmp_path, manifest_dot_toml=MANIFEST.encode())
    with pytest.raises(ManifestError, match=r"line 1: there is no file sub/a\.html"):
        scan([tmp_path])


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = lay(tmp_path / "out", a_dot_html=b"x")
    inside = lay(tmp_path / "in", manifest_dot_toml=MANIFEST.encode())
    (inside / "sub").symlink_to(outside)
    with pytest.raises(ManifestError, match="leads out"):
        scan([inside])


def test_a_manifest_in_another_encoding_is_told(tmp_path: Path) -> None:
    lay(tmp_path, manifest_dot_toml=MANIFEST.replace("a.html", "а.html").encode("cp1251"))
    with pytest.raises(ManifestError, match="UTF-8"):
        scan([tmp_path])


def test_a_path_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePath, match="does not exist"):
        scan([tmp_path / "absent"])


def test_pages_come_once_in_the_order_of_their_names(tmp_path: Path) -> None:
    body = page("adilet/act.rus.html")
    lay(tmp_path, b_dot_html=body, a_dot_html=body)
    saved: tuple[SavedPage, ...] = scan([tmp_path, tmp_path])
    assert [one.path.name for one in saved] == ["a.html", "b.html"]


def test_a_file_far_larger_than_any_act_is_refused_unread(tmp_path: Path) -> None:
    for name in ("a.html", "sub/a.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        with path.open("wb") as file:
            file.truncate(LARGEST + 1)
    (recognised,) = scan([tmp_path / "a.html"])
    assert recognised.refusal is not None
    assert recognised.refusal.reason == "too-large"
    (tmp_path / "manifest.toml").write_text(MANIFEST, encoding="utf-8")
    (named,) = scan([tmp_path])
    with pytest.raises(TooLarge, match="32"):
        _ = named.body


def test_a_scan_keeps_no_page_in_memory(tmp_path: Path) -> None:
    lay(tmp_path, a_dot_html=page("adilet/act.rus.html"))
    (saved,) = scan([tmp_path])
    saved.path.write_bytes(b"later")
    assert saved.body == b"later"
