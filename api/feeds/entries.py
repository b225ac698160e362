"""A recorded change as an entry of a feed, in the words of a language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from api.feeds.acts_told import acts_html
from api.feeds.addresses import Addresses
from api.feeds.feed import Category, Entry, Reference, urn_of
from api.models.change_feed import ChangeRecordOut
from api.questions.following.fitting import Matched
from api.questions.following.told_changes import ToldChange
from api.questions.outlines import Piece, changed_lines
from api.words.interface import Interface
from api.words.naming import printed_or_place
from diffing.nature import Nature

_MARKED = {
    None: Markup("{}"),
    "ins": Markup("<ins>{}</ins>"),
    "del": Markup("<del>{}</del>"),
}


@dataclass(frozen=True)
class Writer:
    """Writes entries in a language, with whole addresses; `titles` are the acts', by number."""

    words: Interface
    addresses: Addresses
    titles: dict[str, str]

    def change(self, told: ToldChange, identity: str, matched: Matched | None = None) -> Entry:
        """A change; one that no longer holds says so in its title and in its first words."""
        record, change = told.record, told.record.change
        edition, key = (
            (told.newer, change.new_key) if change.new_key else (told.older, change.old_key)
        )
        article = told.new or told.old
        parts = ("acts", record.ngr, *(("articles", key) if article and key else ()))
        page = self.addresses.of(*parts, lang=record.language, edition=edition.label)
        return Entry(
            id=urn_of("change", identity),
            title=self._marked(self._title(told), told),
            published=record.recorded_at,
            updated=max(record.recorded_at, record.updated_at),
            language=self.words.language,
            page=page,
            html=str(Markup("\n").join(self._content(told, matched, page))),
            references=self._references(told),
            categories=tuple(self._categories(told)),
            details=self._details(told, matched),
        )

    def _title(self, told: ToldChange) -> str:
        record = told.record
        what = self.words(f"feed.kind_{record.change.kind}")
        if told.nature is Nature.CORRECTION:
            what = self.words("feed.correction")
        return self.words(
            "feed.title",
            place=self._place(told),
            what=what,
            label=self.words.label(record.newer_label),
            act=self.titles.get(record.ngr, record.ngr),
        )

    def _place(self, told: ToldChange) -> str:
        article, change = told.new or told.old, told.record.change
        if article is None:
            return change.heading or change.key
        return printed_or_place(
            article.kind, article.key, article.printed_heading, told.record.language
        ).rstrip(" .")

    def _marked(self, title: str, told: ToldChange) -> str:
        title = self.words("feed.sample", title=title) if told.record.sample else title
        return self.words("feed.withdrawn", title=title) if told.record.withdrawn_at else title

    def _content(self, told: ToldChange, matched: Matched | None, page: str) -> list[Markup]:
        words, record = self.words, told.record
        sides = {"older": record.older_label, "newer": record.newer_label}
        labels = {side: words.label(label) for side, label in sides.items()}
        correction = record.older_label == record.newer_label
        opening = words("feed.corrected" if correction else "feed.between", **labels)
        shown = [Markup("<p>{}</p>").format(opening)]
        if record.withdrawn_at:
            why = words("feed.withdrawn_why")
            shown.insert(0, Markup("<p><strong>{}</strong></p>").format(why))
        if record.sample:
            shown.insert(0, Markup("<p><strong>{}</strong></p>").format(words("site.sample")))
        if matched:
            shown.append(Markup("<p>{}</p>").format(words(f"feed.matched_{matched}")))
        if not correction:
            shown.append(acts_html(words, self.addresses, told.acts))
        if told.redline:
            wording = Markup("\n").join(map(_line, changed_lines(told.redline)))
            tag = Markup('<div lang="{}">\n{}\n</div>')
            shown.append(tag.format(record.language, wording))
        links = [Markup('<a href="{}">{}</a>').format(page, words("feed.on_page"))]
        source = self.addresses.in_registry(told.newer.url)
        if source:
            links.append(Markup('<a href="{}">{}</a>').format(source, words("feed.in_registry")))
        shown.append(Markup("<p>{}</p>").format(Markup(" · ").join(links)))
        shown.append(Markup("<p>{}</p>").format(words("site.not_official")))
        return shown

    def _references(self, told: ToldChange) -> tuple[Reference, ...]:
        source = self.addresses.in_registry(told.newer.url)
        return (Reference("via", source, told.newer.registry),) if source else ()

    def _categories(self, told: ToldChange) -> list[Category]:
        record, words = told.record, self.words
        kind = record.change.kind
        found = [Category(f"kind:{kind}", words(f"feed.kind_{kind}"))]
        found.append(Category(f"nature:{told.nature}", str(told.nature)))
        found.append(Category(f"act:{record.ngr}", self.titles.get(record.ngr, record.ngr)))
        found.append(Category(f"lang:{record.language}", words(f"language.{record.language}")))
        if record.withdrawn_at:
            found.append(Category("withdrawn", words("feed.is_withdrawn")))
        if record.sample:
            found.append(Category("sample", words("site.sample_title")))
        return found

    def _details(self, told: ToldChange, matched: Matched | None) -> dict[str, object]:
        """The change as `/v1/changes` writes it, without what the item shows already."""
        whole = ChangeRecordOut.told(told, texts=False).model_dump(mode="json", by_alias=True)
        for name in ("redline", "html", "before", "after"):
            del whole[name]
        return {"type": "change", **whole, **({"matched": matched} if matched else {})}


def _line(pieces: Sequence[Piece] | None) -> Markup:
    """A paragraph of a redline; None stands for what is left out."""
    if pieces is None:
        return Markup("<p>…</p>")
    shown = (_MARKED[piece.element].format(piece.text) for piece in pieces)
    return Markup("<p>{}</p>").format(Markup("").join(shown))
