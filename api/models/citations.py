"""Citations of provisions, and the very text that one points to."""

from __future__ import annotations

from pydantic import Field

from api.models.articles import ArticleOut
from api.models.provenance import Answered, Provenance
from api.models.resolved import CitedPlaceOut
from api.models.shape import Answer
from api.questions.asked import Asked
from api.questions.citations.citing import Cited
from api.questions.citations.pinned import PinnedText
from corpus.citations.exports import bibtex, csl_json, ris
from corpus.law import Language

_OFFICIAL = "статья 36 Закона Республики Казахстан от 23 января 2001 года № 148-II"
_PINNED = "/acts/Z010000148_/articles/art_36/pinned?lang=ru&edition=2022-02-07"


class CitationOut(Answer):
    """How a provision is cited."""

    ngr: str = Field(examples=["Z010000148_"])
    key: str = Field(description="Of the article, or a place in it.", examples=["art_36"])
    lang: Language = Field(examples=["ru"])
    edition: str = Field(examples=["2022-02-07"])
    official: str = Field(
        description="Official form in the text's language (Law on Legal Acts, article 25(5)).",
        examples=[_OFFICIAL],
    )
    in_languages: dict[Language, str] = Field(
        description="Official form in each language.", examples=[{"ru": _OFFICIAL}]
    )
    of_edition: dict[Language, str] = Field(
        description="The same with the edition that the text is from, by its label.",
        examples=[{"ru": f"{_OFFICIAL} (в редакции от 07.02.2022)"}],
    )
    short: str = Field(examples=["Закон о местном управлении, ст. 36"])
    permalink: str = Field(
        description="A page with exactly this text, or that says that it is not held.",
        examples=[_PINNED],
    )
    pinned_data: str = Field(
        description="The same text as JSON.",
        examples=[f"/v1{_PINNED}"],
    )
    bibtex: str = Field(examples=["@misc{Z010000148_-art_36-2022-02-07-ru,\n}\n"])
    ris: str = Field(examples=["TY  - STAT\r\nER  - \r\n"])
    csl: str = Field(description="CSL-JSON, as text.", examples=['[{"type": "legislation"}]'])
    answered: Answered
    provenance: Provenance

    @classmethod
    def of(cls, cited: Cited, base: str = "") -> CitationOut:
        """A citation as the API writes it; `base` is where the service is reached."""
        edition = cited.record.edition
        record = cited.exported(base)
        return cls(
            ngr=edition.ngr,
            key=cited.key,
            lang=edition.language,
            edition=str(edition.label),
            official=record.citation,
            in_languages={language: cited.official(language) for language in Language},
            of_edition={language: cited.of_edition(language) for language in Language},
            short=cited.short(edition.language),
            permalink=cited.permalink(base),
            pinned_data=cited.pinned_data(base),
            bibtex=bibtex(record),
            ris=ris(record),
            csl=csl_json(record),
            answered=Answered.of(edition, cited.asked),
            provenance=Provenance.of(edition),
        )


class PinnedOut(Answer):
    """The text that a permalink names, as it was stored."""

    key: str = Field(examples=["art_36"])
    article: ArticleOut
    place: CitedPlaceOut | None = Field(description="Where the key names a place in the article.")
    current: bool = Field(
        description="Whether it is the text that is given for that edition now; false after a "
        "registry's correction or a better reading.",
        examples=[True],
    )
    current_text_hash: str | None = Field(
        description="Of the text that is given now; null: the article is not there any more.",
        examples=["2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"],
    )
    current_revision: int = Field(examples=[1])

    @classmethod
    def of(cls, pinned: PinnedText, asked: Asked) -> PinnedOut:
        """A pinned text as the API writes it."""
        return cls(
            key=pinned.key,
            article=ArticleOut.of(pinned.record, asked),
            place=CitedPlaceOut.of(pinned.place, pinned.key) if pinned.place else None,
            current=pinned.is_current,
            current_text_hash=pinned.current_text_hash,
            current_revision=pinned.current.revision,
        )
