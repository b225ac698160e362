"""Certificates are verified, always."""

from __future__ import annotations

import ipaddress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from crawler.tls import CaBundleUnreadable, trusted_certificates
from tests.crawler import acts
from tests.crawler.crawling import Bench, bench


def self_signed(folder: Path, *names: x509.GeneralName) -> Path:
    """A self-signed certificate with its key, in one PEM file; `only.pem` beside it has no key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "registry of the tests")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    public = certificate.public_bytes(serialization.Encoding.PEM)
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    (folder / "only.pem").write_bytes(public)
    both = folder / "both.pem"
    both.write_bytes(public + private)
    return both


HERE = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))


def trusting(made: Bench, certificate: Path) -> Bench:
    settings = made.settings.model_copy(update={"ca_bundle": certificate.with_name("only.pem")})
    return Bench(made.host, settings, made.watchlist)


def test_a_certificate_that_nobody_vouches_for_stops_the_crawl_with_advice(tmp_path: Path) -> None:
    certificate = self_signed(tmp_path, HERE)
    with bench(tmp_path, certificate=certificate) as made:
        report = made.crawl(acts=[acts.GARDEN])
        assert made.host.log == []
    (failed,) = report.failed
    assert failed.reason == "certificate"
    assert report.stopped is not None
    assert "could not be verified" in report.stopped
    assert "NUSQA_CA_BUNDLE" in report.stopped
    assert report.exit_status == 1


def test_a_certificate_in_the_users_file_is_trusted(tmp_path: Path) -> None:
    certificate = self_signed(tmp_path, HERE)
    with bench(tmp_path, certificate=certificate) as made:
        report = trusting(made, certificate).crawl(acts=[acts.GARDEN])
    assert report.complete
    assert report.fetched == 3


def test_a_trusted_certificate_of_another_host_is_refused(tmp_path: Path) -> None:
    certificate = self_signed(tmp_path, x509.DNSName("elsewhere.example"))
    with bench(tmp_path, certificate=certificate) as made:
        report = trusting(made, certificate).crawl(acts=[acts.GARDEN])
        assert made.host.log == []
    assert [entry.reason for entry in report.failed] == ["certificate"]


def test_a_file_without_certificates_is_told_so(tmp_path: Path) -> None:
    odd = tmp_path / "odd.pem"
    odd.write_text("no certificate\n", encoding="utf-8")
    with pytest.raises(CaBundleUnreadable, match=r"odd\.pem, which holds no certificates"):
        trusted_certificates(odd)


def test_the_users_file_is_trusted_beside_the_known_authorities(tmp_path: Path) -> None:
    self_signed(tmp_path, HERE)
    known = trusted_certificates(None)
    assert len(known) > 50
    assert len(trusted_certificates(tmp_path / "only.pem") - known) == 1
