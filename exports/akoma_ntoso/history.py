"""What happened to a text when: events, modifications, days in force, and who is referred to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.amendments import Verb
from exports.akoma_ntoso.document import Document, InForce, Modification
from exports.akoma_ntoso.identification import NUSQA, REGISTRY
from exports.akoma_ntoso.letters import as_address
from exports.akoma_ntoso.printing import shown, sub
from exports.akoma_ntoso.vocabulary import Element, ours
from exports.identifiers import COUNTRY, expression_address, provision_address, work_address

_IN_FORCE, _ORIGINAL = "#in-force", "#original"
_TYPES: Mapping[Verb, str] = {
    Verb.AMENDED: "substitution",
    Verb.REWORDED: "substitution",
    Verb.RETITLED: "substitution",
    Verb.WORDS_REPLACED: "replacement",
    Verb.ADDED: "insertion",
    Verb.REPEALED: "repeal",
}
"""Suspensions and wordings for a time are no textual modifications: their notes tell of them."""


@dataclass(frozen=True)
class Event:
    """A day on which something happened to the text."""

    day: date
    source: str
    kind: str
    of: str = ""


class History:
    """What happened when, with the eIds by which the document refers to it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._groups: dict[tuple[InForce, ...], str] = {}
        self._events: dict[Event, str] = {}
        self._sources: dict[str, tuple[str, str]] = {}
        for one in document.modifications:
            if one.source and one.verb in _TYPES:
                self._sources.setdefault(one.source, (f"ref_{len(self._sources) + 1}", one.name))

    def add(self, meta: Element, places: Mapping[str, Element]) -> None:
        """Lifecycle, modifications, days in force and references, in the schema's order."""
        for event in sorted(self._all_events(), key=lambda one: (one.day, one.source, one.kind)):
            self._events.setdefault(event, f"eref_{len(self._events) + 1}")
        if self._events:
            lifecycle = sub(meta, "lifecycle", source=NUSQA)
            for event, name in self._events.items():
                element = sub(lifecycle, "eventRef", eId=name, date=event.day.isoformat())
                element.set("source", event.source)
                if event.kind:
                    element.set("type", event.kind)
                if event.of:
                    element.set(ours("event"), event.of)
        self._add_modifications(meta, places)
        self._add_days(meta, places)
        self._add_references(meta)

    def _all_events(self) -> Iterator[Event]:
        work = self._document.work
        if work.adopted:
            yield Event(work.adopted, _ORIGINAL, "generation", "adopted")
        if work.repealed_on:
            yield Event(work.repealed_on, _ORIGINAL, "repeal", "repealed")
        for one in self._told():
            source = f"#{self._sources[one.source or ''][0]}"
            if one.adopted:
                yield Event(one.adopted, source, "amendment", "amending act adopted")
            if one.in_force_from:
                yield Event(one.in_force_from, source, "amendment", "amendment in force")
        for stretches in self._document.in_force.values():
            for days in stretches:
                yield from (_bound(day) for day in (days.begins, days.ends) if day)

    def _told(self) -> Sequence[Modification]:
        return [
            one
            for one in self._document.modifications
            if one.source in self._sources and one.verb in _TYPES
        ]

    def _add_modifications(self, meta: Element, places: Mapping[str, Element]) -> None:
        told_here = self._told()
        if not told_here:
            return
        edition = self._document.edition
        analysis = sub(meta, "analysis", source=REGISTRY)
        passive = sub(analysis, "passiveModifications")
        here = expression_address(edition.ngr, edition.language, edition.label)
        for number, one in enumerate(told_here, 1):
            element = sub(passive, "textualMod", type=_TYPES[one.verb], eId=f"pmod_{number}")
            element.set(ours("verb"), one.verb)
            element.set(ours("in-force-ground"), one.ground)
            sub(element, "source", href=as_address(one.source or ""))
            sub(element, "destination", href=self._place(one, places, here))
            if one.in_force_from:
                group = self._group((InForce(one.in_force_from, None),))
                sub(element, "force", period=f"#{group}")

    def _place(self, one: Modification, places: Mapping[str, Element], here: str) -> str:
        """The place in this document, else its address: the text may not have it any more."""
        if one.key is None:
            return here
        element = places.get(one.key)
        if element is not None:
            return f"#{element.get('eId')}"
        return provision_address(here, one.key)

    def _group(self, stretches: tuple[InForce, ...]) -> str:
        return self._groups.setdefault(stretches, f"tmpg_{len(self._groups) + 1}")

    def _add_days(self, meta: Element, places: Mapping[str, Element]) -> None:
        for key, stretches in self._document.in_force.items():
            if stretches and key in places:
                places[key].set("period", f"#{self._group(stretches)}")
        if not self._groups:
            return
        temporal = sub(meta, "temporalData", source=NUSQA)
        source_of = {event.day: name for event, name in reversed(self._events.items())}
        for stretches, name in self._groups.items():
            group = sub(temporal, "temporalGroup", eId=name)
            for days in stretches:
                interval = sub(group, "timeInterval", refersTo=_IN_FORCE)
                if days.begins:
                    interval.set("start", f"#{source_of[days.begins]}")
                if days.ends:
                    interval.set("end", f"#{source_of[days.ends]}")

    def _add_references(self, meta: Element) -> None:
        edition, origin = self._document.edition, self._document.origin
        references = sub(meta, "references", source=NUSQA)
        here = work_address(edition.ngr)
        sub(references, "original", eId="original", href=here, showAs=shown(edition.title))
        for address, (name, title) in self._sources.items():
            sub(
                references,
                "passiveRef",
                eId=name,
                href=as_address(address),
                showAs=shown(title),
            )
        site = self._document.site or "/"
        sub(references, "TLCOrganization", eId="nusqa", href=as_address(site), showAs="Nusqa")
        registry = origin.registry if origin else "unknown"
        sub(
            references,
            "TLCOrganization",
            eId="registry",
            href=f"/akn/ontology/organization/{COUNTRY}/{as_address(registry)}",
            showAs=shown(registry),
        )
        sub(
            references,
            "TLCOrganization",
            eId="state",
            href=f"/akn/ontology/organization/{COUNTRY}/state",
            showAs="Republic of Kazakhstan",
        )
        sub(
            references,
            "TLCConcept",
            eId="in-force",
            href="/akn/ontology/concept/in-force",
            showAs="in force",
        )


def _bound(day: date) -> Event:
    return Event(day, _ORIGINAL, "", "wording in force")
