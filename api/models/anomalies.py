"""What does not add up in the texts held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pydantic import Field

from api.models.shape import Answer, Listed
from corpus.law import Language
from diffing.anomalies.catalogue import Anomaly, AnomalyKind, Severity


class AnomalyOut(Answer):
    """One finding: a place to look at before relying on a date or a wording."""

    kind: AnomalyKind = Field(examples=["unexplained-change"])
    severity: Severity = Field(
        description="`serious`: a wording or a date may be wrong; `doubtful`: the history is not "
        "sure; `notice`: good to know.",
        examples=["serious"],
    )
    ngr: str = Field(examples=["Z010000148_"])
    lang: Language | None = Field(
        description="Null: it is about no single language.", examples=["ru"]
    )
    edition: str | None = Field(
        description="Label of the edition; null: it is about none.", examples=["2022-11-05"]
    )
    older: str | None = Field(
        description="Label of the edition that it is compared with.", examples=["2021-05-24"]
    )
    key: str | None = Field(
        description="The article, division or place in it.", examples=["art_36"]
    )
    words: str = Field(
        description="What does not add up, in a sentence.",
        examples=["Статья 36: amended between two editions, and no note says by which act"],
    )
    quote: str = Field(description="The note's own words, if it is about a note.", examples=[""])

    @classmethod
    def of(cls, found: Anomaly) -> AnomalyOut:
        """A finding as the API writes it."""
        return cls(
            kind=found.kind,
            severity=found.severity,
            ngr=found.ngr,
            lang=found.language,
            edition=str(found.label) if found.label else None,
            older=str(found.older) if found.older else None,
            key=found.key,
            words=found.words,
            quote=found.quote,
        )


class AnomalyList(Listed):
    """Findings, of few acts the most serious first; `docs/anomalies.md` says what each kind means.

    Of many acts a page tells of some, in the order of their numbers.
    """

    counts: dict[AnomalyKind, int] = Field(
        description="How many of each kind, in these findings.",
        examples=[{"unexplained-change": 1}],
    )
    anomalies: tuple[AnomalyOut, ...]

    @classmethod
    def of(cls, found: Sequence[Anomaly], cursor: str | None = None) -> AnomalyList:
        """The findings as the API writes them."""
        written = tuple(map(AnomalyOut.of, found))
        return cls(counts=_counts(written), anomalies=written, cursor=cursor)

    def counted(self) -> AnomalyList:
        """The same with the counts of the findings it has."""
        return self.model_copy(update={"counts": _counts(self.anomalies)})


def _counts(found: Sequence[AnomalyOut]) -> dict[AnomalyKind, int]:
    counted = Counter(one.kind for one in found)
    return {kind: counted[kind] for kind in AnomalyKind if counted[kind]}
