"""Keeping secrets at rest: sealed with the operator's key where there is one, else as they are.

Signing needs the secret itself, so a hash will not do. Without a key whoever reads the database can
sign as this service; with one they need the key too, which lies in the settings and not in the
database or its backups.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

_SEALED, _PLAIN = "fernet:", "plain:"


class SecretSealed(Exception):
    """A stored secret cannot be opened with the keys that are set."""

    def __init__(self) -> None:
        super().__init__(
            "the watch's secret is sealed with a key that NUSQA_WEBHOOK_KEYS does not name: add "
            "that key, or give the watch a new secret"
        )


class Seal:
    """Seals with the first of the keys, opens with any of them."""

    def __init__(self, keys: Sequence[str] = ()) -> None:
        self._fernet = _fernet_of(keys) if keys else None

    def close(self, secret: str) -> str:
        """A secret as it is stored."""
        if self._fernet is None:
            return _PLAIN + secret
        return _SEALED + self._fernet.encrypt(secret.encode()).decode()

    def open(self, stored: str) -> str:
        """The secret that was stored; raises SecretSealed."""
        if stored.startswith(_PLAIN):
            return stored.removeprefix(_PLAIN)
        if self._fernet is None:
            raise SecretSealed
        from cryptography.fernet import InvalidToken  # noqa: PLC0415 - see below

        try:
            return self._fernet.decrypt(stored.removeprefix(_SEALED).encode()).decode()
        except InvalidToken:
            raise SecretSealed from None


def _fernet_of(keys: Sequence[str]) -> MultiFernet:
    # Seven megabytes, which only an operator who sets keys need pay.
    from cryptography.fernet import Fernet, MultiFernet  # noqa: PLC0415

    return MultiFernet([Fernet(key) for key in keys])
