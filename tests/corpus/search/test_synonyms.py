"""Other words for the same thing: what is added to a query, and how the file of them is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.law import Language
from corpus.search.querying.expansion import MOST_ADDED, Added, expanded
from corpus.search.querying.parsing import parse_query
from corpus.search.querying.reading import ReadQuery, read_query
from corpus.search.querying.synonyms import (
    Synonyms,
    SynonymsError,
    load_synonyms,
    own_synonyms,
)
from corpus.search.querying.tree import AllOf, AnyOf, Near, Node, Where, Words
from corpus.search.scoring import together
from corpus.search.words.analysis import Analyser

OURS = """
[[group]]
key = "house"
ru = ["дом", "жилой дом"]
kk = ["үй"]
en = ["house"]
ground = "A test."

[[group]]
key = "village"
ru = ["село", "аул"]
kk = ["ауыл", "село"]
ground = "A test."

[[group]]
key = "commission"
ru = ["избирательная комиссия", "избирком"]
kk = ["сайлау комиссиясы"]
ground = "A test."
"""


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Synonyms:
    return load(tmp_path_factory.mktemp("synonyms"), OURS)


def load(folder: Path, text: str) -> Synonyms:
    path = folder / "words.toml"
    path.write_text(text, encoding="utf-8")
    return load_synonyms(path)


def read(text: str, synonyms: Synonyms, *, cross: bool = False) -> ReadQuery:
    return read_query(text, Analyser(), cross=cross, synonyms=synonyms)


def others(typed: str, *, cross: bool = False) -> tuple[str, ...]:
    """What our own file adds to a term."""
    (added,) = read(typed, own_synonyms(), cross=cross).also or (Added(typed, ()),)
    return added.others


def word(*words: str, where: Where = Where.TEXT) -> Words:
    return Words(words, where)


def same(*parts: Node) -> AnyOf:
    return AnyOf(parts, synonyms=True)


HOUSES = same(word("домов"), word("жилой", "дом"))


@pytest.mark.parametrize(
    ("text", "root", "also"),
    [
        ("домов", HOUSES, ("домов → жилой дом",)),
        ("а домов", AllOf((word("а"), HOUSES)), ("домов → жилой дом",)),
        ("а OR домов", AnyOf((word("а"), HOUSES)), ("домов → жилой дом",)),
        ("аул", same(word("аул"), word("село")), ("аул → село",)),
        ("села", same(word("села"), word("аул")), ("села → аул",)),
        (
            "жилых домах",
            same(AllOf((word("жилых"), word("домах"))), word("дом")),
            ("жилых домах → дом",),
        ),
        (
            "heading:дом act:аул",
            AllOf(
                (
                    same(
                        word("дом", where=Where.HEADING), word("жилой", "дом", where=Where.HEADING)
                    ),
                    same(word("аул", where=Where.ACT), word("село", where=Where.ACT)),
                )
            ),
            ("дом → жилой дом", "аул → село"),
        ),
        (
            "избирком аул ~3 а",
            AllOf(
                (
                    same(word("избирком"), word("избирательная", "комиссия")),
                    same(Near("аул", "а", 3), Near("село", "а", 3)),
                )
            ),
            ("избирком → избирательная комиссия", "аул → село"),
        ),
    ],
)
def test_terms_of_one_language_are_added_always(
    ours: Synonyms, text: str, root: Node, also: tuple[str, ...]
) -> None:
    found = read(text, ours)
    assert (found.root, found.ignored) == (root, ())
    assert tuple(map(str, found.also)) == also


@pytest.mark.parametrize(
    "text",
    [
        '"дом"',
        '~"жилой дом"',
        "дом*",
        "house",
        "үй",
        "жилой",
        "ст:5",
        "-дом",
        "НЕ дом",
        "-(а дом)",
        "-дом ~3 а",
    ],
)
def test_nothing_is_added_to_quotes_beginnings_what_is_negated_and_what_is_no_term(
    ours: Synonyms, text: str
) -> None:
    assert read(text, ours) == ReadQuery(parse_query(text, Analyser().words).root)


@pytest.mark.parametrize("text", ["жилой а дом", "жилой heading:дом"])
def test_a_term_of_several_words_stands_side_by_side_in_one_field(
    ours: Synonyms, text: str
) -> None:
    assert read(text, ours).also == (Added("дом", ("жилой дом",)),)


def test_what_was_added_is_told_in_a_short_line() -> None:
    assert str(Added("аул", ("село",))) == "аул → село"
    assert str(Added("а", tuple("бвгде"))) == "а → б, в, г, д, …"


def test_terms_of_another_language_are_added_only_when_asked_for(ours: Synonyms) -> None:
    for typed, others in (
        ("house", ("дом", "жилой дом", "үй")),
        ("үйлер", ("дом", "жилой дом", "house")),
        ("сайлау комиссиясының", ("избирательная комиссия", "избирком")),
    ):
        assert read(typed, ours, cross=True).also == (Added(typed, others),)


def test_a_word_of_two_languages_is_kazakh_beside_a_word_with_kazakh_letters(
    ours: Synonyms,
) -> None:
    assert read("село", ours).also == (Added("село", ("аул",)),)
    assert read("село әкімі", ours).also == (Added("село", ("ауыл",)),)


def test_what_is_added_has_a_limit_and_that_it_was_reached_is_told(ours: Synonyms) -> None:
    alike = [AnyOf((word(f"а{turn}"), word("дом"))) for turn in range(MOST_ADDED)]
    found = expanded(AllOf(tuple(alike)), ours, Analyser(), cross=True)
    assert found.cut
    assert str(found.root).count("house") == MOST_ADDED // 3
    typed = " ".join(f"(а{turn} OR маслихат)" for turn in range(25))
    assert [str(one) for one in read(typed, own_synonyms(), cross=True).ignored] == [
        "other words for the same thing: there are too many to add"
    ]


def test_our_own_file_keeps_apart_what_the_law_keeps_apart() -> None:
    apart = [
        ("сход местного сообщества", "собрание местного сообщества"),
        ("секретарь маслихата", "председатель маслихата"),
        *(("аким", "акимат"), ("село", "поселок"), ("выборы", "голосование")),
        *(("избиратель", "выборщик"), ("парламент", "мажилис"), ("закон", "указ")),
        ("избирательный округ", "избирательный участок"),
    ]
    for one, other in apart:
        assert other not in others(one, cross=True)
        assert one not in others(other, cross=True)


@pytest.mark.parametrize(
    ("typed", "added"),
    [
        ("маслихат", "мәслихат"),
        ("мәслихаттың", "маслихат"),
        ("акимы", "әкім"),
        ("maslikhats", "маслихат"),
        ("ауылдық округ", "сельский округ"),
        ("таңдаушылар", "выборщик"),
        ("выборы", "сайлау"),
    ],
)
def test_our_own_file_leads_from_one_language_to_another(typed: str, added: str) -> None:
    assert added in others(typed, cross=True)
    assert added not in others(typed)


@pytest.mark.parametrize(
    ("typed", "added"),
    [
        ("аулах", "село"),
        ("ЦИК", "Центральная избирательная комиссия"),
        ("центральной избирательной комиссии", "ЦИК"),
        ("РК", "Республика Казахстан"),
        ("МСУ", "местное самоуправление"),
        ("маслихат", "местный представительный орган"),
        ("ҚР", "Қазақстан Республикасы"),
    ],
)
def test_our_own_file_knows_abbreviations_and_old_words(typed: str, added: str) -> None:
    assert added in others(typed)


def test_every_group_of_our_own_file_has_a_ground_and_every_term_is_found_by_itself() -> None:
    synonyms, analyser = own_synonyms(), Analyser()
    assert len(synonyms.groups) > 40
    for group in synonyms.groups:
        assert len(group.ground) > 20
        for term in group.terms:
            found = synonyms.find(term.language, analyser.stems(term.words, term.language))
            assert found == (group, term)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[group]", "words.toml: no valid TOML"),
        (OURS.replace('ground = "A test."', "", 1), "line 2, group house: ground: Field required"),
        (OURS.replace("kk = [", "kz = [", 1), "line 5, group house: kz: Extra inputs"),
        (OURS.replace('"жилой дом"', '"домами"', 1), "line 4, group house: ru.1: 'домами' stands"),
        (OURS.replace('"избирком"', '"селом"'), "group commission: ru.1: 'селом' stands already"),
        (OURS.replace('"избирком"', '"…"'), "group commission: ru.1: '…': give one to 8 words"),
        (OURS.replace('"избирком"', f'"{"а " * 9}"'), "give one to 8 words"),
        (OURS.replace('key = "village"', 'key = "house"'), "another group has this key"),
        ('[[group]]\nkey = "a"\nru = ["дом"]\nground = "b"', "a group needs two terms at least"),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_place(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(SynonymsError) as raised:
        load(tmp_path, text)
    assert message in str(raised.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SynonymsError, match="the file of synonyms cannot be read"):
        load_synonyms(tmp_path / "none.toml")


def test_a_group_of_one_language_only_is_none_for_another(ours: Synonyms) -> None:
    assert ours.find(Language.EN, ["аул"]) is None


def test_the_words_of_a_term_that_was_typed_still_count_as_standing_together(
    ours: Synonyms,
) -> None:
    root = read("строить жилые дома -аул", ours).root
    assert isinstance(root, AllOf)
    assert together(root.parts) == ("строить", "жилые", "дома")
