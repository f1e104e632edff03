"""Which of an exercise's descriptions holds, as coaching cues.

Of several the marked one holds, else the first; `// ...Squat` takes those of another line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.library.convert.liftosaur.exercises import parse_reuse
from benchside.library.convert.liftosaur.prose import paragraphs
from benchside.session import InvalidValueError, quote_value

if TYPE_CHECKING:
    from benchside.library.convert.conversion import Losses
    from benchside.library.convert.liftosaur.document import Description, WrittenEntry
    from benchside.library.convert.liftosaur.lookup import Lookup


@dataclass(frozen=True, slots=True)
class CueFinder:
    """Finds the cues of exercises, and tells the descriptions that do not hold."""

    lookup: Lookup
    losses: Losses

    def cues_of(self, entry: WrittenEntry, week: int) -> tuple[str, ...]:
        """Return what is told of an exercise in a week, one paragraph a cue."""
        descriptions = _said(entry)
        if len(descriptions) == 1 and _is_reference(descriptions[0]):
            descriptions = self._taken(descriptions[0], entry, week)
        if not descriptions:
            return ()
        title = entry.exercise.title if entry.exercise else ""
        chosen = next((one for one in descriptions if one.is_current), descriptions[0])
        for other in descriptions:
            if other is not chosen:
                self.losses.add(
                    f"{title}: another description, {quote_value(_first_line(other))}", other.line
                )
        return tuple(paragraphs(chosen.text.lstrip().removeprefix("!")))

    def _taken(
        self, reference: Description, entry: WrittenEntry, week: int
    ) -> tuple[Description, ...]:
        """Return the descriptions of the line that is referred to; none where there is none."""
        text = reference.text.strip()
        try:
            found = self.lookup.find(parse_reuse(text), week)
        except InvalidValueError:
            found = []
        taken = _said(found[0]) if found and found[0] is not entry else ()
        if not taken or any(_is_reference(one) for one in taken):
            self.losses.add(f"the description {quote_value(text)} leads nowhere", reference.line)
            return ()
        return taken


def _said(entry: WrittenEntry) -> tuple[Description, ...]:
    return tuple(one for one in entry.descriptions if one.text.strip())


def _is_reference(description: Description) -> bool:
    return description.text.strip().startswith("...")


def _first_line(description: Description) -> str:
    found = paragraphs(description.text.lstrip().removeprefix("!"))
    return found[0] if found else ""
