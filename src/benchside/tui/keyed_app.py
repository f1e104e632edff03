"""An app whose keys the athlete may change; every text that names a key asks here for it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from benchside.tui.themed_app import ThemedApp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import App
    from textual.binding import Binding
    from textual.driver import Driver

    from benchside.tui.own_keys import OwnKeys

MAX_TOLD: Final = 3
"""Problems that are told in notices; all of them are told by `benchside doctor`."""

_DISPLAYS: Final = {"enter": "enter"}
"""What Textual shows otherwise than we do."""

_ALSO: Final = "; also "
"""Stands before further keys in a tooltip."""

_NAME: Final = re.compile(r"\{([a-z_]+(?:\.[a-z_0-9]+)?)\}")


class KeyedApp(ThemedApp):
    """Shows the keys as they are now."""

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver_class)
        self._own: Mapping[str, tuple[str, ...]] = {}
        self._acting: Mapping[str, str] = {}
        """The keys of each action of the athlete's own, with their capitals and places."""

    def take_keys(self, own: OwnKeys | None) -> None:
        """Let other keys hold from now on, and tell what is wrong with them."""
        if own is None and not self._own:
            return
        self._own = {} if own is None else own.keys
        self._acting = {} if own is None else own.keymap
        self.set_keymap({**self._acting})
        problems = () if own is None else own.problems
        for problem in problems[:MAX_TOLD]:
            self.notify(problem.render(), severity="warning", markup=False)
        if more := problems[MAX_TOLD:]:
            told = f"and {len(more)} more; benchside doctor tells them all"
            self.notify(told, severity="warning", markup=False)

    def get_key_display(self, binding: Binding) -> str:
        """Return how a key is shown: the athlete's own one, where there is one."""
        return self.key_displays(binding)[0]

    def key_displays(self, binding: Binding) -> list[str]:
        """Return how every own key of a binding is shown; how it ships where it has none."""
        own = self._own.get(binding.id or "", ())
        every = [binding.with_key(key, _DISPLAYS.get(key)) for key in own] or [binding]
        return [super(KeyedApp, self).get_key_display(one) for one in every]

    def acting_keys(self, binding: Binding) -> frozenset[str]:
        """Return every key that a binding acts by now, as Textual names them."""
        from benchside.tui.key_table import keys_of

        own = self._acting.get(binding.id or "")
        return frozenset(keys_of(binding if own is None else replace(binding, key=own)))

    def has_own_key(self, binding: Binding) -> bool:
        """Return whether a binding has keys of the athlete's own."""
        return binding.id in self._own


def key_of(app: App[Any], name: str) -> str:
    """Return how the key of an action is shown now: `space` for `session.go`."""
    from benchside.tui.key_table import named_bindings

    return app.get_key_display(named_bindings()[name])


def acting_keys(app: App[Any], name: str) -> frozenset[str]:
    """Return every key that an action has now, capitals and places on other layouts too."""
    from benchside.tui.key_table import keys_of, named_bindings

    binding = named_bindings()[name]
    if isinstance(app, KeyedApp):
        return app.acting_keys(binding)
    return frozenset(keys_of(binding))


def with_keys(app: App[Any], text: str) -> str:
    """Return a text of ours with the key of each action that it names: `{session.go}`.

    What comes from a file is added afterwards: it names no keys.
    """
    return _NAME.sub(lambda found: key_of(app, found[1]), text) if "{" in text else text


def is_changed(app: App[Any], binding: Binding) -> bool:
    """Return whether an action has other keys than those that ship."""
    return isinstance(app, KeyedApp) and app.has_own_key(binding)


def displays_of(app: App[Any], binding: Binding) -> str:
    """Return every own key of a binding; the one that is shown where it has none."""
    if isinstance(app, KeyedApp):
        return " ".join(app.key_displays(binding))
    return app.get_key_display(binding)


def take_keys(app: App[Any], own: OwnKeys | None) -> None:
    """Let other keys hold from now on."""
    if isinstance(app, KeyedApp):
        app.take_keys(own)


def tooltip_of(app: App[Any], binding: Binding) -> str:
    """Return what a binding does, without the keys beside its first where it has its own."""
    told = binding.tooltip
    if is_changed(app, binding):
        told = told.partition(_ALSO)[0]
    return with_keys(app, told)
