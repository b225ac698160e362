"""Where an article's references and relations lead, as the page links them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from api.pages.article_parts.wording import Lead, TextLink
from api.questions.relations.related import (
    Citer,
    Reference,
    RelatedProvision,
    Relations,
    Target,
    TargetPresence,
)
from api.rendering.page import Links
from corpus.citations.formal import place_alone, place_in_words
from corpus.keys import joined
from corpus.law import EditionLabel, Language

_MOST_NAMED = 3
"""Provisions that the title of one reference names."""


@dataclass(frozen=True)
class Related:
    """A provision that an article is related to, with its address on this site.

    `name` is its printed heading in `language`, else its place in the reader's words; `named_in`
    says which. `place` is the place inside it in the reader's words, `act` the act's title where it
    is another act. `absent`: the edition read does not have it. `unheld`: no text of the time that
    is read is held; its name may be the heading that it has in another edition, `name_of`.
    """

    href: str
    name: str
    language: Language
    named_in: Language
    place: str = ""
    act: str = ""
    absent: bool = False
    unheld: bool = False
    name_of: EditionLabel | None = None

    @property
    def title(self) -> str:
        """All of it in one line."""
        return " · ".join(part for part in (self.name, self.place, self.act) if part)


@dataclass(frozen=True)
class WholeText:
    """A page with the whole text of an edition, and the anchors that its places have there."""

    ngr: str
    language: Language
    edition: EditionLabel
    anchors: Collection[str]

    def anchor(self, target: Target) -> str | None:
        """Where a target stands on the page: the place, else its article; None: not there."""
        stands = (target.ngr, target.language, target.edition)
        if stands != (self.ngr, self.language, self.edition) or not target.key:
            return None
        places = (joined(target.key, target.block), target.key)
        return next((one for one in places if one in self.anchors), None)


@dataclass(frozen=True)
class RelatedLinks:
    """Makes the links of one article; `pinned`: to the editions of the day that is read.

    `whole`: on a page with the whole text, where links into that text stay on the page.
    """

    links: Links
    ngr: str
    key: str
    language: Language
    pinned: bool
    read_in: Language
    """The reader's language: of places, which are our own words."""
    whole: WholeText | None = None

    def of_text(self, references: Iterable[Reference]) -> dict[int, list[TextLink]]:
        """The links inside the text, by the number of the block."""
        found: dict[int, list[TextLink]] = {}
        for one in references:
            there = [self.target(target) for target in one.targets]
            leads = [related for related in there if not related.absent]
            if leads:
                named = tuple(
                    Lead(related.title, related.unheld, related.name_of)
                    for related in leads[:_MOST_NAMED]
                )
                more = len(leads) > _MOST_NAMED
                link = TextLink(one.start, one.end, leads[0].href, named, more)
                found.setdefault(one.block, []).append(link)
        return found

    def cited(self, references: Iterable[Reference]) -> tuple[Related, ...]:
        """The provisions that are cited, each once, other than places of the article itself."""
        targets = (target for one in references for target in one.targets)
        other = (self.target(one) for one in targets if (one.ngr, one.key) != (self.ngr, self.key))
        return tuple(dict.fromkeys(other))

    def target(self, target: Target) -> Related:
        """A provision that is cited."""
        here = self.whole.anchor(target) if self.whole else None
        if (target.ngr, target.key) == (self.ngr, self.key):
            return Related(
                f"#{here or target.block}",
                _alone(target.block, self.read_in) or target.heading,
                self.language,
                self.read_in if target.block else self.language,
            )
        return Related(
            f"#{here}" if here else self._cited_address(target),
            _name(target.heading, target.key, self.read_in) or target.act_title,
            target.language,
            self._named_in(target.heading, target.key, target.language),
            _place(target.block, self.read_in),
            target.act_title if target.ngr != self.ngr and target.key else "",
            target.presence is TargetPresence.ABSENT,
            target.presence is TargetPresence.UNKNOWN,
            target.heading_of if _has_words(target.heading) else None,
        )

    def citer(self, citer: Citer) -> Related:
        """An article that cites this one."""
        anchor = citer.places[0].block_key if citer.places else ""
        return Related(
            self._address(
                citer.ngr,
                citer.key,
                citer.language,
                citer.edition if self.pinned else None,
                anchor,
            ),
            _name(citer.heading, citer.key, self.read_in),
            citer.language,
            self._named_in(citer.heading, citer.key, citer.language),
            act=citer.act_title if citer.ngr != self.ngr else "",
        )

    def provision(self, one: RelatedProvision) -> Related:
        """A provision that this one came from or went to: always in the edition compared."""
        # A point's heading is its article's with its own number behind it.
        heading = one.heading.rpartition(" / ")[0] or one.heading if one.block else one.heading
        return Related(
            self._address(one.ngr, one.key, one.language, one.edition, one.block),
            _name(heading, one.key, self.read_in),
            one.language,
            self._named_in(heading, one.key, one.language),
            _place(one.block, self.read_in),
            one.act_title if one.ngr != self.ngr else "",
        )

    def own_part(self, one: RelatedProvision) -> str:
        """The part of this article that is meant, in words; "" for the whole."""
        return _alone(one.own.removeprefix(self.key).lstrip("_"), self.read_in)

    def _cited_address(self, target: Target) -> str:
        anchor = target.key if target.is_division else target.block
        article = target.key if not target.is_division else ""
        edition = target.edition if self.pinned else None
        return self._address(target.ngr, article, target.language, edition, anchor)

    def _named_in(self, heading: str, key: str, language: Language) -> Language:
        """The language of a name: that of the heading, or of the act's title; else ours."""
        return language if _has_words(heading) or not key else self.read_in

    def _address(self, ngr: str, key: str, language: Language, edition: object, anchor: str) -> str:
        place = ("acts", ngr, "articles", key) if key else ("acts", ngr)
        address = self.links(*place, lang=language, edition=edition)
        return f"{address}#{anchor}" if anchor else address


def _has_words(heading: str) -> bool:
    return any(letter.isalpha() for letter in heading)


def _name(heading: str, key: str, language: Language) -> str:
    """A heading that has words; else the place, in a language."""
    if _has_words(heading):
        return heading.rstrip(" .")
    place = _alone(key, language)
    return place[:1].upper() + place[1:]


def _alone(key: str, language: Language) -> str:
    return place_alone(key, language) if key else ""


def _place(block: str, language: Language) -> str:
    return place_in_words(block, language) if block else ""


@dataclass(frozen=True)
class RelatedGroup:
    """The provisions of one edition of an act, asserted ones apart from possible ones.

    Each with the part of this article that is meant, "" for the whole, and what is known of it.
    """

    act: str
    language: Language
    edition: EditionLabel
    regimes: tuple[str, ...]
    asserted: tuple[tuple[Related, str, RelatedProvision], ...]
    possible: tuple[tuple[Related, str, RelatedProvision], ...]


@dataclass(frozen=True)
class ShownRelations:
    """The relations of an article as the page lists them."""

    cites: tuple[Related, ...]
    cited_by: tuple[tuple[Related, Citer], ...]
    unknown: tuple[str, ...]
    came_from: tuple[RelatedGroup, ...]
    went_to: tuple[RelatedGroup, ...]
    being_read: bool = False
    """Whether what cites it is not known yet, since texts are still being read."""

    @classmethod
    def of(cls, found: Relations, made: RelatedLinks) -> ShownRelations:
        """The relations with their links."""
        return cls(
            made.cited(found.cites),
            tuple((made.citer(one), one) for one in found.cited_by.citers),
            found.cited_by.unknown,
            tuple(_groups(found.came_from, made)),
            tuple(_groups(found.went_to, made)),
            found.cited_by.being_read,
        )


def _groups(found: Sequence[RelatedProvision], made: RelatedLinks) -> Iterator[RelatedGroup]:
    """The provisions by act, edition and the regimes that were compared."""
    groups: dict[tuple[object, ...], list[RelatedProvision]] = {}
    for one in found:
        groups.setdefault((one.ngr, one.edition, one.regimes), []).append(one)
    for own in groups.values():
        lines = [(made.provision(one), made.own_part(one), one) for one in own]
        yield RelatedGroup(
            own[0].act_title if own[0].ngr != made.ngr else "",
            own[0].language,
            own[0].edition,
            own[0].regimes,
            tuple(line for line in lines if line[2].asserted),
            tuple(line for line in lines if not line[2].asserted),
        )
