"""What the picture says itself, in the three languages of the interface."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.law import ArticleKind, Language
from diffing.classify import ChangeKind


@dataclass(frozen=True)
class Captions:
    """The picture's own words in one language; `{}` is filled in."""

    languages: Mapping[Language, str]
    held: str
    held_span: str
    articles: str
    sample: str
    undrawn: str
    nothing: str
    first: str
    shades: str
    unknown: str
    presumed: str
    missing: str
    kinds: Mapping[ChangeKind, str]
    kind_names: Mapping[ArticleKind, str]
    words_in: str
    words_out: str
    changes: str
    repeal: str
    label_note: str
    half: str
    half_between: str
    no_half: str
    detail: str


ENGLISH = Captions(
    languages={
        Language.RU: "Russian text",
        Language.KK: "Kazakh text",
        Language.EN: "English text",
    },
    held="editions held: {count}",
    held_span="{first} to {last}",
    articles="articles: {count}",
    sample="SAMPLE: our own paraphrase, not official text",
    undrawn="not drawn, place in time not known: {labels}",
    nothing="No edition with a known place in time is held: there is nothing to draw in time.",
    first="as first held or added",
    shades="share of words rewritten when the wording came:",
    unknown="not held, unknown",
    presumed="not held, same before and after",
    missing="edition known, not held",
    kinds={
        ChangeKind.ADDED: "added",
        ChangeKind.AMENDED: "amended",
        ChangeKind.RESTATED: "restated",
        ChangeKind.SPLIT: "split",
        ChangeKind.MERGED: "merged",
        ChangeKind.REPEALED: "repealed",
        ChangeKind.RESTORED: "restored",
        ChangeKind.TECHNICAL: "technical",
        ChangeKind.RENUMBERED: "renumbered",
        ChangeKind.MOVED: "moved",
    },
    kind_names={ArticleKind.PREAMBLE: "preamble", ArticleKind.APPENDIX: "text"},
    words_in="words in",
    words_out="words out",
    changes="amended",
    repeal="act repealed",
    label_note="Time is by edition labels: the registry's names for editions, often the amending "
    "act's date and not the day of entry into force.",
    half="Half of the wordings had ended after {days} days (Kaplan-Meier; wordings {wordings}, "
    "of them censored {censored}).",
    half_between="Half of the wordings had ended after {early} to {late} days, as those that ended "
    "between editions held did so early or late (Kaplan-Meier; wordings {wordings}, of them "
    "censored {censored}).",
    no_half="Fewer than half of the wordings were seen to end (wordings {wordings}, of them "
    "censored {censored}).",
    detail="{kind}; words in {came}, out {went}, kept {kept}",
)

RUSSIAN = Captions(
    languages={
        Language.RU: "русский текст",
        Language.KK: "казахский текст",
        Language.EN: "английский текст",
    },
    held="редакций в наличии: {count}",
    held_span="{first} – {last}",
    articles="статей: {count}",
    sample="ОБРАЗЕЦ: наш пересказ, а не официальный текст",
    undrawn="не показаны, место во времени неизвестно: {labels}",
    nothing="Нет ни одной редакции с известным местом во времени: рисовать нечего.",
    first="с первой редакции или новая",
    shades="какая доля слов изменилась с приходом текста:",
    unknown="нет в наличии, неизвестно",
    presumed="нет в наличии, до и после то же",
    missing="редакция известна, но её нет",
    kinds={
        ChangeKind.ADDED: "добавлена",
        ChangeKind.AMENDED: "изменена",
        ChangeKind.RESTATED: "изложена заново",
        ChangeKind.SPLIT: "разделена",
        ChangeKind.MERGED: "объединена",
        ChangeKind.REPEALED: "исключена",
        ChangeKind.RESTORED: "восстановлена",
        ChangeKind.TECHNICAL: "техническая правка",
        ChangeKind.RENUMBERED: "перенумерована",
        ChangeKind.MOVED: "перемещена",
    },
    kind_names={ArticleKind.PREAMBLE: "преамбула", ArticleKind.APPENDIX: "текст"},
    words_in="слов пришло",
    words_out="слов ушло",
    changes="изменена",
    repeal="акт утратил силу",
    label_note="Время — по меткам редакций: это имена, данные реестром, часто дата изменяющего "
    "акта, а не день вступления в силу.",
    half="Половина текстов статей сменилась за {days} дн. (Каплан – Мейер; текстов {wordings}, "
    "из них цензурировано {censored}).",
    half_between="Половина текстов статей сменилась за {early} – {late} дн., смотря когда "
    "сменились те, что ушли между редакциями (Каплан – Мейер; текстов {wordings}, "
    "из них цензурировано {censored}).",
    no_half="Сменилось меньше половины текстов статей (текстов {wordings}, "
    "из них цензурировано {censored}).",
    detail="{kind}; слов пришло {came}, ушло {went}, осталось {kept}",
)

KAZAKH = Captions(
    languages={
        Language.RU: "орысша мәтін",
        Language.KK: "қазақша мәтін",
        Language.EN: "ағылшынша мәтін",
    },
    held="бар редакциялар: {count}",
    held_span="{first} – {last}",
    articles="баптар: {count}",
    sample="ҮЛГІ: ресми мәтін емес, біздің мазмұндамамыз",
    undrawn="көрсетілмеген, уақыттағы орны белгісіз: {labels}",
    nothing="Уақыттағы орны белгілі редакция жоқ: салатын ештеңе жоқ.",
    first="алғашқы редакциядан немесе жаңа",
    shades="мәтін келгенде сөздерінің қанша бөлігі өзгерді:",
    unknown="жоқ, белгісіз",
    presumed="жоқ, бұрын да, кейін де сол",
    missing="редакция белгілі, бірақ жоқ",
    kinds={
        ChangeKind.ADDED: "қосылды",
        ChangeKind.AMENDED: "өзгертілді",
        ChangeKind.RESTATED: "жаңа редакцияда жазылды",
        ChangeKind.SPLIT: "бөлінді",
        ChangeKind.MERGED: "біріктірілді",
        ChangeKind.REPEALED: "алып тасталды",
        ChangeKind.RESTORED: "қалпына келтірілді",
        ChangeKind.TECHNICAL: "техникалық түзету",
        ChangeKind.RENUMBERED: "нөмірі өзгерді",
        ChangeKind.MOVED: "көшірілді",
    },
    kind_names={ArticleKind.PREAMBLE: "кіріспе", ArticleKind.APPENDIX: "мәтін"},
    words_in="келген сөздер",
    words_out="кеткен сөздер",
    changes="өзгерді",
    repeal="актінің күші жойылды",
    label_note="Уақыт редакция белгілері бойынша: бұл — тізілім берген атаулар, көбіне өзгертетін "
    "актінің күні, күшіне ену күні емес.",
    half="Бап мәтіндерінің жартысы {days} күнде өзгерді (Каплан – Мейер; мәтіндер {wordings}, "
    "оның ішінде цензураланғаны {censored}).",
    half_between="Бап мәтіндерінің жартысы {early} – {late} күнде өзгерді: редакциялар арасында "
    "кеткендері қашан кеткеніне қарай (Каплан – Мейер; мәтіндер {wordings}, "
    "оның ішінде цензураланғаны {censored}).",
    no_half="Бап мәтіндерінің жартысынан азы өзгерді (мәтіндер {wordings}, "
    "оның ішінде цензураланғаны {censored}).",
    detail="{kind}; келген сөздер {came}, кеткен сөздер {went}, қалған сөздер {kept}",
)

CAPTIONS: Mapping[Language, Captions] = {
    Language.EN: ENGLISH,
    Language.RU: RUSSIAN,
    Language.KK: KAZAKH,
}
