"""Files that commands on regimes write: pictures, and the matrix as a table."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.orm import Session

from api.questions.chronicle import chronicle
from api.questions.matrix import Matrix
from api.questions.sides import Side
from api.services import utc_now
from api.tables.matrix import matrix_table
from api.words.chronicle import chronicle_captions
from api.words.interface import Interface
from api.words.regimes import band_captions, phase_read, provision_names
from cli import printing
from cli.exporting.drafts import write_whole
from cli.parameters import ending_of, file_ending_in
from corpus.bundled import own_regimes, own_watchlist
from corpus.law import Language
from corpus.legal_day import day_in_kazakhstan
from diffing.chronicle import standalone as draw_chronicle
from diffing.correspondence.bands import bands_of
from diffing.correspondence.bands import standalone as draw_bands
from diffing.correspondence.relation import Correspondences
from exports.tables.forms import WRITERS

matrix_file = file_ending_in(WRITERS)


def write_chronicle(session: Session, path: Path, language: Language) -> None:
    """Draw the chronicle as of today."""
    today = day_in_kazakhstan(utc_now())
    found = chronicle(session, own_regimes(), own_watchlist(), language, today)
    picture = draw_chronicle(found, chronicle_captions(Interface(language)))
    write_whole(path, [picture.encode()])
    printing.remark(f"{path}: {len(found.acts)} acts, {len(found.events)} events")


def write_bands(
    path: Path, left: Side, right: Side, found: Correspondences, language: Language
) -> None:
    """Draw a comparison as bands between both sides."""
    words = Interface(language)
    bands = bands_of(found, left.selections, right.selections)
    titles = _title(left, words), _title(right, words)
    sample = any(one.edition.sample for side in (left, right) for one in side.held)
    picture = draw_bands(bands, titles, band_captions(words), provision_names(words), sample=sample)
    write_whole(path, [picture.encode()])
    printing.remark(f"{path}: {len(bands.bands)} correspondences")


def write_matrix(matrix: Matrix, language: Language, path: Path) -> None:
    """Write the matrix as a table in the form of the file's ending."""
    made = matrix_table(matrix, language)
    write_whole(path, [WRITERS[ending_of(path)](made)])
    printing.remark(f"{path}: {len(matrix.by_theme)} themes, {len(matrix.phases)} phases")


def _title(side: Side, words: Interface) -> str:
    return phase_read(words, side.phase) if side.phase else side.name
