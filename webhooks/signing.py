"""Signing messages as Standard Webhooks has it (specification 1.0.0, symmetric signatures).

What is signed is `id.timestamp.body`; the signature is `v1,` and the base64 of the HMAC-SHA256.
While a secret is being replaced a message has two signatures, parted by a space.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime

SECRET_PREFIX = "whsec_"  # noqa: S105 - how every such secret begins
_SECRET_BYTES = 32


def new_secret() -> str:
    """A new random secret of 32 bytes, as it is shown to its owner."""
    return SECRET_PREFIX + base64.b64encode(secrets.token_bytes(_SECRET_BYTES)).decode()


def key_of(secret: str) -> bytes:
    """The bytes that a secret stands for; raises ValueError for what is none."""
    try:
        return base64.b64decode(secret.removeprefix(SECRET_PREFIX), validate=True)
    except binascii.Error:
        raise ValueError("a webhook's secret is whsec_ and base64") from None


def signature(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """The signature of a message that is sent at a moment (seconds since 1970)."""
    signed = b".".join((message_id.encode(), str(timestamp).encode(), body))
    mac = hmac.new(key_of(secret), signed, hashlib.sha256)
    return "v1," + base64.b64encode(mac.digest()).decode()


def signed_headers(
    valid: Sequence[str], message_id: str, at: datetime, body: bytes
) -> dict[str, str]:
    """The headers by which a receiver tells that a message is ours, for each secret it may have."""
    timestamp = int(at.timestamp())
    signatures = [signature(secret, message_id, timestamp, body) for secret in valid]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(signatures),
    }
