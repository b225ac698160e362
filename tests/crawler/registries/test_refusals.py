"""What is no edition is refused, each thing by its own error."""

from __future__ import annotations

import pytest

from corpus.law import EditionLabel, Language
from crawler.registries import adilet, etalon, read, read_edition_list
from crawler.registries.pages import Format
from crawler.registries.recognising import recognise
from crawler.registries.refusals import (
    CutPage,
    EmptyBody,
    EmptyShell,
    ErrorPage,
    LoginPage,
    NotAnActPage,
    Refusal,
    WrongAct,
    WrongEdition,
    WrongLanguage,
)
from tests.crawler.registries.saved import page, source


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("adilet/shell.html", EmptyShell),
        ("adilet/not-found.html", ErrorPage),
        ("adilet/bad-gateway.html", ErrorPage),
        ("adilet/login.html", LoginPage),
        ("adilet/history.rus.html", NotAnActPage),
        ("adilet/card.rus.html", NotAnActPage),
    ],
)
def test_a_page_that_is_no_act_page_is_refused(name: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        adilet.read_edition([page(name)], source())


def test_the_shell_is_named_in_the_users_words() -> None:
    with pytest.raises(EmptyShell, match="страница без текста: новый adilet"):
        read(Format.ADILET_SHELL, [page("adilet/shell.html")], source())


@pytest.mark.parametrize("body", [b"", b"  \n ", b"<!-- -->"])
def test_an_empty_body_is_refused(body: bytes) -> None:
    with pytest.raises(EmptyBody):
        adilet.read_edition([body], source())


def test_an_act_page_with_an_empty_text_is_refused() -> None:
    body = page("adilet/act.rus.html")
    start, end = body.index(b"<article>") + 9, body.index(b"</article>")
    with pytest.raises(EmptyBody, match="no text"):
        adilet.read_edition([body[:start] + b"<p>&nbsp;</p>" + body[end:]], source())


def test_an_error_told_where_the_text_should_be_is_an_error_page() -> None:
    body = page("adilet/act.rus.html")
    start, end = body.index(b"<article>") + 9, body.index(b"</article>")
    told = "<p>Документ не найден</p>".encode()
    with pytest.raises(ErrorPage) as caught:
        adilet.read_edition([body[:start] + told + body[end:]], source())
    assert "Документ не найден" in str(caught.value)


def test_the_footer_of_a_healthy_page_may_speak_of_errors() -> None:
    assert "404 статьи".encode() in page("adilet/act.rus.html")
    assert adilet.read_edition([page("adilet/act.rus.html")], source()).articles


def test_another_act_than_asked_for_is_refused() -> None:
    with pytest.raises(WrongAct, match="asked for the act Z950002464_"):
        adilet.read_edition([page("adilet/act.rus.html")], source(ngr="Z950002464_"))


def test_another_language_by_the_pages_frame_is_refused() -> None:
    with pytest.raises(WrongLanguage, match="frame"):
        adilet.read_edition([page("adilet/act.rus.html")], source(language=Language.KK))


def test_another_language_by_the_letters_of_the_text_is_refused() -> None:
    body = page("adilet/act.kaz.html").replace(b"lang_kaz", b"lang_rus")
    body = body.replace(b"/kaz/docs/Z9", b"/rus/docs/Z9")
    with pytest.raises(WrongLanguage, match="alphabet"):
        adilet.read_edition([body], source())


def test_another_edition_than_asked_for_is_refused() -> None:
    body = page("adilet/act.rus.html").replace(
        b"/rus/docs/Z990000777_ -->", b"/rus/archive/docs/Z990000777_/09.02.2009 -->"
    )
    with pytest.raises(WrongEdition, match="2021-06-30"):
        adilet.read_edition([body], source(label=EditionLabel.parse("2021-06-30")))


@pytest.mark.parametrize("cut_at", [b"</article>", b"</body>", b"<article>"])
def test_a_cut_page_is_refused(cut_at: bytes) -> None:
    body = page("adilet/act.rus.html")
    with pytest.raises(CutPage):
        adilet.read_edition([body[: body.index(cut_at)]], source())


def test_a_page_cut_inside_a_letter_is_refused_as_cut() -> None:
    body = page("adilet/act.rus.html")
    at = body.index("Последний абзац".encode()) + 1
    with pytest.raises(CutPage):
        adilet.read_edition([body[:at]], source())


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        (b"", EmptyBody),
        (b'{"content": [{"type"', CutPage),
        (b'[{"versionDate": "2009-02-09"}]', NotAnActPage),
        (b'{"status": 404, "error": "Not Found"}', ErrorPage),
        (b"upstream timed out", ErrorPage),
        (b'{"ngr": "Z990000777_", "content": null}', EmptyBody),
        (b'{"ngr": "Z990000777_", "content": []}', EmptyBody),
        (b'{"ngr": "Z950002464_", "content": []}', WrongAct),
        (b'{"ngr": "Z990000777_", "language": "kaz", "content": []}', WrongLanguage),
        (b'{"unexpected": 1}', NotAnActPage),
    ],
)
def test_an_answer_that_is_no_edition_is_refused(body: bytes, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        etalon.read_edition([body], source())


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("adilet/bad-gateway.html", ErrorPage),
        ("adilet/shell.html", EmptyShell),
        ("adilet/login.html", LoginPage),
    ],
)
def test_a_web_page_instead_of_json_is_refused_as_what_it_is(
    name: str, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        etalon.read_edition([page(name)], source())


def test_every_refusal_has_its_own_reason() -> None:
    kinds = Refusal.__subclasses__()
    assert len({kind.reason for kind in kinds}) == len(kinds) == 10


def test_json_that_is_nested_too_deep_is_no_act_page() -> None:
    body = b"[" * 200_000
    with pytest.raises(NotAnActPage, match="nested too deep"):
        read(Format.ETALON, [body], source(format=Format.ETALON))
    with pytest.raises(NotAnActPage, match="nested too deep"):
        read_edition_list(Format.ETALON_VERSIONS, body, source())
    with pytest.raises(NotAnActPage, match="nested too deep"):
        recognise(f"{source().ngr}.rus.json", body)


def test_mark_up_that_is_nested_too_deep_is_no_act_page() -> None:
    deep = b"<span>" * 5000 + "слово".encode() + b"</span>" * 5000
    body = page("adilet/act.rus.html").replace(b"</article>", b"<p>" + deep + b"</p></article>")
    with pytest.raises(NotAnActPage, match="nested too deep"):
        read(Format.ADILET, [body], source())
    recognise("Z990000777_.rus.html", body)
