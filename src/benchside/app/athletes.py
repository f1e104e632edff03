"""The athletes' own files: whose bar, plates and training maxes hold."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from benchside.storage.files import glance, is_plain_name, is_there, read_text

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.session.athlete.athlete import Athlete
    from benchside.session.file.problems import Problem

DEFAULT_NAME: Final = "default"
"""The athlete file that is taken where none is named."""


class UnknownAthlete(Exception):  # noqa: N818 - a name was mistyped
    """No athlete of this name, or one whose file has problems."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(f'no athlete "{name}" that can be read')
        self.problems = problems


class AthleteFiles:
    """The athlete that was named, or the one that holds where none was.

    A file that is there is read at once, so that its problems are told; raises `UnknownAthlete`.
    """

    def __init__(self, folder: Path, name: str = "") -> None:
        self._folder = folder
        self._name = name
        self.problems: tuple[Problem, ...] = ()
        """What is wrong with the file of the athlete that holds."""
        if name or is_there(self._path):
            _ = self.current

    @cached_property
    def current(self) -> Athlete:
        """The athlete whose numbers hold; without a name a broken file stops nothing."""
        from benchside.session.athlete.athlete import DEFAULT_ATHLETE, Athlete, read_athlete

        name, path = self._name, self._path
        if name and not is_plain_name(name):
            raise UnknownAthlete(name, ())
        if not name and not is_there(path):
            return DEFAULT_ATHLETE
        text = read_text(path)
        found = read_athlete(text, file=str(path)) if isinstance(text, str) else (text,)
        if isinstance(found, Athlete):
            if name and "name" not in found.model_fields_set:  # or the log would mix people up
                found = found.model_copy(update={"name": name})
            self.problems = self._namesakes(found.name)
            return found
        problems = found if isinstance(found, tuple) else ()
        if name:
            raise UnknownAthlete(name, problems)
        self.problems = problems
        return DEFAULT_ATHLETE

    @property
    def _path(self) -> Path:
        return self._folder / f"{self._name or DEFAULT_NAME}.toml"

    def _namesakes(self, name: str) -> tuple[Problem, ...]:
        """Return the other athletes' files that have a name as well: the log goes by it."""
        from benchside.library.session_files import neighbours
        from benchside.session.athlete.athlete import DEFAULT_ATHLETE
        from benchside.session.file.problems import Problem

        unsaid = {DEFAULT_NAME: DEFAULT_ATHLETE.name}
        return tuple(
            Problem(
                file=str(path),
                message=f'"{name}" is the name of {self._path.name}, too',
                hint="give one of them another name: the log tells athletes apart by it",
            )
            for stem, path in neighbours(self._folder).items()
            if path != self._path and glance(path).get("name", unsaid.get(stem, stem)) == name
        )
