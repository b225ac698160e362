"""Small acts of our own: paraphrases with invented details, in the shape of the real ones."""

from __future__ import annotations

from corpus.law import (
    WHOLE,
    ActStatus,
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Cause,
    Content,
    Division,
    DivisionKind,
    Edition,
    EditionLabel,
    Footnote,
    Holding,
    HoldingKind,
    Language,
    Link,
)

LOCAL = "Z010000148_"
ELECTIONS = "Z950002464_"
RULES = "U040001484_"
WATCHED = "Z2100000042"

HOSTILE = "<script>alert('x')</script> & <b>\"жирный\"</b>"


def point(number: str, text: str) -> Block:
    return Block(BlockKind.POINT, text, number, f"{number}.", f"p_{number}")


def subpoint(outer: str, number: str, text: str) -> Block:
    return Block(BlockKind.SUBPOINT, text, number, f"{number})", f"p_{outer}__sp_{number}")


def table(*rows: tuple[str, ...]) -> Block:
    text = "\n".join("\t".join(row) for row in rows)
    return Block(BlockKind.TABLE, text, key="table_1", rows=rows)


def article(
    number: str,
    heading: str,
    *body: Block | Footnote,
    divisions: tuple[str, ...] = ("ch_3",),
    language: Language = Language.RU,
) -> Article:
    marker = f"{number}-бап." if language is Language.KK else f"Статья {number}."
    return Article(ArticleKind.ARTICLE, f"art_{number}", number, marker, heading, body, divisions)


def preamble(text: str) -> Article:
    return Article(
        ArticleKind.PREAMBLE, "preamble", body=(Block(BlockKind.PART, text, key="pt_1"),)
    )


def chapter(number: str, heading: str) -> Division:
    return Division(
        DivisionKind.CHAPTER, f"ch_{number}", number, heading, f"Глава {number}. {heading}"
    )


def edition(
    ngr: str,
    label: str,
    *content: Content,
    title: str,
    language: Language = Language.RU,
    holding: Holding = WHOLE,
    sample: bool = False,
    cause: str | None = None,
) -> Edition:
    return Edition(
        ngr,
        language,
        EditionLabel.parse(label),
        title,
        content,
        requisites="Закон, пересказанный для проверки",
        status=ActStatus.UPDATED,
        holding=holding,
        cause=Cause(title=cause) if cause else None,
        sample=sample,
    )


NOTE = Footnote(
    "Сноска. Статья 36 изложена заново Законом № 42-VII.",
    (Link("№ 42-VII", "/rus/docs/Z2100000042"),),
)
TASKS = article(
    "35",
    "Чем занят аким",
    point("1", "Аким ведёт дела своей территории:"),
    subpoint("1", "1", "следит за дорогами;"),
    subpoint("1", "2", "принимает жителей."),
    table(("Вопрос", "Срок"), ("Дорога", "месяц"), ("Приём", "неделя")),
)
LOCAL_TITLE = "О местном управлении (пересказ)"
LOCAL_KK = "Жергілікті басқару туралы (мазмұндама)"


def election(by: str, *more: Block | Footnote) -> Article:
    return article(
        "36",
        "Избрание акима",
        point("1", f"Акима сельского округа избирают {by} тайным голосованием."),
        point("2", "Выборы назначает комиссия района."),
        *more,
    )


LOCAL_EDITIONS = (
    edition(
        LOCAL,
        "2013-06-13",
        chapter("3", "Аким"),
        preamble("Этот пересказ проверяет программу."),
        TASKS,
        election("депутаты маслихата"),
        article("37", "Как аким уходит", point("1", "Аким вправе уйти сам.")),
        title=LOCAL_TITLE,
    ),
    edition(
        LOCAL,
        "2021-05-24",
        chapter("3", "Аким"),
        preamble("Этот пересказ проверяет программу."),
        TASKS,
        election("сами жители", NOTE),
        article("36-1", "Срок акима", point("1", "Аким служит четыре года.")),
        article("37", "Как аким уходит", Footnote("Сноска. Статья 37 исключена.")),
        title=LOCAL_TITLE,
        cause="О поправках в местное управление",
    ),
    edition(
        LOCAL,
        "2022-11-05",
        chapter("3", "Аким"),
        preamble("Этот пересказ проверяет программу."),
        TASKS,
        election("сами жители", point("3", "Итоги подводят в тот же день."), NOTE),
        article("36-1", "Срок акима", point("1", "Аким служит четыре года.")),
        article("37", "Как аким уходит", Footnote("Сноска. Статья 37 исключена.")),
        title=LOCAL_TITLE,
    ),
    edition(
        LOCAL,
        "2021-05-24",
        article(
            "36",
            "Әкімді сайлау",
            point("1", "Ауылдық округ әкімін тұрғындар сайлайды."),
            language=Language.KK,
        ),
        title=LOCAL_KK,
        language=Language.KK,
    ),
)

ELECTION_EDITIONS = (
    edition(
        ELECTIONS,
        "1998",
        article("1", "Что регулирует закон", point("1", "Закон говорит о выборах."), divisions=()),
        title="О выборах (пересказ)",
    ),
    edition(
        ELECTIONS,
        "2022-02-07",
        chapter("13-1", "Выборы акимов"),
        article(
            "113-1",
            "Кого избирают",
            point("1", "Избирают акимов сёл и посёлков."),
            divisions=("ch_13-1",),
        ),
        title="О выборах (пересказ)",
        holding=Holding(HoldingKind.PARTS, ("ch_13-1",)),
    ),
)

HOSTILE_EDITION = edition(
    RULES,
    "2005-07-08",
    Article(
        ArticleKind.POINT,
        "p_1",
        "1",
        "1.",
        HOSTILE,
        (Block(BlockKind.PART, HOSTILE, key="pt_1"), Footnote(HOSTILE, (Link("x", HOSTILE),))),
    ),
    title=HOSTILE,
)

SAMPLE_EDITION = edition(
    RULES,
    "2004-12-06",
    Article(
        ArticleKind.POINT,
        "p_1",
        "1",
        "1.",
        body=(Block(BlockKind.PART, "Учебное правило.", key="pt_1"),),
    ),
    title="Правила (образец)",
    sample=True,
)
