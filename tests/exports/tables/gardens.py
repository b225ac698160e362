"""A table about gardens, with everything in it that a law or an enemy may hold."""

from __future__ import annotations

from datetime import UTC, datetime

from corpus.law import Language
from exports.tables.table import Cell, Column, Footing, Line, Mark, Piece, Table, Tone

KAZAKH = "Ә Ғ Қ Ң Ө Ұ Ү Һ І ә ғ қ ң ө ұ ү һ і"
LONG_WORD = "Ж" * 300
SCRIPT = '<script>alert("1")</script>"><img src=x onerror=alert(1)>'
FORMULA = "=cmd|' /C calc'!A0"
MARKUP = "#strong[x] $x^2$ *b* _i_ `c` [l](javascript:alert(1)) | ~~s~~ \\ <!-- & -->"


def gone(text: str) -> Piece:
    return Piece(text, Mark.GONE)


def came(text: str) -> Piece:
    return Piece(text, Mark.CAME)


def row(number: int, before: Cell, after: Cell, ground: str = "Закон о садах") -> tuple[Cell, ...]:
    name = Cell.plain(f"Статья {number}. О поливе", "пункт 1")
    return (Cell.plain(str(number)), name, before, after, Cell.plain(ground), Cell.plain("art_1"))


def line(*pieces: Piece) -> Cell:
    return Cell((Line(pieces),))


ROWS = (
    row(
        1,
        line(Piece("Сад поливают "), gone("утром"), Piece(".")),
        line(Piece("Сад поливают "), came("вечером"), Piece(".")),
    ),
    row(2, Cell.plain("Отсутствует", tone=Tone.REMARK), Cell((Line((came(KAZAKH),)),), whole=True)),
    row(3, Cell.plain(SCRIPT), line(came(SCRIPT)), FORMULA),
    row(4, Cell.plain(FORMULA), line(came("+1"), Piece("@SUM(1)")), "-1"),
    row(5, Cell.plain(MARKUP), line(Piece(MARKUP), came(MARKUP))),
    row(6, Cell.plain("до\x00\x07\x1f\ud800\ufffe\rпосле"), Cell.plain(LONG_WORD)),
    row(
        7,
        Cell(
            (
                Line.plain("Деревья:"),
                Line(cells=((Piece("яблоня"),), (Piece("1"),))),
                Line(cells=((Piece("груша"),), (gone("2"),), (Piece("лишняя"),))),
            )
        ),
        Cell((Line(cells=((Piece("яблоня"),), (came("3"),))),)),
    ),
    row(8, Cell(), line(Piece("первая\nвторая\tтретья "))),
)


def gardens(language: Language = Language.RU, rows: tuple[tuple[Cell, ...], ...] = ROWS) -> Table:
    """The table, or the same about other rows."""
    return Table(
        title="СРАВНИТЕЛЬНАЯ ТАБЛИЦА",
        subtitle=(f"Закон о садах {SCRIPT}", "Редакция 1 → Редакция 2"),
        running="Закон о садах: 1 → 2",
        language=language,
        columns=(
            Column("№", 4, centred=True),
            Column("Структурный элемент", 14),
            Column("Было", 31),
            Column("Стало", 31),
            Column("Основание", 20),
            Column("Ключ", 0),
        ),
        rows=rows,
        footing=Footing("Страница", "из"),
        warnings=("ОБРАЗЕЦ, а не закон",),
        cautions=("- Хранится не весь акт",),
        notes=("1. Слова выделены", MARKUP),
        notes_heading="Примечания",
        sources=("adilet, https://example.org/" + "x" * 80,),
        sources_heading="Источники",
        empty="Различий нет",
        moment=datetime(2026, 11, 2, 8, 15, 30, tzinfo=UTC),
    )
