"""A child process for the client that does what the test says, and nothing by itself."""

from __future__ import annotations

from benchside.audio.protocol import Heartbeat, ToSpeaker, decode, encode


class FakeChild:
    """A speaker process without a process."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.is_running = True
        self.is_clogged = False
        self.was_killed = False
        self.was_ended = False
        self._says: list[bytes] = []

    @property
    def heard(self) -> list[ToSpeaker | Heartbeat | None]:
        """What the program told it."""
        return [decode(line) for line in self.lines]

    def says(self, beat: Heartbeat) -> None:
        """Let it tell something."""
        self._says.append(encode(beat).rstrip())

    def babbles(self, line: bytes) -> None:
        """Let it tell what nobody understands."""
        self._says.append(line)

    def send(self, line: bytes) -> None:
        self.lines.append(line)

    def receive(self) -> list[bytes]:
        said, self._says = self._says, []
        return said

    def end(self, last: bytes) -> None:
        self.lines.append(last)
        self.was_ended = True

    def kill(self) -> None:
        self.was_killed = True
        self.is_running = False


class Nursery:
    """Gives out children one after another."""

    def __init__(self) -> None:
        self.children: list[FakeChild] = []
        self.failure: OSError | None = None

    def __call__(self) -> FakeChild:
        if self.failure is not None:
            raise self.failure
        self.children.append(FakeChild())
        return self.children[-1]

    @property
    def last(self) -> FakeChild:
        return self.children[-1]
