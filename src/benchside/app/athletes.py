"""The athletes of this machine: a file each, and the one whose numbers hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from benchside.storage import glance, is_plain_name, is_there, read_text, write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from benchside.session import Athlete, Mass, Problem

DEFAULT_FILE: Final = "default"
"""The athlete file that is taken where none is named."""


class UnknownAthlete(Exception):  # noqa: N818 - a name was mistyped
    """No athlete of this name, or one whose file has problems."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(f'no athlete "{name}" that can be read')
        self.problems = problems


class AthleteLabel(NamedTuple):
    """An athlete who can be chosen."""

    file: str
    """Name of the file without its ending; empty for the one that is taken where none is named."""
    name: str
    """As the log names the athlete."""
    is_chosen: bool


class AthleteFiles:
    """A folder of athletes' files, of which one is read."""

    def __init__(
        self, folder: Path, *, named: str, kept: str, changed: Callable[[str | None], None]
    ) -> None:
        """Take the athlete that was named; else the one that was chosen before, if still there.

        `changed` is called when other numbers hold: with the file of another athlete, or with None
        where it is the same one. Raises UnknownAthlete where the one that was named cannot be read.
        """
        self._folder = folder
        self._changed = changed
        self.problems: tuple[Problem, ...] = ()
        """What is wrong with the file of the athlete, which stops nothing."""
        self._file = named
        self._is_named = bool(named)
        if not named and is_plain_name(kept) and is_there(self._path_of(kept)):
            self._file = kept
        self._athlete: Athlete | None = None
        if named or is_there(self._path):
            self._athlete = self._read()  # its problems are told at once

    @property
    def athlete(self) -> Athlete:
        """Whose numbers hold; those of nobody in particular where there is no file."""
        if self._athlete is None:
            self._athlete = self._read()
        return self._athlete

    @property
    def name(self) -> str:
        """Whose numbers hold, as the log names them."""
        return self.athlete.name

    def labels(self) -> tuple[AthleteLabel, ...]:
        """Return the names of the athletes who can be chosen, the one of no name first."""
        from benchside.library import neighbours
        from benchside.session import DEFAULT_ATHLETE

        paths = {"": self._path_of("")} | {
            stem: path
            for stem, path in neighbours(self._folder).items()
            if stem != DEFAULT_FILE and is_plain_name(stem)
        }
        return tuple(
            AthleteLabel(file, _name_in(path) or file or DEFAULT_ATHLETE.name, file == self._file)
            for file, path in paths.items()
        )

    def choose(self, file: str) -> tuple[Problem, ...]:
        """Take another athlete; where the file has problems return these and keep the one of now.

        `file` is one of `labels`. Raises OSError where the choice cannot be kept for next time.
        """
        before = self._file, self._is_named
        self._file, self._is_named = file, bool(file)
        try:
            self._athlete = self._read()
        except UnknownAthlete as unknown:
            self._file, self._is_named = before
            return unknown.problems
        self._changed(file)
        return ()

    def keep_maxes(self, maxes: Mapping[str, Mass]) -> None:
        """Write training maxes into the athlete's file, by the names that it has.

        Raises OSError where the file cannot be read or written, and InvalidValueError where it is
        written so that a program cannot change it.
        """
        from benchside.session import with_training_max

        text = read_text(self._path) if is_there(self._path) else ""
        if not isinstance(text, str):
            raise OSError(text.message)
        for name, training_max in maxes.items():
            text = with_training_max(text, name, training_max)
        write_atomically(self._path, text, follows_links=True)
        self._athlete = self._read()
        self._changed(None)

    @property
    def _path(self) -> Path:
        return self._path_of(self._file)

    def _path_of(self, file: str) -> Path:
        return self._folder / f"{file or DEFAULT_FILE}.toml"

    def _read(self) -> Athlete:
        """Read the athlete; without a name a broken file stops nothing."""
        from benchside.session import DEFAULT_ATHLETE, Athlete, read_athlete

        file, path, self.problems = self._file, self._path, ()
        if self._is_named and not is_plain_name(file):
            raise UnknownAthlete(file, ())
        if not file and not is_there(path):
            return DEFAULT_ATHLETE
        text = read_text(path)
        found = read_athlete(text, file=str(path)) if isinstance(text, str) else (text,)
        if isinstance(found, Athlete):
            if file and "name" not in found.model_fields_set:  # or the log would mix people up
                found = found.model_copy(update={"name": file})
            self.problems = self._namesakes(found.name)
            return found
        if self._is_named:
            raise UnknownAthlete(file, found)
        self.problems = found
        return DEFAULT_ATHLETE.model_copy(update={"name": file}) if file else DEFAULT_ATHLETE

    def _namesakes(self, name: str) -> tuple[Problem, ...]:
        """Return the other athletes' files that have a name as well: the log goes by it."""
        from benchside.library import neighbours
        from benchside.session import DEFAULT_ATHLETE, Problem

        unsaid = {DEFAULT_FILE: DEFAULT_ATHLETE.name}
        return tuple(
            Problem(
                file=str(path),
                message=f'"{name}" is the name of {self._path.name}, too',
                hint="give one of them another name: the log tells athletes apart by it",
            )
            for stem, path in neighbours(self._folder).items()
            if path != self._path and glance(path).get("name", unsaid.get(stem, stem)) == name
        )


def _name_in(path: Path) -> str:
    name = glance(path).get("name")
    return name.strip() if isinstance(name, str) else ""
