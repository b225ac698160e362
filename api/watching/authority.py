"""Who may do what: a watch is its maker's by a token of its own; the operator has one for all.

The service has no users. Whoever has no right to a watch is told the same as about one that does
not exist.
"""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import Depends, Path
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.services import Reading, Services, UsedServices
from corpus.store import reads
from corpus.store.errors import UnknownWatch
from corpus.watches import Watch
from webhooks.subscribing import Unauthorized, WatchesClosed, is_manager

_bearer = HTTPBearer(
    auto_error=False,
    description="The watch's own token, or the operator's (`NUSQA_OPERATOR_TOKEN`).",
)
Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
WatchId = Annotated[
    str,
    Path(
        description="Id of the watch.",
        max_length=40,
        pattern=r"^[A-Za-z0-9_-]+$",
        examples=["w_hVbXWmQ1p0c2aZrT"],
    ),
]


def is_operator(services: Services, credentials: HTTPAuthorizationCredentials | None) -> bool:
    """Whether the operator's token was given; never, while none is set."""
    token = services.settings.operator_token
    return (
        token is not None
        and credentials is not None
        and hmac.compare_digest(credentials.credentials.encode(), token.get_secret_value().encode())
    )


def require_operator(services: UsedServices, credentials: Credentials) -> None:
    """Let nobody pass but the operator."""
    if not is_operator(services, credentials):
        raise Unauthorized(
            "All watches are listed for the operator only: send `Authorization: Bearer` with the "
            "operator's token. A watch's own token shows that watch."
        )


def require_maker(services: UsedServices, credentials: Credentials) -> None:
    """Let those pass who may make watches, as the settings have it."""
    match services.settings.watches:
        case "off":
            raise WatchesClosed
        case "operator":
            if not is_operator(services, credentials):
                raise WatchesClosed


def managed_watch(
    services: UsedServices, session: Reading, credentials: Credentials, watch: WatchId
) -> Watch:
    """The watch that whoever asks may manage."""
    if credentials is None:
        raise Unauthorized("Send `Authorization: Bearer` with the token that came with the watch.")
    if is_operator(services, credentials) or is_manager(session, watch, credentials.credentials):
        return reads.watch(session, watch)
    raise UnknownWatch(watch)


ManagedWatch = Annotated[Watch, Depends(managed_watch)]
ForOperator = Depends(require_operator)
ForMakers = Depends(require_maker)
