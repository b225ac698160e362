"""Making a watch, for whoever asks: a program by the API, a reader by a form."""

from __future__ import annotations

from api.services import Services
from corpus.watches import Wanted
from webhooks.configuring import watch_rules
from webhooks.lineage import Lineage
from webhooks.subscribing import (
    MadeWatch,
    TooManyAtOnce,
    WatchRules,
    check_subject,
    check_target,
    line_of,
    make_watch,
)


def made_watch(services: Services, wanted: Wanted) -> tuple[MadeWatch, Lineage]:
    """A new watch with its token and secret, and where its article stands.

    Raises what `make_watch` raises, TargetRefused for the URL, and TooManyAtOnce.
    """
    rules = watch_rules(services.settings)
    with services.store.read() as session:
        check_subject(session, wanted, services.analyser)
    _look_up(services, wanted.url, rules)  # it may take a while: never while the store is locked
    with services.store.write() as session:
        made = make_watch(session, wanted, rules, services.analyser, services.clock())
        return made, line_of(session, made.watch)


def _look_up(services: Services, url: str, rules: WatchRules) -> None:
    """Look whether messages may be sent to a URL; raises TargetRefused, TooManyAtOnce."""
    if not services.looking_up.acquire(blocking=False):
        raise TooManyAtOnce
    try:
        check_target(url, rules)
    finally:
        services.looking_up.release()
