"""What may stand in a program file, beside the values themselves; see `session.file.rules`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchside.session.file.fields import SCHEME
from benchside.session.file.findings import At, KeyProblem
from benchside.session.file.rules import check_schemes, tables
from benchside.session.values.errors import quote_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.session.file.exclusions import Table
    from benchside.session.file.findings import KeyPath

MAX_DAYS = 250
"""A year of training in turn, where every week has sessions of its own."""

MAX_WEEKS = 104
"""Two years; who plans further ahead is not helped by more."""


def check_program_keys(data: Table) -> list[KeyProblem]:
    """Return every key of a program that stands wrongly."""
    return [*_bounds(data), *_weeks(data)]


def _bounds(data: Table) -> Iterator[KeyProblem]:
    for name, most, hint in (
        ("days", MAX_DAYS, 'write days = ["session-a", "session-b"]'),
        ("week", MAX_WEEKS, "write [[week]]"),
    ):
        listed = data.get(name)
        if listed == []:
            yield KeyProblem(path=(name,), message=f"{name} is empty", hint=hint)
        if isinstance(listed, list) and len(listed) > most:
            yield KeyProblem(
                path=(name,), message=f"{name} has more than {most}", hint="write fewer"
            )


def _weeks(data: Table) -> Iterator[KeyProblem]:
    for i, week in tables(data.get("week")):
        path: KeyPath = ("week", i)
        schemes = {name: entries for name, entries in week.items() if name != "name"}
        for name in schemes:
            if re.fullmatch(SCHEME, name) is None:
                yield KeyProblem(
                    path=(*path, name),
                    at=At.KEY,
                    message=f"{quote_value(name)} is not the name of a scheme",
                    hint='begin with a letter, then letters, digits, "-" and "_"',
                )
        yield from check_schemes(path, schemes)
