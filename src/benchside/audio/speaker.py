"""The speaker process: `python -m benchside.audio.speaker`, driven by lines of JSON on its input.

A process of its own, because a redrawing screen in the same process moves sounds by up to 120 ms,
and because a sound library that crashes then costs a beep instead of a session. It ends by itself
when its input ends, however its program came to an end and whatever it is waiting for. When its
device is lost it says so and ends: a fresh process is the one recovery that works for every
library. It loads nothing that it doesn't need to begin.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from benchside.audio.backends.output import NoDeviceError, Output, UnusableError
from benchside.audio.gain import gain_of
from benchside.audio.loudness import pack_level
from benchside.audio.pack import load_pack
from benchside.audio.protocol import (
    MAX_LINE_BYTES,
    MAX_TEXT,
    Cancel,
    CloseSpeaker,
    Heartbeat,
    Open,
    Say,
    ScheduleCues,
    ToSpeaker,
    Volume,
    decode,
    encode,
)
from benchside.audio.speech import Announcer
from benchside.audio.stage import CueScheduler
from benchside.player import now_ns as system_now_ns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO

BEAT_NS = 400_000_000
"""Between two words about how things are; each wakes two processes."""

LOOK_AGAIN_NS = 1_000_000_000
"""Between two looks for a device where there was none."""

MAX_LOOKS = 30
"""miniaudio leaks five file handles with every device it opens; the 63rd open fails. Ending first
gives the handles back (github.com/irmen/pyminiaudio/issues/86)."""

SHUTDOWN_TIMEOUT_S = 0.12
"""From the cancel to the end: what is in the card's buffer fades out by then."""

LAST_S = 2.0
"""So long after its input has ended the process is over, though a driver may hold it up."""

MAX_WAITING = 2_000
"""Sounds that may wait for their moment; a program hands over those of some seconds."""


def open_output(name: str) -> Output:
    """Load a sound library; raises UnusableError where it cannot play on this machine."""
    match name:
        case "miniaudio" | "null":
            try:
                from benchside.audio.backends.miniaudio_output import MiniaudioOutput
            except ImportError as error:
                raise UnusableError(f"miniaudio cannot be loaded: {error}") from error
            return MiniaudioOutput(null=name == "null")
        case "simpleaudio":
            from benchside.audio.backends.simpleaudio_output import SimpleaudioOutput

            return SimpleaudioOutput()
        case _:
            raise UnusableError(f'there is no sound back end "{name}"')


class SpeakerServer:
    """The stage, the output, and what is told of them."""

    def __init__(
        self,
        asked: Open,
        tell: Callable[[Heartbeat], None],
        *,
        open_output: Callable[[str], Output] = open_output,
        now_ns: Callable[[], int] = system_now_ns,
    ) -> None:
        pack = load_pack(asked.pack, [Path(folder) for folder in asked.packs_folders])
        self._stage = CueScheduler(pack.sounds, tone=asked.keep_link_awake)
        self._stage.set_gain(gain_of(asked.volume, muted=asked.muted))
        self._open_output = open_output
        self._now_ns = now_ns
        self._output_name = asked.output
        self._output: Output | None = None
        self._pack_problems = pack.problems
        self._device = ""
        self._detail = ""
        self._tell = tell
        self._looked_ns = self._now_ns() - LOOK_AGAIN_NS
        self._looks = 0
        self._is_playing = False
        """Whether the device took sound when that was told last."""
        self._left_out = 0
        """Cues that the stage had left out then."""
        self._late = 0
        """Those of them that a device could have played."""
        self._announcer = (
            Announcer(asked.language, self._stage, level=pack_level(pack.sounds))
            if asked.language
            else None
        )

    def handle(self, message: ToSpeaker | Heartbeat | None) -> None:
        """Do what the program asks."""
        match message:
            case ScheduleCues(cues) if self._stage.waiting < MAX_WAITING:
                self._stage.schedule((int(due_ns), str(name)) for due_ns, name in cues)
            case Say(due_ns, text) if self._announcer is not None:
                self._announcer.say(due_ns, text)
            case Cancel():
                self._stage.cancel()
            case Volume(volume, muted):
                self._stage.set_gain(gain_of(volume, muted=muted))

    def beat(self) -> bool:
        """Look after the device and tell how things are; False when this process has to end."""
        now = self._now_ns()
        if self._output is None:
            return self._look_for_device(now)
        if not self._output.is_alive(now):
            self._tell_state("lost", "the device takes no more sound")
            return False
        try:
            self._device = self._output.find_device()
        except NoDeviceError as error:
            self._give_up_device(self._output, str(error))
            return True
        self._tell_how_it_plays(self._output)
        return True

    def end(self) -> None:
        """Fade out and let the device go."""
        self._stage.cancel()
        if self._output is not None:
            threading.Event().wait(SHUTDOWN_TIMEOUT_S)
            self._output.close()

    def _give_up_device(self, output: Output, detail: str) -> None:
        """Let go of a device that nobody hears; the next look finds another."""
        output.close()
        self._output = None
        self._device, self._detail = "", detail
        self._tell_state("no device", detail)

    def _look_for_device(self, now: int) -> bool:
        self._stage.skip(now)
        if now - self._looked_ns < LOOK_AGAIN_NS:
            self._tell_state("no device", self._detail)
            return True
        self._looked_ns = now
        self._looks += 1
        try:
            output = self._open_output(self._output_name)
            self._device = output.open(self._stage)
        except NoDeviceError as error:
            self._detail = str(error)
            self._tell_state("no device", self._detail)
            return self._looks < MAX_LOOKS
        except UnusableError as error:
            self._tell_state("unusable", str(error))
            return False
        self._output = output
        self._tell_how_it_plays(output)
        return True

    def _tell_how_it_plays(self, output: Output) -> None:
        voiceless = self._announcer.problem if self._announcer is not None else ""
        detail = "; ".join(filter(None, (*self._pack_problems, voiceless)))
        self._tell_state("on" if output.has_begun else "starting", detail)

    def _tell_state(self, state: str, detail: str) -> None:
        left_out = self._stage.dropped
        if self._is_playing:
            self._late += left_out - self._left_out
        self._left_out, self._is_playing = left_out, state == "on"
        device, detail = self._device[:MAX_TEXT], detail[:MAX_TEXT]
        delay_ms = 0 if self._output is None else self._output.delay_ms
        self._tell(Heartbeat(state, device, detail, self._late, self._stage.given_ns, delay_ms))


def serve(lines: Iterable[bytes], tell: Callable[[Heartbeat], None]) -> None:
    """Be a speaker until the lines end."""
    messages: queue.SimpleQueue[ToSpeaker | Heartbeat | None] = queue.SimpleQueue()

    def read() -> None:
        try:
            for line in lines:
                messages.put(decode(line))
        finally:
            messages.put(CloseSpeaker())

    threading.Thread(target=read, name="reader", daemon=True).start()
    asked = messages.get()
    if not isinstance(asked, Open):
        return
    tell(Heartbeat("loading"))  # a large pack takes its time to be read, a broken one may end us
    speaker = SpeakerServer(asked, tell)
    beat_due_ns = system_now_ns()
    while True:
        if system_now_ns() >= beat_due_ns:
            if not speaker.beat():
                return
            beat_due_ns = system_now_ns() + BEAT_NS
        try:
            message = messages.get(timeout=BEAT_NS / 1e9)
        except queue.Empty:
            continue
        if isinstance(message, CloseSpeaker):
            speaker.end()
            return
        speaker.handle(message)


def main() -> None:
    """Serve the program on standard input and output."""
    # Keys of the terminal are the program's business; it ends the speaker itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    output = os.dup(sys.stdout.fileno())
    status = 1

    def tell(beat: Heartbeat) -> None:
        os.write(output, encode(beat))

    try:
        serve(read_lines(sys.stdin.buffer), tell)
        status = 0
    except BrokenPipeError:
        status = 0  # The program is gone; so is the reason to go on.
    except Exception:  # noqa: BLE001 - for whoever runs it by hand; the program starts another
        sys.excepthook(*sys.exc_info())
    finally:
        _end(status)


def read_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Read lines within bounds; once they have ended, so has this process before long."""
    is_too_long = False
    while piece := stream.readline(MAX_LINE_BYTES):
        is_whole = piece.endswith(b"\n")
        if is_whole and not is_too_long:
            yield piece
        is_too_long = not is_whole
    end = threading.Timer(LAST_S, _end)
    end.daemon = True
    end.start()


def _end(status: int = 0) -> None:
    """End this process, whatever a sound library's own threads do.

    In a session of its own, where the program starts it, a speech program ends with it.
    """
    if sys.platform != "win32" and os.getsid(0) == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(status)


if __name__ == "__main__":
    main()
