"""What is said of the acts behind an entry, in the words of a language, as safe HTML."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup, escape

from api.feeds.addresses import Addresses
from api.interface import Interface
from api.questions.explained import ExplainingAct
from corpus.amendments import EntryIntoForce, Ground

_PARAGRAPH = Markup("<p>{}</p>")


def acts_html(words: Interface, addresses: Addresses, acts: Sequence[ExplainingAct]) -> Markup:
    """The amending acts, each with its dates and their grounds; that none is known where so."""
    if not acts:
        return _PARAGRAPH.format(words("feed.act_unknown"))
    item = Markup("<li>{}: {}</li>")
    items = Markup("").join(
        item.format(_named(words, addresses, act), entry_words(words, act.entry, act.published))
        for act in acts
    )
    return Markup("<p>{}</p>\n<ul>{}</ul>").format(words("feed.acts"), items)


def act_words(words: Interface, adopted: date | None, number: str | None) -> str:
    """An act by its day and number, as far as they are known; "" where neither is."""
    if adopted and number:
        return words("feed.act_of", day=words.day(adopted), number=number)
    if adopted:
        return words("feed.act_day", day=words.day(adopted))
    return words("feed.act_number", number=number) if number else ""


def entry_words(words: Interface, entry: EntryIntoForce, published: date | None) -> str:
    """From when something is in force and how that is known."""
    told = [words("feed.published", day=words.day(published))] if published else []
    return ", ".join([*told, _in_force(words, entry)])


def _in_force(words: Interface, entry: EntryIntoForce) -> str:
    if entry.on is None:
        return words("feed.in_force_unknown")
    day = words.day(entry.on)
    if entry.ground is Ground.COMPUTED and entry.published:
        published = words.day(entry.published)
        return words("feed.in_force_computed", day=day, published=published)
    if entry.ground is Ground.INFERRED:
        return words("feed.in_force_inferred", day=day, label=entry.label)
    if entry.ground is Ground.WATCHED:
        return words("feed.in_force_watched", day=day)
    return words("feed.in_force_stated", day=day)


def _named(words: Interface, addresses: Addresses, told: ExplainingAct) -> Markup:
    act = told.amendment.act
    name = act_words(words, act.adopted, act.number) or told.title or told.amendment.quote
    address = addresses.of_act(act, words.language)
    linked = Markup('<a href="{}">{}</a>').format(address, name) if address else escape(name)
    return linked + (f" ({told.title})" if told.title and told.title != name else "")
