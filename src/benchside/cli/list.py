"""`benchside list`: the sessions of the library, those with problems as well, and the programs."""

from __future__ import annotations

import os
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from benchside.app import fingerprint_of, keep_list, kept_list, list_sessions
from benchside.cli.exits import Exit
from benchside.cli.output.lines import echo, print_json
from benchside.cli.output.table import print_table
from benchside.cli.shared import json_option, open_bench, tell_problems
from benchside.library import program_labels, program_problems
from benchside.storage import find_home, shipped
from benchside.view import counted, minutes_of

if TYPE_CHECKING:
    from benchside.app import ListedSession
    from benchside.library import ProgramLabel
    from benchside.storage import UserFolders

PROGRAM_HEAD = ("program", "title", "days", "weeks", "where")
HEAD = ("name", "title", "goal", "lasts", "sets", "where")


@click.command("list")
@click.option("--programs", "only_programs", is_flag=True, help="List the programs alone.")
@json_option
def command(*, only_programs: bool, as_json: bool) -> int:
    """List the sessions of the library and the programs, your own ones first.

    JSON has the sessions; with --programs it has the programs.
    """
    home = find_home(os.environ)
    status = Exit.FINE if only_programs else _list_sessions(home, as_json=as_json)
    if only_programs or not as_json:
        _print_programs(home, as_json=as_json, follows=not only_programs)
        unread = program_problems(home.programs)
        tell_problems(unread)
        status = Exit.TROUBLE if unread else status
    return status


def _list_sessions(home: UserFolders, *, as_json: bool) -> Exit:
    fingerprint = fingerprint_of(home)
    kept = kept_list(home, fingerprint)
    if kept is not None:  # nothing was wrong when it was made, and nothing has changed
        _print(kept, as_json=as_json)
        return Exit.FINE
    bench = open_bench()
    sessions = list_sessions(bench)
    _print(sessions, as_json=as_json)
    tell_problems(bench.shelf.problems)
    if bench.shelf.problems:
        return Exit.TROUBLE
    if not (bench.settings_problems or bench.shelf.exercises_problems):
        keep_list(home, fingerprint, sessions)
    return Exit.FINE


def _print(sessions: tuple[ListedSession, ...], *, as_json: bool) -> None:
    if as_json:
        print_json([one._asdict() for one in sessions])
    else:
        print_table(HEAD, [_row(one) for one in sessions], right=frozenset({3, 4}))


def _row(one: ListedSession) -> tuple[str, ...]:
    where = one.path if one.is_own else "ships with Benchside"
    if one.is_in_place_of_shipped:
        where = f"replaces what ships: {where}"
    if one.title is None:
        why = counted(one.problems, "problem") if one.problems else "a day of a program"
        return (one.name, why, "", "", "", where)
    lasts = "" if one.duration_ms is None else minutes_of(one.duration_ms)
    return (one.name, one.title, one.goal or "", lasts, str(one.sets), where)


def _print_programs(home: UserFolders, *, as_json: bool, follows: bool) -> None:
    programs = program_labels(home.programs, shipped("programs"))
    if as_json:
        print_json([asdict(one) | {"path": str(one.path)} for one in programs])
    elif programs:
        if follows:
            echo()
        rows = [_program_row(one) for one in programs]
        print_table(PROGRAM_HEAD, rows, right=frozenset({2, 3}))


def _program_row(one: ProgramLabel) -> tuple[str, ...]:
    where = str(one.path) if one.is_own else "ships with Benchside"
    return (one.name, one.title, str(one.days or ""), str(one.weeks or ""), where)
