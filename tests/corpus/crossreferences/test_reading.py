from __future__ import annotations

import time

import pytest

from corpus.crossreferences.reading import references_in
from corpus.crossreferences.reference import Scope, TextReference
from corpus.law import Article, ArticleKind, Block, BlockKind, Language

RU, KK, EN = Language.RU, Language.KK, Language.EN


def read(text: str, language: Language = RU) -> tuple[TextReference, ...]:
    block = Block(BlockKind.POINT, text, "2", "2.", "p_2")
    return references_in(Article(ArticleKind.ARTICLE, "art_7", "7", body=(block,)), language)


def told(text: str, language: Language = RU) -> list[tuple[str, str, str]]:
    """The words, the scope and the addresses of each reference."""
    return [
        (
            text[one.start : one.end],
            str(one.scope),
            " ".join("__".join(unit.key for unit in units) for units in one.addresses),
        )
        for one in read(text, language)
    ]


def test_each_number_of_a_list_has_its_own_stretch() -> None:
    assert told("Порядок статей 5, 6 и 8-1 настоящего Закона сохраняется.") == [
        ("статей 5", "own act", "art_5"),
        ("6", "own act", "art_6"),
        ("8-1 настоящего Закона", "own act", "art_8-1"),
    ]


def test_a_run_is_one_stretch_that_means_all_its_numbers() -> None:
    assert told("По подпунктам 1) – 3) пункта 4 настоящей статьи решает комиссия.") == [
        (
            "подпунктам 1) – 3) пункта 4 настоящей статьи",
            "own place",
            "p_4__sp_1 p_4__sp_2 p_4__sp_3",
        )
    ]


def test_what_two_addresses_share_is_said_once() -> None:
    assert told("Кроме случаев пункта 6 статьи 4 и статьи 9 настоящего Кодекса.") == [
        ("пункта 6 статьи 4", "own act", "art_4__p_6"),
        ("статьи 9 настоящего Кодекса", "own act", "art_9"),
    ]


def test_an_act_that_is_named_is_a_reference_too() -> None:
    text = "По статье 12 Закона Республики Казахстан от 3 мая 2001 года № 7 «О садах» и правилам."
    article, act = read(text)
    assert (article.scope, article.act) == (Scope.NAMED_ACT, act.act)
    assert text[act.start : act.end].endswith("№ 7 «О садах»")
    assert act.addresses == ()


def test_kazakh_names_the_act_before_its_articles() -> None:
    text = "«Бақтар туралы» Қазақстан Республикасы Заңының 12 және 14-баптарына сәйкес."
    act, twelve, fourteen = read(text, KK)
    assert text[act.start : act.end] == "«Бақтар туралы» Қазақстан Республикасы Заңының"
    assert [twelve.act, fourteen.act] == [act.act] * 2
    assert [text[one.start : one.end] for one in (twelve, fourteen)] == ["12", "14-баптарына"]


def test_kazakh_says_once_of_which_act_two_articles_are() -> None:
    assert told("Осы Заңның 3-бабы 6-тармағының бірінші бөлігінде және 9-бабында.", KK) == [
        ("3-бабы 6-тармағының бірінші бөлігінде", "own act", "art_3__p_6__part_1"),
        ("9-бабында", "own act", "art_9"),
    ]
    assert told("осы баптың 1 және 2-тармақтарында", KK) == [
        ("1", "own place", "p_1"),
        ("2-тармақтарында", "own place", "p_2"),
    ]


def test_english_names_the_act_behind() -> None:
    assert told("provided for in paragraphs 1 and 2 of this Article", EN) == [
        ("paragraphs 1", "own place", "p_1"),
        ("2 of this Article", "own place", "p_2"),
    ]
    (one,) = read("in the case of Article 48 of the Constitution.", EN)
    assert (one.scope, one.act) == (Scope.NAMED_ACT, "Constitution")


@pytest.mark.parametrize(
    "text",
    [
        "заменить слова «статьи 5 настоящего Закона» словами иными",
        'слова "пункта 2 статьи 36" исключить',
        "по предложению 5 депутатов",
        "две статьи объёмом 10 страниц",
    ],
)
def test_quoted_words_and_mere_numbers_refer_to_nothing(text: str) -> None:
    assert read(text) == ()


def test_new_wording_that_an_article_quotes_refers_to_nothing_here() -> None:
    block = Block(BlockKind.POINT, "По статье 5 настоящего Закона.", "1", key="p_1", quoted=True)
    assert references_in(Article(ArticleKind.ARTICLE, "art_7", body=(block,)), RU) == ()


def test_an_address_inside_an_acts_title_is_no_reference() -> None:
    text = "Закон Республики Казахстан от 3 мая 2001 года № 7 «О толковании статьи 5 Закона»."
    (act,) = read(text)
    assert act.addresses == ()


def test_words_of_an_instruction_are_not_taken_for_a_place_of_this_text() -> None:
    (unsaid,) = read("пункт 2 изложить в следующей редакции:")
    assert (unsaid.scope, unsaid.implied) == (Scope.UNSAID, False)
    (implied,) = read("По основаниям, указанным в пункте 6, аким уходит.")
    assert (implied.scope, implied.implied) == (Scope.UNSAID, True)


def test_a_long_text_is_read_where_it_speaks_of_units_only() -> None:
    padding = "Комиссия ведёт протокол и хранит его. " * 40
    text = f"{padding}По статье 8 настоящего Закона. {padding}Как в пункте 3 настоящей статьи."
    assert told(text) == [
        ("статье 8 настоящего Закона", "own act", "art_8"),
        ("пункте 3 настоящей статьи", "own place", "p_3"),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("статьи 1, " * 4_000, RU),
        ("пункта 1 статьи 5 настоящего Закона и " * 1_000, RU),
        ("«" * 20_000 + "статьи 5 Закона № 1", RU),
        ('"статьи 5" ' * 3_000, RU),
        ("Закона Республики Казахстан от " * 2_000, RU),
        ("осы Заңның 5-бабы, " * 2_000, KK),
        ("Қазақстан Республикасы " * 3_000, KK),
        ("Article 5 of the Law " * 2_000, EN),
    ],
    ids=lambda one: str(one)[:12],
)
def test_hostile_text_costs_no_more_than_its_length(text: str, language: Language) -> None:
    def seconds(words: str) -> float:
        """The best of three: collecting other tests' garbage may fall into one."""
        spent = []
        for _ in range(3):
            began = time.thread_time()
            read(words, language)
            spent.append(time.thread_time() - began)
        return min(spent)

    assert seconds(text * 2) < 5 * max(seconds(text), 0.05)
