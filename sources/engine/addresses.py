"""Which machines a server may be sent to by somebody else's words: only those of the open internet."""

from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address

Network = IPv4Network | IPv6Network

# Addresses of IPv6 that carry one of IPv4 inside, and lead wherever that leads: IPv4-compatible (RFC 4291, 2.5.5.1),
# NAT64 (RFC 6052, RFC 8215), 6to4 (RFC 3056), Teredo (RFC 4380). The standard library calls some of them global.
_CARRIERS = tuple(
    IPv6Network(text) for text in ("::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "fec0::/10")
)


def is_public(text: str, *, also: Sequence[Network] = ()) -> bool:
    """Whether an IP address, as a resolver gives it, is one of the open internet, or lies in a network of `also`.

    Loopback, private, link-local, shared, reserved and multicast addresses are not; nor is any that carries another
    address inside. What is no address at all is not public.
    """
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    if any(address.version == network.version and address in network for network in also):
        return True
    if isinstance(address, IPv6Address) and any(address in carrier for carrier in _CARRIERS):
        return False
    return address.is_global and not address.is_multicast
