"""Who may drive the program: the page of this server, by a name that it answers to."""

from __future__ import annotations

import pytest

from benchside.web.guard import Guard, is_loopback

HOME = Guard()
PUBLIC = Guard(names=frozenset({"bench.local"}), is_public=True, token="a-token-of-some-length")


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000"]
)
def test_this_machine_is_answered_by_every_name_that_it_has_for_itself(host: str) -> None:
    assert HOME.refusal(host, None, is_socket=False) == ""


@pytest.mark.parametrize(
    "host",
    [
        pytest.param(None, id="no name"),
        pytest.param("", id="an empty name"),
        pytest.param("evil.example", id="a name that leads here"),
        pytest.param("localhost.evil.example:8000", id="a name that begins like ours"),
        pytest.param("evil-localhost", id="a name that ends like ours"),
        pytest.param("192.168.1.5:8000", id="an address of the network"),
        pytest.param("user@localhost", id="a user before the name"),
        pytest.param("localhost:8000/x", id="a path after the name"),
        pytest.param("127.0.0.1:8000:8000", id="two ports"),
        pytest.param("0x7f.1", id="an address as only some programs read it"),
    ],
)
def test_this_machine_is_not_answered_by_another_name(host: str | None) -> None:
    assert HOME.refusal(host, None, is_socket=False)


@pytest.mark.parametrize("host", ["192.168.1.5:8000", "[fe80::1]:8000", "bench.local", "localhost"])
def test_a_server_of_the_network_is_answered_by_its_addresses_and_names(host: str) -> None:
    assert PUBLIC.refusal(host, None, is_socket=False) == ""


def test_a_server_of_the_network_is_not_answered_by_a_strangers_name() -> None:
    assert PUBLIC.refusal("evil.example", None, is_socket=False)


@pytest.mark.parametrize(
    "origin", ["http://localhost:8000", "https://localhost:8000", "HTTP://LocalHost:8000"]
)
def test_the_page_of_this_server_may_open_a_socket(origin: str) -> None:
    assert HOME.refusal("localhost:8000", origin, is_socket=True) == ""


@pytest.mark.parametrize(
    "origin",
    [
        pytest.param("http://evil.example", id="a page of somebody else's"),
        pytest.param("http://localhost:3000", id="a page of another server here"),
        pytest.param("http://localhost", id="the same name without the port"),
        pytest.param("null", id="a file or a frame without rights"),
        pytest.param("", id="an empty one"),
        pytest.param("file://localhost:8000", id="a file"),
        pytest.param(None, id="none at all"),
    ],
)
def test_no_other_page_may_open_a_socket(origin: str | None) -> None:
    assert HOME.refusal("localhost:8000", origin, is_socket=True)


def test_a_page_is_opened_without_an_origin() -> None:
    assert HOME.refusal("localhost:8000", None, is_socket=False) == ""


def test_the_token_is_right_in_any_place_that_it_is_offered_in() -> None:
    assert PUBLIC.has_token(None, PUBLIC.token)
    assert PUBLIC.has_token(PUBLIC.token, "another")


@pytest.mark.parametrize("offered", [None, "", "a-token-of-some-lengt", "ä", "\udcff"])
def test_another_token_is_none(offered: str | None) -> None:
    assert not PUBLIC.has_token(offered)


def test_no_token_is_asked_for_where_there_is_none() -> None:
    assert HOME.has_token(None)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1.2.3", "::1"])
def test_only_this_machine_reaches_its_own_addresses(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "bench.local"])
def test_others_reach_what_is_not_of_this_machine_alone(host: str) -> None:
    assert not is_loopback(host)
