"""Who may drive the program through the server: by Host, by Origin, by token. Pure.

A page of somebody else's, open in the same browser, can send requests to this machine and open
sockets to it. It can neither choose its Origin nor read the token. A name that somebody else has
pointed to this machine (DNS rebinding) is not among the names that are answered to.
"""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final

MIN_TOKEN_LENGTH: Final = 16
"""Characters of a token that somebody chose; the ones that are made here have 22."""

_HOST: Final = re.compile(r"(?:\[([0-9a-f:.]{2,45})\]|([a-z0-9._-]{1,253}?))\.?(?::[0-9]{1,5})?")


@dataclass(frozen=True, slots=True)
class Guard:
    """What the server answers to. Everything else gets a refusal."""

    names: frozenset[str] = frozenset()
    """Names beside localhost that this machine may be called by, in lower case."""
    is_public: bool = False
    """It listens beyond loopback: it answers to every address that is written in numbers."""
    token: str = ""
    """Asked for where it is not empty."""

    def refusal(self, host: str | None, origin: str | None, *, is_socket: bool) -> str:
        """Return why a request with these headers is refused; empty where it is not.

        A browser names the Origin of every socket, so one without an Origin comes from no page of
        this server.
        """
        if not self._is_answered_to(host):
            return f"this server is not called {host!r}; start it with --name NAME if it should be"
        if origin is None:
            return "a socket is only opened by the page of this server" if is_socket else ""
        if _origin_host(origin) != str(host).lower():
            return f"the page of {origin!r} may not drive this program"
        return ""

    def has_token(self, *offered: str | None) -> bool:
        """Return whether no token is asked for, or one of these is right.

        Takes the same time for all.
        """
        if not self.token:
            return True
        right = self.token.encode()
        checks = [hmac.compare_digest(right, _bytes(one)) for one in offered if one is not None]
        return any(checks)

    def _is_answered_to(self, host: str | None) -> bool:
        found = _HOST.fullmatch(host.lower()) if host else None
        if found is None:
            return False
        name = found[1] or found[2]
        if name == "localhost" or name in self.names:
            return True
        return _is_address(name) and (self.is_public or is_loopback(name))


def is_loopback(host: str) -> bool:
    """Return whether only this machine reaches a server at this name or address."""
    if host.lower() == "localhost":
        return True
    return _is_address(host) and ip_address(host).is_loopback


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _origin_host(origin: str) -> str:
    """Return host and port of an Origin; empty where it is none of a page from a server."""
    scheme, mark, host = origin.lower().partition("://")
    return host if mark and scheme in ("http", "https") else ""


def _bytes(text: str) -> bytes:
    return text.encode(errors="surrogateescape")
