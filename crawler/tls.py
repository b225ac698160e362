"""HTTPS with verified certificates: Scrapy's own default does not verify.

Trusted are the authorities of certifi, those the system names to Python, and those of the user's
own file (`NUSQA_CA_BUNDLE`). Nothing here can switch the verification off.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import certifi
from OpenSSL import crypto
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from twisted.internet.ssl import Certificate, VerificationError, trustRootFromCertificates
from twisted.web.client import BrowserLikePolicyForHTTPS

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

CA_BUNDLE_SETTING = "NUSQA_CA_BUNDLE"
_PEM = re.compile("-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


class CaBundleUnreadable(Exception):
    """The file of extra authorities holds none that can be read."""

    def __init__(self, path: Path, why: object) -> None:
        super().__init__(
            f"NUSQA_CA_BUNDLE names {path}, which holds no certificates in PEM form "
            f"(-----BEGIN CERTIFICATE-----): {why}"
        )


class VerifiedHttps(HTTP11DownloadHandler):
    """Scrapy's HTTPS, with every server's certificate verified."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        bundle = crawler.settings.get(CA_BUNDLE_SETTING)
        certificates = trusted_certificates(Path(bundle) if bundle else None)
        trusted = [Certificate.load(der, crypto.FILETYPE_ASN1) for der in certificates]
        policy: Any = BrowserLikePolicyForHTTPS(trustRootFromCertificates(trusted))  # type: ignore[no-untyped-call]  # Twisted's
        self._contextFactory = policy


def trusted_certificates(extra: Path | None) -> frozenset[bytes]:
    """The trusted authorities' certificates in DER form, those of the extra file among them.

    Raises CaBundleUnreadable.
    """
    known = set(_pem(Path(certifi.where())))
    known.update(ssl.create_default_context().get_ca_certs(binary_form=True))
    if extra is not None:
        try:
            known.update(_pem(extra))
        except (OSError, ValueError, crypto.Error) as error:
            raise CaBundleUnreadable(extra, error) from error
    return frozenset(known)


def is_distrust(error: BaseException) -> bool:
    """Whether a download failed because the server's certificate could not be verified."""
    return any(
        isinstance(cause, VerificationError) or "certificate verify failed" in str(cause)
        for cause in _causes(error)
    )


def distrust_advice(host: str) -> str:
    """What to tell a user whose registry shows a certificate that nothing here vouches for."""
    return (
        f"the certificate of {host} could not be verified, and Nusqa does not crawl unverified. "
        "The state's hosts often send an incomplete chain or one of the national authority: get "
        "the missing certificates from the authority that issued the host's, check their "
        "fingerprints, put them in one PEM file (the intermediate and its root) and name it in "
        "NUSQA_CA_BUNDLE or in ca_bundle of nusqa.toml."
    )


def _pem(path: Path) -> Iterator[bytes]:
    blocks = _PEM.findall(path.read_text(encoding="ascii", errors="replace"))
    if not blocks:
        raise ValueError("nothing between BEGIN and END CERTIFICATE")
    for block in blocks:
        der = ssl.PEM_cert_to_DER_cert(block)
        crypto.load_certificate(crypto.FILETYPE_ASN1, der)  # raises on what is no certificate
        yield der


def _causes(error: BaseException) -> Iterator[Any]:
    """The exception and everything it was raised from, Twisted's wrapped failures included."""
    waiting: list[Any] = [error]
    seen: set[int] = set()
    while waiting:
        cause = waiting.pop()
        if cause is None or id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        waiting += [getattr(cause, "__cause__", None), getattr(cause, "__context__", None)]
        waiting += [failure.value for failure in getattr(cause, "reasons", None) or ()]
