from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import diffing.anomalies
from api.words.findings import finding_words, objection_words, trouble_words
from api.words.interface import Interface, section
from corpus import gates
from corpus.amendments import AmendingAct, Verb
from corpus.gates import Objection
from corpus.law import EditionLabel, Language
from corpus.notes.remarks import RemarkKind
from crawler.registries.refusals import Refusal
from crawler.unwelcome import Unwelcome
from diffing.anomalies.catalogue import Anomaly, AnomalyKind
from diffing.classify import ChangeKind

NGR = "Z950002464_"
OLD, NEW = EditionLabel.parse("2022-02-07"), EditionLabel.parse("2023-01-01")
ACT = AmendingAct(date(2022, 11, 5), "156-VII")
VALUES = {
    "change": ChangeKind.AMENDED,
    "verb": Verb.REWORDED,
    "act": ACT,
    "acts": (ACT, AmendingAct()),
    "day": date(2021, 6, 5),
    "registry": "adilet",
    "other": Language.KK,
    "remark": RemarkKind.NO_ACT,
    "numbers": ("3", "4-1"),
    "later": NEW,
}
"""What may stand in a sentence, by its name there."""


def _reasons(kind: type[Refusal] | type[Unwelcome]) -> Iterator[str]:
    yield kind.reason
    for below in kind.__subclasses__():
        yield from _reasons(below)


def _sources(folder: Path) -> str:
    return "\n".join(one.read_text(encoding="utf-8") for one in sorted(folder.glob("*.py")))


def test_every_reason_why_a_page_is_not_taken_has_words() -> None:
    raised = set(_reasons(Refusal)) | set(_reasons(Unwelcome)) - {Unwelcome.reason}
    checked = set(re.findall(r'Objection\(\s*"([\w-]+)"', Path(gates.__file__).read_text("utf-8")))
    assert len(checked) > 8
    own = {"other", "log", "and_more"}
    assert set(section("gate")) == (raised - {"refused"}) | checked | own


def test_every_finding_has_words() -> None:
    source = _sources(Path(diffing.anomalies.__file__).parent)
    told = set(re.findall(r'told="([\w-]+)"', source))
    of_numbers = {AnomalyKind.NUMBER_GAP, AnomalyKind.NUMBER_TWICE}
    kinds = {str(one) for one in AnomalyKind if one not in of_numbers}
    assert set(section("finding")) == kinds | told | {"whole_act"}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", sorted(set(section("finding")) - {"whole_act"}))
def test_a_finding_is_told_whole_in_every_language(name: str, language: Language) -> None:
    kind = AnomalyKind(name) if name in set(AnomalyKind) else AnomalyKind.NUMBER_GAP
    one = Anomaly(kind, NGR, "", Language.RU, NEW, OLD, "art_3", told=name, values=VALUES)
    said = finding_words(Interface(language), one)
    assert said
    assert not re.search(r"[{}]|None|Kind\.|art_3", said)
    if language is not Language.EN:
        assert not re.search("[a-z]{2}", said.replace("adilet", ""))


def test_a_finding_names_its_place_its_editions_and_the_act() -> None:
    one = Anomaly(
        AnomalyKind.NOTE_WITHOUT_CHANGE,
        NGR,
        "",
        Language.RU,
        NEW,
        OLD,
        "art_9",
        values={"verb": Verb.AMENDED, "act": ACT},
    )
    words = Interface(Language.RU)
    said = finding_words(words, one)
    assert said.startswith("статья 9: изменено (")
    assert "156-VII" in said
    assert f"редакции {words.label(NEW)}" in said
    assert said.endswith(f"в редакции {words.label(OLD)}")


def test_what_a_gate_says_of_numbers_is_said_of_the_places() -> None:
    keys = tuple(f"art_{number}" for number in range(1, 9))
    one = Anomaly(AnomalyKind.NUMBER_GAP, NGR, "", told="gaps", values={"places": keys})
    assert finding_words(Interface(Language.KK), one) == (
        "ескертпесіз түсіп қалған: 1-бап, 2-бап, 3-бап, 4-бап, 5-бап және тағы 3"
    )


def test_an_objection_that_is_not_known_says_at_least_that_the_page_was_not_taken() -> None:
    words = Interface(Language.RU)
    assert objection_words(words, Objection("doubles", "", ("art_1",))).endswith(": статья 1")
    assert objection_words(words, Objection("doubles", "twice")).endswith(": …")
    assert objection_words(words, Objection("from-the-future", "?")) == "страница не принята"


def test_a_line_of_the_log_is_read_by_its_code() -> None:
    words = Interface(Language.RU)
    assert trouble_words(words, "login-page: the registry asks to log in") == (
        "реестр просит войти, вместо того чтобы показать акт"
    )
    assert trouble_words(words, "unreachable") == "реестр не ответил"
    assert trouble_words(words, "the answer is empty. Ask again") is None
