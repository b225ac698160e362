"""Making watches and managing them: what is checked, and who may."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from corpus.law import Language
from corpus.search.querying.reading import read_query
from corpus.search.words.analysis import Analyser
from corpus.store import reads
from corpus.store.divisions_held import division_held
from corpus.store.errors import UnknownWatch
from corpus.store.followed_places import check_followed
from corpus.store.parts_named import part_named
from corpus.store.watches.deliveries import Message, enqueue, waiting_test
from corpus.store.watches.keeping import (
    WatchSecrets,
    add_watch,
    count_watches,
    head_of,
    moves,
    replace_secret,
    secrets_of,
)
from corpus.watches import EventFeed, Move, Wanted, Watch, WatchState
from webhooks.addresses import AddressRules
from webhooks.lineage import Lineage
from webhooks.matching import lineage_of
from webhooks.messages import test_message
from webhooks.sealing import Seal
from webhooks.signing import new_secret
from webhooks.targets import Resolver, checked_addresses, read_target

OLD_SECRET_VALID = timedelta(hours=24)
"""How long messages are signed with a replaced secret too."""
LONGEST_QUERY = 500
_TOKEN_PREFIX = "wt_"  # noqa: S105 - how every such token begins


class WatchRefused(Exception):
    """What is asked for makes no watch; the message says what does."""


class Unauthorized(Exception):
    """A token is missing, or it is not the one that is needed."""


class WatchesClosed(Exception):
    """The operator lets nobody, or only themself, make watches."""

    def __init__(self) -> None:
        super().__init__("This service takes no watches from the public; ask its operator.")


class TooManyWatches(Exception):
    """The service has as many watches as its operator allows."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"This service has the {limit} watches that it can hold: try again later, or follow "
            "the feeds instead."
        )


class TooManyAtOnce(TooManyWatches):
    """So many addresses are being looked up for new watches that another must wait."""

    def __init__(self) -> None:
        Exception.__init__(self, "Many watches are being made just now: try again in a minute.")


@dataclass(frozen=True)
class MadeWatch:
    """A new watch, with the token and the secret that are shown this once."""

    watch: Watch
    token: str = field(repr=False)
    secret: str = field(repr=False)


@dataclass(frozen=True)
class WatchRules:
    """What the operator allows."""

    addresses: AddressRules
    resolve: Resolver
    seal: Seal
    limit: int


def make_watch(
    session: Session, wanted: Wanted, rules: WatchRules, analyser: Analyser, now: datetime
) -> MadeWatch:
    """Check and store a new watch; it is told of what is recorded from now on.

    The target must have been checked already (`check_target`): that takes a while, and the
    session writes. Raises WatchRefused, TooManyWatches, UnknownAct, UnknownArticle, NotHeld and
    LanguageNotHeld.
    """
    wanted = replace(wanted, url=read_target(wanted.url).url)
    check_subject(session, wanted, analyser)
    if count_watches(session) >= rules.limit:
        raise TooManyWatches(rules.limit)
    subject = wanted.subject
    newest = reads.act(session, subject.ngr).newest if subject.ngr else None
    secret, token = new_secret(), _TOKEN_PREFIX + secrets.token_urlsafe(32)
    made = Watch(
        id="w_" + secrets.token_urlsafe(12),
        wanted=wanted,
        state=WatchState.ACTIVE,
        state_reason=None,
        anchor=newest if newest and newest.first_day else None,
        changes_cursor=head_of(session, EventFeed.CHANGES),
        amendments_cursor=head_of(session, EventFeed.AMENDMENTS),
        created_at=now,
    )
    add_watch(session, made, WatchSecrets(_hash(token), rules.seal.close(secret)))
    return MadeWatch(made, token, secret)


def check_target(url: str, rules: WatchRules) -> None:
    """Look whether messages may be sent to a URL now; raises TargetRefused."""
    checked_addresses(read_target(url), rules.addresses, rules.resolve)


def check_subject(session: Session, wanted: Wanted, analyser: Analyser) -> None:
    """Look whether there is such an act or part of it, or whether the query asks for something.

    Raises WatchRefused for what asks for nothing or for too much at once, and StoreError with the
    nearest there is for an act or article that is not known.
    """
    subject, language = wanted.subject, wanted.language
    if (subject.ngr is None) == (subject.query is None):
        raise WatchRefused("Give `act` (with `article` or without), or `query`: one of them")
    if subject.key is not None and subject.ngr is None:
        raise WatchRefused("Give the `act` of the article too")
    if not wanted.feeds:
        raise WatchRefused("Give in `events` what to tell of: changes, amendments")
    if subject.query is not None:
        _check_query(subject.query, analyser)
        return
    act = reads.act(session, subject.ngr or "")
    if subject.key is not None:
        held = [language] if language else [*dict.fromkeys((Language.RU, *act.languages))]
        among = [one for one in held if one in act.languages] or held[:1]
        _check_part(session, act.ngr, among[0], subject.key, any_language=language is None)


def _check_part(
    session: Session, ngr: str, language: Language, key: str, *, any_language: bool
) -> None:
    """Look whether an act has such an article, division or point; raises as `check_subject`."""
    named = part_named(session, ngr, key)
    if named.division:
        reads.find_edition(session, ngr, language)
        languages = division_held(session, ngr, key).languages
        if language in languages or (any_language and languages):
            return
    reads.find_article(session, ngr, language, named.unit)
    if named.unit != key:
        check_followed(session, ngr, key)


def _check_query(query: str, analyser: Analyser) -> None:
    if len(query) > LONGEST_QUERY:
        raise WatchRefused(f"The `query` is longer than {LONGEST_QUERY} characters")
    read = read_query(query, analyser, of_changes=True)
    if read.root is None or read.ignored:
        said = "; ".join(map(str, read.ignored)) or "it asks for nothing"
        raise WatchRefused(f"The `query` cannot be followed as it is written: {said}")


def is_manager(session: Session, watch_id: str, token: str) -> bool:
    """Whether a token is the watch's own; no watch has the same as one with another token."""
    try:
        kept = secrets_of(session, watch_id).token_hash
    except UnknownWatch:
        kept = ""
    return hmac.compare_digest(kept, _hash(token))


def rotate_secret(session: Session, watch_id: str, seal: Seal, now: datetime) -> str:
    """A new secret for a watch; the one before is signed with too for a day."""
    secret = new_secret()
    replace_secret(session, watch_id, seal.close(secret), old_until=now + OLD_SECRET_VALID)
    return secret


def queue_test(session: Session, watch: Watch, now: datetime) -> Message:
    """Queue a test message; it is sent beside the queue, once, also while the watch is paused.

    One that waits already is the one: asking faster than messages are sent queues no more of them.
    Raises UnknownWatch where the watch was removed meanwhile.
    """
    watch = reads.watch(session, watch.id)
    if waiting := waiting_test(session, watch.id):
        return waiting
    keys = line_of(session, watch).keys_now()
    message = test_message(watch, keys, now, secrets.token_urlsafe(12))
    enqueue(session, [message], at=now)
    return message


def moves_of(session: Session, watch: Watch) -> list[Move]:
    """How a watched article moved since the watch was made."""
    return moves(session, [watch.id])[watch.id]


def line_of(session: Session, watch: Watch) -> Lineage:
    """Where a watched article stands; of a point, the article around it."""
    subject = watch.subject
    named = part_named(session, subject.ngr, subject.key) if subject.ngr and subject.key else None
    return lineage_of(watch, named, moves_of(session, watch))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
