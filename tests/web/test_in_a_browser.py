"""`benchside serve` with a real browser before it: from the address to the line of the log."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from tests.web.browser import CHROMIUM, PATIENCE_S, a_tab

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed to open the page with"),
]

SHORT = """
name = "Short"

[[block]]
name = "Main"

  [[block.exercise]]
  name = "Glute bridge"
  sets = 2
  reps = 3
  rest = "60s"
  prepare = "3s"
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "sessions").mkdir()
    (tmp_path / "sessions" / "short.toml").write_text(SHORT)
    (tmp_path / "settings.toml").write_text('sound = "silent"\nkeep_awake = false\n')
    return tmp_path


@asynccontextmanager
async def a_server(home: Path) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """Start the command, and wait for the address that it prints."""
    server = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "benchside", "serve", "--port", "0"),
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "BENCHSIDE_HOME": str(home)},
    )
    try:
        assert server.stdout is not None
        line = (await server.stdout.readline()).decode()
        yield server, line.split()[-1]
    finally:
        if server.returncode is None:
            server.kill()
        await server.wait()


def lines_of(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def children_of(pid: int) -> list[int]:
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, check=False, text=True
    )
    return [int(number) for number in listed.stdout.split()]


async def gone(pid: int) -> None:
    """Wait until a process that is not ours has ended."""
    async with asyncio.timeout(PATIENCE_S):
        while (
            subprocess.run(["ps", "-p", str(pid)], capture_output=True, check=False).returncode == 0
        ):
            await asyncio.sleep(0)


async def test_a_session_is_led_in_a_browser_to_its_line_of_the_log(home: Path) -> None:
    def has_set() -> bool:
        return any("set" in line for line in lines_of(home / "journal.jsonl"))

    async with a_server(home) as (_, url), a_tab() as tab:
        await tab.open(url)
        await tab.wait_for("Short")
        await tab.press("\r")
        await tab.wait_for("Glute bridge")
        await tab.press_until(" ", has_set)
        await tab.press("2")
        await tab.press_until(" ", lambda: bool(lines_of(home / "log.jsonl")))
        asked, errors = tab.requested, tab.errors

    [record] = lines_of(home / "log.jsonl")
    assert record["status"] == "complete"
    assert [(one["status"], one["actual_reps"]) for one in record["sets"]] == [
        ("done", 2),
        ("done", 3),
    ]
    assert errors == []
    host = url.removeprefix("http://")
    assert all(one.startswith((url, f"ws://{host}", "data:")) for one in asked), asked


async def test_keys_go_to_the_program_before_anybody_clicks(home: Path) -> None:
    async with a_server(home) as (_, url), a_tab() as tab:
        await tab.open(url)
        await tab.wait_for("Short")
        await tab.press_until("?", lambda: "esc closes" in tab.text)
        focused = await tab.evaluate("document.activeElement.className")

    assert focused == "xterm-helper-textarea"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
@pytest.mark.parametrize("signalled", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
async def test_a_session_waits_to_be_taken_up_when_the_server_ends(
    signalled: signal.Signals, home: Path
) -> None:
    async with a_server(home) as (server, url), a_tab() as tab:
        await tab.open(url)
        await tab.wait_for("Short")
        await tab.press("\r")
        await tab.press_until(" ", lambda: bool(lines_of(home / "journal.jsonl")))
        [program] = children_of(server.pid)
        server.send_signal(signalled)
        status = await asyncio.wait_for(server.wait(), PATIENCE_S)
        await gone(program)

    assert status == (-9 if signalled is signal.SIGKILL else 128 + signalled)
    assert lines_of(home / "journal.jsonl")
    assert lines_of(home / "log.jsonl") == []


async def test_a_tab_that_is_closed_ends_its_program(home: Path) -> None:
    async with a_server(home) as (server, url), a_tab() as tab:
        await tab.open(url)
        await tab.wait_for("Short")
        [program] = children_of(server.pid)
        await tab.open("about:blank")
        await gone(program)

        assert server.returncode is None


async def test_a_page_of_another_server_cannot_open_the_socket(home: Path) -> None:
    async with a_server(home) as (server, url), a_tab() as tab:
        await tab.open("data:text/html,<title>somebody else's</title>")
        await tab.ask(
            "Runtime.evaluate",
            expression=f"""
                new Promise((told) => {{
                  const socket = new WebSocket("{url.replace("http", "ws")}ws");
                  socket.onopen = () => told("open");
                  socket.onclose = () => told("closed");
                }}).then((how) => (document.title = how))
            """,
            awaitPromise=True,
        )
        how = await tab.evaluate("document.title")
        started = children_of(server.pid)

    assert how == "closed"
    assert started == []
