"""The words of the repository: messages in Russian, the same for everyone.

One language, so that one corpus gives one set of hashes. Names of trailers are English.
"""

from __future__ import annotations

from collections.abc import Mapping

KINDS: Mapping[str, str] = {
    "amended": "изменено",
    "restated": "в новой редакции",
    "added": "дополнено",
    "repealed": "исключено",
    "restored": "восстановлено",
    "renumbered": "перенумеровано",
    "moved": "перемещено",
    "split": "разделено",
    "merged": "объединено",
    "removed": "удалено",
    "technical": "технически",
}
EDITION = "Редакция {label}"
FIRST_HELD = "Редакция {label}: текст впервые имеется в корпусе"
SAME_TEXT = "текст статей не изменился"
LANGUAGE_COUNTS = "{language}: {counts}"
AMENDED_BY = "Акты, которыми могли быть внесены изменения:"
ACT_UNKNOWN = "Каким актом внесены изменения, неизвестно."
NOT_LAW = "В имеющемся тексте право не изменилось: другим стал только его вид."
MISSING = (
    "Между этой редакцией и предыдущей имеющейся есть редакции, которых в корпусе нет: {labels}."
)
UNDATED = "У редакции нет даты; её место среди других неизвестно."
SAMPLE = "Учебный образец: пересказ, а не официальный текст."
UNKNOWN_AUTHOR = ("Неизвестный акт", "unknown")
EARLIER_AUTHOR = ("Неизвестно: не позднее редакции {label}", "earlier")
UNDATED_AUTHOR = ("Неизвестно", "earlier")
REGISTRY_AUTHOR = ("Реестр (в имеющемся тексте изменён лишь вид)", "registry")
AND_OTHERS = " и ещё {count}"

README = """\
# {ngr}: {title}

{sample}История акта по редакциям: одна редакция реестра — один коммит (метка `edition/…`). Дата
коммита — дата редакции (метка реестра, не день введения в действие), автор — акт, которым внесены
изменения, насколько это известно. Тексты статей лежат в `ru/`, `kk/`, `en/`, примечания реестра —
отдельно, в `notes/`. Чего в корпусе нет, то не считается исключённым: смотрите `EDITION.md`.
Неофициальный источник.

Актінің редакциялар бойынша тарихы: тізілімнің бір редакциясы — бір коммит (`edition/…` белгісі).
Коммиттің күні — редакцияның күні (қолданысқа енгізілген күн емес), авторы — өзгерістер енгізген
акт, егер белгілі болса. Баптардың мәтіні `ru/`, `kk/`, `en/` бумаларында, тізілімнің ескертпелері
бөлек, `notes/` бумасында. Корпуста жоғы алып тасталған деп саналмайды: `EDITION.md` файлын қараңыз.
Ресми дереккөз емес.

The history of an act by its editions: a commit each (tag `edition/…`). A commit's date is the
edition's (the registry's label, not the day of entry into force), its author the act that made the
changes, as far as that is known. The wording of the articles is in `ru/`, `kk/`, `en/`, the
registry's notes apart in `notes/`. What is not held is never taken for repealed: see `EDITION.md`.
Not an official source. `git log -- ru/art_1.md` follows an article, `git blame ru/art_1.md` names
the acts behind its paragraphs. Dates before 1970 are shown as 1970-01-01, which is the first that
git has; `Edition-Date` in the message has the real one.
"""
SAMPLE_README = (
    "**Учебный образец / Оқу үлгісі / Sample: пересказ, а не официальный текст; ресми мәтін емес; "
    "a paraphrase, not official text.**\n\n"
)
