"""How a cluster is reached: a request that one node does not answer goes to the next.

The client library is an extra of the package (`pip install nusqa[opensearch]`) and is imported
with this module, which is imported only when the engine is chosen.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from opensearchpy import OpenSearch
from opensearchpy.exceptions import (
    AuthenticationException,
    AuthorizationException,
    ConflictError,
    ConnectionTimeout,
    NotFoundError,
    SSLError,
    TransportError,
)
from opensearchpy.exceptions import ConnectionError as NoConnection

from corpus.search.engine import EngineUnreachableError

_CONNECTIONS = 16

# The library logs each failed request with its address; without a handler of the program's own
# that would go to the terminal, where the error itself says enough.
logging.getLogger("opensearch").addHandler(logging.NullHandler())


class IndexGone(Exception):
    """The index, or what of it was asked for, is not there (any more)."""


class Overtaken(Exception):
    """Another writer has been quicker."""


class NoAnswer(EngineUnreachableError):
    """No node has done what was asked: perhaps none answers, perhaps none may do this now."""


@dataclass(frozen=True)
class Access:
    """Where the cluster is and who asks. `password` is never shown."""

    urls: tuple[str, ...]
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    ca_file: Path | None = None
    timeout: float = 10.0


def connected(access: Access) -> OpenSearch:
    """A client for all nodes; it asks nothing yet."""
    return OpenSearch(
        list(access.urls),
        http_auth=(access.user, access.password or "") if access.user else None,
        # By the public authorities, or by those in the file.
        verify_certs=True,
        ca_certs=str(access.ca_file) if access.ca_file else None,
        timeout=access.timeout,
        # Every node has its turn, and the first a second one: it may have been a passing fault.
        max_retries=len(access.urls),
        retry_on_timeout=True,
        retry_on_status=(502, 503, 504),
        pool_maxsize=_CONNECTIONS,
    )


@contextmanager
def own_errors() -> Iterator[None]:
    """The client's errors in our words; none of them names an address."""
    try:
        yield
    except NotFoundError:
        raise IndexGone from None
    except ConflictError:
        raise Overtaken from None
    except (AuthenticationException, AuthorizationException) as error:
        raise EngineUnreachableError(
            "it refuses the user (see opensearch_user and opensearch_password)"
        ) from error
    except SSLError as error:
        raise EngineUnreachableError(
            "its certificate cannot be verified (see opensearch_ca_file)"
        ) from error
    except ConnectionTimeout as error:
        raise NoAnswer("it does not answer in time") from error
    except NoConnection as error:
        raise NoAnswer("no node answers at any address in opensearch_urls") from error
    except TransportError as error:
        raise NoAnswer(f"it answers {error.status_code} {error.error}") from error
