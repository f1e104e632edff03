"""Words that change what comes: to another set, later, one more, another load or exercise.

Pure. Sets are named by their number in the list that `sets` gives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchside.runner import AddSet, ChangeLoad, Defer, DropSet, Jump, Swap
from benchside.session import InvalidValueError, alternatives_to, closest, quote_value, read_load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchside.runner import Command
    from benchside.session import CatalogueEntry
    from benchside.timeline import Agenda, SetId
    from benchside.view import OverviewSet

PLANNING: Final[Mapping[str, str]] = {
    "jump 4": "go on with set 4; what is passed over stays to come",
    "later": "do this exercise later; later 4 that of set 4",
    "add": "one more set of this exercise; add 4 of that of set 4",
    "drop 4": "leave set 4 out, today",
    "take 105 kg": "another load for the set that comes; take 105 kg all for all that are left",
    "swap Frog pump": "do another exercise instead, today",
}
"""Words that change what comes, as an example each, and what they do."""

_NAMES: Final = {example.partition(" ")[0]: example for example in PLANNING}
_NEEDS_VALUE: Final = frozenset({"jump", "drop", "take", "swap"})
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,3}")


@dataclass(frozen=True, slots=True)
class PlanChange:
    """A change of what comes, as it was typed."""

    word: str
    value: str

    def command(self, coming: SetId | None, sets: Sequence[OverviewSet], agenda: Agenda) -> Command:
        """Return the command that is meant; raises `InvalidValueError`."""
        match self.word:
            case "jump":
                return Jump(_named(self.value, sets))
            case "drop":
                return DropSet(_named(self.value, sets))
            case "later":
                return Defer(_named(self.value, sets) if self.value else _coming(coming))
            case "add":
                return AddSet(_named(self.value, sets) if self.value else _last(coming, sets))
            case "take":
                return _load(self.value, _coming(coming), agenda)
            case _:
                return _swap(self.value, _coming(coming), agenda)


def plan_change(word: str, value: str) -> PlanChange | None:
    """Read a word that changes what comes; None where it is none, raises `InvalidValueError`."""
    if word not in _NAMES:
        return None
    if word in _NEEDS_VALUE and not value:
        raise InvalidValueError(f'"{word}" needs a value', f'write "{_NAMES[word]}"')
    return PlanChange(word, value)


def _named(value: str, sets: Sequence[OverviewSet]) -> SetId:
    if not _NUMBER.fullmatch(value) or int(value) > len(sets):
        raise InvalidValueError(
            f"there is no set {quote_value(value)}", '"sets" lists those there are'
        )
    return sets[int(value) - 1].id


def _coming(coming: SetId | None) -> SetId:
    if coming is None:
        raise InvalidValueError("no set comes any more", 'name one: "add 4"')
    return coming


def _last(coming: SetId | None, sets: Sequence[OverviewSet]) -> SetId:
    return sets[-1].id if coming is None else coming


def _load(value: str, set_id: SetId, agenda: Agenda) -> ChangeLoad:
    amount, _, last = value.rpartition(" ")
    is_all = last.casefold() == "all" and bool(amount)
    load = read_load(amount if is_all else value, like=agenda.at(set_id).planned.load)
    return ChangeLoad(set_id, load, all_left=is_all)


def _swap(name: str, set_id: SetId, agenda: Agenda) -> Swap:
    entry = agenda.plan.catalogue.find(name)
    if entry is None:
        others = alternatives_to(agenda.at(set_id).planned.exercise, agenda.plan.catalogue)
        raise InvalidValueError(f"{quote_value(name)} is not in the catalogue", _hint(name, others))
    return Swap(set_id, entry.name, entry.starts_with, entry.cues)


def _hint(name: str, others: Sequence[CatalogueEntry]) -> str:
    close = closest(name, [entry.name for entry in others])
    if close is not None:
        return f'did you mean "{close}"?'
    return f'write one such as "{others[0].name}"'
