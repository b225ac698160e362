"""What may have followed a text of which the copy breaks off: it is itself none of those compared.

Which wording is in force is asked of the editions that surely have the whole article. Where the
newest of them is older than the text that is shown, what is unknown of that one is no reason for a
reader of this one: what may have come after this one is.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from api.questions.in_force.in_doubt import InForceUnknown
from corpus.store.finding import has_come
from corpus.store.known import known_editions
from corpus.store.records import ArticleRecord
from corpus.store.standing import Place, standings
from diffing.in_force.wording import Why
from diffing.order import may_lie_between


def since_the_cut_text(
    session: Session, record: ArticleRecord, error: InForceUnknown
) -> InForceUnknown | None:
    """Why it is not known whether a text is in force: an edition behind it that does not tell.

    None: none is known, and its copy breaks off. The error as it is where it is about this text.
    """
    edition = record.edition
    if record.complete or not error.doubtful.surely_before(edition.label):
        return error
    ngr, language, key = edition.ngr, edition.language, record.article.key
    timeline = known_editions(session, ngr).timeline(language)
    telling = (Place.HERE, Place.ABSENT)
    silent = {
        one.edition.label
        for one in standings(session, ngr, language).of(key)
        if one.place not in telling
    }
    unheld = {label for label, _named_by in timeline.named if label not in timeline.held}
    following = [
        label
        for label in may_lie_between(silent | unheld, edition.label, None)
        if has_come(label, error.day)
    ]
    if not following:
        return None
    doubt = replace(
        error.doubt, why=Why.NOT_HELD, starts=(), older=False, other=True, unheld=following[0]
    )
    return InForceUnknown(
        ngr,
        language,
        key,
        error.day,
        doubt,
        (edition.label,),
        following[0],
        in_part=following[0] in silent,
    )
