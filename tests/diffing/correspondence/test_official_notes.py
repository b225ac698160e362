"""What one act lost and another got by the same act, as footnotes tell."""

import pytest

from corpus.law import Article, Division, DivisionKind, Edition, Footnote
from diffing.correspondence.relation import Correspondence, Correspondences, Route
from diffing.correspondence.scales import SCALES
from diffing.correspondence.selection import Selection
from tests.diffing.correspondence.making import (
    BEES,
    FENCE,
    GATE,
    HARVEST,
    POND,
    align,
    article,
    law,
    points,
)

GARDENS, ORCHARDS = "Z010000001_", "Z950000002_"

OLD = "Казначея сада избирают соседи на большом сходе у колодца, не больше чем лишь на два года."
NEW = "Казначея товарищества избирают соседи улицы тайно, не больше чем на четыре года."
"""Alike enough only for rules that a note ties together."""

EXCLUDED = "Сноска. Статья 7 исключена Законом РК от 24.05.2021 № 42-VII."
ADDED = "Сноска. Закон дополнен главой 9 в соответствии с Законом РК от 24.05.2021 № 42-VII."


def gone(*notes: str, number: str = "7") -> Article:
    return article(number, *map(Footnote, notes))


def gardens(*after: Article) -> Selection:
    """The gardens' law with the rule, and a later edition of it."""
    edition = law(article("7", points(OLD, GATE)), ngr=GARDENS, label="2019-01-01")
    return Selection(edition, later=law(*after, ngr=GARDENS, label="2022-01-01"))


def orchards(*notes: str, on_article: str = "") -> Edition:
    """The orchards' law with a chapter that has the notes."""
    chapter = Division(
        DivisionKind.CHAPTER,
        "ch_9",
        "9",
        "Казначей",
        "Глава 9. Казначей",
        notes_after=tuple(map(Footnote, notes)),
    )
    own = (Footnote(on_article),) if on_article else ()
    ruling = article("91", points(NEW, BEES), *own, divisions=("ch_9",))
    other = article("1", points(FENCE, HARVEST, POND))
    return law(other, chapter, ruling, ngr=ORCHARDS)


def pair_of(found: Correspondences) -> Correspondence:
    """What is said of the rule about the treasurer."""
    return next(one for one in found.items if any(rule.text == OLD for rule in one.old))


def test_what_one_act_lost_and_another_got_by_the_same_act_is_tied_together() -> None:
    pair = pair_of(align(gardens(gone(EXCLUDED)), orchards(ADDED)))
    assert (pair.relation, pair.route) == ("edited", Route.OFFICIAL_NOTE)
    assert pair.new[0].text == NEW
    assert pair.ground is not None
    assert pair.ground.count("24.05.2021 № 42-VII") == 2
    assert "Статья 7 исключена" in pair.ground
    assert "дополнен главой 9" in pair.ground


def test_without_notes_the_same_two_rules_are_only_possible() -> None:
    pair = pair_of(align(gardens(article("7")), orchards()))
    assert (pair.relation, pair.ground) == ("possible", None)
    assert pair.score is not None
    assert SCALES.sure_if_linked < pair.score < SCALES.sure


def test_the_notes_tell_which_side_is_older_whichever_is_given_first() -> None:
    there = align(gardens(gone(EXCLUDED)), orchards(ADDED))
    back = align(orchards(ADDED), gardens(gone(EXCLUDED)))
    assert pair_of(there).route is Route.OFFICIAL_NOTE
    assert pair_of(there).mirrored() in back.items


def test_a_law_that_sorts_after_the_other_is_tied_as_well() -> None:
    """One direction is computed for both: the notes must be read in either."""
    earlier = law(article("7", points(OLD, GATE)), ngr="Z990000009_", label="2019-01-01")
    selection = Selection(earlier, later=law(gone(EXCLUDED), ngr="Z990000009_"))
    assert pair_of(align(selection, orchards(ADDED))).route is Route.OFFICIAL_NOTE


def test_two_acts_of_one_day_are_tied_where_one_thing_went_and_one_came() -> None:
    other_act = ADDED.replace("42-VII", "41-VII")
    pair = pair_of(align(gardens(gone(EXCLUDED)), orchards(other_act)))
    assert pair.route is Route.OFFICIAL_NOTE


def test_two_acts_of_one_day_are_not_tied_where_two_things_went() -> None:
    first = law(
        article("7", points(OLD, GATE)), article("8", points(HARVEST)), ngr=GARDENS, label="2019"
    )
    after = law(
        gone(EXCLUDED), gone(EXCLUDED.replace("Статья 7", "Статья 8"), number="8"), ngr=GARDENS
    )
    both = Selection(first, later=after)
    assert pair_of(align(both, orchards(ADDED.replace("42-VII", "41-VII")))).route is (
        Route.SIMILARITY
    )
    assert pair_of(align(both, orchards(ADDED))).route is Route.OFFICIAL_NOTE  # the same act


@pytest.mark.parametrize(
    "note",
    [
        ADDED.replace("24.05.2021 № 42-VII", "03.07.2013 № 121-V"),
        "Сноска. Глава 9 с дополнениями, внесёнными Законом РК от 24.05.2021 № 42-VII.",
        "Сноска. Глава 9 дополнена статьей 92 в соответствии с Законом РК от 24.05.2021 № 42-VII.",
    ],
    ids=["another act", "amended only", "an article was added to the chapter, not the chapter"],
)
def test_other_notes_tie_nothing(note: str) -> None:
    assert pair_of(align(gardens(gone(EXCLUDED)), orchards(note))).relation == "possible"


@pytest.mark.parametrize(
    ("note", "route"),
    [
        (
            "Сноска. Глава 9 дополнена статьей 91 Законом РК от 24.05.2021 № 42-VII.",
            "official note",
        ),
        ("Сноска. Статья 91 дополнена пунктом 2 Законом РК от 24.05.2021 № 42-VII.", "similarity"),
        ("Сноска. Статья 91 дополнена словами Законом РК от 24.05.2021 № 42-VII.", "similarity"),
    ],
)
def test_an_article_was_added_where_its_note_says_so_of_it_and_not_of_a_part(
    note: str, route: str
) -> None:
    found = align(gardens(gone(EXCLUDED)), orchards(on_article=note))
    assert pair_of(found).route == route


def test_a_point_that_was_excluded_earlier_is_not_the_article() -> None:
    notes = (
        "Сноска. Пункт 3 статьи 7 исключен Законом РК от 24.05.2021 № 42-VII.",
        "Сноска. Статья 7 исключена Законом РК от 05.11.2022 № 157-VII.",
    )
    found = align(gardens(gone(*notes)), orchards(ADDED))
    assert pair_of(found).route is Route.SIMILARITY


def test_kazakh_notes_are_read() -> None:
    excluded = "Ескерту. 7-бап алып тасталды - ҚР 24.05.2021 № 42-VII Заңымен."
    added = "Ескерту. Заң 9-тараумен толықтырылды - ҚР 24.05.2021 № 42-VII Заңымен."
    pair = pair_of(align(gardens(gone(excluded)), orchards(added)))
    assert pair.route is Route.OFFICIAL_NOTE


def test_a_note_makes_no_pair_of_rules_without_common_words() -> None:
    found = align(gardens(gone(EXCLUDED)), orchards(ADDED))
    told = [row.relation for row in found.items for rule in row.old if rule.text == GATE]
    assert told == ["dropped"]
