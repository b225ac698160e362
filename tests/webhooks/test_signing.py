"""Signatures, checked by another implementation of HMAC, and secrets at rest."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from hypothesis import given
from hypothesis import strategies as st

from webhooks.sealing import Seal, SecretSealed
from webhooks.signing import key_of, new_secret, signature, signed_headers


def verify(secret: str, headers: dict[str, str], body: bytes) -> list[bool]:
    """Whether each signature is right, by OpenSSL's HMAC."""
    found = []
    for one in headers["webhook-signature"].split(" "):
        version, _, given_mac = one.partition(",")
        assert version == "v1"
        mac = HMAC(base64.b64decode(secret.removeprefix("whsec_")), SHA256())
        mac.update(f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body)
        found.append(mac.finalize() == base64.b64decode(given_mac))
    return found


def test_the_specifications_own_example_is_signed_as_it_says() -> None:
    assert (
        signature(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1614265330,
            b'{"test": 2432232314}',
        )
        == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    )


@given(
    st.binary(max_size=200),
    st.datetimes(
        timezones=st.just(UTC),
        min_value=datetime(1990, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    ),
)
def test_every_message_is_signed_by_each_valid_secret(body: bytes, at: datetime) -> None:
    new, old, other = new_secret(), new_secret(), new_secret()
    headers = signed_headers([new, old], "msg_1", at, body)
    assert verify(new, headers, body) == [True, False]
    assert verify(old, headers, body) == [False, True]
    assert verify(other, headers, body) == [False, False]
    assert verify(new, headers, body + b".") == [False, False]


def test_a_new_secret_is_32_random_bytes() -> None:
    secrets = {new_secret() for _ in range(100)}
    assert len(secrets) == 100
    assert {len(key_of(one)) for one in secrets} == {32}


def test_what_is_no_secret_is_told_so() -> None:
    with pytest.raises(ValueError, match="whsec_ and base64"):
        key_of("whsec_not base64!")


def test_a_sealed_secret_is_opened_by_its_key_only() -> None:
    first, second = (Fernet.generate_key().decode() for _ in range(2))
    secret = new_secret()
    stored = Seal([first]).close(secret)
    assert secret.removeprefix("whsec_") not in stored
    assert Seal([second, first]).open(stored) == secret
    for seal in (Seal([second]), Seal()):
        with pytest.raises(SecretSealed, match="NUSQA_WEBHOOK_KEYS"):
            seal.open(stored)


def test_a_secret_stored_before_there_was_a_key_is_still_opened() -> None:
    secret = new_secret()
    assert Seal([Fernet.generate_key().decode()]).open(Seal().close(secret)) == secret
