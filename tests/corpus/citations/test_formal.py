"""Official citations in three languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.addresses import Unit, UnitKind
from corpus.citations.formal import formal, ordinal_ru, place_alone, place_in_words
from corpus.citations.reading import read_citation
from corpus.citations.resolving import Resolved, resolve
from corpus.law import Language
from tests.corpus.citations.making import ACTS, CODE, GARDENS, KEYS, RULES, Held, register

RU, KK, EN = Language.RU, Language.KK, Language.EN
POINT = (Unit(UnitKind.POINT, "1"), Unit(UnitKind.SUBPOINT, "2"))
INDENT = (Unit(UnitKind.PART, "2"), Unit(UnitKind.INDENT, "3"))


def test_russian_goes_from_the_inner_unit_to_the_act() -> None:
    assert formal(GARDENS, "art_36", POINT, RU) == (
        "подпункт 2) пункта 1 статьи 36 Закона Республики Казахстан от 23 января 2001 года "
        "№ 148-II «О садах и самоуправлении садоводов»"
    )
    assert formal(CODE, "art_19", INDENT, RU).startswith("абзац третий части второй статьи 19")


def test_kazakh_goes_from_the_act_to_the_inner_unit() -> None:
    assert formal(GARDENS, "art_36", POINT, KK) == (
        "«Бақтар және бағбандардың өзін-өзі басқаруы туралы» Қазақстан Республикасының 2001 жылғы "
        "23 қаңтардағы № 148-II Заңының 36-бабының 1-тармағының 2) тармақшасы"
    )
    assert formal(CODE, "art_19", INDENT, KK).endswith("19-бабының екінші бөлігінің үшінші абзацы")


def test_english_goes_from_the_inner_unit_to_the_act() -> None:
    assert formal(GARDENS, "art_36", POINT, EN) == (
        "subparagraph 2) of paragraph 1 of Article 36 of the Law of the Republic of Kazakhstan "
        "No. 148-II of 23 January 2001 “On Gardens and Self-Government of Gardeners”"
    )


def test_an_appendix_is_to_its_act() -> None:
    assert formal(RULES, "app_1__p_18", (), RU).startswith(
        "пункт 18 приложения 1 к Указу Президента Республики Казахстан от 6 декабря 2004 года"
    )
    assert "Жарлығына 1-қосымшаның 18-тармағы" in formal(RULES, "app_1__p_18", (), KK)


def test_the_act_itself_is_named_in_the_nominative() -> None:
    assert formal(GARDENS, "", (), RU).startswith("Закон Республики Казахстан от")
    assert formal(GARDENS, "", (), KK).endswith("№ 148-II Заңы")


def test_an_act_of_which_little_is_known_has_its_registry_number() -> None:
    unknown = replace(GARDENS, form=None, number=None, adopted=None)
    for language in Language:
        assert "(Z010000148_)" in formal(unknown, "art_36", (), language)


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (2, UnitKind.PART, "вторая"),
        (3, UnitKind.PART, "третья"),
        (2, UnitKind.INDENT, "второй"),
        (6, UnitKind.INDENT, "шестой"),
        (5, UnitKind.INDENT, "пятый"),
        (23, UnitKind.INDENT, "двадцать третий"),
        (1, UnitKind.SENTENCE, "первое"),
    ],
)
def test_parts_and_indents_are_told_by_ordinals(number: int, kind: UnitKind, words: str) -> None:
    assert ordinal_ru(number, kind) == words


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("inside", [(), POINT, INDENT], ids=["article", "point", "indent"])
def test_a_citation_leads_back_to_what_it_cites(
    language: Language, inside: tuple[Unit, ...]
) -> None:
    reg, held = register(), Held()
    for act in ACTS:
        for key in KEYS.get(act.ngr, {}):
            found = resolve(read_citation(formal(act, key, inside, language)), reg, held)
            assert isinstance(found, Resolved), (act.ngr, key)
            (provision,) = found.provisions
            assert (provision.act.ngr, provision.key) == (act.ngr, key)
            assert provision.inside == inside or provision.path == ""


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("p_5__sp_3-1", ("подпункт 3-1) пункта 5", "5-тармағының 3-1) тармақшасы",
                         "subparagraph 3-1) of paragraph 5")),
        ("sp_6", ("подпункт 6)", "6) тармақшасы", "subparagraph 6)")),
        ("app_1__p_13", ("пункт 13 приложения 1", "1-қосымшаның 13-тармағы",
                         "paragraph 13 of Annex 1")),
        ("pt_1", ("pt_1",) * 3),
        ("", ("",) * 3),
    ],
)  # fmt: skip
def test_a_place_is_named_as_citations_name_it(path: str, words: tuple[str, str, str]) -> None:
    assert tuple(place_in_words(path, language) for language in (RU, KK, EN)) == words


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("art_1", "1-бап"),
        ("ch_13-1", "13-1-тарау"),
        ("app_1", "1-қосымша"),
        ("preamble", "кіріспе"),
        ("art_36__p_1", "36-баптың 1-тармағы"),
        ("p_5__sp_3-1", "5-тармақтың 3-1) тармақшасы"),
        ("app_1__p_13__sp_2", "1-қосымшаның 13-тармағының 2) тармақшасы"),
        ("pt_1", "pt_1"),
        ("", ""),
    ],
)
def test_a_place_without_its_act_belongs_to_nothing_in_kazakh(path: str, words: str) -> None:
    assert place_alone(path, KK) == words
    assert place_alone(path, RU) == place_in_words(path, RU)
    assert place_alone(path, EN) == place_in_words(path, EN)


@pytest.mark.parametrize("kind", [kind for kind in UnitKind if kind is not UnitKind.APPENDIX])
def test_every_unit_has_a_form_of_its_own_without_its_act(kind: UnitKind) -> None:
    alone, owned = place_alone(f"{kind}_1", KK), place_in_words(f"{kind}_1", KK)
    assert alone != owned
    assert owned.startswith(alone[:-1])
