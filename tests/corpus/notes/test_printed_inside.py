"""Remarks of the registry printed inside headings and in the place of an excluded unit."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.amendments import Amendment, ClauseKind, Target, Verb
from corpus.law import (
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Division,
    DivisionKind,
    Edition,
    EditionLabel,
    Footnote,
    Language,
)
from corpus.notes import NoteReading, RemarkKind, amendments_of, notes_with_standing, readings_of


def block(text: str, key: str = "p_3", number: str = "3", *, quoted: bool = False) -> Block:
    kind = BlockKind.SUBPOINT if "sp_" in key else BlockKind.POINT if number else BlockKind.PART
    return Block(kind, text, number, f"{number})" if number else "", key, quoted)


def article(*body: Block | Footnote, heading: str = "О садах", key: str = "art_7") -> Article:
    return Article(ArticleKind.ARTICLE, key, key[4:], f"Статья {key[4:]}.", heading, body)


def edition(*content: Article | Division, language: Language = Language.RU) -> Edition:
    return Edition("Z010000001_", language, EditionLabel.parse("2010"), "О садах", content)


def said(*content: Article | Division, language: Language = Language.RU) -> tuple[Amendment, ...]:
    return amendments_of(edition(*content, language=language))


FIRST = block("Сад бывает общий.", "p_1", "1")


@pytest.mark.parametrize(
    ("text", "adopted", "number"),
    [
        ("(исключен - от 5 июля 2006 года N 166);", date(2006, 7, 5), "166"),
        ("(Пункт исключен - Законом РК от 04.12.2008 N 97-IV) .", date(2008, 12, 4), "97-IV"),
        ("(исключён - N 44 от 15.04.2005 г.)", date(2005, 4, 15), "44"),
        ("(пункт 3 исключен Законом РК от 15.04.2005 N 44)", date(2005, 4, 15), "44"),
        ("Исключен Законом РК от 15.04.2005 N 44.", date(2005, 4, 15), "44"),
        ("Утратил силу Указом Президента РК от 15.04.2005 № 1550;", date(2005, 4, 15), "1550"),
        ("(алып тасталды - ҚР 2004.04.14 N 545 Конституциялық заңымен)", date(2004, 4, 14), "545"),
        ("(ҚР 2004.04.14 N 545 Конституциялық заңымен алып тасталды)", date(2004, 4, 14), "545"),
        ("ҚР 2004.04.14 N 545 Конституциялық заңымен алып тасталды;", date(2004, 4, 14), "545"),
        ("исключен в соответствии с Законом РК от 15.04.2005 N 44", date(2005, 4, 15), "44"),
        ("3-тармақ алып тасталды - ҚР 2004.04.14 N 545 Заңымен;", date(2004, 4, 14), "545"),
        ("Excluded by Law of the Republic of Kazakhstan No. 88-VI of 12 April 2018.",
         date(2018, 4, 12), "88-VI"),
    ],
)  # fmt: skip
def test_what_stands_in_the_place_of_a_unit_is_its_repeal(
    text: str, adopted: date, number: str
) -> None:
    (one,) = said(article(FIRST, block(text)))
    assert (one.target, one.verb) == (Target("art_7", "p_3"), Verb.REPEALED)
    assert (one.act.adopted, one.act.number) == (adopted, number)
    assert one.quote in text


def test_the_bracket_behind_the_act_is_its_clause_also_where_the_outer_one_is_never_closed() -> (
    None
):
    text = "(исключен - от 5 июля 2006 года N 166 (вводится в действие с 1 августа 2006 года) ;"
    (reading,) = readings_of(edition(article(FIRST, block(text, "p_1__sp_22-5", "22-5"))))
    (one,) = reading.amendments
    assert one.target.block_key == "art_7__p_1__sp_22-5"
    assert (one.clause.kind, one.clause.on) == (ClauseKind.ON_DATE, date(2006, 8, 1))
    assert not reading.remarks


@pytest.mark.parametrize(
    "text",
    ["(исключен)", "(пункт исключен).", "Исключен.", "(алып тасталды)", "алып тасталды;",
     "(күші жойылды)", "Excluded."],
)  # fmt: skip
def test_an_exclusion_alone_names_no_act_and_is_remarked_on(text: str) -> None:
    readings = list(readings_of(edition(article(FIRST, block(text)))))
    assert [_nameless(one) for one in readings] == [(Target("art_7", "p_3"), Verb.REPEALED)]
    ((remark,),) = [one.remarks for one in readings]
    assert (remark.kind, remark.at) == (RemarkKind.NO_ACT, "art_7__p_3")


def _nameless(reading: NoteReading) -> tuple[Target, Verb]:
    (one,) = reading.amendments
    assert (one.act.adopted, one.act.number) == (None, None)
    return one.target, one.verb


@pytest.mark.parametrize(
    "text",
    [
        "исключены законом от выборов лица, осуждённые судом",
        "исключение из списка допускается решением суда от 5 мая 2004 года N 3",
        "за исключением садов, указанных в Законе РК от 05.05.2004 N 3",
        "исключить;",
        "пункт 5 исключить;",
        "алып тасталсын;",
        "ҚР 2004.04.14 N 545 Заңымен алып тасталды деп есептелген бақ қайта егіледі;",
        "сады, исключенные Законом РК от 05.05.2004 N 3, не сажают (исключены)",
        "Закон РК от 01.02.1996 N 5 «О садах» (в редакции Закона РК от 05.05.2004 N 3).",
        "Признать утратившим силу Указ от 01.02.1996 N 5. (дополнен Указом от 05.05.2004 N 3)",
        "сад (дополненный Законом РК от 05.05.2004 N 3)",
        "по Закону (исключен из перечня решением комиссии от 05.05.2004 N 3)",
        "(исключен из перечня решением комиссии от 05.05.2004 N 3)",
        "Исключен Законом РК от 05.05.2004 N 3 из списка тот, кто не сажал.",
        "сажают <*>",
        "the Law (as amended by the Law of the Republic of Kazakhstan No. 5 of 1 May 2004).",
    ],
)
def test_a_norm_that_speaks_of_other_acts_is_none(text: str) -> None:
    assert said(article(FIRST, block(text))) == ()


def test_new_wording_that_is_quoted_is_none() -> None:
    assert said(article(FIRST, block("(исключен)", quoted=True))) == ()


def test_an_unnumbered_paragraph_among_others_is_not_excluded_without_an_act() -> None:
    assert said(article(FIRST, block("исключен", "part_1", ""))) == ()


def test_an_article_that_is_nothing_but_the_remark_is_repealed_itself() -> None:
    only = article(block("Исключена Законом РК от 09.02.2009 N 126.", "part_1", ""))
    (one,) = said(only)
    assert one.target == Target("art_7")


@pytest.mark.parametrize(
    "heading",
    [
        "О садах (Статья 7 исключена - Законом РК от 14.04.2004 N 545)",
        "(исключена - Законом РК от 14.04.2004 N 545)",
        "Исключена Законом РК от 14.04.2004 N 545 (порядок введения в действие см. ст. 2).",
    ],
)
def test_a_heading_tells_of_its_article(heading: str) -> None:
    (one,) = said(article(heading=heading))
    assert (one.target, one.verb) == (Target("art_7"), Verb.REPEALED)
    assert one.act.number == "545"


@pytest.mark.parametrize("heading", ["(исключена)", "О садах (исключена)", "<*>"])
def test_a_heading_may_tell_it_without_an_act(heading: str) -> None:
    (reading,) = readings_of(edition(article(heading=heading)))
    assert _nameless(reading) == (Target("art_7"), Verb.REPEALED)
    assert [one.kind for one in reading.remarks] == [RemarkKind.NO_ACT]


def test_the_mark_at_a_unit_that_has_words_tells_nothing_alone() -> None:
    assert said(article(FIRST, heading="О садах <*>")) == ()
    assert said(article(FIRST, heading="<*>")) == ()


def test_a_chapters_heading_tells_of_the_chapter() -> None:
    heading = "Глава 2. Сады (глава исключена - Законом РК от 14.04.2004 N 545)"
    (one,) = said(Division(DivisionKind.CHAPTER, "ch_2", "2", "Сады", heading))
    assert (one.target, one.verb) == (Target("ch_2"), Verb.REPEALED)


@pytest.mark.parametrize(
    ("bracket", "verb"),
    [
        ("(в редакции Закона РК от 14.04.2004 N 545)", Verb.REWORDED),
        ("(дополнен - Законом РК от 14.04.2004 N 545)", Verb.ADDED),
        ("(пункт 3 изложен в новой редакции - Законом РК от 14.04.2004 N 545)", Verb.REWORDED),
        ("(внесены изменения - Законом РК от 14.04.2004 N 545)", Verb.AMENDED),
        ("(ҚР 2004.04.14 N 545 Заңының редакциясында)", Verb.REWORDED),
    ],
)
def test_a_bracket_behind_a_sentence_tells_of_its_block(bracket: str, verb: Verb) -> None:
    (one,) = said(article(FIRST, block(f"Сад сажают весной. {bracket}")))
    assert (one.target, one.verb, one.act.number) == (Target("art_7", "p_3"), verb, "545")


def test_a_part_of_a_block_stays_words() -> None:
    text = "Сад сажают весной. (Часть вторая исключена - Законом РК от 14.04.2004 N 545)"
    (one,) = said(article(FIRST, block(text)))
    assert one.target == Target("art_7", "p_3", "Часть вторая")
    assert one.verb is Verb.REPEALED


def test_the_words_stay_in_the_text_and_notes_keep_their_order() -> None:
    note = Footnote("Сноска. Статья 7 с изменениями, внесенными Законом РК от 05.05.2004 N 3.")
    text = "(исключен - Законом РК от 14.04.2004 N 545)"
    own = article(FIRST, block(text), note, heading="О садах")
    assert [one.text for one, _ in notes_with_standing(edition(own))] == [text, note.text]
    assert own.blocks[1].text == text
    assert own.notes == (note,)


def test_a_very_long_paragraph_is_no_remark_and_costs_no_time() -> None:
    text = "(исключен " + "пункт " * 40_000 + "от 14.04.2004 N 545)"
    assert said(article(FIRST, block(text), block("пункт " * 40_000, "p_4", "4"))) == ()
