from __future__ import annotations

import re
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

import api
from api.asking.search_state import WAYS_TO_ASK
from api.dumps.files import FILES
from api.models.search import FACET_NAMES
from api.problems.kinds import BY_SLUG
from api.questions.compared.item import HEADING
from api.questions.evidence import How
from api.questions.following.fitting import Matched
from api.questions.outlines import changed_lines
from api.questions.search.now import Became
from api.words.faults import WANTED
from api.words.interface import DEFAULT_LANGUAGE, Interface, catalogue, choose_language, section
from api.words.problems import NAMED, REFUSED
from corpus.amendments import Role, Verb
from corpus.fingerprints import ReadState
from corpus.law import ActStatus, HoldingKind, Language
from corpus.search.documents import Status
from corpus.search.querying.ignored import Reason
from corpus.search.results import EventKind
from corpus.store.amendments.records import Axis
from corpus.store.completeness import WhyMissing
from corpus.store.runs import RequestOutcome, RunOutcome
from diffing.anomalies.catalogue import AnomalyKind, Severity
from diffing.chronicle import Beginning
from diffing.chronicle import EventKind as EventOfChronicle
from diffing.classify import ChangeKind
from diffing.correspondence.bands import Measure
from diffing.correspondence.relation import Relation, Route
from diffing.in_force.wording import Why
from diffing.redline import redline
from exports.comparison.captions import Captions
from tests.api.law import LOCAL_EDITIONS, article, point

PACKAGE = Path(api.__file__).parent
ENTRIES = list(catalogue(DEFAULT_LANGUAGE).forms)
PLURALS = {Language.RU: (1, 2, 5), Language.KK: (1, 2), Language.EN: (1, 2)}


@pytest.mark.parametrize("name", ENTRIES)
def test_every_word_of_the_interface_is_there_in_three_languages(name: str) -> None:
    forms = {language: catalogue(language).forms[name] for language in Language}
    assert all(words for found in forms.values() for words in found)
    placeholders = {
        frozenset(re.findall(r"\{\w+\}", words)) for one in forms.values() for words in one
    }
    assert len(placeholders) == 1
    if any(len(found) > 1 for found in forms.values()):
        assert {one: len(found) for one, found in forms.items()} == {
            one: len(numbers) for one, numbers in PLURALS.items()
        }


def test_no_language_has_words_that_another_does_not_have() -> None:
    assert len({frozenset(catalogue(language).forms) for language in Language}) == 1


def test_the_catalogue_has_every_word_the_pages_use_and_no_other() -> None:
    sources = [
        *PACKAGE.glob("rendering/templates/*.html"),
        *PACKAGE.rglob("*.py"),
    ]
    text = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    call = r"""\b(?:t|words|interface)(?:\.sentence|\.count)?\(\s*['"]([\w.-]+)['"][,)]"""
    used = set(re.findall(call, text))
    feeds = "\n".join(one.read_text(encoding="utf-8") for one in PACKAGE.glob("feeds/*.py"))
    used |= set(re.findall(r'"(feed\.\w+)"', feeds))
    used |= {f"feed.kind_{kind}" for kind in ChangeKind}
    used |= {f"feed.matched_{where}" for where in get_args(Matched)}
    used |= {f"problem.{slug}" for slug in BY_SLUG}
    used |= {f"refused.{slug}" for slug in REFUSED | NAMED}
    used |= {f"wanted.{one}" for one in WANTED}
    used |= {f"parameter.{one}" for one in section("parameter")}  # test_pages_faults asks for each
    used |= {f"at_odds.{one}" for one in section("at_odds")}  # and for these
    used |= {f"unit.{name}" for name in section("unit")}  # test_naming uses each
    used |= {f"language.{language}" for language in Language}
    used |= {f"edition.status_{status}" for status in ActStatus}
    used |= {f"edition.holding_{kind}" for kind in HoldingKind}
    used |= {f"verb.{verb.name.lower()}" for verb in Verb}
    used |= {f"exports.of_{one.stem}" for one in FILES.values()}
    used |= {f"axis.{one.name.lower()}" for one in Axis}
    used |= {f"role.{role.name.lower()}" for role in set(Role) - {Role.AMENDS}}
    used |= {f"why.{why.name.lower()}" for why in Why}
    used |= {f"completeness.{why.name.lower()}" for why in WhyMissing}
    used |= {f"left_out.{reason}" for reason in Reason}
    used |= {f"found_status.{status}" for status in Status}
    used |= {f"became.{became}" for became in Became}
    used |= {f"event.{kind}" for kind in EventKind}
    used |= {f"facet.{name}" for name in FACET_NAMES.values()}
    used |= {f"syntax.{name}{end}" for name in WAYS_TO_ASK for end in ("", "_typed")}
    used |= {
        f"status.{part}{end}" for part in ("database", "index", "notes") for end in ("", "_fails")
    }
    # test_findings asks for each of these
    used |= {f"{part}.{one}" for part in ("gate", "finding", "remark") for one in section(part)}
    used |= {f"run.{kind}" for kind in ("crawl", "import", "reparse", *RunOutcome)}
    used |= {f"asked.{outcome}" for outcome in RequestOutcome}
    used |= {f"severity.{severity}{end}" for severity in Severity for end in ("", "_help")}
    used |= {f"anomaly.{kind}" for kind in AnomalyKind}
    used |= {f"site.{place}" for place in ("compare", "regimes", "changes", "amendments", "status")}
    own_words = {field.name for field in fields(Captions)}
    used |= {f"table.{name}" for name in own_words - {"kinds", "relations", "routes"}}
    used |= {f"blame.{how}" for how in get_args(How)}
    used |= {f"relation.{relation}" for relation in Relation}
    used |= {f"compare.kind_{kind}" for kind in (*ChangeKind, HEADING)}
    used |= {f"compare.{side}" for side in ("left", "right")}
    used |= {f"route.{route.name.lower()}" for route in Route}
    used |= {f"matrix.{state.name.lower()}" for state in ReadState}
    used |= {f"regimes.by_{measure}" for measure in Measure}
    used |= {f"chronicle.begin_{one.name.lower()}" for one in Beginning}
    used |= {f"chronicle.{what}_{kind}" for kind in EventOfChronicle for what in ("kind", "label")}
    assert used == set(ENTRIES)


@pytest.mark.parametrize(
    ("asked", "header", "chosen"),
    [
        ("kk", "ru", "kk"),
        (None, "kk-KZ,ru;q=0.8", "kk"),
        (None, "de, en;q=0.5, ru;q=0.9", "ru"),
        (None, "en;q=0", "ru"),
        (None, "", "ru"),
        ("de", "en", "en"),
        (None, "en;q=x,;;;,=", "ru"),
    ],
)
def test_the_interface_language_is_the_one_wanted(
    asked: str | None, header: str, chosen: str
) -> None:
    assert choose_language(asked, header) == chosen


def test_a_day_is_written_as_the_language_writes_it() -> None:
    day = date(2005, 7, 8)
    assert Interface(Language.KK).day(day) == "08.07.2005"
    assert Interface(Language.EN).day(day) == "8 July 2005"
    sentence = Interface(Language.RU).sentence("edition.since", **{"from": day})
    assert sentence == 'с <time datetime="2005-07-08">08.07.2005</time>'


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.RU, ["1 изменение", "2 изменения", "5 изменений", "21 изменение"]),
        (Language.KK, ["1 өзгеріс", "2 өзгеріс", "5 өзгеріс", "21 өзгеріс"]),
        (Language.EN, ["1 change", "2 changes", "5 changes", "21 changes"]),
    ],
)
def test_a_count_is_said_in_the_plural_of_its_language(language: Language, said: list[str]) -> None:
    words = Interface(language)
    assert [words.count("changes.count", number) for number in (1, 2, 5, 21)] == said


def test_a_long_redline_leaves_out_what_did_not_change() -> None:
    old = article("1", "Длинная", *[point(str(n), f"Слова пункта {n}.") for n in range(1, 10)])
    new = article("1", "Длинная", *[point(str(n), f"Слова пункта {n}.") for n in range(1, 9)])
    shown = changed_lines(redline(old, new))
    assert shown[0] is None  # everything up to the point before the removed one
    assert [piece.element for line in shown[1:] if line for piece in line] == [None, "del"]


def test_a_redline_of_equal_words_shows_nothing() -> None:
    tasks = LOCAL_EDITIONS[0].by_key["art_35"]
    assert changed_lines(redline(tasks, tasks)) == ()
