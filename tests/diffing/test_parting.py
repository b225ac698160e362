"""Articles that were split or merged inside one act."""

from corpus.law import Article
from diffing.compare import compare_editions
from tests.diffing.making import article, edition, point

CALLS = "Комиссия назначает выборы за сорок дней до их проведения."
COUNTS = "Голоса считают члены комиссии в присутствии всех наблюдателей."
REPORTS = "Аким отчитывается перед жителями округа один раз в год."
LEAVES = "Полномочия акима прекращаются в день избрания нового акима."


def told(old: list[Article], new: list[Article]) -> list[tuple[str, str, str | None]]:
    comparison = compare_editions(edition(*old), edition(*new, label="2021-01-01"))
    return [(change.key, str(change.kind), change.rule) for change in comparison.changes]


def points(number: str, *texts: str, heading: str = "Выборы") -> Article:
    numbered = (point(str(place), text) for place, text in enumerate(texts, 1))
    return article(number, *numbered, heading=heading)


def test_an_article_whose_paragraphs_went_to_a_new_one_was_split() -> None:
    before = [points("5", CALLS, COUNTS, REPORTS, LEAVES)]
    after = [points("5", CALLS, COUNTS), points("5-1", REPORTS, LEAVES, heading="Аким")]
    assert told(before, after) == [
        ("art_5", "split", "2 paragraphs went to art_5-1"),
        ("art_5-1", "split", "2 paragraphs came from art_5"),
    ]


def test_an_article_that_took_in_one_that_is_gone_was_merged() -> None:
    before = [points("5", CALLS, COUNTS), points("6", REPORTS, LEAVES)]
    after = [points("5", CALLS, COUNTS, REPORTS, LEAVES)]
    assert told(before, after) == [
        ("art_5", "merged", "2 paragraphs came from art_6"),
        ("art_6", "merged", "2 paragraphs went to art_5"),
    ]


def test_an_article_that_is_gone_into_two_new_ones_was_split() -> None:
    before = [points("5", CALLS, COUNTS, REPORTS, LEAVES)]
    after = [
        points("6", CALLS, COUNTS, heading="Ход"),
        points("7", REPORTS, LEAVES, heading="Аким"),
    ]
    assert [(key, kind) for key, kind, _ in told(before, after)] == [
        ("art_5", "split"),
        ("art_6", "split"),
        ("art_7", "split"),
    ]


def test_an_article_that_was_split_and_took_another_in_tells_both() -> None:
    fines = "Штраф за нарушение порядка выборов назначает суд округа."
    appeals = "Жалобу на решение комиссии рассматривает суд за три дня."
    before = [points("5", CALLS, COUNTS, REPORTS, LEAVES), points("9", fines, appeals)]
    took_in = [point("1", CALLS), point("2", COUNTS), point("5", fines), point("6", appeals)]
    after = [article("5", *took_in, heading="Выборы"), points("5-1", REPORTS, LEAVES)]
    both = "2 paragraphs went to art_5-1, 2 paragraphs came from art_9"
    assert told(before, after) == [
        ("art_5", "split", both),
        ("art_9", "merged", "2 paragraphs went to art_5"),
        ("art_5-1", "split", "2 paragraphs came from art_5"),
    ]


def test_one_paragraph_is_no_split() -> None:
    before = [points("5", CALLS, COUNTS, REPORTS)]
    after = [points("5", CALLS, COUNTS), points("5-1", REPORTS)]
    assert [kind for _, kind, _ in told(before, after)] == ["amended", "added"]


def test_a_new_article_mostly_of_new_words_was_added() -> None:
    more = [f"{LEAVES} Номер {number} нового правила об этом." for number in range(8)]
    before = [points("5", CALLS, COUNTS, REPORTS)]
    after = [points("5", CALLS), points("5-1", COUNTS, REPORTS, *more)]
    assert [kind for _, kind, _ in told(before, after)] == ["amended", "added"]


def test_paragraphs_that_stand_in_two_articles_tell_nothing() -> None:
    before = [points("5", CALLS, COUNTS, REPORTS), points("6", LEAVES, COUNTS, REPORTS)]
    after = [points("5", CALLS), points("6", LEAVES), points("7", COUNTS, REPORTS, heading="Ход")]
    assert [kind for _, kind, _ in told(before, after)] == ["amended", "amended", "added"]


def test_short_paragraphs_tell_nothing() -> None:
    before = [points("5", CALLS, COUNTS, "Срок год.", "Плата сто тенге.")]
    after = [points("5", CALLS, COUNTS), points("5-1", "Срок год.", "Плата сто тенге.")]
    assert [kind for _, kind, _ in told(before, after)] == ["amended", "added"]


def test_every_redline_of_a_split_still_leads_from_the_old_wording_to_the_new() -> None:
    before = edition(points("5", CALLS, COUNTS, REPORTS, LEAVES))
    after = edition(points("5", CALLS, COUNTS), points("5-1", REPORTS, LEAVES), label="2021-01-01")
    for change in compare_editions(before, after).changes:
        assert change.redline.apply(change.old).blocks == (change.new.blocks if change.new else ())
