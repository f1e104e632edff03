"""The keys that work now, on one row at the bottom; each can be clicked.

One widget whose text changes in place: a session changes its keys some hundred times an hour, and
Textual's own footer makes new widgets each time, of which something stays in memory.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from benchside.tui.keyed_app import is_changed, tooltip_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.binding import ActiveBinding
    from textual.dom import DOMNode
    from textual.screen import Screen

KEPT: Final = "app.help"
"""The action whose key stays longest where not all have room: it leads to the others."""


class _Key(NamedTuple):
    """A key as it is shown."""

    key: str
    """What a click presses."""
    label: str
    description: str
    tooltip: str
    action: str
    is_enabled: bool
    is_joined: bool
    """It stands close to the key before it, of the same group."""

    @property
    def text(self) -> tuple[str, str, str]:
        """The space before it, the key, and what it does."""
        word = f" {self.description} " if self.description else ""
        return "" if self.is_joined else " ", self.label, word

    @property
    def width(self) -> int:
        """Cells that it takes."""
        return Content("".join(self.text)).cell_length


class _Target(NamedTuple):
    """The cells of the row that belong to a key."""

    start: int
    end: int
    key: _Key


class KeyLine(Widget):
    """Follows the bindings of its screen; from the right, what has no room is left out."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar = {"key-line--key", "key-line--word", "key-line--hover"}
    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        height: 1;
        color: $footer-foreground;
        background: $footer-background;
        text-wrap: nowrap;
        pointer: pointer;

        .key-line--key {
            color: $footer-key-foreground;
            background: $footer-key-background;
            text-style: bold;
        }
        .key-line--word {
            color: $footer-description-foreground;
            background: $footer-description-background;
        }
        .key-line--hover { background: $block-hover-background; }
    }
    """

    def __init__(self, *, has_palette: bool = False) -> None:
        super().__init__()
        self._has_palette = has_palette
        """Whether the key of the command palette stands at the right."""
        self._has_begun = False
        self._keys: tuple[_Key, ...] = ()
        self._targets: tuple[_Target, ...] = ()
        self._hovered: _Key | None = None

    def on_mount(self) -> None:
        """Follow the bindings of the screen, once it stands: no key is offered before it works."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)
        self.call_after_refresh(self._begin)

    def on_unmount(self) -> None:
        """Let go of the screen."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def on_resize(self) -> None:
        """Take what has room now; a screen may also word its keys by its width."""
        self._follow(self.screen)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        if (key := self._key_at(event.x)) is not None:
            if key.is_enabled:
                self.app.simulate_key(key.key)
            else:
                self.app.bell()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Light the key below the pointer."""
        self._hover(self._key_at(event.x))

    def on_leave(self) -> None:
        """Light no key."""
        self._hover(None)

    def render(self) -> Content:
        """Write the keys that have room, and remember where they stand."""
        width = self.size.width
        keys = [key for key in self._keys if key.key != self._palette]
        at_right = [key for key in self._keys if key.key == self._palette]
        shown = _fitting(keys, width)
        row, targets = self._write(shown, 0)
        pad = width - row.cell_length - sum(key.width for key in at_right)
        if at_right and pad >= 0:
            right, right_targets = self._write(at_right, row.cell_length + pad)
            row = Content.assemble(row, " " * pad, right)
            targets += right_targets
        self._targets = tuple(targets)
        return row

    @property
    def _palette(self) -> str:
        return self.app.COMMAND_PALETTE_BINDING if self._has_palette else ""

    def _begin(self) -> None:
        self._has_begun = True
        self._follow(self.screen)

    def _follow(self, screen: Screen[object]) -> None:
        """Show the keys of the screen, if they are others than before."""
        if not self._has_begun:
            return
        keys = tuple(self._listed(screen.active_bindings))
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def _listed(self, active: dict[str, ActiveBinding]) -> Iterator[_Key]:
        """Yield a key for each action; those of a group share one description, after the last."""
        shown = [each for each in active.values() if each.binding.show]
        firsts = {each.binding.action: each for each in reversed(shown)}
        ordered = [*dict.fromkeys(firsts[each.binding.action] for each in shown)]
        if any(is_changed(self.app, each.binding) for each in ordered):
            ordered = _in_order(ordered)
        for group, members in groupby(ordered, key=lambda each: each.binding.group):
            of_group = list(members)
            for place, each in enumerate(of_group):
                word = each.binding.description
                if group is not None and len(of_group) > 1:
                    word = group.description if place == len(of_group) - 1 else ""
                yield self._key(each, word, is_joined=group is not None and place > 0)
        if self._has_palette and (palette := active.get(self._palette)) is not None:
            yield self._key(palette, palette.binding.description)

    def _key(self, active: ActiveBinding, word: str, *, is_joined: bool = False) -> _Key:
        binding = active.binding
        return _Key(
            key=binding.key,
            label=self.app.get_key_display(binding),
            description=word,
            tooltip=tooltip_of(self.app, binding) or binding.description,
            action=binding.action,
            is_enabled=active.enabled,
            is_joined=is_joined,
        )

    def _write(self, keys: Sequence[_Key], start: int) -> tuple[Content, list[_Target]]:
        """Write keys from a cell on, and tell where each of them stands."""
        styles = {part: self.get_visual_style(f"key-line--{part}") for part in ("key", "word")}
        hover = self.get_visual_style("key-line--hover")
        row, targets = Content(), list[_Target]()
        for key in keys:
            space, label, word = key.text
            written = Content.assemble(
                space, Content.styled(label, styles["key"]), Content.styled(word, styles["word"])
            )
            if not key.is_enabled:
                written = written.stylize("not bold $footer-muted")
            if key is self._hovered:
                written = written.stylize(hover)
            at = start + row.cell_length
            row += written
            targets.append(_Target(at, start + row.cell_length, key))
        return row, targets

    def _key_at(self, x: int) -> _Key | None:
        return next((each.key for each in self._targets if each.start <= x < each.end), None)

    def _hover(self, key: _Key | None) -> None:
        if key is not self._hovered:
            self._hovered = key
            self.tooltip = None if key is None else key.tooltip
            self.refresh()


def _in_order(keys: list[ActiveBinding]) -> list[ActiveBinding]:
    """Return keys in the order of their bindings: Textual puts those of the athlete's own last."""
    nodes = [*dict.fromkeys(each.node for each in keys)]
    ids = {node: [one.id for one in bindings_of(node)] for node in nodes}

    def place(each: ActiveBinding) -> tuple[int, int]:
        of_node = ids[each.node]
        name = each.binding.id
        return nodes.index(each.node), of_node.index(name) if name in of_node else len(of_node)

    return sorted(keys, key=place)


def bindings_of(node: DOMNode) -> list[Binding]:
    """Return the bindings that a widget, a screen or an app itself has, in their order."""
    return [binding for binding in type(node).BINDINGS if isinstance(binding, Binding)]


def _fitting(keys: Sequence[_Key], width: int) -> list[_Key]:
    """Leave keys out from the right until the others have room; the first one is never left out."""
    shown = list(keys)
    while len(shown) > 1 and sum(key.width for key in shown) > width:
        spare = [key for key in shown[1:] if key.action != KEPT]
        kept = [key for key in shown[1:] if key.action == KEPT]
        if not spare and any(key.description for key in kept):
            shown = [shown[0], *(key._replace(description="") for key in kept)]
        else:
            shown.remove(spare[-1] if spare else kept[0])
    return shown
