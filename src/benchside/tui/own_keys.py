"""The athlete's own keys: the table `[keys]` of the settings, checked against every binding.

An entry that is wrong is told with its place and left out; the others hold. Pure, but for the
names, which come from the bindings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from textual.binding import Binding

from benchside.session import (
    At,
    InvalidValueError,
    KeyPath,
    KeyProblem,
    Problem,
    closest,
    located,
    parsed_toml,
    quote_value,
)
from benchside.tui.key_reading import read_key_names, types_text
from benchside.tui.key_table import SCREENS, WITH_FIELD, keys_of, named_bindings, taken_keys
from benchside.tui.layouts import reachable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TABLE: Final = "keys"
"""Of the settings."""

_AS_WRITTEN: Final = ("settings.hear", "settings.hear_rep")
"""They are t and T: small and capital letters are told apart."""

_EVERYWHERE: Final = "app."
"""How the names begin of what works in every dialog too, while text is typed."""

_WHILE_TYPING: Final = frozenset(
    binding.id
    for screen in WITH_FIELD
    for binding in SCREENS[screen]
    if isinstance(binding, Binding) and binding.id is not None
)
"""What works beside a field that takes every letter."""

_ENDS_TYPING: Final = frozenset({"library.end_filter", "history.leave"})


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """Which actions have other keys than those that ship."""

    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the name of the action, as Textual calls the keys; the first one is shown."""
    problems: tuple[Problem, ...] = ()
    """What was left out, and why."""

    @property
    def keymap(self) -> dict[str, str]:
        """Every key of each action, as Textual takes them."""
        return {name: ",".join(_reached(name, own)) for name, own in self.keys.items()}


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the table that is right by itself."""

    path: KeyPath
    name: str
    own: tuple[str, ...]
    reached: tuple[str, ...]
    """Its keys with their capitals and places."""


def read_own_keys(text: str, *, file: str) -> OwnKeys:
    """Return the keys that a text of settings gives, with what is wrong with them."""
    data = parsed_toml(text, file=file)
    table = {} if isinstance(data, Problem) else data.get(TABLE)
    if not isinstance(table, dict):
        return OwnKeys()  # told with the other settings
    findings: list[KeyProblem] = []
    entries: dict[str, _Entry] = {}
    for path, name, value in _written(table):
        read = _read(path, name, value)
        if isinstance(read, KeyProblem):
            findings.append(read)
        elif name in entries:
            findings.append(_problem(path, f"{name} stands here twice", "leave one of them out"))
        else:
            entries[name] = read
    while (clash := _clash(entries)) is not None:
        entry, finding = clash
        del entries[entry.name]
        findings.append(finding)
    problems = located(findings, text=text, file=file) if findings else ()
    return OwnKeys({name: entry.own for name, entry in entries.items()}, problems)


def _written(table: Mapping[str, object]) -> Iterator[tuple[KeyPath, str, object]]:
    """Yield each line; `session.go` without quotes is a table in a table, and means the same."""
    for first, value in table.items():
        if isinstance(value, dict):
            for second, inner in value.items():
                yield (TABLE, first, second), f"{first}.{second}", inner
        else:
            yield (TABLE, first), first, value


def _read(path: KeyPath, name: str, value: object) -> _Entry | KeyProblem:
    if name not in named_bindings():
        return KeyProblem(
            path=path, at=At.KEY, message=f"no action is called {quote_value(name)}",
            hint=_meant(name),
        )  # fmt: skip
    try:
        own = read_key_names(value)
    except InvalidValueError as mistake:
        return _problem(path, f"{name} {mistake.message}", mistake.expected)
    typing = [key for key in own if types_text(key)]
    if typing and (name.startswith(_EVERYWHERE) or name in _WHILE_TYPING):
        return _problem(
            path,
            f"{name} works while text is typed, too, and {quote_value(typing[0])} is text",
            'write a key that types nothing, such as "ctrl+x" or "f10"',
        )
    if name in _ENDS_TYPING and len(typing) == len(own):
        return _problem(
            path,
            f"{name} ends the filter, where {quote_value(typing[0])} is typed",
            f'add a key that types nothing: "{typing[0]},escape"',
        )
    return _Entry(path, name, own, _reached(name, own))


def _meant(name: str) -> str:
    """Return the name that was probably meant."""
    last = name.rpartition(".")[2]
    same = [known for known in named_bindings() if known.rpartition(".")[2] == last]
    close = closest(name, named_bindings()) or next(iter(same), None)
    return (
        f'did you mean "{close}"?'
        if close
        else 'write a name such as "session.go"; docs/commands.md lists them'
    )


def _reached(name: str, own: tuple[str, ...]) -> tuple[str, ...]:
    """Return keys with their capitals, and with their places on other layouts."""
    binding = Binding(",".join(own), "")
    return keys_of(binding if name in _AS_WRITTEN else reachable(binding))


def _clash(entries: Mapping[str, _Entry]) -> tuple[_Entry, KeyProblem] | None:
    """Return the entry that has to give way where one key would do two things; None without."""
    order = {name: place for place, name in enumerate(entries)}
    for screen, bindings in SCREENS.items():
        owners: dict[str, str] = {}
        for binding in bindings:
            if not isinstance(binding, Binding) or binding.id is None:
                continue
            name = binding.id
            entry = entries.get(name)
            for key in keys_of(binding) if entry is None else entry.reached:
                is_new = entry is not None and key not in keys_of(binding)
                if entry is not None and is_new and (owner := taken_keys(screen).get(key)):
                    return entry, _of_part(entry, key, f"{owner} {screen}")
                other = owners.setdefault(key, name)
                if other != name and not order.keys().isdisjoint((name, other)):
                    loser, winner = sorted((name, other), key=lambda one: -order.get(one, -1))
                    return entries[loser], _of_both(entries[loser], winner, key, screen)
    return None


def _of_part(entry: _Entry, key: str, owner: str) -> KeyProblem:
    return _problem(entry.path, f'{entry.name} "{key}" is a key of {owner}', "choose another key")


def _of_both(entry: _Entry, other: str, key: str, screen: str) -> KeyProblem:
    does = named_bindings()[other].description
    told = f"{other} ({does})" if does else other
    written = key if key in entry.own else f"{','.join(entry.own)}"
    return _problem(
        entry.path,
        f'{entry.name} "{written}" is a key of {told} too, {screen}',
        f"choose another key, or give {other} another one",
    )


def _problem(path: KeyPath, message: str, hint: str) -> KeyProblem:
    return KeyProblem(path=path, message=message, hint=hint)
