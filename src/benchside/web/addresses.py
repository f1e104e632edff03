"""The addresses that a browser reaches the server at, as they are printed."""

from __future__ import annotations

import socket
from ipaddress import IPv6Address, ip_address
from typing import Final
from urllib.parse import urlencode

_ANYWHERE: Final = {"0.0.0.0": "127.0.0.1", "::": "::1"}
"""Every address of this machine, and the one that it has for itself."""

_OUTSIDE: Final = {"0.0.0.0": "192.0.2.1", "::": "2001:db8::1"}
"""Addresses for documentation (RFC 5737, RFC 3849): nobody is there, and nothing is sent."""


def urls(host: str, port: int, *, token: str) -> tuple[str, ...]:
    """Return the addresses of a server, that of this machine first, each with the token."""
    hosts = (_ANYWHERE.get(host, host), _address_outside(host))
    query = f"?{urlencode({'token': token})}" if token else ""
    return tuple(f"http://{_bracketed(one)}:{port}/{query}" for one in hosts if one)


def own_names() -> frozenset[str]:
    """Return the names that this machine goes by in its network, in lower case."""
    name = socket.gethostname().lower().removesuffix(".local")
    return frozenset({name, f"{name}.local"}) if name else frozenset()


def _address_outside(host: str) -> str:
    """Return the address that others reach this machine at; empty without a network."""
    if host not in _OUTSIDE:
        return ""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((_OUTSIDE[host], 9))  # only asks the routes: a datagram is not sent yet
            return str(probe.getsockname()[0])
    except OSError:
        return ""


def _bracketed(host: str) -> str:
    try:
        return f"[{host}]" if isinstance(ip_address(host), IPv6Address) else host
    except ValueError:
        return host
