"""What an article cites: each reference in its text with its place, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.questions.asked import Asked
from api.questions.relations.known import Known
from api.questions.relations.related import Reference, Target, TargetPresence
from corpus.citations.acts import CitableAct
from corpus.citations.places import place_in
from corpus.citations.provisions import CitedProvision
from corpus.crossreferences.reading import references_in
from corpus.crossreferences.reference import TextReference
from corpus.crossreferences.resolving import Home, Meant, meant
from corpus.law import Article, Division, Edition, EditionLabel, HoldingKind, Language
from corpus.store import law_json, reads
from corpus.store.errors import StoreError
from corpus.store.finding import newest_first
from corpus.store.records import ArticleRecord, EditionSummary
from corpus.store.tables import EDITION_CONTENTS
from corpus.store.texts import load_articles


def cites(
    session: Session,
    record: ArticleRecord,
    known: Known,
    asked: Asked | None = None,
) -> tuple[Reference, ...]:
    """Every reference in an article's text, in its order, as of the day that is asked about.

    Provisions of its own act are looked for in its own edition. Those of other acts are in the
    edition that answers for the day asked for, else for the day of the edition's label, else in the
    newest one.
    """
    return References(session, known).of(record, asked or Asked(record.edition.label))


@dataclass
class References:
    """Reads and resolves references, for as long as a session lives."""

    session: Session
    known: Known
    _contents: dict[int, dict[str, str]] = field(default_factory=dict, init=False)
    _texts: dict[int, Mapping[str, Article]] = field(default_factory=dict, init=False)

    def of_edition(
        self, edition: Edition, summary: EditionSummary, asked: Asked
    ) -> dict[str, tuple[Reference, ...]]:
        """The references of a whole edition, by the key of the article: of those that have some.

        What it cites of itself is read in `edition`, not in the store again.
        """
        self._texts[summary.id] = edition.by_key
        records = (ArticleRecord(one, "", "", summary) for one in edition.by_key.values())
        read = ((one.article.key, self.of(one, asked)) for one in records)
        return {key: own for key, own in read if own}

    def of(self, record: ArticleRecord, asked: Asked) -> tuple[Reference, ...]:
        """The references of an article of one edition."""
        edition = record.edition
        day = asked.on or asked.in_force_on or edition.label.first_day
        home = Home(edition.ngr, record.article, day)
        read = references_in(record.article, edition.language)
        told = [(one, meant(one, home, self.known.acts, self._keys)) for one in read]
        found = [self._reference(one, means, record, day, asked) for one, means in told]
        return tuple(_apart(found))

    def _reference(
        self,
        read: TextReference,
        means: Meant,
        record: ArticleRecord,
        day: date | None,
        asked: Asked,
    ) -> Reference:
        block = record.article.blocks[read.block]
        act = means.act
        language = record.edition.language
        return Reference(
            read.block,
            block.key,
            read.start,
            read.end,
            block.text[read.start : read.end],
            read.scope,
            tuple(self._target(one, record, day, asked) for one in means.provisions),
            means.why,
            act.ngr if act else None,
            act.title(language) if act else None,
        )

    def _target(
        self, cited: CitedProvision, record: ArticleRecord, day: date | None, asked: Asked
    ) -> Target:
        own = record.edition
        when = day if asked.question != "newest" else None
        if cited.act.ngr == own.ngr and cited.key == record.article.key:
            return _target(cited, own.language, own.label, record.article, TargetPresence.HERE)
        edition = (
            own
            if cited.act.ngr == own.ngr
            else self._edition(cited.act, own.language, when, asked.today)
        )
        if edition is None:
            return self._elsewhere(cited, own.language)
        return self._in_edition(cited, edition)

    def _in_edition(self, cited: CitedProvision, edition: EditionSummary) -> Target:
        text = None
        if not cited.key:
            presence = TargetPresence.HERE
        elif cited.is_division:
            presence = (
                TargetPresence.HERE if self._keys_under(edition, cited.key) else _absent(edition)
            )
        else:
            text = self._text(edition, cited.key)
            presence = _absent(edition) if text is None else TargetPresence.HERE
        if presence is TargetPresence.UNKNOWN:
            return self._elsewhere(cited, edition.language)
        if cited.is_division:
            heading = self._division_heading(edition, cited.key)
            found = _target(cited, edition.language, edition.label, None, presence)
            return replace(found, heading=heading)
        return _target(cited, edition.language, edition.label, text, presence)

    def _elsewhere(self, cited: CitedProvision, language: Language) -> Target:
        """A provision whose text of the day is not held: as the newest edition that has it."""
        return self.known.elsewhere(cited, language, lambda: self._newest(cited, language))

    def _newest(self, cited: CitedProvision, language: Language) -> Target:
        for one in dict.fromkeys((language, *Language)):
            try:
                if cited.key and not cited.is_division:
                    found = reads.find_article(self.session, cited.act.ngr, one, cited.key)
                    newest = _target(cited, one, None, found.article)
                    return replace(newest, heading_of=found.edition.label)
                reads.find_edition(self.session, cited.act.ngr, one)
            except StoreError:
                continue
            return _target(cited, one, None, None)
        return _target(cited, language, None, None)

    def _edition(
        self, act: CitableAct, language: Language, day: date | None, today: date | None
    ) -> EditionSummary | None:
        """The edition of another act that answers, in the text's language if held in it.

        Without a day the newest whose label has come by today.
        """
        for one in dict.fromkeys((language, *Language)):
            if day is not None:
                found = self.known.edition_on(self.session, act.ngr, one, day)
            else:
                held = self.known.editions(self.session, act.ngr, one)
                found = next(iter(newest_first(held, today)), None)
            if found is not None:
                return found
        return None

    def _keys(self, ngr: str) -> Mapping[str, tuple[str, ...]]:
        return self.known.keys(self.session, ngr)

    def _text(self, edition: EditionSummary, key: str) -> Article | None:
        if edition.id in self._texts:
            return self._texts[edition.id].get(key)
        hashes = self._hashes(edition)
        if key not in hashes:
            return None
        return load_articles(self.session, [hashes[key]])[hashes[key]]

    def _hashes(self, edition: EditionSummary) -> dict[str, str]:
        if edition.id not in self._contents:
            table = EDITION_CONTENTS.c
            rows = self.session.execute(
                select(table.key, table.text_hash).where(
                    table.edition_id == edition.id, table.item == "article"
                )
            )
            self._contents[edition.id] = {row.key: row.text_hash for row in rows}
        return self._contents[edition.id]

    def _division_heading(self, edition: EditionSummary, key: str) -> str:
        table = EDITION_CONTENTS.c
        body = self.session.scalar(
            select(table.body).where(
                table.edition_id == edition.id, table.key == key, table.item == "division"
            )
        )
        found = law_json.content_from_text("division", body) if body else None
        return found.printed_heading if isinstance(found, Division) else ""

    def _keys_under(self, edition: EditionSummary, division: str) -> bool:
        keys = self._keys(edition.ngr)
        own = self._hashes(edition)
        return any(division in around and key in own for key, around in keys.items())


def _absent(edition: EditionSummary) -> TargetPresence:
    whole = edition.holding.kind is HoldingKind.WHOLE
    return TargetPresence.ABSENT if whole else TargetPresence.UNKNOWN


def _target(
    cited: CitedProvision,
    language: Language,
    label: EditionLabel | None,
    article: Article | None,
    presence: TargetPresence = TargetPresence.UNKNOWN,
) -> Target:
    place = place_in(article, cited.inside) if article and cited.inside else None
    found = bool(place and place.key and place.read_as is None) or not cited.inside
    return Target(
        cited.act.ngr,
        cited.act.title(language),
        language,
        cited.key,
        place.key if place and found else "",
        cited.is_division,
        article.printed_heading if article else "",
        label,
        presence,
        found,
    )


def _apart(found: list[Reference]) -> Iterator[Reference]:
    """The references that do not overlap, the first of those that do."""
    end = (-1, 0)
    for one in found:
        if (one.block, one.start) >= end:
            yield one
            end = (one.block, one.end)
