"""Keeping a setting as soon as it is changed on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen

    from benchside.tui.services import Services


def keep_setting(screen: Screen[Any], services: Services, name: str, value: object) -> None:
    """Keep a setting; where that fails say why, and nothing is changed."""
    if name == "theme":
        screen.app.theme = str(value)  # the app keeps what it is shown in
        return
    settings = services.settings.model_copy(update={name: value})
    try:
        services.save_settings(settings)
    except OSError as error:
        told = error.strerror or str(error)
        screen.notify(told, severity="error", markup=False)
