from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from corpus.citations.acts import ActName, ActRegister, CitableAct
from corpus.crossreferences.calling import ActsCalled, Unresolved
from corpus.crossreferences.reading import references_in
from corpus.crossreferences.resolving import Home, Meant, meant
from corpus.law import Article, ArticleKind, Block, BlockKind, Language

RU = Language.RU
GARDENS = CitableAct("Z010000007_", "law", "7", date(2001, 5, 3), names=(ActName("О садах", RU),))
RULES = CitableAct("U040000009_", "presidential decree", "9", date(2004, 2, 1))
OLD = CitableAct(
    "K950001000_", "constitution", None, date(1995, 8, 30), repealed_on=date(2026, 7, 1)
)
NOT_HELD = CitableAct(
    "Z080000097_", "law", "97", date(2008, 12, 4), names=(ActName("О лугах", RU),), held=False
)
ACTS = ActsCalled(ActRegister((GARDENS, RULES, OLD, NOT_HELD)))
KEYS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    GARDENS.ngr: {"art_5": ("ch_1",), "art_6": ("ch_1",), "art_7": ("ch_2",)},
    RULES.ngr: {"p_1": (), "p_2": (), "app_1__p_1": ("app_1",), "app_1__p_2": ("app_1",),
                "app_2__p_1": ("app_2",)},
    OLD.ngr: {"art_33": (), "art_87": ()},
}  # fmt: skip


def means(
    text: str,
    ngr: str = GARDENS.ngr,
    key: str = "art_7",
    kind: ArticleKind = ArticleKind.ARTICLE,
    day: date | None = date(2020, 1, 1),
) -> list[Meant]:
    blocks = (
        Block(BlockKind.POINT, "Первый.", "1", "1.", "p_1"),
        Block(BlockKind.POINT, text, "2", "2.", "p_2"),
        Block(BlockKind.SUBPOINT, text, "3", "3)", "p_2__sp_3"),
    )
    article = Article(kind, key, body=blocks)
    home = Home(ngr, article, day)
    found = [one for one in references_in(article, RU) if one.block == 1]
    return [meant(one, home, ACTS, lambda act: KEYS.get(act, {})) for one in found]


def places(found: list[Meant]) -> list[str]:
    return [
        f"{to.act.ngr}:{to.key}" + "".join(f"/{unit.key}" for unit in to.inside)
        for one in found
        for to in one.provisions
    ]


def test_articles_of_the_same_act_are_found() -> None:
    assert places(means("По статьям 5 и 6 настоящего Закона.")) == [
        "Z010000007_:art_5",
        "Z010000007_:art_6",
    ]


def test_a_unit_around_the_reference_is_its_own() -> None:
    assert places(means("По пункту 1 настоящей статьи.")) == ["Z010000007_:art_7/p_1"]
    assert places(means("По подпункту 3) настоящего пункта.")) == ["Z010000007_:art_7/p_2/sp_3"]


def test_this_point_of_a_decree_is_the_article_itself() -> None:
    found = means("По подпункту 3) настоящего пункта.", RULES.ngr, "app_1__p_2", ArticleKind.POINT)
    assert places(found) == ["U040000009_:app_1__p_2/sp_3"]


def test_these_rules_are_the_appendix_and_this_decree_its_own_text() -> None:
    asked = (RULES.ngr, "app_1__p_2", ArticleKind.POINT)
    assert places(means("По пункту 1 настоящих Правил.", *asked)) == ["U040000009_:app_1__p_1"]
    assert places(means("По пункту 1 настоящего Указа.", *asked)) == ["U040000009_:p_1"]


def test_an_appendix_to_these_rules_is_never_taken_for_one_of_the_decree() -> None:
    asked = (RULES.ngr, "app_1__p_2", ArticleKind.POINT)
    (one,) = means("По приложению 2 к настоящим Правилам.", *asked)
    assert (one.provisions, one.why) == ((), Unresolved.PROVISION_NOT_HELD)


def test_an_act_is_known_by_day_and_number_or_by_its_title_to_the_word() -> None:
    for name in ("от 3 мая 2001 года № 7", "«О садах»", "от 3 мая 2001 года «О садах»"):
        found = means(f"По статье 5 Закона Республики Казахстан {name}.", RULES.ngr, "p_2")
        assert places(found) == ["Z010000007_:art_5", "Z010000007_:"], name


def test_a_bare_number_a_bare_day_and_a_longer_title_are_nobodys() -> None:
    for name in ("№ 7", "от 3 мая 2001 года", "«О садах и парках»", "от 4 мая 2001 года № 7"):
        found = means(f"По статье 5 Закона Республики Казахстан {name}.", RULES.ngr, "p_2")
        assert places(found) == [], name
        assert {one.why for one in found} == {Unresolved.ACT_UNKNOWN}, name


def test_another_form_of_act_is_another_act() -> None:
    found = means("По статье 5 Указа Президента Республики Казахстан «О садах».", RULES.ngr, "p_2")
    assert places(found) == []


def test_a_text_older_than_an_act_means_another_one_of_that_name() -> None:
    text = "По статье 5 Закона Республики Казахстан «О садах»."
    assert places(means(text, RULES.ngr, "p_2", day=date(1999, 1, 1))) == []


def test_the_constitution_is_the_one_of_the_day() -> None:
    text = "По статье 33 Конституции Республики Казахстан."
    assert places(means(text)) == ["K950001000_:art_33"]
    (later,) = means(text, day=date(2026, 7, 1))
    (unknown,) = means(text, day=None)
    assert later.why is unknown.why is Unresolved.NOT_TOLD
    assert places(means("По статье 87 Конституции.", OLD.ngr, "art_33", day=None)) == [
        "K950001000_:art_87"
    ]


def test_what_is_not_held_is_said_and_not_linked() -> None:
    (act, _) = means("По статье 5 Закона Республики Казахстан от 4 декабря 2008 года № 97.")
    assert (act.why, act.act) == (Unresolved.ACT_NOT_HELD, NOT_HELD)
    (gone,) = means("По статье 50 настоящего Закона.")
    assert (gone.why, gone.act) == (Unresolved.PROVISION_NOT_HELD, GARDENS)


def test_a_law_that_nothing_names_is_not_guessed() -> None:
    for text in ("По статье 5 Закона.", "По статье 5 указанного Закона.", "Пункт 1 исключить."):
        assert [one.why for one in means(text)] == [Unresolved.NOT_TOLD], text


def test_another_article_is_never_a_part_of_this_one() -> None:
    assert places(means("Согласно статье 5, пункту 1 настоящей статьи.")) == []


def test_an_implied_point_is_of_this_article_where_it_is_there() -> None:
    assert places(means("В случаях, указанных в пункте 1, решает аким.")) == [
        "Z010000007_:art_7/p_1"
    ]
    assert places(means("В случаях, указанных в пункте 9, решает аким.")) == []
