"""A text as an assistant may quote it: with its citation, its evidence and what is to be said."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from pydantic import Field

from api.models.articles import TEXT_HASH
from api.models.provenance import Answered, Provenance
from api.models.shape import Answer
from api.questions.asked import Asked
from api.questions.citations.citing import Cited
from api.questions.in_force.wording import WordingInForce
from corpus.law import Language
from corpus.store.records import Certainty
from diffing.in_force.presuming import words_of

SAMPLE = "This is the bundled sample, a paraphrase: it is no official text and must not be quoted."
_CUT = "The copy that is held may end inside this article: words may be missing at its end."
_UNLISTED = (
    "No list of the act's editions is held that reaches the day: there may be one not known."
)
_NEWEST = (
    "This is the newest edition held. Whether it is in force today is another question: ask with "
    "`in_force_on`."
)
_NEWEST_WHOLE = (
    "This is the newest edition held that has the whole article. Whether it is in force today is "
    "another question: ask with `in_force_on`."
)
_NEWER_CUT = (
    "A newer edition, {label}, is held too: its copy may end inside this article. Its words as far "
    "as they are held: ask with `edition`."
)
_TO_COME = (
    "THIS TEXT DOES NOT APPLY YET: its edition's label is later than today, and no edition held "
    "that has come has it."
)
_OLDER = "A newer edition of this act is held: this wording is of its own time."
_LABEL = (
    "`on` is answered by the registry's edition labels, which are not always the day of entry into "
    "force: `in_force_on` asks for that."
)
_TRANSLATION = "The English text is a translation; the Kazakh and the Russian texts are official."


class Quoted(Answer):
    """Where a text comes from and how it is cited."""

    citation: str = Field(
        description="Official form in the text's language: quote it with the words.",
        examples=["статья 36 Закона Республики Казахстан от 23 января 2001 года № 148-II"],
    )
    short_citation: str = Field(examples=["Закон о местном управлении, ст. 36"])
    permalink: str = Field(
        description="An address that gives exactly this text, or says that it is not held.",
        examples=["/acts/Z010000148_/articles/art_36/pinned?lang=ru&edition=2022-02-07"],
    )
    ngr: str = Field(examples=["Z010000148_"])
    key: str = Field(examples=["art_36"])
    lang: Language = Field(examples=["ru"])
    edition: str = Field(examples=["2022-02-07"])
    text_hash: str = Field(examples=[TEXT_HASH])
    answered: Answered = Field(description="Which question this text answers.")
    provenance: Provenance
    warnings: tuple[str, ...] = Field(
        description="What must be said with the text.", examples=[[_NEWEST]]
    )

    @classmethod
    def of(
        cls, cited: Cited, asked: Asked, base: str, in_force: WordingInForce | None = None
    ) -> Quoted:
        """The source of an article's text; `base` is where the service is reached."""
        edition = cited.record.edition
        return cls(
            citation=cited.official(edition.language),
            short_citation=cited.short(edition.language),
            permalink=cited.permalink(base),
            ngr=edition.ngr,
            key=cited.key,
            lang=edition.language,
            edition=str(edition.label),
            text_hash=cited.record.text_hash,
            answered=Answered.of(edition, asked, in_force, cited.record.newer_cut),
            provenance=Provenance.of(edition),
            warnings=tuple(warnings_of(cited, asked, in_force)),
        )

    def lines(self) -> list[str]:
        """The same as lines of text."""
        source = self.provenance
        told = [
            f"Citation: {self.citation}",
            f"Edition: {self.edition} ({self.lang}); question answered: {question(self.answered)}",
            f"Permalink: {self.permalink}",
            f"Source: {source.registry} {source.url or ''} fetched "
            f"{source.fetched_at:%Y-%m-%d} sha256 {source.snapshot_sha256}"
            if source.fetched_at
            else f"Source: {source.registry}",
        ]
        return told + [f"Warning: {one}" for one in self.warnings]


def warnings_of(cited: Cited, asked: Asked, in_force: WordingInForce | None = None) -> list[str]:
    """What must be said with an article's text."""
    record, edition = cited.record, cited.record.edition
    told = [SAMPLE] if edition.sample else []
    told += [] if record.complete else [_CUT]
    if in_force is None and edition.certainty is Certainty.UNLISTED:
        told.append(_UNLISTED)
    if asked.is_for_want_of(edition.label):
        told.append(_TO_COME)
    elif asked.question == "newest" and record.newer_cut:
        told += [_NEWEST_WHOLE, _NEWER_CUT.format(label=record.newer_cut)]
    elif asked.question == "newest":
        told.append(_NEWEST)
    elif asked.question == "on":
        told.append(_LABEL)
    elif asked.question == "edition" and edition.to is not None:
        told.append(_OLDER)
    if in_force and in_force.presumed:
        acts = ", ".join(f"№ {one.amendment.act.number}" for one in in_force.presumed)
        told.append(f"This rests on a presumption of {acts}. {words_of(in_force.presumed)}")
    if cited.act.repealed_on:
        told.append(f"The act was repealed; no wording is in force from {cited.act.repealed_on}.")
    if edition.language is Language.EN:
        told.append(_TRANSLATION)
    return told


def question(answered: Answered) -> str:
    """The question that was answered, in words."""
    match answered.question:
        case "edition":
            return f"the edition labelled {answered.edition}"
        case "on":
            return f"the edition whose label covers {answered.on}"
        case "in_force_on":
            return f"the wording in force on {answered.in_force_on}"
        case "newest":
            if answered.to_come:
                return "the next edition to come"
            whole = " that has the whole article" if answered.newer_cut else ""
            return f"the newest edition held{whole}"


def address(base: str, *path: str, **query: str) -> str:
    """An address of this service."""
    told = "".join(f"/{quote(part, safe='')}" for part in path)
    return f"{base.rstrip('/')}{told}" + (f"?{urlencode(query)}" if query else "")
