"""The watch list for crawling the sample: its own acts and editions, and nothing else.

The watch list of the real acts names editions that the sample does not have; a crawl of the sample
with it would rightly report them missing.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.law import EditionLabel
from corpus.watched import Amendment, CodeStatus, WatchedAct, Watchlist
from crawler.sample.acts import LANGUAGES, SampleAct, SampleEdition, load_acts

_FORMS = {"КЗАК": "constitutional law", "ЗАК": "law", "УКАЗ": "presidential decree"}


def sample_watchlist(acts: Sequence[SampleAct] | None = None) -> Watchlist:
    """The sample's acts as a watch list: every edition of it must be found."""
    return Watchlist(tuple(_watched(act) for act in (load_acts() if acts is None else acts)))


def _watched(act: SampleAct) -> WatchedAct:
    repealed = act.editions[-1].status == "yts"
    return WatchedAct(
        ngr=act.ngr,
        code_status=CodeStatus.CERTAIN,
        form=_FORMS[act.act_type],
        status="repealed" if repealed else "in force",
        reference_bank_id=act.bank_id,
        number=act.number,
        adopted=EditionLabel.on(act.adopted),
        titles=tuple((edition.language, edition.title) for edition in _current(act)),
        about="bundled sample, not official text",
        languages=LANGUAGES,
        editions_seen=tuple(map(EditionLabel.on, act.labels)),
        repealed_on=act.repealed_on,
        amendments=tuple(
            Amendment(EditionLabel.on(one.adopted), one.number, published=one.published)
            for one in act.amended_by
        ),
    )


def _current(act: SampleAct) -> list[SampleEdition]:
    return [edition for edition in act.editions if edition.label == act.labels[-1]]
