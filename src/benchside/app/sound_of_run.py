"""How one session sounds, whatever the settings say: asked for with it, and kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from benchside.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundOfRun:
    """What is asked for in place of the settings; None, or False, is what they say."""

    volume: int | None = None
    """From 0 to 100."""
    is_muted: bool = False
    pack: str | None = None

    def over(self, settings: Settings) -> Settings:
        """Return the settings with what is asked for in their place."""
        asked: dict[str, Any] = {"volume": self.volume, "sounds": self.pack}
        changes = {name: value for name, value in asked.items() if value is not None}
        if self.is_muted:
            changes["mute"] = True
        return settings.model_copy(update=changes)
