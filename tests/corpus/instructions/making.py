"""Amending acts for tests, written as lines, a paragraph each; read as a registry's page is."""

from __future__ import annotations

from datetime import date

from corpus.instructions.operations import Instructions, Operation
from corpus.instructions.reading import read_instructions
from corpus.law import Edition, EditionLabel, Language
from corpus.structure.lines import Line
from corpus.structure.reading import read_structure

FRAMES = {
    Language.RU: 'Внести в Закон Республики Казахстан от 3 марта 2015 года № 77-V "О садах" '
    "следующие изменения и дополнения:",
    Language.KK: '"Бақтар туралы" 2015 жылғы 3 наурыздағы № 77-V Қазақстан Республикасының Заңына '
    "мынадай өзгерістер мен толықтырулар енгізілсін:",
}
HEADINGS = {Language.RU: "Статья {}.", Language.KK: "{}-бап."}


def edition_of(text: str, language: Language = Language.RU, label: str = "2020-01-01") -> Edition:
    """An edition whose page has these lines."""
    lines = [Line(line.strip()) for line in text.strip().splitlines() if line.strip()]
    content = read_structure(lines, language)
    return Edition("Z2000000001", language, EditionLabel.parse(label), "О чем-то", content)


def act_of(*instructions: str, language: Language = Language.RU, entry: str = "") -> Edition:
    """An amending act: article 1 with the instructions, article 2 with its entry into force."""
    article = HEADINGS[language]
    lines = [article.format(1), FRAMES[language], *instructions]
    if entry:
        lines += [article.format(2), entry]
    return edition_of("\n".join(lines), language)


def read(*instructions: str, language: Language = Language.RU, entry: str = "") -> Instructions:
    """The instructions of such an act."""
    return read_instructions(act_of(*instructions, language=language, entry=entry))


def only(*instructions: str, language: Language = Language.RU) -> Operation:
    """The one operation that they are; fails where they are more, or are not understood."""
    found = read(*instructions, language=language)
    assert not found.unread, found.unread
    (operation,) = found.operations
    return operation


ADOPTED = date(2020, 1, 1)
