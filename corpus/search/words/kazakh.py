"""A stemmer for Kazakh: of nouns case, possessive and plural are taken off, in that order.

Kazakh words carry their endings in a fixed order, stem - plural - possessive - case, and each
ending has forms that agree with the sound before it (vowel harmony, voiced or voiceless). An
ending is taken off only where it agrees, so `депутат` keeps its last letters. The
steps repeat until nothing comes off: then every form of a word ends at the same stem, even
where the dictionary form itself looks like an inflected one (`қағида` like a locative).

Of verbs the finite forms and participles meet (`сайланады`, `сайланған`, `сайланып`), apart from
the noun of action (`сайлау` is an election too). Adjectives in -ты, -ді look like an accusative:
where laws have both (`заңды тұлға`), the adjective is what they nearly always mean.

Stems are for comparing, they are not dictionary forms: a final ы or і is always taken off and
a final ғ, г, б reads қ, к, п (`бабы`, `баптың`, `бап` meet at `бап`).
"""

from __future__ import annotations

import re

from corpus.search.words.kazakh_words import NO_WORDS, NOUNS_IN_T, SHORTENED, STEM_OF, WHOLE

_SHORTEST = 3

_BACK = "аоұыяё"
_FRONT = "әеөүіэ"
_VOWELS = _BACK + _FRONT + "иую"
_VOICELESS = "пткқсшщфхцчһ"
# Final б, в, г, д of borrowed words are spoken without voice: округ-тер, клуб-тар.
_HARD = _VOICELESS + "бвгд"

# Each ending with the letters that may stand before it.
_CASES: tuple[tuple[str, str], ...] = (
    # "that which is in": -дағы
    *((ending, _VOWELS + "лрйузжмнң") for ending in ("дағы", "дегі")),
    *((ending, _HARD) for ending in ("тағы", "тегі")),
    # genitive
    *((ending, _VOWELS + "мнң") for ending in ("ның", "нің")),
    *((ending, "лрйузжи") for ending in ("дың", "дің")),
    *((ending, _HARD) for ending in ("тың", "тің")),
    # ablative
    *((ending, "мнң") for ending in ("нан", "нен")),
    *((ending, _VOWELS + "лрйузж") for ending in ("дан", "ден")),
    *((ending, _HARD) for ending in ("тан", "тен")),
    # instrumental
    ("мен", _VOWELS + "лрймнң"),
    ("бен", "зж"),
    ("пен", _HARD),
    # accusative
    *((ending, _VOWELS) for ending in ("ны", "ні")),
    *((ending, "лрйузжмнңи") for ending in ("ды", "ді")),
    *((ending, _HARD) for ending in ("ты", "ті")),
    # locative
    *((ending, _VOWELS + "лрйузжмнң") for ending in ("да", "де")),
    *((ending, _HARD) for ending in ("та", "те")),
    # dative
    *((ending, _VOWELS + "лрйузжмнң") for ending in ("ға", "ге")),
    *((ending, _HARD) for ending in ("қа", "ке")),
)
# After the possessive ы, і the cases have forms of their own: әкімі-нде, әкімі-не, әкімі-н.
_CASES_AFTER_POSSESSIVE = ("ндағы", "ндегі", "нда", "нде", "нан", "нен", "на", "не", "н")
_PLURALS: tuple[tuple[str, str], ...] = (
    *((ending, _VOWELS + "рй") for ending in ("лар", "лер")),
    *((ending, "лмнңзж") for ending in ("дар", "дер")),
    *((ending, _HARD) for ending in ("тар", "тер")),
)
# Dictionary forms in ы, і whose possessive is -сы, -сі; other words in с take -ы, -і (облыс-ы).
_ENDS_IN_Y = re.compile(
    r".*[шғ]ы|.*[шг]і|қаулы|.*ақы|жарты|жалпы|қорытынды|екі|алты|жеті|"
    r"ескі|.*сенбі|.*(?:ак|объек|субъек|пунк)ті"
)
_HARDENED = str.maketrans("ғгб", "қкп")
# Finite forms and participles, after consonants and after vowels.
_CONSONANT = "[^аеиыіоөуұүэя]"
_VERB = (
    re.compile(f"(.+{_CONSONANT})(?:ады|еді|атын|етін|ған|ген|қан|кен|ып|іп)"),
    re.compile("(.+[аеиыі])(?:йды|йді|йтын|йтін|ған|ген)"),
    re.compile("(..+[ае])п"),
)
# депутатын, қызметін: the noun's own т
_OF_A_NOUN_IN_T = re.compile(f"(?:{'|'.join(NOUNS_IN_T)})[ыі]н")
# A participle takes a noun's endings: тіркелгенін, бұзғаны, жататыны, қалғандардың.
_PARTICIPLE = re.compile(
    "((?!сайт).+(?:[ғгқк][ае]н|[аей]т[ыі]н))"
    "(?:[ыі]|[ыі]н|[ыі]н.+|[нд]ың|[нд]ің|н[ае]н|д[ыіае]|[ғг][ае]|д[ае]р.*)"
)


def stem(word: str) -> str:
    """The stem of a Kazakh word in normal form (lower case, NFC); that of a verb ends in -."""
    word = word.replace("ь", "")  # бюллетень, бюллетені
    if known := STEM_OF.get(word):
        return known
    if root := _verb_root(word):
        return f"{root}-"
    while word not in WHOLE:
        shorter = _without_one_layer(word)
        if shorter == word:
            return word[:-1] + word[-1:].translate(_HARDENED)
        word = shorter
    return word


def _verb_root(word: str) -> str | None:
    match = _PARTICIPLE.fullmatch(word)
    if match and match[1][:-1] in WHOLE:  # төраға-ны
        return None
    if match and match[1] not in WHOLE:
        word = match[1]
    if word in WHOLE or _OF_A_NOUN_IN_T.fullmatch(word):
        return None
    return next((match[1] for shape in _VERB if (match := shape.fullmatch(word))), None)


def _without_one_layer(word: str) -> str:
    if word.endswith(("ы", "і")):
        bare = word[:-1]
        if bare in WHOLE or bare in SHORTENED:
            return SHORTENED.get(bare, bare)
    without_case = _off_case(word)
    if without_case != word:
        return without_case
    return _off(_off_possessive(word), _PLURALS)


def _off_case(word: str) -> str:
    bare = _off(word, _CASES)
    if bare in WHOLE:
        return bare
    for ending in _CASES_AFTER_POSSESSIVE:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > _SHORTEST and rest[-1] in "ыі" and _agrees(rest, ending):
            return rest
    return bare


def _off_possessive(word: str) -> str:
    if word.endswith(("сы", "сі")) and word[-3:-2] in tuple(_VOWELS):
        rest = word[:-2]
        fits = rest[-1:] not in ("ы", "і") or _ENDS_IN_Y.fullmatch(rest)
        if len(rest) >= _SHORTEST and fits and rest not in NO_WORDS:
            return rest
    if word.endswith(("ы", "і")) and len(word) > _SHORTEST:
        return word[:-1]
    return word


def _off(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for ending, before in endings:
        if not word.endswith(ending):
            continue
        rest = word[: -len(ending)]
        if not rest or rest[-1] not in before or not _agrees(rest, ending):
            continue
        if (len(rest) >= _SHORTEST or rest in WHOLE) and rest not in NO_WORDS:
            return rest
    return word


def _agrees(rest: str, ending: str) -> bool:
    """Whether an ending's vowel is of the same kind, back or front, as the last one before it."""
    if ending in ("мен", "бен", "пен"):
        return any(letter in _VOWELS for letter in rest)
    own = next((letter for letter in ending if letter in _VOWELS), "")
    for letter in reversed(rest):
        if letter in _BACK:
            return own == "" or own in _BACK
        if letter in _FRONT:
            return own == "" or own in _FRONT
        if letter in _VOWELS:
            return True
    return False
