"""What is said of the acts behind an entry, in the words of a language, as safe HTML."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from api.feeds.addresses import Addresses
from api.questions.explained import ExplainingAct
from api.words.acts import act_words, entry_words
from api.words.interface import Interface

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


def _named(words: Interface, addresses: Addresses, told: ExplainingAct) -> Markup:
    act = told.amendment.act
    name = act_words(words, act.adopted, act.number) or told.title or told.amendment.quote
    address = addresses.of_act(act, words.language)
    linked = Markup('<a href="{}">{}</a>').format(address, name) if address else escape(name)
    return linked + (f" ({told.title})" if told.title and told.title != name else "")
