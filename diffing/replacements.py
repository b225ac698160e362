"""What an order to rename puts in the place of what, and which orders are no renamings.

An order that changes what the law says is none, however far it reaches: a figure, a day, «или»,
«не», «вправе», «избирается», «с согласия» on one side only; another body or person in the place of
one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from corpus.law import Language
from corpus.renamings import Renaming
from diffing.forms import stem
from diffing.vocabulary import pieces

_REMEMBERED = 64
"""Sets of orders whose replacements are kept."""


# Words that change what is ordered when one side has them and the other has not, by their stems:
# numbers, measures and terms; duty and permission; and, or, not, only, other than; how an office is
# filled, how a decision is made, who lives where.
_SUBSTANCE = {
    Language.RU: (
        "один два две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать "
        "тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать "
        "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто двести "
        "триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот тысяча "
        "миллион половина треть четверть первый второй третий четвертый пятый процент тенге "
        "показатель размер минимальный максимальный наименьший наибольший больше меньше более "
        "менее день дни сутки неделя месяц квартал год лет час минута срок календарный рабочий "
        "ежегодный ежемесячный вправе право обязан обязанность должен должно может можно "
        "следует запрещен запрещается допускается разрешается подлежит не ни нет без кроме "
        "исключение только лишь и или либо если до после "
        "избирать избрание избирается выборы голосование назначать назначение освобождать "
        "согласие согласование представление предложение рекомендация большинство "
        "квалифицированный простой абсолютный относительный прямой косвенный тайный открытый "
        "проживать проживающий зарегистрированный"
    ),
    Language.KK: (
        "бір екі үш төрт бес алты жеті сегіз тоғыз он жиырма отыз қырық елу алпыс жетпіс сексен "
        "тоқсан жүз мың миллион жарты бірінші екінші үшінші пайыз теңге көрсеткіш мөлшер "
        "ең кем көп артық күн тәулік апта ай тоқсан жыл сағат минут мерзім күнтізбелік жұмыс "
        "құқылы құқық міндетті міндет тиіс мүмкін болады тыйым рұқсат жатады емес жоқ қоспағанда "
        "басқа тек ғана және немесе әрі егер дейін кейін "
        "сайлау сайлану сайланады дауыс тағайындау тағайындалу тағайындалады босату келісім келісу "
        "ұсыну ұсыным көпшілік жай білікті тікелей төте жанама құпия жасырын ашық тұратын тұру "
        "тіркелген"
    ),
    Language.EN: (
        "one two three four five six seven eight nine ten hundred thousand million half first "
        "second third percent tenge amount minimum maximum more less least most day days week "
        "weeks month months year years hour hours term terms calendar working may shall must can "
        "right duty prohibited permitted not no never without except only and or if before after "
        "elect elected election elections voting appoint appointed appointment dismiss dismissed "
        "consent approval proposal recommendation majority simple qualified absolute direct "
        "indirect secret open residing resident registered"
    ),
}
# Who decides, and of what level: an order that puts one of them for another is no renaming.
_BODIES = {
    Language.RU: (
        "президент правительство премьер парламент сенат мажилис маслихат депутат аким акимат суд "
        "прокурор прокуратура комиссия министр министерство избиратель выборщик гражданин "
        "республиканский центральный областной районный городской территориальный окружной "
        "участковый вышестоящий нижестоящий область район город орган комитет палата аппарат "
        "управление отдел служба агентство инспекция ведомство совет собрание ассамблея "
        "верховный конституционный представительный исполнительный национальный местный "
        "государственный уполномоченный лицо кандидат член партия объединение организация"
    ),
    Language.KK: (
        "президент үкімет премьер парламент сенат мәжіліс мәслихат депутат әкім әкімдік сот "
        "прокурор прокуратура комиссия министр министрлік сайлаушы таңдаушы азамат республикалық "
        "орталық облыстық аудандық қалалық аумақтық округтік учаскелік облыс аудан қала орган "
        "комитет палата аппарат басқарма бөлім қызмет агенттік инспекция ведомство кеңес жиналыс "
        "ассамблея жоғарғы конституциялық өкілді атқарушы ұлттық жергілікті мемлекеттік уәкілетті "
        "тұлға кандидат мүше партия бірлестік ұйым"
    ),
    Language.EN: (
        "president government prime parliament senate mazhilis maslikhat deputy deputies akim "
        "court prosecutor commission minister ministry voter voters elector electors citizen "
        "citizens republican central regional oblast district city territorial precinct superior "
        "body authority committee chamber office department service agency inspection council "
        "assembly supreme constitutional representative executive national local state authorized "
        "person persons candidate candidates member members party parties association associations "
        "organization organizations"
    ),
}
# A figure, or a term in one word: «пятидневный», «двухкратный», «онкүндік».
_FIGURE = re.compile(
    r"\d|дневн|летн|месячн|недельн|часов|кратн|процентн|күндік|айлық|жылдық|апталық|сағаттық",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Replacement:
    """What an order puts in the place of what, by stems; `words` are the order's own."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    words: tuple[str, str]
    renaming: Renaming


@lru_cache(maxsize=_REMEMBERED)
def replacements_of(renamings: tuple[Renaming, ...]) -> tuple[Replacement, ...]:
    """The pairs of all orders that are renamings."""
    return tuple(replacement for renaming in renamings for replacement in _replacements(renaming))


def _replacements(renaming: Renaming) -> Iterator[Replacement]:
    language = renaming.language
    for pair in renaming.words:
        old, new = (
            tuple(stem(piece.lstrip(), language) for piece in pieces(side)[:-1]) for side in pair
        )
        gone, come = {*old} - {*new}, {*new} - {*old}
        if any(map(_FIGURE.search, pair)) or _are_among(gone | come, _SUBSTANCE, language):
            continue
        if old and new and old != new and not _names_another(gone, come, pair, language):
            yield Replacement(old, new, pair, renaming)


def _names_another(
    gone: set[str], come: set[str], pair: tuple[str, str], language: Language
) -> bool:
    """Whether another body is put in the place of one; «аким» and «аким района» are two as well.

    What stood in brackets, «аула (села)», was another name of the same.
    """
    differing = [side for side in (gone, come) if any(one[:1].isalnum() for one in side)]
    if len(differing) == 1 and "(" in "".join(pair):
        return False
    return bool(differing) and all(_are_among(side, _BODIES, language) for side in differing)


def _are_among(stems: set[str], listed: Mapping[Language, str], language: Language) -> bool:
    """Whether one of the stems is that of a listed word."""
    begun = tuple(word[:2] for word in stems)  # stemming all that is listed takes long
    return any(
        stem(word, language) in stems for word in listed[language].split() if word.startswith(begun)
    )
