"""The example of docs/webhooks.md, run on what a receiver really gets."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.webhooks.receivers import Receiver
from tests.webhooks.watched import Corpus, amended
from webhooks.signing import new_secret

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "webhooks.md"
Verify = Callable[..., None]


@pytest.fixture(scope="module")
def verify() -> Verify:
    """The function that the document gives its readers."""
    (example,) = re.findall(r"```python\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    exec(example, names)  # noqa: S102 - our own document
    found: Verify = names["verify"]
    return found


def test_the_documents_example_verifies_what_is_sent(
    verify: Verify, corpus: Corpus, receiver: Receiver
) -> None:
    made = corpus.watch(receiver.url)
    corpus.record("2001-01-01", "2002-01-01", amended("1"))
    corpus.deliverer().run_once()
    (got,) = receiver.got
    verify(made.secret, got.headers, got.body)
    sent = int(got.headers["webhook-timestamp"])

    def refuses(
        why: str,
        secret: str = made.secret,
        headers: Mapping[str, str] = got.headers,
        body: bytes = got.body,
        now: float = sent,
    ) -> None:
        with pytest.raises(ValueError, match=why):
            verify(secret, headers, body, now)

    refuses("signature", body=got.body.replace(b"art_1", b"art_2"))
    refuses("signature", secret=new_secret())
    refuses("signature", headers={**got.headers, "webhook-id": "msg_other"})
    refuses("signature", headers={**got.headers, "webhook-timestamp": str(sent + 1)})
    refuses("signature", headers={**got.headers, "webhook-signature": "v1,"})
    refuses("too old", now=sent + 301)
    refuses("too old", now=sent - 301)
