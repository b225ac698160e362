"""Our reading beside the registry's: proof, both readings, or neither."""

from __future__ import annotations

from dataclasses import replace

from corpus.law import Block, BlockKind, Edition
from diffing.replay.replay import Replayed, replay
from diffing.replay.verdicts import EXCLUSION_REMARKS, Compared, ReplayVerdict, compared
from tests.diffing.replay.making import ADOPTED, law, operations

INSTRUCTIONS = (
    '1) в пункте 1 статьи 5 слово "утром" заменить словом "ночью";',
    "2) подпункт 2) пункта 1 статьи 2 исключить;",
    "3) статью 6 исключить;",
)


def done() -> Replayed:
    return replay(law(), operations(*INSTRUCTIONS), ADOPTED)


def verdict_of(registry: Edition, key: str, replayed: Replayed | None = None) -> Compared:
    (found,) = [one for one in compared(replayed or done(), registry) if one.key == key]
    return found


def changed(edition: Edition, key: str, old: str, new: str) -> Edition:
    article = edition.by_key[key]
    body = tuple(
        replace(part, text=part.text.replace(old, new)) if isinstance(part, Block) else part
        for part in article.body
    )
    content = tuple(
        replace(article, body=body) if item is article else item for item in edition.content
    )
    return replace(edition, content=content)


def test_the_same_text_is_proof() -> None:
    verdicts = {one.key: one.verdict for one in compared(done(), done().edition)}
    assert verdicts["art_5"] is ReplayVerdict.AGREES
    assert verdicts["art_2"] is ReplayVerdict.AGREES
    assert verdicts["art_1"] is ReplayVerdict.UNCHANGED


def test_other_quotes_and_dashes_are_proof_and_the_fold_is_said() -> None:
    registry = changed(done().edition, "art_5", "Дождь - тоже", "Дождь – тоже")
    found = verdict_of(registry, "art_5")
    assert (found.verdict, found.rules) == (ReplayVerdict.AGREES, ("dashes",))


def test_another_word_gives_both_readings_and_the_difference() -> None:
    registry = changed(done().edition, "art_5", "ночью", "днем")
    found = verdict_of(registry, "art_5")
    assert found.verdict is ReplayVerdict.DIFFERS
    assert "ночью" in found.ours
    assert "днем" in found.registry
    assert found.redline is not None


def test_what_changed_though_nobody_ordered_it_is_told() -> None:
    registry = changed(done().edition, "art_1", "садах", "лесах")
    assert verdict_of(registry, "art_1").verdict is ReplayVerdict.UNINSTRUCTED


def test_what_was_ordered_and_not_done_is_told() -> None:
    found = verdict_of(law(), "art_5")
    assert found.verdict is ReplayVerdict.DIFFERS


def test_an_instruction_that_could_not_be_applied_proves_nothing() -> None:
    replayed = replay(law(), operations('1) в статье 5 слово "роща" исключить;'), ADOPTED)
    found = verdict_of(changed(law(), "art_5", "утром", "ночью"), "art_5", replayed)
    assert found.verdict is ReplayVerdict.NOT_APPLIED


def test_a_remark_at_an_excluded_number_is_no_difference() -> None:
    ours = done().edition
    article = ours.by_key["art_2"]
    remark = Block(
        BlockKind.SUBPOINT, "исключен Законом от 01.06.2020 № 5;", "2", "2)", "p_1__sp_2"
    )
    registry_article = replace(article, body=(*article.body[:2], remark, *article.body[2:]))
    content = tuple(registry_article if one is article else one for one in ours.content)
    found = verdict_of(replace(ours, content=content), "art_2")
    assert (found.verdict, found.rules) == (ReplayVerdict.AGREES, (EXCLUSION_REMARKS,))


def test_an_excluded_article_agrees_whether_its_heading_is_kept_or_not() -> None:
    ours = done().edition
    gone = tuple(one for one in ours.content if one is not ours.by_key["art_6"])
    assert verdict_of(replace(ours, content=gone), "art_6").verdict is ReplayVerdict.AGREES
