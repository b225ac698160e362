"""The parts of watching as the settings name them."""

from __future__ import annotations

import random
import ssl
from collections.abc import Callable
from datetime import datetime
from importlib.metadata import version

from corpus.search.words.analysis import Analyser
from corpus.settings import Settings, SettingsError
from corpus.store import Store
from webhooks.addresses import AddressRules
from webhooks.deliverer import Deliverer
from webhooks.following import Follower
from webhooks.messages import Describes
from webhooks.schedule import RetrySchedule
from webhooks.sealing import Seal
from webhooks.sending import Sender, Timeouts, system_addresses, trusted
from webhooks.subscribing import WatchRules

_CONNECT_SECONDS, _READ_SECONDS = 5.0, 10.0


def watch_rules(settings: Settings) -> WatchRules:
    """What the operator allows who makes watches."""
    return WatchRules(
        addresses=AddressRules.of(settings.webhook_allow),
        resolve=system_addresses,
        seal=_seal(settings),
        limit=settings.watches_limit,
    )


def deliverer_of(
    settings: Settings, store: Store, describes: Describes, clock: Callable[[], datetime]
) -> Deliverer:
    """The deliverer on a store; raises SettingsError for a CA bundle that cannot be read."""
    total = settings.webhook_timeout
    sender = Sender(
        rules=AddressRules.of(settings.webhook_allow),
        context=_context(settings),
        user_agent=f"Nusqa/{version('nusqa')} (webhooks)",
        timeouts=Timeouts(min(_CONNECT_SECONDS, total), min(_READ_SECONDS, total), total),
    )
    return Deliverer(
        store=store,
        follower=Follower(store, Analyser(), describes),
        sender=sender,
        seal=_seal(settings),
        schedule=RetrySchedule(settings.webhook_retries, random.random),
        clock=clock,
        concurrency=settings.webhook_concurrency,
    )


def _context(settings: Settings) -> ssl.SSLContext:
    try:
        return trusted(settings.ca_bundle)
    except OSError as error:  # ssl.SSLError is one
        raise SettingsError(
            f"NUSQA_CA_BUNDLE names {settings.ca_bundle}, which holds no certificates in PEM form: "
            f"{error}"
        ) from error


def _seal(settings: Settings) -> Seal:
    return Seal([key.get_secret_value() for key in settings.webhook_keys])
