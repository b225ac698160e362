"""The registry modules read every page of the sample, and both shapes give the same law."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from corpus.gates import check
from corpus.law import Article, Block, Edition, EditionLabel, Footnote, HoldingKind, Language
from crawler.registries import adilet, etalon
from crawler.registries.pages import Format, PageSource
from crawler.registries.refusals import (
    CutPage,
    EmptyBody,
    EmptyShell,
    ErrorPage,
    LoginPage,
    Refusal,
    WrongAct,
    WrongLanguage,
)
from crawler.sample import reference_bank
from crawler.sample.acts import LANGUAGES, SampleAct, SampleEdition, load_acts
from crawler.sample.classic import ClassicPages
from crawler.sample.classic_text import CODES
from crawler.sample.faults import Fault
from crawler.sample.server import SampleServer
from tests.crawler.sample.asking import ask

ACTS = load_acts()
CLASSIC = ClassicPages(ACTS)
PAIRS = [(act, edition) for act in ACTS for edition in act.editions]
each_edition = pytest.mark.parametrize(
    ("act", "edition"), PAIRS, ids=[f"{e.ngr}-{e.language}-{e.label}" for _, e in PAIRS]
)


def classic(act: SampleAct, edition: SampleEdition) -> Edition:
    html = CLASSIC.edition(edition, dated=edition.label != act.labels[-1])
    label = EditionLabel.on(edition.label)
    source = PageSource(edition.ngr, edition.language, Format.ADILET, label)
    return adilet.read_edition([html.encode()], source)


def bank(act: SampleAct, edition: SampleEdition) -> Edition:
    bodies: list[bytes] = []
    while answer := reference_bank.document(act, edition, with_html=False, page=len(bodies) + 1):
        bodies.append(json.dumps(answer).encode())
    label = EditionLabel.on(edition.label)
    return etalon.read_edition(
        bodies, PageSource(edition.ngr, edition.language, Format.ETALON, label)
    )


def evened(article: Article) -> Article:
    """Without what the shapes may differ in: white space inside remarks."""

    def even(note: Footnote) -> Footnote:
        return replace(note, text=" ".join(note.text.split()))

    body = tuple(part if isinstance(part, Block) else even(part) for part in article.body)
    return replace(article, body=body, notes_before=tuple(map(even, article.notes_before)))


@each_edition
def test_both_shapes_give_the_same_articles(act: SampleAct, edition: SampleEdition) -> None:
    one, other = classic(act, edition), bank(act, edition)
    assert [a.key for a in one.articles] == [a.key for a in other.articles]
    assert [evened(a) for a in one.articles] == [evened(a) for a in other.articles]
    assert [d.key for d in one.divisions] == [d.key for d in other.divisions]
    assert one.title == other.title == edition.title


@each_edition
def test_it_is_known_as_a_sample_that_holds_what_it_says(
    act: SampleAct, edition: SampleEdition
) -> None:
    for read in (classic(act, edition), bank(act, edition)):
        assert read.sample
        assert read.holding.keys == edition.holds
        kind = HoldingKind.PARTS if edition.holds else HoldingKind.WHOLE
        assert read.holding.kind is kind
        inside = {*(a.key for a in read.articles), *(d.key for d in read.divisions)}
        for article in read.articles if edition.holds else ():
            assert {article.key, *article.divisions} & set(edition.holds), article.key
        assert set(edition.holds) - inside <= {"art_36-1", "art_36-2", "art_133"}


@each_edition
def test_the_gates_believe_it(act: SampleAct, edition: SampleEdition) -> None:
    editions = [one for one in act.editions if one.language is edition.language]
    at = editions.index(edition)
    previous = classic(act, editions[at - 1]) if at else None
    assert check(classic(act, edition), previous) == ()


@each_edition
def test_both_languages_have_the_same_articles(act: SampleAct, edition: SampleEdition) -> None:
    other = next(language for language in LANGUAGES if language is not edition.language)
    twin = act.edition(other, edition.label)
    assert twin is not None
    keys = [article.key for article in classic(act, edition).articles]
    assert keys == [article.key for article in classic(act, twin).articles]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.ngr)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_of_both_shapes_name_every_edition(act: SampleAct, language: Language) -> None:
    labels = [EditionLabel.on(label) for label in act.labels]
    history = CLASSIC.history(act, language).encode()
    assert [one.label for one in adilet.read_edition_list(history, act.ngr, language)] == labels
    versions = json.dumps(reference_bank.versions(act, language)).encode()
    listed = etalon.read_edition_list(versions, language, bank_id=act.bank_id)
    assert [one.label for one in listed] == labels
    assert all(one.cause is not None for one in listed[1:])


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.ngr)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_is_read(act: SampleAct, language: Language) -> None:
    card = adilet.read_card((CLASSIC.card(act, language) or "").encode(), act.ngr, language)
    assert card.reference_bank_id == act.bank_id
    assert act.ngr in dict(card.fields).values()


REFUSED: list[tuple[Fault, type[Refusal]]] = [
    (Fault.CUT_CLEAN, CutPage),
    (Fault.EMPTY, EmptyBody),
    (Fault.SHELL, EmptyShell),
    (Fault.LOGIN, LoginPage),
    (Fault.ERROR_PAGE, ErrorPage),
    (Fault.WRONG_LANGUAGE, WrongLanguage),
    (Fault.OTHER_ACT, WrongAct),
]


@pytest.mark.parametrize(("fault", "refusal"), REFUSED)
@pytest.mark.parametrize("form", [Format.ADILET, Format.ETALON])
def test_the_page_of_a_fault_is_refused_as_what_it_is(
    fault: Fault, refusal: type[Refusal], form: Format, sample: SampleServer
) -> None:
    sample.faults.set(fault)
    code = CODES[Language.RU]
    if form is Format.ADILET:
        body = ask(sample, f"/{code}/docs/Z010000148_").body
    else:
        body = ask(sample, f"/api/documents/7966/{code}?withHtml=false&page=1").body
    read = adilet.read_edition if form is Format.ADILET else etalon.read_edition
    with pytest.raises(refusal):
        read([body], PageSource("Z010000148_", Language.RU, form))


def test_a_shrunk_act_is_read_and_then_not_believed(sample: SampleServer) -> None:
    source = PageSource("U1300000555", Language.RU, Format.ADILET)
    whole = adilet.read_edition([ask(sample, "/rus/docs/U1300000555").body], source)
    sample.faults.set(Fault.SHRUNK)
    shrunk = adilet.read_edition([ask(sample, "/rus/docs/U1300000555").body], source)
    assert any(objection.gate == "shrunk" for objection in check(shrunk, whole))
