"""`benchside serve` as it is typed: what it needs, what it prints, and whom it lets in."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import build_opener

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.cli.conftest import Answer


@contextmanager
def serving(*options: str, **environment: str) -> Iterator[str]:
    """Start the command, and give the first line that it prints."""
    server = subprocess.Popen(
        [sys.executable, "-m", "benchside", "serve", "--port", "0", *options],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )
    with server:
        try:
            assert server.stdout is not None
            yield server.stdout.readline()
        finally:
            server.kill()


def status_of(url: str) -> int:
    try:
        with build_opener().open(url) as answer:
            return int(answer.status)
    except HTTPError as refused:
        with refused:
            return refused.code


def url_in(line: str) -> str:
    return line.split()[-1]


def test_the_page_of_this_machine_needs_no_token(home: Path) -> None:
    with serving() as line:
        url = url_in(line)

        assert url.startswith("http://127.0.0.1:")
        assert "token" not in url
        assert status_of(url) == HTTPStatus.OK


def test_beyond_this_machine_the_address_has_a_token_that_is_asked_for(home: Path) -> None:
    with serving("--host", "0.0.0.0") as line:
        url, _, token = url_in(line).partition("?token=")

        assert len(token) >= 22
        assert status_of(url) == HTTPStatus.FORBIDDEN
        assert status_of(f"{url}?token={token}") == HTTPStatus.FORBIDDEN  # no cookie is kept here
        assert status_of(f"{url}page/page.js?token={token}") == HTTPStatus.OK


def test_a_token_of_ones_own_is_asked_for_on_this_machine_too(home: Path) -> None:
    with serving(BENCHSIDE_TOKEN="0123456789abcdef") as line:
        url, _, token = url_in(line).partition("?token=")

        assert token == "0123456789abcdef"
        assert status_of(url) == HTTPStatus.FORBIDDEN


def test_a_token_that_can_be_guessed_is_refused(
    benchside: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BENCHSIDE_TOKEN", "secret")

    answer = benchside("serve")

    assert answer.status == 2
    assert "BENCHSIDE_TOKEN has 6 characters; give it 16 or more" in answer.err
    assert "secret" not in answer.err


def test_a_port_that_is_taken_is_told_in_one_line(
    home: Path, benchside: Callable[..., Answer]
) -> None:
    with serving() as line:
        port = url_in(line).rstrip("/").rpartition(":")[2]
        answer = benchside("serve", "--port", port)

    assert answer.status == 3
    assert answer.out == ""
    assert answer.err == (
        f"benchside: cannot listen at 127.0.0.1:{port}: address already in use; "
        "choose --host or --port anew\n"
    )


@pytest.mark.parametrize("library", ["textual_serve", "aiohttp"])
def test_without_its_library_it_says_how_to_install_it(library: str) -> None:
    code = f"import sys; sys.modules[{library!r}] = None\nfrom benchside.cli import main\n"

    result = subprocess.run(
        [sys.executable, "-c", f"{code}main(['serve'])"],
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )

    assert result.returncode == 3
    assert result.stderr.count("\n") == 1
    assert 'pip install "benchside[serve]"' in result.stderr


def test_no_other_command_loads_it() -> None:
    code = (
        "import benchside.cli.serve, benchside.tui.app, benchside.app.program, sys; "
        "print(sorted({'aiohttp', 'textual_serve', 'jinja2'} & set(sys.modules)))"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60
    )

    assert loaded.stdout == "[]\n"
