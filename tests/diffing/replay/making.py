"""A small law and instructions for it, in Russian and Kazakh."""

from __future__ import annotations

from datetime import date

from corpus.instructions.operations import Operation
from corpus.law import Edition, Language
from diffing.replay.replay import Fate, Replayed, replay
from tests.corpus.instructions.making import edition_of, read

ADOPTED = date(2020, 6, 1)

LAW = """
Глава 1. Общее
Статья 1. О чем этот Закон
Этот Закон говорит о садах.
Он говорит и о полях.
Статья 2. Слова
1. В Законе есть слова:
1) сад;
2) поле;
3) лес.
2. Прочие слова понимают как обычно. Спорные слова толкует садовник.
Часть вторая пункта.
3. Исключения:
деревья;
кусты;
трава.
Глава 2. Полив
Статья 5. Как поливать
1. Сад поливают утром 15 минут.
2. Поле поливают вечером, лес не поливают.
Примечание. Дождь - тоже полив.
Статья 6. Кто поливает
Поливает садовник. Садовник поливает «сам».
"""

LAW_KK = """
1-тарау. Жалпы
1-бап. Осы Заң не туралы
Осы Заң бақтар туралы айтады.
Ол егістік туралы да айтады.
2-бап. Сөздер
1. Заңда мынадай сөздер бар:
1) бақ;
2) егістік;
3) орман.
2. Өзге сөздер әдеттегідей түсініледі. Даулы сөздерді бағбан түсіндіреді.
2-тарау. Суару
5-бап. Қалай суарылады
1. Бақ таңертең 15 минут суарылады.
2. Егістік кешке суарылады, орман суарылмайды.
"""


def law(language: Language = Language.RU) -> Edition:
    return edition_of({Language.RU: LAW, Language.KK: LAW_KK}[language], language, "2020-01-01")


def operations(*lines: str, language: Language = Language.RU) -> tuple[Operation, ...]:
    found = read(*lines, language=language)
    assert not found.unread, found.unread
    return found.operations


def after(*lines: str, language: Language = Language.RU) -> Replayed:
    """The law after instructions, all of which are applied."""
    done = replay(law(language), operations(*lines, language=language), ADOPTED)
    assert {one.fate for one in done.outcomes} == {Fate.APPLIED}, done.refused
    return done


def refused(*lines: str, language: Language = Language.RU) -> Replayed:
    """The law after instructions, none of which is applied: it is the same."""
    before = law(language)
    done = replay(before, operations(*lines, language=language), ADOPTED)
    assert {one.fate for one in done.outcomes} == {Fate.REFUSED}
    assert done.edition == before
    return done


def lines_of(done: Replayed, key: str) -> list[str]:
    """The heading and the paragraphs of an article."""
    article = done.edition.by_key[key]
    return [article.printed_heading, *(block.printed for block in article.blocks)]
