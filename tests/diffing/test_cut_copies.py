"""A copy that ends inside an article: what it lacks is compared with nothing, never called gone."""

from hypothesis import given

from corpus.law import Article
from diffing.cut_copies import HeldRedline, redline_as_held
from diffing.engine import PureEngine
from diffing.redline import Wording, redline
from diffing.render import lines
from diffing.runs import Op
from tests.diffing.making import article, articles, drawn, part, point, table

PURE = PureEngine()
GARDEN = (
    point("1", "Сад открывает сторож."),
    point("2", "Ключ от калитки хранится у старшего садовника."),
    point("3", "Яблоки собирают осенью, груши летом, а орехи после первого мороза."),
    point("4", "Ягоды продают на ярмарке."),
    point("5", "Семена хранят до весны."),
)


def shown(found: HeldRedline) -> list[str]:
    return [drawn(line) for line in lines(found.redline)][1:]


def as_held(old: Article, new: Article, *, old_cut: bool = False) -> HeldRedline:
    """Compared, one of the copies ending inside the article: the new one if not told otherwise."""
    return redline_as_held(old, new, old_complete=not old_cut, new_complete=old_cut, engine=PURE)


def test_what_stands_behind_the_end_of_a_copy_is_not_gone() -> None:
    cut = article("5", *GARDEN[:2], point("2-1", "Сторож обходит сад на"))
    found = as_held(article("5", *GARDEN), cut)
    assert shown(found) == [
        "1. Сад открывает сторож.",
        "2. Ключ от калитки хранится у старшего садовника.",
        "{+2-1. Сторож обходит сад на+}",
    ]
    assert found.partial
    assert found.beyond_old == GARDEN[2:]
    assert found.words_beyond == (18, 0)


def test_a_paragraph_that_breaks_off_is_compared_up_to_its_end() -> None:
    cut = article("5", *GARDEN[:2], point("3", "Яблоки собирают весной, груши"))
    found = as_held(article("5", *GARDEN), cut)
    assert shown(found)[-1] == "3. Яблоки собирают [-осенью-]{+весной+}, груши"
    assert found.beyond_old[0].text == "летом, а орехи после первого мороза."


def test_what_went_before_words_that_both_have_is_surely_gone() -> None:
    cut = article("5", GARDEN[0], point("3", "Яблоки собирают осенью, груши летом, а"))
    found = as_held(article("5", *GARDEN), cut)
    assert shown(found)[1] == "[-2. Ключ от калитки хранится у старшего садовника.-]"
    assert [one.text for one in found.beyond_old] == [
        "орехи после первого мороза.",
        *(one.text for one in GARDEN[3:]),
    ]
    assert [one.marker for one in found.beyond_old] == ["", "4.", "5."]


def test_a_word_that_is_broken_is_no_new_word() -> None:
    cut = article("5", *GARDEN[:2], point("3", "Яблоки собирают осе"))
    found = as_held(article("5", *GARDEN), cut)
    assert not found.redline.changed
    assert shown(found)[-1] == "3. Яблоки собирают осе"


def test_a_paragraph_without_number_that_breaks_off_is_no_new_one() -> None:
    old = article("5", "Сад открывает сторож.", "Яблоки собирают осенью, когда они созреют.")
    found = as_held(old, article("5", "Сад открывает сторож.", "Яблоки"))
    assert not found.redline.changed
    assert found.beyond_old == (part("собирают осенью, когда они созреют."),)


def test_a_word_met_by_chance_behind_the_end_tells_nothing() -> None:
    old = article(
        "5", point("1", "Сад открыт утром. Воду берут из реки, пруда и колодца до заката.")
    )
    found = as_held(old, article("5", point("1", "Сад открыт утром. Гости ждут до")))
    assert shown(found) == ["1. Сад открыт утром. {+Гости ждут до+}"]
    assert [one.text for one in found.beyond_old] == [
        "Воду берут из реки, пруда и колодца до заката."
    ]


def test_a_copy_that_ends_in_the_heading_says_nothing_of_the_paragraphs() -> None:
    old = article("5", *GARDEN, heading="Порядок открытия сада")
    found = as_held(old, article("5", heading="Порядок открытия"))
    assert not found.redline.changed
    assert found.beyond_old == (part("сада"), *GARDEN)


def test_rows_behind_the_end_of_a_table_are_not_gone() -> None:
    old = article("5", table(("Яблоня", "семь штук"), ("Груша", "две штуки"), ("Орех", "одна")))
    found = as_held(old, article("5", table(("Яблоня", "восемь штук"), ("Груша", "две"))))
    assert [drawn(line) for line in lines(found.redline)][1:] == [
        "Яблоня\t[-семь-]{+восемь+} штук",
        "Груша\tдве",
    ]
    assert found.beyond_old == (table(("", "штуки"), ("Орех", "одна")),)


def test_what_an_older_copy_lacks_at_its_end_is_not_new() -> None:
    cut = article("5", *GARDEN[:2], point("3", "Яблоки собирают осенью"))
    found = as_held(cut, article("5", *GARDEN), old_cut=True)
    assert not found.redline.changed
    assert found.beyond_old == ()
    assert found.beyond_new[0].text == ", груши летом, а орехи после первого мороза."
    assert found.words_beyond == (0, 15)


def test_words_whose_other_place_is_not_reached_are_not_told_as_moved() -> None:
    moved = "На ярмарку едут с корзинами, мешками и одной весёлой собакой."
    old = article("5", *GARDEN, point("6", moved))
    cut = article("5", GARDEN[0], point("1-1", moved), point("2", "Ключ от"))
    found = as_held(old, cut)
    assert shown(found)[1] == f"{{+1-1. {moved}+}}"
    assert not any(run.moved for text in found.redline.texts() for run in text.runs)
    assert type(found.redline).from_json(found.redline.to_json()) == found.redline


def test_whole_copies_are_compared_as_ever() -> None:
    old, new = article("5", *GARDEN), article("5", *GARDEN[:3])
    found = redline_as_held(old, new, engine=PURE)
    assert found == HeldRedline(redline(old, new, PURE))
    assert shown(found)[-1] == "[-5. Семена хранят до весны.-]"


@given(articles, articles)
def test_the_part_compared_is_a_beginning_of_the_old_wording_and_all_of_the_new(
    old: Article, new: Article
) -> None:
    found = as_held(old, new).redline
    assert found.new == Wording.of(new)
    before = found.old.blocks
    whole = Wording.of(old).blocks[: len(before)]
    assert before[:-1] == whole[:-1]
    assert all(one.text.startswith(other.text) for one, other in zip(whole, before, strict=True))
    assert Wording.of(old).heading.startswith(found.old.heading)


@given(articles, articles)
def test_nothing_that_a_cut_copy_may_have_had_further_on_is_called_gone(
    old: Article, new: Article
) -> None:
    blocks = as_held(old, new).redline.blocks
    kept = max((at for at, one in enumerate(blocks) if one.op is Op.KEEP), default=-1)
    assert all(one.op is Op.INSERT for one in blocks[kept + 1 :])
    if blocks and kept == len(blocks) - 1:
        runs = blocks[kept].text.runs
        last = max((at for at, run in enumerate(runs) if run.op is Op.KEEP), default=-1)
        assert all(run.op is Op.INSERT for run in runs[last + 1 :])


@given(articles, articles)
def test_a_broken_older_copy_mirrors_a_broken_newer_one(old: Article, new: Article) -> None:
    one, other = as_held(old, new), as_held(new, old, old_cut=True)
    assert one.redline.mirrored() == other.redline
    assert (one.beyond_old, one.beyond_new) == (other.beyond_new, other.beyond_old)
