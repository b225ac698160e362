"""Which article of one edition is which of the other."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.law import Article, Footnote
from diffing.align import Aligned, Route, align
from tests.diffing.making import article

OLD = article("7", "Аким назначается вышестоящим акимом на четыре года.")


def sides(pairs: tuple[Aligned, ...]) -> list[tuple[str | None, str | None]]:
    return [
        (pair.old.key if pair.old else None, pair.new.key if pair.new else None) for pair in pairs
    ]


def test_the_same_key_is_the_same_article_whatever_it_says() -> None:
    (pair,) = align([OLD], [article("7", "Совсем другие слова.")])
    assert pair.route is Route.SAME_KEY


def test_the_same_words_under_another_key_are_the_same_article() -> None:
    (pair,) = align([OLD], [article("9", *OLD.body)])
    assert (pair.old, pair.route) == (OLD, Route.SAME_WORDING)


def test_the_same_words_are_known_through_quotes_and_look_alikes() -> None:
    old, new = article("7", "закон «О ceле»"), article("9", 'закон "О селе"')
    assert sides(align([old], [new])) == [("art_7", "art_9")]


def test_two_candidates_are_none() -> None:
    twins = [article("9", *OLD.body), article("10", *OLD.body)]
    assert sides(align([OLD], twins)) == [
        ("art_7", None),
        (None, "art_9"),
        (None, "art_10"),
    ]


def test_articles_without_wording_are_never_taken_for_each_other() -> None:
    note = Footnote("Сноска. Исключена Законом РК.")
    assert sides(align([article("7", note)], [article("9", note)])) == [
        ("art_7", None),
        (None, "art_9"),
    ]


def test_an_article_that_is_gone_stands_after_its_old_neighbour() -> None:
    old = [article(str(n), f"Текст {n}.") for n in (1, 2, 3)]
    new = [article("1", "Текст 1."), article("1-1", "Новое."), article("3", "Текст 3.")]
    assert sides(align(old, new)) == [
        ("art_1", "art_1"),
        ("art_2", None),
        (None, "art_1-1"),
        ("art_3", "art_3"),
    ]


def test_a_key_that_occurs_twice_is_paired_in_order() -> None:
    twice = [article("1", "Первая."), article("1", "Вторая.")]
    pairs = align(twice, [*twice, article("2", "Третья.")])
    assert [(pair.old, pair.new) for pair in pairs[:2]] == list(zip(twice, twice, strict=True))


some = st.lists(
    st.builds(article, st.sampled_from("123456"), st.sampled_from(["а", "б", "в", ""])), max_size=6
)


@given(some, some)
def test_every_article_of_both_sides_occurs_once(old: list[Article], new: list[Article]) -> None:
    pairs = align(old, new)
    assert [pair.new for pair in pairs if pair.new] == new
    assert sorted(map(repr, (pair.old for pair in pairs if pair.old))) == sorted(map(repr, old))


@given(some, some)
def test_swapping_the_sides_finds_the_same_pairs(old: list[Article], new: list[Article]) -> None:
    there = {(pair.old, pair.new) for pair in align(old, new) if pair.old and pair.new}
    back = {(pair.new, pair.old) for pair in align(new, old) if pair.old and pair.new}
    assert there == back
