"""Which network addresses may be asked: the public ones, and those that the operator allows."""

from collections.abc import Iterable, Iterator
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from typing import TypeAlias

from dateline.errors import SettingError

Address: TypeAlias = IPv4Address | IPv6Address
Network: TypeAlias = IPv4Network | IPv6Network

# Not left to ``is_private`` and its kin, whose answers differ from one Python to the next.
_NOT_PUBLIC_4 = tuple(
    IPv4Network(block)
    for block in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    )
)  # fmt: skip
_PUBLIC_6 = IPv6Network("2000::/3")  # all that has been given out
_NOT_PUBLIC_6 = tuple(
    IPv6Network(block) for block in ("2001::/23", "2001:db8::/32", "3fff::/20")
)  # 2001::/23 holds Teredo, which carries an address of a host behind a router
_NAT64 = IPv6Network("64:ff9b::/96")
_6TO4 = IPv6Network("2002::/16")
_COMPATIBLE = IPv6Network("::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)  # the third quarter of an address that carries one of IPv4


def networks(words: Iterable[str]) -> tuple[Network, ...]:
    """Read networks such as 10.0.0.0/8 and single addresses; others are refused."""
    return tuple(map(_network, words))


def is_open(address: Address, allowed: Iterable[Network]) -> bool:
    """Tell whether an address may be asked; one carried inside it has to be open as well."""
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return is_open(address.ipv4_mapped, allowed)
    allowed = tuple(allowed)
    if any(address in network for network in allowed):
        return True
    if isinstance(address, IPv4Address):
        return not any(address in block for block in _NOT_PUBLIC_4)
    if not all(is_open(carried, allowed) for carried in _carried(address)):
        return False
    given_out = address in _PUBLIC_6 or address in _NAT64
    return given_out and not any(address in block for block in _NOT_PUBLIC_6)


def address_of(words: str) -> Address:
    """Read an address as the resolver gives it, without its zone."""
    return ip_address(words.partition("%")[0])


def _carried(address: IPv6Address) -> Iterator[IPv4Address]:
    """Yield the IPv4 addresses that routers would take out of an IPv6 address."""
    number = int(address)
    if address in _NAT64 or address in _COMPATIBLE:
        yield IPv4Address(number & 0xFFFFFFFF)
    if address in _6TO4:
        yield IPv4Address(number >> 80 & 0xFFFFFFFF)
    if number >> 32 & 0xFFFFFFFF in _ISATAP:
        yield IPv4Address(number & 0xFFFFFFFF)


def _network(words: str) -> Network:
    try:
        return ip_network(words.strip(), strict=False)
    except ValueError as error:
        message = f"{words!r} is no network; write one as 10.0.0.0/8 or fd00::/8"
        raise SettingError(message, network=words) from error
