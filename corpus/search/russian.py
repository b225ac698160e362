"""What Snowball's Russian stemmer gets wrong in the law's own vocabulary.

It takes the end of some nouns for a verb's or participle's ending (аким -> ак, устав -> уст), but
only in some of their forms, so that `орган` would not find `органов`; and it leaves vowels that
drop out (порядок, порядка). The words were found by comparing the stems of forms that stand in the
official texts.
"""

from __future__ import annotations

from collections.abc import Callable

_STEMS = frozenset(
    (
        *("аким", "орган", "граждан", "состав", "устав", "правил", "систем", "прием", "объем"),
        *("режим", "лимит", "перерыв", "квартал", "филиал", "материал", "персонал", "журнал"),
        *("канал", "аудит", "визит", "кредит", "экран", "экзамен", "актив", "архив"),
        *("коллектив", "норматив", "инициатив", "директив"),
    )
)
_ENDINGS = (
    *("", "а", "у", "ом", "е", "ы", "и", "о", "ов", "ам", "ами", "ах", "ой", "ою"),
    *("ин", "ина", "ину", "ином", "ине"),  # гражданин
)
_LONGEST_ENDING = max(map(len, _ENDINGS))
_DAY = ("день", "дня", "дню", "днем", "дне", "дни", "дней", "дням", "днями", "днях")
# Snowball's stem of the form with the vowel -> its stem of the forms without.
_VOWEL_DROPPED = {
    "порядок": "порядк",
    "список": "списк",
    "участок": "участк",
    "поселок": "поселк",
    "остаток": "остатк",
    "недостаток": "недостатк",
    "образец": "образц",
    "перечен": "перечн",
    "уровен": "уровн",
    "заявок": "заявк",
    "закупок": "закупк",
    "отметок": "отметк",
    "ошибок": "ошибк",
    "поправок": "поправк",
    "ссылок": "ссылк",
    "справок": "справк",
    "повесток": "повестк",
    "долж": "должн",
}


def stem(word: str, snowball: Callable[[str], str]) -> str:
    """The stem of a Russian word in normal form; `snowball` gives that of an ordinary one."""
    if word in _DAY:
        return "дн"
    for length in range(min(_LONGEST_ENDING, len(word)) + 1):
        beginning = word[: len(word) - length]
        if beginning in _STEMS and word[len(beginning) :] in _ENDINGS:
            return beginning
    found = snowball(word)
    return _VOWEL_DROPPED.get(found, found)
