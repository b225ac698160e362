"""Stems of Russian words: Snowball, mended where it errs in the law's own vocabulary.

Snowball takes the end of some nouns for a verb's or participle's ending (аким -> ак), but only in
some of their forms, so that `орган` would not find `органов`; it leaves vowels that drop out
(порядок, порядка); it cuts so much off that words meet which the law keeps apart (суд and судья,
закон and законность, население and населённый пункт); and it gives one verb several stems
(назначен, назначенный). Rules mend what rules can (`russian_verbs` those of verbs); which words
are nouns and no verbs (охрана, избрана) none can tell: those stand in lists. All were found by
reading every stem's words over the official texts, and the stems of all forms of their words.

Stems are for comparing. That of a word which would else meet another one is its dictionary form,
or keeps a part of its ending.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.search.words.russian_verbs import verb_stem
from corpus.search.words.russian_words import OF_ANOTHER_STEM, STEM_OF

_HARD_NOUNS = frozenset(
    (
        *("аким", "орган", "граждан", "состав", "устав", "правил", "систем", "прием", "объем"),
        *("режим", "лимит", "перерыв", "квартал", "филиал", "материал", "персонал", "журнал"),
        *("канал", "аудит", "визит", "кредит", "экран", "экзамен", "актив", "архив"),
        *("коллектив", "норматив", "инициатив", "директив"),
        *("астан", "капитан", "созыв", "призыв", "отзыв", "подрыв", "взрыв", "разрыв", "срыв"),
        *("начал", "защит", "отмен", "замен", "измен", "смен", "обмен", "перемен", "охран"),
        *("основ", "отдых", "обман", "капитал", "потенциал", "оригинал", "идеал", "депозит"),
        *("реквизит", "дефицит", "реклам", "микросхем", "назарбаев", "токаев"),
    )
)
_HARD_ENDINGS = (
    *("", "а", "у", "ом", "е", "ы", "и", "о", "ов", "ам", "ами", "ах", "ой", "ою"),
    *("ин", "ина", "ину", "ином", "ине"),  # гражданин
)
_LONGEST_ENDING = max(map(len, _HARD_ENDINGS))
_COUNTRY = re.compile(rf"(..+стан)(?:{'|'.join(_HARD_ENDINGS)})")
# Case endings after a vowel: случа-й, иде-я.
_AFTER_VOWEL = re.compile(
    r"(случа|обыча|урожа|ассамбле|иде|лотере|галере)"
    r"(?:й|я|ю|е|и|ем|ев|ей|ею|ям|ями|ях)"
)
# Feminine nouns and numerals in ь, whose ending looks like that of an infinitive or a reflexive;
# the stem keeps the ь, or it would be that of десятый.
_SOFT = re.compile(r"(.*пис|печат|памят|.*(?:дцат|девят|десят))(?:ь|и|ью|ей|ям|ями|ях)")
# время, времени; the stem keeps the я, or it would be that of временный.
_IN_MYA = re.compile(r"(вре|и|зна|пле|пла|бре|се|стре)м(?:я|ени|енем|ена|ен|енам|енами|енах)")

# Nouns made of adjectives and verbs are words of their own: ответственность and ответственный,
# население and населённый, принятие and принятый. They keep what made them.
_QUALITY = re.compile(r"(.{3,}ост)(?:ь|и|ью|ей|ям|ями|ях)")
_DEED = re.compile(r"(.{2,}[аея]ни|.{2,}[ыияу]ти)(?:е|я|ю|ем|и|й|ям|ями|ях|ей|ею)")
# A double н is no slip of the pen where a noun has one: районный, законный, ценный.
_DOUBLE_N = re.compile(
    r"(.+[^аеян]нн|ценн|сменн|экранн)"
    r"(?:|ый|ого|ому|ым|ом|ая|ой|ою|ую|ое|ые|ых|ыми|а|о|ы|у|е|ам|ами|ах)"
)
# Adjectives whose short form has a vowel more: действителен, ответственен.
_SHORT_IN_TEL = re.compile("(.+тел)ен")
_SHORT_IN_STV = re.compile("(.+ств)ен(?:ен)?")

# A vowel that stands before a last к or ц only where no ending follows: порядок, проверок,
# застроек, иностранец. It is taken from every stem that ends so, hence forms stay together;
# only after an earlier vowel, for it belongs to срок and век.
_FLEETING = re.compile(r"(.*[аеиоуыэюя].*[бвгджзйклмнпрстфхцчшщ])(?:[ое](к)|е(ц))")
_FLEETING_AFTER_VOWEL = re.compile(r"(.+[аоу])ек")
_SHORTEST = 3


_SHAPES = (
    (_IN_MYA, "мя"),
    (_SOFT, "ь"),
    (_AFTER_VOWEL, ""),
    (_COUNTRY, ""),
    (_DOUBLE_N, ""),
    (_QUALITY, "ь"),
    (_DEED, "е"),
    (_SHORT_IN_TEL, "ьн"),
    (_SHORT_IN_STV, "ен"),
)


def stem(word: str, snowball: Callable[[str], str]) -> str:
    """The stem of a Russian word in normal form; `snowball` gives that of an ordinary one."""
    if known := STEM_OF.get(word):
        return known
    if len(word) < _SHORTEST:  # и, не; ИИ, РК: what is left of them would be another word
        return word
    for shape, ending in _SHAPES:
        if match := shape.fullmatch(word):
            return str(match[1]) + ending
    for length in range(min(_LONGEST_ENDING, len(word)) + 1):
        beginning = word[: len(word) - length]
        if beginning in _HARD_NOUNS and word[len(beginning) :] in _HARD_ENDINGS:
            return beginning
    return _without_fleeting_vowel(verb_stem(word, snowball) or snowball(word))


def _without_fleeting_vowel(found: str) -> str:
    if match := _FLEETING.fullmatch(found):
        found = match[1] + (match[2] or match[3])
    elif match := _FLEETING_AFTER_VOWEL.fullmatch(found):
        found = f"{match[1]}йк"
    if found.endswith("ьц"):  # владелец, владельца
        found = f"{found[:-2]}ц"
    return OF_ANOTHER_STEM.get(found, found)
