from __future__ import annotations

from corpus.law import Article, Edition, Footnote, Holding, HoldingKind, Language
from diffing.languages.amendments import Pair, one_sided_amendments
from tests.diffing.languages.making import KK, RU, article, edition, part

OLD, NEW = "2020-01-01", "2021-01-01"


def garden(text: str, *notes: Footnote, number: str = "1") -> Article:
    return article(part(text), *notes, number=number)


def pair(
    russian: list[Article], kazakh: list[Article], label: str, holding: Holding | None = None
) -> Pair:
    def made(language: Language, articles: list[Article]) -> Edition:
        return edition(language, *articles, label=label, holding=holding or Holding())

    return Pair(made(RU, russian), made(KK, kazakh))


def found(older: Pair, newer: Pair) -> list[tuple[str, str, str]]:
    return [
        (one.key, str(one.changed), str(one.kind)) for one in one_sided_amendments(older, newer)
    ]


def test_an_article_amended_in_one_language_only_is_told_with_its_editions() -> None:
    older = pair([garden("Сад.")], [garden("Бақ.")], OLD)
    newer = pair([garden("Сад.")], [garden("Үлкен бақ.")], NEW)
    (only,) = one_sided_amendments(older, newer)
    assert (only.key, only.changed, str(only.kind)) == ("art_1", KK, "amended")
    assert (str(only.since), str(only.by), only.told) == (OLD, NEW, "")


def test_the_footnote_that_says_so_is_given() -> None:
    told = "Сноска. Внесено изменение на казахском языке, текст на русском языке не изменяется."
    older = pair([garden("Сад.")], [garden("Бақ.")], OLD)
    newer = pair([garden("Сад.", Footnote(told))], [garden("Үлкен бақ.")], NEW)
    (only,) = one_sided_amendments(older, newer)
    assert only.told == told


def test_an_amendment_in_both_languages_and_a_technical_change_in_one_are_none() -> None:
    older = pair([garden('Сад "А".')], [garden('"А" бағы.')], OLD)
    both = pair([garden('Большой сад "А".')], [garden('Үлкен "А" бағы.')], NEW)
    technical = pair([garden("Сад «А».")], [garden('"А" бағы.')], NEW)
    assert found(older, both) == []
    assert found(older, technical) == []


def test_an_article_added_or_repealed_in_one_language_only_is_told() -> None:
    one = pair([garden("Сад.")], [garden("Бақ.")], OLD)
    more = pair([garden("Сад."), garden("Пруд.", number="2")], [garden("Бақ.")], NEW)
    assert found(one, more) == [("art_2", "ru", "added")]
    back = pair([garden("Сад.")], [garden("Бақ.")], "2022-01-01")
    assert found(more, back) == [("art_2", "ru", "repealed")]


def test_an_article_that_a_copy_does_not_hold_is_not_called_unchanged() -> None:
    beginning = Holding(HoldingKind.BEGINNING)
    older = pair([garden("Сад.")], [garden("Бақ.")], OLD)
    cut = Pair(
        edition(RU, garden("Большой сад."), label=NEW),
        edition(KK, garden("Бақ."), label=NEW, holding=beginning),
    )
    assert found(older, cut) == []
