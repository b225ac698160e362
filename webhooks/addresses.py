"""Which network addresses a webhook may be sent to: public ones, and those the operator allows.

After the IANA special-purpose address registries. Of IPv6 only global unicast (2000::/3) counts, so
that everything unassigned is out too; addresses that carry an IPv4 address inside are judged by it,
or refused where nobody uses them any more (6to4, Teredo, IPv4-compatible).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_NOT_PUBLIC_4 = tuple(
    IPv4Network(one)
    for one in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",
        "100.64.0.0/10",  # carrier-grade NAT; some clouds keep their metadata here
        "127.0.0.0/8",
        "169.254.0.0/16",  # link-local, with the clouds' metadata
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
_GLOBAL_UNICAST = IPv6Network("2000::/3")
_NOT_PUBLIC_6 = tuple(
    IPv6Network(one)
    for one in (
        "2001::/23",  # IETF protocols, Teredo and ORCHID among them
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4
        "3fff::/20",  # documentation
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")
_LOOPBACK_4, _LOOPBACK_6 = "127.0.0.1", "::1"
_IPV4_BITS = 0xFFFF_FFFF


@dataclass(frozen=True)
class AddressRules:
    """The rule for addresses, with the networks that the operator allows besides."""

    allowed: tuple[Network, ...] = ()

    @classmethod
    def of(cls, networks: Sequence[str]) -> AddressRules:
        """The rules with networks as the settings have them; raises ValueError."""
        return cls(tuple(ip_network(one) for one in networks))

    def permits(self, address: str) -> bool:
        """Whether a message may be sent to an address as a resolver writes it."""
        try:
            found = ip_address(address)
        except ValueError:
            return False
        return self._is_allowed(found) or is_public(plain(found))

    def reachable(self, addresses: Sequence[str]) -> tuple[str, ...]:
        """A name's addresses; without `::1` where only 127.0.0.1 beside it is allowed.

        `localhost` often leads to both: who allows the one is then sent there, and not refused.
        """
        only_one = self.allows(_LOOPBACK_4) and not self.permits(_LOOPBACK_6)
        leave_out = {_LOOPBACK_6} if only_one and _LOOPBACK_4 in addresses else set()
        return tuple(one for one in dict.fromkeys(addresses) if one not in leave_out)

    def allows(self, address: str) -> bool:
        """Whether the operator allows it by name: there http will do, for it is no public net."""
        try:
            return self._is_allowed(ip_address(address))
        except ValueError:
            return False

    def _is_allowed(self, address: Address) -> bool:
        return any(
            one.version == network.version and one in network
            for one in (address, plain(address))
            for network in self.allowed
        )


def plain(address: Address) -> Address:
    """The IPv4 address that stands for the same place; itself where there is none.

    Of a mapped or NAT64 address the one inside: that is where the packets end.
    """
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return address.ipv4_mapped
        if address in _NAT64:
            return IPv4Address(int(address) & _IPV4_BITS)
    return address


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet's; see `plain`."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_4)
    return (
        address.scope_id is None
        and address in _GLOBAL_UNICAST
        and not any(address in network for network in _NOT_PUBLIC_6)
    )
