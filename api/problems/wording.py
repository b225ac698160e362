"""What an error says to whoever asks over HTTP: addresses, where the message names our commands.

The same errors are told on the command line, where `nusqa acts` is the way on; an asker of the API
has `/v1/acts`, and nothing to crawl with.
"""

from __future__ import annotations

import re

_ADDRESSES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"`nusqa acts`"), "`/v1/acts`"),
    (re.compile(r"`nusqa editions ([^`]+)`"), r"`/v1/acts/\1/editions`"),
    (re.compile(r"`nusqa articles ([^`]+)`"), r"`/v1/acts/\1/articles`"),
    (re.compile(r"`nusqa doctor` says what is wrong"), "`/healthz` says which part is at fault"),
    (re.compile(r": crawl or import it\."), "."),
    (re.compile(r": `nusqa crawl` or [^.]*\."), "."),
    (re.compile(r", `nusqa [^`]*`"), ""),
)
_OF_COMMANDS = re.compile(r"\s*[^.`]*`nusqa [^`]*`[^.]*\.")


def for_askers(message: str) -> str:
    """A message with addresses of the API for commands; what only an operator can do is left out.

    >>> for_askers("No act Z1 is known. `nusqa acts` lists them all.")
    'No act Z1 is known. `/v1/acts` lists them all.'
    """
    for command, address in _ADDRESSES:
        message = command.sub(address, message)
    return _OF_COMMANDS.sub("", message).strip()
