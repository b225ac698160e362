"""The matrix: what ruled each theme in each phase, and whether it was checked."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.models.shape import Answer, Listed
from api.questions.matrix import CellRead, CopyRead, Matrix, ProvisionRead
from corpus.citing import cite
from corpus.fingerprints import ReadState
from corpus.law import Language

STATES = (
    "`checked`: the summary was compared with this wording; `changed`: with another one, the text "
    "changed since or is another copy; `unread`: the text is held and was not compared; "
    "`not held`: the text of that day, or the provision in it, is not held."
)


class CopyOut(Answer):
    """A provision in one language, as of the phase's day."""

    lang: Language | None = Field(
        description="Null: the act is held in no language.", examples=["ru"]
    )
    edition: str | None = Field(
        description="Label of the edition that answers.", examples=["2005-07-08"]
    )
    sample: bool = Field(
        description="True for the bundled sample: a paraphrase, not official text.",
        examples=[False],
    )
    state: ReadState = Field(description=STATES, examples=["checked"])
    remark: str | None = Field(description="Why it is not held.", examples=[None])

    @classmethod
    def of(cls, copy: CopyRead) -> CopyOut:
        """A copy as the API writes it."""
        return cls(
            lang=copy.language,
            edition=str(copy.label) if copy.label else None,
            sample=copy.sample,
            state=copy.state,
            remark=copy.remark,
        )


class MatrixProvisionOut(Answer):
    """A provision that a cell rests on."""

    ngr: str = Field(examples=["U040001484_"])
    key: str = Field(
        description="Key of an article, a division or a point inside an article.",
        examples=["app_1__p_28"],
    )
    state: ReadState = Field(description=STATES, examples=["checked"])
    copies: tuple[CopyOut, ...]

    @classmethod
    def of(cls, provision: ProvisionRead) -> MatrixProvisionOut:
        """A provision as the API writes it."""
        return cls(
            ngr=provision.ngr,
            key=provision.key,
            state=provision.state,
            copies=tuple(map(CopyOut.of, provision.copies)),
        )


class CellOut(Answer):
    """A phase's answer to a theme."""

    phase: str = Field(examples=["R1-1484"])
    summary: str | None = Field(
        description="One line in our own words; null where nothing is known, or there is nothing "
        "to add to the silence.",
        examples=["Не моложе 25 лет."],
    )
    citation: str = Field(
        description="Where it stands; empty where no provision is named.",
        examples=["Правила № 1484, п. 28"],
    )
    silent: bool = Field(
        description="True where the phase's texts say nothing of it.", examples=[False]
    )
    doubt: str | None = Field(
        description="Why the answer may be wrong; null where there is no doubt.", examples=[None]
    )
    state: ReadState | None = Field(
        description=f"The worst of its provisions; null where it names none. {STATES}",
        examples=["checked"],
    )
    provisions: tuple[MatrixProvisionOut, ...]

    @classmethod
    def of(cls, read: CellRead, matrix: Matrix, language: Language) -> CellOut:
        """A cell as the API writes it."""
        cell = read.cell
        return cls(
            phase=cell.phase,
            summary=cell.summary[language] if cell.summary else None,
            citation=cite(cell.provisions, matrix.themes.sources, language),
            silent=cell.silent,
            doubt=cell.doubt[language] if cell.doubt else None,
            state=read.state,
            provisions=tuple(map(MatrixProvisionOut.of, read.provisions)),
        )


class ElectionStageOut(Answer):
    """A stage of an election."""

    key: str = Field(examples=["nomination"])
    title: str = Field(examples=["Назначение, выдвижение, регистрация"])


class PhaseColumnOut(Answer):
    """A column: a phase of a regime, whose texts are read as of a day."""

    key: str = Field(examples=["R1-1484"])
    regime: str = Field(examples=["1999"])
    title: str = Field(examples=["Правила 2004 года (указ № 1484)"])
    on: date | None = Field(examples=["2005-07-08"])


class ThemeOut(Answer):
    """A theme with its cells, in the order of the phases."""

    key: str = Field(examples=["age"])
    stage: str = Field(examples=["nomination"])
    title: str = Field(examples=["Возраст"])
    cells: tuple[CellOut, ...]


class MatrixOut(Listed):
    """Themes by phases."""

    lang: Language = Field(examples=["ru"])
    stages: tuple[ElectionStageOut, ...]
    phases: tuple[PhaseColumnOut, ...]
    themes: tuple[ThemeOut, ...]
    states: dict[ReadState, int] = Field(
        description=f"How many cells stand how. {STATES}", examples=[{"checked": 3, "not held": 1}]
    )

    @classmethod
    def of(cls, matrix: Matrix, language: Language) -> MatrixOut:
        """A matrix as the API writes it, its words in a language."""
        return cls(
            lang=language,
            stages=tuple(
                ElectionStageOut(key=stage.key, title=stage.titles[language])
                for stage in matrix.stages
            ),
            phases=tuple(
                PhaseColumnOut(
                    key=phase.key,
                    regime=phase.regime,
                    title=phase.titles[language],
                    on=phase.on,
                )
                for phase in matrix.phases
            ),
            themes=tuple(
                ThemeOut(
                    key=key,
                    stage=cells[0].theme.stage,
                    title=cells[0].theme.titles[language],
                    cells=tuple(CellOut.of(cell, matrix, language) for cell in cells),
                )
                for key, cells in matrix.by_theme.items()
            ),
            states=dict(matrix.states()),
        )
