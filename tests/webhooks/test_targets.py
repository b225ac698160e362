"""Which URLs messages are sent to: public https ones, whatever an address is disguised as."""

from __future__ import annotations

import contextlib
import re
from ipaddress import ip_address
from urllib.parse import urlsplit

import httpcore2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhooks.addresses import AddressRules
from webhooks.sending import system_addresses
from webhooks.targets import (
    HostNotFound,
    TargetRefused,
    checked_addresses,
    read_target,
    redirected,
)

PUBLIC_ONLY = AddressRules()


def target_of(url: str, *addresses: str, rules: AddressRules = PUBLIC_ONLY) -> tuple[str, ...]:
    """The addresses that a URL may be sent to, where its host's name has these."""
    return checked_addresses(read_target(url), rules, lambda *_: addresses)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",  # noqa: S104 - refused, not bound
        "10.0.0.1",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:0:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:808:808::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "no address",
    ],
)
def test_an_address_that_is_not_public_is_refused(address: str) -> None:
    with pytest.raises(TargetRefused, match="not public"):
        target_of("https://hooks.example/", address)
    with pytest.raises(TargetRefused, match="not public"):
        target_of("https://hooks.example/", "93.184.216.34", address)


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1",
        "93.184.216.34",
        "172.32.0.1",
        "100.128.0.1",
        "::ffff:93.184.216.34",
        "64:ff9b::5db8:d822",
        "2606:4700:4700::1111",
        "2a00:1450:4001:80b::200e",
    ],
)
def test_a_public_address_is_taken_as_it_is(address: str) -> None:
    assert target_of("https://hooks.example/", address) == (address,)


def test_a_refusal_does_not_say_where_a_name_leads() -> None:
    with pytest.raises(TargetRefused) as caught:
        target_of("https://intranet.example/", "10.1.2.3")
    assert "10.1.2.3" not in str(caught.value)


def test_an_address_in_other_digits_is_the_address() -> None:
    target = read_target("https://①②⑦.⓪.⓪.①/")
    with pytest.raises(TargetRefused, match="not public"):
        checked_addresses(target, PUBLIC_ONLY, system_addresses)


def test_what_the_operator_allows_is_taken_and_nothing_beside_it() -> None:
    rules = AddressRules.of(["10.1.0.0/16", "::1/128"])
    assert target_of("http://inside/", "10.1.2.3", rules=rules) == ("10.1.2.3",)
    assert target_of("http://inside/", "::ffff:10.1.2.3", rules=rules) == ("::ffff:10.1.2.3",)
    assert target_of("https://[::1]:8443/", "::1", rules=rules) == ("::1",)
    with pytest.raises(TargetRefused, match="not public"):
        target_of("http://inside/", "10.2.0.1", rules=rules)


def test_who_allows_one_loopback_address_reaches_localhost_there_and_nowhere_else() -> None:
    rules = AddressRules.of(["127.0.0.1/32"])
    both = ("::1", "127.0.0.1")
    assert target_of("http://localhost:8080/", *both, rules=rules) == ("127.0.0.1",)
    both_allowed = AddressRules.of(["127.0.0.1/32", "::1/128"])
    assert target_of("http://localhost:8080/", *both, rules=both_allowed) == both
    for addresses in (["::1"], ["::1", "127.0.0.2"], ["::1", "10.0.0.1", "127.0.0.1"]):
        with pytest.raises(TargetRefused, match="not public"):
            target_of("http://localhost:8080/", *addresses, rules=rules)


def test_the_other_loopback_address_is_not_allowed_along_with_the_first() -> None:
    with pytest.raises(TargetRefused, match="not public"):
        target_of("http://[::1]:8080/", "::1", rules=AddressRules.of(["127.0.0.1/32"]))
    with pytest.raises(TargetRefused, match="not public"):
        target_of("http://127.0.0.1:8080/", "127.0.0.1", rules=AddressRules.of(["::1/128"]))


@pytest.mark.parametrize("url", ["not a url", "", "example.kz", "https:\\\\example.kz"])
def test_what_is_no_address_is_told_what_one_looks_like(url: str) -> None:
    with pytest.raises(TargetRefused, match="Give an address such as https://"):
        read_target(url)


def test_http_is_for_allowed_networks_only() -> None:
    rules = AddressRules.of(["127.0.0.1/32"])
    with pytest.raises(TargetRefused, match="https://"):
        target_of("http://hooks.example/", "93.184.216.34", rules=rules)
    with pytest.raises(TargetRefused, match="https://"):
        target_of("http://hooks.example/", "127.0.0.1", "93.184.216.34", rules=rules)


def test_a_name_that_leads_nowhere_is_not_found() -> None:
    with pytest.raises(HostNotFound, match="is not found"):
        checked_addresses(read_target("https://nowhere.invalid/"), PUBLIC_ONLY, system_addresses)


@pytest.mark.parametrize(
    "url",
    [
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.01/",
        "http://1.2.3.4.5/",
        "http://256.1.1.1/",
        "http://[::1%25lo]/",
        "http://[fe80::1%eth0]/",
        "http://[::ffff:127.0.0.1/",
        "https:///path",
        "https:/one-slash.example/",
        "https://user@example.com/",
        "https://user:password@example.com/",
        "https://example.com@127.0.0.1/",
        "https://example.com/#part",
        "https://example.com/#",
        "https://example.com\\@127.0.0.1/",
        "https://exa mple.com/",
        "https://example.com/a b",
        "https://example.com/\n",
        " https://example.com/",
        "https://example..com/",
        "https://.example.com/",
        "https://-example.com/",
        "https://example.com:0/",
        "https://example.com:22/",
        "https://example.com:25/",
        "https://example.com:6667/",
        "https://example.com:65536/",
        "https://example.com:port/",
        "https://[v1.x]/",
        "ftp://example.com/",
        "file:///etc/passwd",
        "gopher://example.com/",
        "javascript:alert(1)",
        "//example.com/",
        "example.com/hook",
        "nonsense",
        "",
        "https://" + "a" * 64 + ".com/",
        "https://example.com/" + "a" * 2_000,
        "https://ex\u200bample.com:80:80/",
    ],
)
def test_a_url_that_is_none_or_could_be_read_in_two_ways_is_refused(url: str) -> None:
    with pytest.raises(TargetRefused):
        read_target(url)


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://example.com", "https://example.com/"),
        ("HTTPS://Example.COM:443/Hook?a=1", "https://example.com/Hook?a=1"),
        ("https://example.com./hook", "https://example.com/hook"),
        ("https://example.com:8443/", "https://example.com:8443/"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
        ("https://[2606:4700:4700:0::1111]/", "https://[2606:4700:4700::1111]/"),
        ("https://сайлау.қаз/хук", "https://xn--80aa0ai1aq.xn--80ao21a/%D1%85%D1%83%D0%BA"),
        ("https://example.com/a%2Fb?x=%20", "https://example.com/a%2Fb?x=%20"),
    ],
)
def test_a_url_has_one_spelling(url: str, canonical: str) -> None:
    target = read_target(url)
    assert target.url == canonical
    assert read_target(target.url) == target


@pytest.mark.parametrize(
    ("location", "leads_to"),
    [
        ("/other", "https://example.com/other"),
        ("other?a=1", "https://example.com/hooks/other?a=1"),
        ("//elsewhere.example/x", "https://elsewhere.example/x"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/"),
    ],
)
def test_a_redirect_is_read_against_the_url_it_came_from(location: str, leads_to: str) -> None:
    assert redirected(read_target("https://example.com/hooks/nusqa"), location).url == leads_to


PIECES = st.sampled_from(
    [
        *"htps:/.@#?[]%\\ 09xX-_~:;,!$&'()*+=|\t\n",
        *"。．①ⓐßә\u200d\u00ad\u2100\ufeff١𝟏⒈\ud800İ",
        *("%00", "%2e", "xn--", "localhost", "127.0.0.1", "::1", "::ffff:", "0x7f", "2130706433"),
    ]
)


@given(
    st.sampled_from(["https://", "http://", "HTTPS://", "https:/", "//", ""]),
    st.lists(PIECES, max_size=14).map("".join),
)
def test_whatever_is_taken_for_a_url_has_one_reading_for_everyone(start: str, rest: str) -> None:
    try:
        target = read_target(start + rest)
    except TargetRefused:
        return
    assert read_target(target.url) == target
    assert re.fullmatch(r"https?://[!-~]+", target.url)
    assert re.fullmatch(r"[a-z0-9._-]+|[0-9a-f:.]+", target.host)
    assert urlsplit(target.url).hostname == target.host
    assert target.authority.removeprefix("[").startswith(target.host)
    if re.fullmatch(r"(.*\.)?(0x[0-9a-f]*|[0-9]+)", target.host):
        assert str(ip_address(target.host)) == target.host
    httpcore2.URL(scheme=target.scheme, host=target.host, port=target.port, target=target.path)
    with contextlib.suppress(TargetRefused):
        redirected(target, rest)
