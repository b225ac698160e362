"""How a provision is cited, with a permanent address of the very text."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from sqlalchemy.orm import Session

from api.questions.asked import Asked
from api.questions.citations.resolving import place_of_path
from api.questions.texts import find_article
from corpus.addresses import Unit
from corpus.bundled import own_themes
from corpus.citations.acts import ActRegister, CitableAct
from corpus.citations.exports import CitationRecord
from corpus.citations.formal import formal
from corpus.citations.of_edition import of_edition
from corpus.citations.places import Place
from corpus.citing import cite
from corpus.keys import SEPARATOR, joined
from corpus.law import Language
from corpus.provisions import ProvisionSet
from corpus.store.citable import HeldProvisions
from corpus.store.errors import UnknownArticle
from corpus.store.records import ArticleRecord

_HASH_DIGITS = 16


@dataclass(frozen=True)
class Cited:
    """A provision as it is cited: `units` inside the article are those that lawyers count by."""

    act: CitableAct
    record: ArticleRecord
    place: Place | None
    asked: Asked

    @property
    def key(self) -> str:
        """The key of the article, or of the place in it."""
        return joined(self.record.article.key, self.place.key if self.place else "")

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units inside the article."""
        return self.place.units if self.place else ()

    def official(self, language: Language) -> str:
        """The official citation in a language."""
        path = self.place.key if self.place else ""
        return formal(self.act, self.record.article.key, self.units, language, path)

    def of_edition(self, language: Language) -> str:
        """The official citation with the edition that the text is from."""
        return of_edition(self.official(language), self.record.edition.label, language)

    def short(self, language: Language) -> str:
        """Short name and place: «Закон о выборах, ст. 36 п. 2»."""
        return cite([self._provisions], own_themes().sources, language)

    @property
    def _provisions(self) -> ProvisionSet:
        key = joined(self.record.article.key, *(unit.key for unit in self.units))
        return ProvisionSet(self.act.ngr, (key,))

    @property
    def pins(self) -> dict[str, str]:
        """The parameters that pin the text: language, edition, the response, the text's hash."""
        edition = self.record.edition
        return {
            "lang": str(edition.language),
            "edition": str(edition.label),
            **(
                {"snapshot": edition.snapshot_sha256[:_HASH_DIGITS]}
                if edition.snapshot_sha256
                else {}
            ),
            "text": self.record.text_hash[:_HASH_DIGITS],
        }

    def permalink(self, base: str = "") -> str:
        """The address of a page with exactly this text, or that says that it is not held."""
        return f"{base.rstrip('/')}{self._pinned}"

    def pinned_data(self, base: str = "") -> str:
        """The same for programs: as JSON."""
        return f"{base.rstrip('/')}/v1{self._pinned}"

    @property
    def _pinned(self) -> str:
        path = f"/acts/{quote(self.record.edition.ngr)}/articles/{quote(self.key)}/pinned"
        return f"{path}?{urlencode(self.pins)}"

    @property
    def source(self) -> str | None:
        """The registry's address of the text; a sample has none that outlives its crawl."""
        edition = self.record.edition
        known = edition.url and edition.url.startswith(("https://", "http://"))
        return edition.url if known and not edition.sample else None

    def exported(self, base: str = "") -> CitationRecord:
        """What reference managers are told.

        Without the service's address (`base`) the permalink leads nowhere outside of it: then
        `url` is the registry's address of the text, or empty.
        """
        edition, act = self.record.edition, self.act
        language = edition.language
        place = cite([self._provisions], (), language, unnamed=ProvisionSet(act.ngr))
        return CitationRecord(
            id=f"{act.ngr}-{self.key}-{edition.label}-{language}",
            title=act.title(language),
            citation=self.official(language),
            place=place,
            language=language,
            edition=str(edition.label),
            url=self.permalink(base) if base else self.source or "",
            form=act.form,
            number=act.number,
            adopted=act.adopted,
            snapshot=edition.snapshot_sha256,
            sample=edition.sample,
        )


def cited_article(register: ActRegister, record: ArticleRecord) -> Cited:
    """An article that was found, as it is cited: in the edition that it was found in."""
    ngr = record.edition.ngr
    act = register.act(ngr) or CitableAct(ngr)
    return Cited(act, record, None, Asked(record.edition.label))


def cited_provision(
    session: Session,
    register: ActRegister,
    ngr: str,
    key: str,
    language: Language,
    asked: Asked,
) -> Cited:
    """A provision, by the key of an article or of a block in one, as it is cited.

    Raises what finding an article raises; UnknownArticle also for a block that is not there.
    """
    own = article_key(HeldProvisions(session), ngr, key)
    record = find_article(session, ngr, language, own, asked)
    path = key.removeprefix(own).removeprefix(SEPARATOR)
    place = place_of_path(record.article, path) if path else None
    if path and place is None:
        blocks = [joined(own, block.key) for block in record.article.blocks if block.key]
        where = f"edition {record.edition.label} ({language})"
        raise UnknownArticle(ngr, key, where, blocks[:3])
    return Cited(register.act(ngr) or CitableAct(ngr), record, place, asked)


def article_key(held: HeldProvisions, ngr: str, key: str) -> str:
    """The key of the article in which a key lies; the key itself where no article has it."""
    parts = key.split(SEPARATOR)
    around = (joined(*parts[:size]) for size in range(len(parts), 0, -1))
    return next((one for one in around if held.has(ngr, one)), key)
