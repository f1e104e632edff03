"""A headless Chromium with one tab, driven through its DevTools protocol.

What a terminal in the page shows is drawn on a canvas, so it is read where it comes in: from the
frames of the tab's socket, by a terminal emulator.
"""

from __future__ import annotations

import asyncio
import base64
import json
import shutil
import tempfile
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

import pyte
from aiohttp import ClientSession, WSMsgType

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from aiohttp import ClientWebSocketResponse

PATIENCE_S: Final = 60.0
"""How long anything may take on a busy machine before the test gives up; nothing is measured."""

CHROMIUM: Final = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)

KEYS: Final = {
    " ": ("Space", 32, " "),
    "\r": ("Enter", 13, "\r"),
}


class Tab:
    """One tab, with the screen of the program in it."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._number = 0
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)
        self._changed = asyncio.Condition()
        self.requested: list[str] = []
        """Every address that the page has asked for."""
        self.errors: list[str] = []
        """What the browser had to complain of."""

    @property
    def text(self) -> str:
        """What is on the program's screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    async def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """Send a command to the browser and wait for its answer."""
        self._number += 1
        answer = self._answers[self._number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": self._number, "method": method, "params": parameters})
        return await asyncio.wait_for(answer, PATIENCE_S)

    async def evaluate(self, expression: str) -> Any:
        """Evaluate an expression in the page."""
        answer = await self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    async def open(self, url: str) -> None:
        """Go to an address."""
        answer = await self.ask("Page.navigate", url=url)
        assert "errorText" not in answer, answer

    async def press(self, key: str) -> None:
        """Press and release a key, at whatever has the focus in the page."""
        code, number, text = KEYS.get(key, (f"Key{key.upper()}", ord(key.upper()), key))
        name = {"\r": "Enter"}.get(key, key)
        pressed = {"key": name, "code": code, "windowsVirtualKeyCode": number}
        await self.ask("Input.dispatchKeyEvent", type="keyDown", text=text, **pressed)
        await self.ask("Input.dispatchKeyEvent", type="keyUp", **pressed)

    async def wait_for(self, is_there: Callable[[str], bool] | str) -> str:
        """Wait until the program's screen holds a text, or satisfies a condition."""
        sought = (lambda text: is_there in text) if isinstance(is_there, str) else is_there
        try:
            async with asyncio.timeout(PATIENCE_S), self._changed:
                await self._changed.wait_for(lambda: sought(self.text))
        except TimeoutError:
            raise AssertionError(f"waited for {is_there!r}, saw:\n{self.text}") from None
        return self.text

    async def press_until(self, key: str, is_so: Callable[[], bool]) -> None:
        """Press a key, once more each second like somebody who was not heard, until it is so."""
        async with asyncio.timeout(PATIENCE_S):
            while not is_so():
                await self.press(key)
                with suppress(TimeoutError):
                    async with asyncio.timeout(1), self._changed:
                        while not is_so():
                            await self._changed.wait()

    async def picture(self) -> bytes:
        """Return the page as a PNG."""
        answer = await self.ask("Page.captureScreenshot")
        return base64.b64decode(answer["data"])

    async def listen(self) -> None:
        """Take in what the browser tells, until it is closed."""
        async for message in self._socket:
            if message.type is not WSMsgType.TEXT:
                return
            told = message.json()
            if "id" in told:
                answer = self._answers.pop(told["id"])
                if "error" in told:
                    answer.set_exception(AssertionError(told["error"]))
                else:
                    answer.set_result(told["result"])
            else:
                await self._note(told["method"], told["params"])

    async def _note(self, method: str, told: dict[str, Any]) -> None:
        match method:
            case "Network.requestWillBeSent":
                self.requested.append(told["request"]["url"])
            case "Network.webSocketCreated":
                self.requested.append(told["url"])
            case "Network.webSocketFrameReceived" if told["response"]["opcode"] == 2:
                async with self._changed:
                    self._stream.feed(base64.b64decode(told["response"]["payloadData"]))
                    self._changed.notify_all()
            case "Network.webSocketFrameSent" if '["resize"' in told["response"]["payloadData"]:
                self._resize(told["response"]["payloadData"])
            case "Log.entryAdded" if told["entry"]["level"] == "error":
                self.errors.append(told["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.errors.append(str(told["exceptionDetails"]))

    def _resize(self, sent: str) -> None:
        size = json.loads(sent)[1]
        self._screen.resize(size["height"], size["width"])


@asynccontextmanager
async def a_tab(*options: str) -> AsyncIterator[Tab]:
    """Start a browser with an empty tab, and end it."""
    assert CHROMIUM is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = await asyncio.create_subprocess_exec(
            CHROMIUM,
            "--headless=new",
            "--no-sandbox",
            "--no-first-run",
            "--disable-gpu",
            "--use-angle=swiftshader",
            "--enable-unsafe-swiftshader",
            "--window-size=1280,800",
            "--remote-debugging-port=0",
            f"--user-data-dir={profile}",
            *options,
            "about:blank",
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            async with (
                ClientSession() as client,
                client.ws_connect(await _debugger(client, browser), max_msg_size=0) as socket,
            ):
                tab = Tab(socket)
                listening = asyncio.create_task(tab.listen())
                for domain in ("Page", "Network", "Log", "Runtime"):
                    await tab.ask(f"{domain}.enable")
                yield tab
                listening.cancel()
        finally:
            browser.kill()
            await browser.wait()


async def _debugger(client: ClientSession, browser: asyncio.subprocess.Process) -> str:
    """Return the address of the first tab's debugger; the browser prints that of its own."""
    assert browser.stderr is not None
    async with asyncio.timeout(PATIENCE_S):
        while line := (await browser.stderr.readline()).decode():
            if "DevTools listening on ws://" in line:
                host = line.split("ws://")[1].partition("/")[0]
                async with client.get(f"http://{host}/json/list") as answer:
                    tabs = await answer.json()
                return next(
                    str(tab["webSocketDebuggerUrl"]) for tab in tabs if tab["type"] == "page"
                )
    raise AssertionError("the browser ended at once")
