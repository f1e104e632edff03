"""The addresses that are printed: a browser can open them as they stand."""

from __future__ import annotations

import pytest

from benchside.web.addresses import own_names, urls


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/"),
        ("localhost", "http://localhost:8000/"),
        ("::1", "http://[::1]:8000/"),
    ],
)
def test_a_server_of_this_machine_has_one_address(host: str, url: str) -> None:
    assert urls(host, 8000, token="") == (url,)


def test_a_server_of_the_network_tells_how_this_machine_reaches_it_first() -> None:
    here, *elsewhere = urls("0.0.0.0", 8000, token="a b&c")

    assert here == "http://127.0.0.1:8000/?token=a+b%26c"
    assert all(url.endswith(":8000/?token=a+b%26c") and url != here for url in elsewhere)


def test_a_machine_goes_by_its_name_alone_and_in_its_own_network() -> None:
    names = own_names()

    assert {f"{name.removesuffix('.local')}.local" for name in names} <= names
    assert all(name == name.lower() for name in names)
