"""An amendment that is announced, and not in the wording yet, as an entry of a feed."""

from __future__ import annotations

from markupsafe import Markup

from api.feeds.addresses import Addresses
from api.feeds.feed import Category, Entry, Reference, urn_of
from api.models.amendments import AmendmentOut
from api.questions.explained import published_on
from api.questions.following.feed_pages import updated_at
from api.words.acts import act_words, entry_words
from api.words.interface import Interface
from api.words.naming import place_name
from corpus.amendments import Amendment, Verb
from corpus.store.amendments.records import AmendmentRecord


def announced_entry(
    record: AmendmentRecord, identity: str, words: Interface, addresses: Addresses, act_title: str
) -> Entry:
    """What a note foresees; one that no longer holds says so in its title and first words."""
    key = record.amendment.target.key
    parts = ("acts", record.ngr, *(("articles", key) if key and not _is_division(key) else ()))
    page = addresses.of(*parts, lang=record.language, edition=record.last_label)
    source = addresses.in_registry(record.url)
    return Entry(
        id=urn_of("announced", identity),
        title=_title(record, words, act_title),
        published=record.recorded_at,
        updated=updated_at(record),
        language=words.language,
        page=page,
        html=_content(record, words, addresses, page),
        references=(Reference("via", source, words("feed.in_registry")),) if source else (),
        categories=_categories(record, words, act_title),
        details=_details(record),
    )


def _is_division(key: str) -> bool:
    return key.rpartition("__")[2].partition("_")[0] in {"sec", "subsec", "ch", "par"}


def _what(record: AmendmentRecord, words: Interface) -> str:
    if record.entry.on is None:
        return words("feed.announced")
    name = "feed.later_start_from" if _starts_later(record) else "feed.announced_from"
    return words(name, day=words.day(record.entry.on))


def _starts_later(record: AmendmentRecord) -> bool:
    return record.amendment.verb is Verb.LATER_START


def _place(record: AmendmentRecord, words: Interface) -> str:
    """The article's printed heading, or its place; and the point of it that is named."""
    target = record.amendment.target
    article = record.heading.rstrip(" .")
    if not article:
        article = place_name(target.key, record.language) if target.key else ""
    inside = place_name(target.place, record.language) if target.place else ""
    inside = inside[:1].lower() + inside[1:]
    return ", ".join(one for one in (article, inside) if one) or words("feed.whole_act")


def _title(record: AmendmentRecord, words: Interface, act_title: str) -> str:
    title = words(
        "feed.title_announced",
        place=_place(record, words),
        what=_what(record, words),
        label=words.label(record.last_label),
        act=act_title,
    )
    title = words("feed.sample", title=title) if record.sample else title
    return words("feed.withdrawn", title=title) if record.withdrawn_at else title


def _content(record: AmendmentRecord, words: Interface, addresses: Addresses, page: str) -> str:
    amendment = record.amendment
    strong, plain = Markup("<p><strong>{}</strong></p>"), Markup("<p>{}</p>")
    shown = []
    if record.withdrawn_at:
        shown.append(strong.format(words("feed.withdrawn_announced")))
    if record.sample:
        shown.append(strong.format(words("site.sample")))
    about = "feed.later_about" if _starts_later(record) else "feed.announced_about"
    shown.append(plain.format(words(about, label=words.label(record.last_label))))
    quote = Markup('<blockquote lang="{}"><p>{}</p></blockquote>')
    shown.append(quote.format(record.language, _said(amendment)))
    name = act_words(words, amendment.act.adopted, amendment.act.number)
    entry = record.entry
    dates = entry_words(words, entry, published_on(amendment.act, entry))
    told = ": ".join(one for one in (name, dates) if one)
    shown.append(plain.format(told))
    links = [Markup('<a href="{}">{}</a>').format(page, words("feed.on_page"))]
    if source := addresses.in_registry(record.url):
        links.append(Markup('<a href="{}">{}</a>').format(source, words("feed.in_registry")))
    shown.append(plain.format(Markup(" · ").join(links)))
    shown.append(plain.format(words("site.not_official")))
    return str(Markup("\n").join(shown))


def _said(amendment: Amendment) -> str:
    """The note's own words, once."""
    if amendment.statement in amendment.quote:
        return amendment.quote
    return f"{amendment.statement} {amendment.quote}".strip()


def _categories(record: AmendmentRecord, words: Interface, act_title: str) -> tuple[Category, ...]:
    found = [
        Category("kind:announced", words("feed.announced")),
        Category(f"act:{record.ngr}", act_title),
        Category(f"lang:{record.language}", words(f"language.{record.language}")),
    ]
    if record.withdrawn_at:
        found.append(Category("withdrawn", words("feed.is_withdrawn")))
    if record.sample:
        found.append(Category("sample", words("site.sample_title")))
    return tuple(found)


def _details(record: AmendmentRecord) -> dict[str, object]:
    """The amendment as `/v1/amendments` writes it, with its act's publication where it is known.

    `key` stands where changes have it: one feed has both.
    """
    whole = AmendmentOut.of(record).model_dump(mode="json")
    published = published_on(record.amendment.act, record.entry)
    return {
        "type": "announced",
        "key": record.amendment.target.key,
        **whole,
        "published": published.isoformat() if published else None,
    }
