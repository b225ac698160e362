"""One rule that became several, several that became one."""

from diffing.correspondence.pieces import Piece, pieces
from diffing.correspondence.provision import provisions
from tests.diffing.correspondence.making import (
    APPLES,
    BEES,
    BOUNDS,
    FENCE,
    GATE,
    HARVEST,
    POND,
    TREASURER,
    align,
    decree,
    item,
    later,
    paragraph,
    rows,
    rule,
)

LIST = rule(
    1,
    "Сторож сада:",
    item("", "1", "запирает ворота на ночь и проверяет все замки;"),
    item("", "2", "ведёт журнал посещений и сдаёт его ревизору;"),
    item("", "3", "кормит собак утром и вечером из общего запаса."),
)
OF_LIST = (
    "Сторож сада запирает ворота на ночь и проверяет все замки и засовы.",
    "Сторож сада ведёт журнал посещений и каждую осень сдаёт его ревизору.",
    "Сторож сада кормит собак утром и вечером из общего запаса муки.",
)


def test_items_of_a_list_that_became_rules_of_their_own_are_a_split() -> None:
    found = align(decree(LIST, APPLES, POND), later(APPLES, *OF_LIST, POND))
    split = found.items[0]
    assert rows(found)[0] == ("split", "p_1", "p_2 p_3 p_4")
    assert split.runner_up is not None
    assert split.score is not None
    assert split.runner_up < split.score
    assert [block.marker for block in split.redline.new.blocks] == ["2.", "3.", "4."]


def test_rules_that_became_items_of_a_list_are_a_merge() -> None:
    found = align(decree(APPLES, *OF_LIST, POND), later(LIST, APPLES, POND))
    assert ("merged", "p_2 p_3 p_4", "p_1") in rows(found)


def test_sentences_that_became_rules_of_their_own_are_a_split() -> None:
    old = f"{APPLES} {TREASURER}"
    new = (APPLES.replace("весной", "осенью"), TREASURER.replace("два", "три"))
    found = align(decree(GATE, old, HARVEST), later(GATE, *new, HARVEST))
    assert rows(found) == [
        ("identical", "p_1", "p_1"),
        ("split", "p_2", "p_2 p_3"),
        ("identical", "p_3", "p_4"),
    ]


def test_rules_that_became_sentences_of_one_are_a_merge() -> None:
    found = align(decree(GATE, FENCE, BOUNDS, POND), later(GATE, f"{FENCE} {BOUNDS}", POND))
    assert ("merged", "p_2 p_3", "p_2") in rows(found)


def test_nothing_of_a_split_is_lost_in_its_redline() -> None:
    found = align(decree(LIST, APPLES), later(APPLES, *OF_LIST))
    split = found.items[0]
    told_old = [block.text for block in split.redline.old.blocks]
    told_new = [block.text for block in split.redline.new.blocks]
    assert told_old == [block.text for block in LIST.blocks]
    assert told_new == list(OF_LIST)


def test_an_item_that_stayed_in_its_list_is_no_split() -> None:
    """A rule that is like an item of the list, which the list's own partner still has."""
    shorter = rule(
        1,
        "Сторож сада:",
        item("", "1", "запирает ворота на ночь и проверяет все замки;"),
        item("", "2", "ведёт журнал посещений и сдаёт его ревизору;"),
        item("", "3", "кормит собак утром и вечером из общего запаса."),
    )
    alike = "Помощник сторожа запирает ворота на ночь, когда сторожа нет."
    found = align(decree(LIST, APPLES), later(shorter, APPLES, alike))
    assert rows(found)[0] == ("identical", "p_1", "p_1")
    assert not any(one.relation == "split" for one in found.items)


def test_neighbours_that_say_the_same_of_two_cases_share_an_old_rule() -> None:
    old = "Желающий стать казначеем подаёт письменное заявление старосте сада."
    street = "Желающий стать казначеем улицы подаёт письменное заявление старосте сада."
    yard = "Желающий стать казначеем двора подаёт письменное заявление старосте сада."
    found = align(decree(APPLES, old, POND), later(APPLES, street, yard, POND))
    assert ("split", "p_2", "p_2 p_3") in rows(found)


def test_alike_rules_far_from_each_other_are_no_split() -> None:
    old = "Желающий стать казначеем подаёт письменное заявление старосте сада."
    street = "Желающий стать казначеем улицы подаёт письменное заявление старосте сада."
    yard = "Желающий стать казначеем двора подаёт письменное заявление старосте сада."
    between = (APPLES, GATE, HARVEST, BEES, POND)
    found = align(decree(old, *between), later(street, *between, yard))
    assert ("possible", "p_1", "p_1") in rows(found)
    assert ("possible", "p_1", "p_7") in rows(found)
    assert not any(one.relation == "split" for one in found.items)


def pieces_of(*body: object) -> tuple[Piece, ...]:
    edition = decree(rule(1, *body))  # type: ignore[arg-type]
    (unit,) = provisions(edition, edition.articles[0])
    return pieces(unit)


def test_the_pieces_of_a_list_come_with_the_words_that_open_it() -> None:
    assert pieces_of(
        "Сад общий. Сторож сада:",
        item("", "1", "запирает ворота;"),
        item("", "2", "ведёт журнал."),
        paragraph("Сторожа выбирают. Его сменяет помощник.", "part_2"),
    ) == (
        Piece("Сад общий."),
        Piece("запирает ворота;", "Сторож сада:"),
        Piece("ведёт журнал.", "Сторож сада:"),
        Piece("Сторожа выбирают."),
        Piece("Его сменяет помощник."),
    )


def test_one_sentence_has_no_pieces() -> None:
    assert pieces_of(APPLES) == ()


def test_a_sentence_ends_before_a_capital_letter_in_either_language_only() -> None:
    assert pieces_of("Взнос 2,5 тыс. тенге. Әр үй төлейді.") == (
        Piece("Взнос 2,5 тыс. тенге."),
        Piece("Әр үй төлейді."),
    )
