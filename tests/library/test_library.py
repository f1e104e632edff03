"""The library: sessions by name, own ones first, broken ones with their problems."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from benchside.library.labels import EntryLabel, is_called, labels
from benchside.library.library import Entry, Library
from benchside.session.read import Options

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SESSION = """
name = "{name}"
[[block]]
  [[block.exercise]]
  name = "Hip thrust"
  reps = 8
"""
INCLUDING = """
name = "Whole day"
[[block]]
include = "warm-up"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    return folder


@pytest.fixture
def library(own: Path, shipped: Path) -> Library:
    return Library(own, shipped, Options())


def put(folder: Path, name: str, text: str = "") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text or SESSION.format(name=name.title()), encoding="utf-8")
    return path


def found(library: Library, name_or_path: str | Path) -> Entry:
    entry = library.find(str(name_or_path))
    assert isinstance(entry, Entry), entry
    return entry


def plan_name(entry: Entry) -> str:
    assert entry.reading
    assert entry.reading.plan, entry.problems
    return entry.reading.plan.name


def test_own_sessions_come_first_and_the_first_session_leads_what_ships(
    library: Library, own: Path, shipped: Path
) -> None:
    for name in ("squats", "first-session", "bridges"):
        put(shipped, name)
    for name in ("push", "legs"):
        put(own, name)

    names = [(entry.name, entry.is_own) for entry in library.entries()]

    assert names == [
        ("legs", True),
        ("push", True),
        ("first-session", False),
        ("bridges", False),
        ("squats", False),
    ]


def test_an_own_session_shadows_the_one_that_ships_under_its_name(
    library: Library, own: Path, shipped: Path
) -> None:
    put(shipped, "squats", SESSION.format(name="Theirs"))
    put(own, "squats", SESSION.format(name="Mine"))

    (entry,) = library.entries()

    assert plan_name(entry) == "Mine"
    assert plan_name(found(library, "squats")) == "Mine"


def test_without_any_folder_the_library_is_empty(tmp_path: Path) -> None:
    library = Library(tmp_path / "nowhere", tmp_path / "nothing", Options())

    assert library.entries() == ()
    assert library.find("squats") == ()


def test_a_broken_session_is_listed_with_its_problems(library: Library, own: Path) -> None:
    put(own, "broken", "name = 1")

    (entry,) = library.entries()

    assert next(problem.line for problem in entry.problems) == 1
    assert entry.reading
    assert entry.reading.plan is None


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'name = "Legs"\n\nabout = "gro\xdf"', "the byte 0xdf is not UTF-8 text"),
        (b"#" * (1024 * 1024 + 1), "the file is larger than 1 MiB"),
    ],
)
def test_a_file_that_is_no_session_text_is_a_problem(
    library: Library, own: Path, content: bytes, message: str
) -> None:
    (own / "odd.toml").write_bytes(content)

    (entry,) = library.entries()

    assert [problem.message for problem in entry.problems] == [message]
    assert entry.text is None


def test_a_byte_that_is_no_text_is_shown_at_its_place(library: Library, own: Path) -> None:
    (own / "odd.toml").write_bytes(b'name = "Legs"\n\nabout = "gro\xdf"')

    (problem,) = found(library, "odd").problems

    assert (problem.line, problem.column) == (3, 13)


def test_folders_pipes_and_dead_links_are_problems_not_errors(library: Library, own: Path) -> None:
    (own / "folder.toml").mkdir()
    os.mkfifo(own / "pipe.toml")
    (own / "dead.toml").symlink_to(own / "gone")

    entries = library.entries()

    assert [entry.name for entry in entries] == ["dead", "folder", "pipe"]
    assert all(len(entry.problems) == 1 for entry in entries)


def test_other_files_and_hidden_drafts_are_no_sessions(library: Library, own: Path) -> None:
    put(own, ".draft")
    (own / "session.schema.json").write_text("{}", encoding="utf-8")

    assert library.entries() == ()


def test_a_byte_order_mark_does_no_harm(library: Library, own: Path) -> None:
    (own / "legs.toml").write_bytes(b"\xef\xbb\xbf" + SESSION.format(name="Legs").encode())

    assert plan_name(found(library, "legs")) == "Legs"


def test_a_session_is_found_by_name_by_file_name_and_by_path(
    library: Library, own: Path, tmp_path: Path
) -> None:
    put(own, "legs")
    elsewhere = put(tmp_path, "arms")

    assert plan_name(found(library, "legs")) == "Legs"
    assert plan_name(found(library, "legs.toml")) == "Legs"
    assert plan_name(found(library, elsewhere)) == "Arms"
    assert not found(library, elsewhere).is_own


def test_a_path_to_an_own_session_is_known_as_own(library: Library, own: Path) -> None:
    path = put(own, "legs")

    assert found(library, path).is_own


def test_a_name_of_the_library_goes_before_a_file_in_this_folder(
    library: Library, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(own, "legs", SESSION.format(name="Library"))
    put(tmp_path, "legs", SESSION.format(name="Here"))
    (tmp_path / "legs").mkdir()
    monkeypatch.chdir(tmp_path)

    assert plan_name(found(library, "legs")) == "Library"
    assert plan_name(found(library, "legs.toml")) == "Here"


def test_a_mistyped_name_gets_the_near_ones(library: Library, shipped: Path) -> None:
    for name in ("hip-thrust-strength", "tempo-hip-thrust", "glute-activation"):
        put(shipped, name)

    assert library.find("hip-thrust-strenght") == ("hip-thrust-strength", "tempo-hip-thrust")
    assert library.find("thrust") == ("hip-thrust-strength", "tempo-hip-thrust")
    assert library.find("lib/glute-activaton.toml") == ("glute-activation",)
    assert library.find("\0") == ()


def test_a_session_includes_another_of_the_library(
    library: Library, own: Path, shipped: Path
) -> None:
    put(shipped, "warm-up")
    put(own, "day", INCLUDING)

    entry = found(library, "day")

    assert entry.problems == ()
    assert entry.reading
    assert set(entry.reading.includes) == {"warm-up"}


def test_a_session_elsewhere_includes_its_neighbours_first(
    library: Library, own: Path, tmp_path: Path
) -> None:
    put(own, "warm-up", SESSION.format(name="Library"))
    put(tmp_path, "warm-up", SESSION.format(name="Neighbour"))
    path = put(tmp_path, "day", INCLUDING)

    entry = found(library, path)

    assert entry.reading
    assert "Neighbour" in entry.reading.includes["warm-up"]


def test_a_mistyped_include_gets_the_near_session_of_any_folder(
    library: Library, own: Path, shipped: Path
) -> None:
    put(shipped, "warm-up")
    put(own, "day", INCLUDING.replace("warm-up", "warmup"))

    (problem,) = found(library, "day").problems

    assert problem.hint == 'did you mean "warm-up"?'


@pytest.mark.parametrize(
    "name", ["../secret", "..", ".", "", "a/b", "a\\b", "C:x", "/etc/hostname", "a\0b"]
)
def test_an_include_never_leaves_the_library(library: Library, own: Path, name: str) -> None:
    put(own.parent, "secret")

    assert library.include(name) is None


def test_a_link_that_leaves_the_folder_is_followed(
    library: Library, own: Path, tmp_path: Path
) -> None:
    elsewhere = put(tmp_path, "legs")
    (own / "linked.toml").symlink_to(elsewhere)

    assert library.include("linked") == elsewhere.read_text(encoding="utf-8")


def test_an_unchanged_file_is_not_read_again(library: Library, own: Path) -> None:
    put(own, "legs")

    first, second = library.entries(), library.entries()

    assert first[0] is second[0]


def test_a_changed_file_is_read_again(library: Library, own: Path) -> None:
    put(own, "legs")
    library.entries()

    put(own, "legs", SESSION.format(name="Heavier legs"))

    assert plan_name(library.entries()[0]) == "Heavier legs"


def test_a_session_is_read_again_when_what_it_includes_changes_or_is_shadowed(
    library: Library, own: Path, shipped: Path
) -> None:
    put(shipped, "warm-up", SESSION.format(name="Theirs"))
    put(own, "day", INCLUDING)
    before = found(library, "day")

    put(own, "warm-up", SESSION.format(name="Mine"))
    after = found(library, "day")

    assert before.reading
    assert after.reading
    assert "Theirs" in before.reading.includes["warm-up"]
    assert "Mine" in after.reading.includes["warm-up"]


def test_a_session_in_a_sub_folder_has_the_folder_in_its_name(
    library: Library, own: Path, shipped: Path
) -> None:
    put(own, "legs")
    (own / "strength" / "heavy").mkdir(parents=True)
    put(own / "strength", "legs", SESSION.format(name="Strong legs"))
    deep = put(own / "strength" / "heavy", "arms", SESSION.format(name="Heavy arms"))

    assert [entry.name for entry in library.entries()] == [
        "legs",
        "strength/legs",
        "strength/heavy/arms",
    ]
    assert plan_name(found(library, "strength/legs")) == "Strong legs"
    assert plan_name(found(library, "strength/legs.toml")) == "Strong legs"
    assert plan_name(found(library, "legs")) == "Legs"
    assert found(library, deep).name == "strength/heavy/arms"
    assert found(library, deep).is_own
    assert library.include("strength/legs") == (own / "strength" / "legs.toml").read_text()


def test_a_session_of_a_sub_folder_can_be_included_and_includes_by_names_of_the_library(
    library: Library, own: Path, shipped: Path
) -> None:
    put(shipped, "warm-up", SESSION.format(name="Theirs"))
    (own / "strength").mkdir()
    put(own / "strength", "warm-up", SESSION.format(name="Strong"))
    put(own, "day", INCLUDING.replace("warm-up", "strength/warm-up"))
    put(own / "strength", "day", INCLUDING)

    above, below = found(library, "day"), found(library, "strength/day")

    assert above.reading
    assert below.reading
    assert "Strong" in above.reading.includes["strength/warm-up"]
    assert "Theirs" in below.reading.includes["warm-up"]


def test_a_session_may_include_one_of_its_own_name_in_another_folder(
    library: Library, own: Path
) -> None:
    put(own, "warm-up")
    (own / "strength").mkdir()
    put(own / "strength", "warm-up", INCLUDING)

    assert found(library, "strength/warm-up").problems == ()


def test_a_circle_through_a_sub_folder_names_its_members(library: Library, own: Path) -> None:
    (own / "a").mkdir()
    put(own, "day", INCLUDING.replace("warm-up", "a/day"))
    put(own / "a", "day", INCLUDING.replace("warm-up", "day"))

    problems = {entry.name: entry.problems[0].message for entry in library.entries()}

    assert "goes in a circle: day → a/day → day" in problems["day"]
    assert "goes in a circle: a/day → day → a/day" in problems["a/day"]


@pytest.mark.parametrize("ending", ["TOML", "Toml", "tOmL"])
def test_capitals_in_the_ending_make_no_difference(
    library: Library, own: Path, ending: str
) -> None:
    (own / f"legs.{ending}").write_text(SESSION.format(name="Legs"))

    (entry,) = library.entries()

    assert entry.name == "legs"
    assert found(library, "legs") == entry
    assert found(library, own / f"legs.{ending}") == entry
    assert library.include("legs") == entry.text


def test_two_files_that_differ_in_their_ending_only_are_both_there(
    library: Library, own: Path
) -> None:
    put(own, "legs", SESSION.format(name="Usual"))
    (own / "legs.TOML").write_text(SESSION.format(name="Loud"))

    assert [(each.name, each.title) for each in library.entries()] == [
        ("legs", "Usual"),
        ("legs.TOML", "Loud"),
    ]
    assert found(library, "legs").title == "Usual"
    assert found(library, "legs.TOML").title == "Loud"


def test_a_name_is_found_however_its_accents_are_stored(library: Library, own: Path) -> None:
    put(own, "u\u0308bung")

    assert found(library, "\u00fcbung").name == "\u00fcbung"
    assert library.include("\u00fcbung") is not None


def test_a_link_to_a_folder_leads_nowhere(library: Library, own: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    put(outside, "secret")
    (own / "linked").symlink_to(outside)
    (own / "round").symlink_to(own)

    assert library.entries() == ()
    assert library.include("linked/secret") is None
    assert library.find("linked/secret") == ()


def test_hidden_folders_are_not_looked_into(library: Library, own: Path) -> None:
    (own / ".git").mkdir()
    put(own / ".git", "legs")

    assert library.entries() == ()
    assert library.include(".git/legs") is None


def test_an_own_session_says_that_it_stands_in_place_of_one_that_ships(
    library: Library, own: Path, shipped: Path
) -> None:
    put(shipped, "squats")
    put(own, "squats")
    put(own, "legs")

    assert [(each.name, each.is_in_place_of_shipped) for each in library.entries()] == [
        ("legs", False),
        ("squats", True),
    ]


def test_sessions_of_the_same_title_are_labelled_by_their_names(own: Path, shipped: Path) -> None:
    put(own, "monday", SESSION.format(name="Legs"))
    put(own, "friday", SESSION.format(name="legs "))
    put(shipped, "arms")
    put(shipped, "broken", "name = ")

    assert labels(own, shipped) == (
        EntryLabel("legs", "friday", is_own=True),
        EntryLabel("Legs", "monday", is_own=True),
        EntryLabel("Arms"),
        EntryLabel("broken"),
    )


def test_what_looks_like_a_table_within_a_text_or_list_hides_no_name(
    own: Path, shipped: Path
) -> None:
    put(own, "text", 'notes = """\n[not a table]\n"""\nname = "Below a text"\n')
    put(own, "list", 'tags = [\n[1],\n]\nname = "Below a list"\n')
    put(own, "indented", 'about = "x"\n  [table]\nname = "no name"\n')

    assert [label.title for label in labels(own, shipped)] == [
        "indented",
        "Below a list",
        "Below a text",
    ]


def test_a_session_is_named_though_it_is_broken_further_down(own: Path, shipped: Path) -> None:
    put(own, "legs", 'name = "Legs"\n\n[[block]]\nkind = \n')

    (label,) = labels(own, shipped)

    assert label.title == "Legs"


def test_a_label_is_bounded(own: Path, shipped: Path) -> None:
    put(own, "long", SESSION.format(name="w" * 1_000_000))

    (label,) = labels(own, shipped)

    assert label.title == "w" * 200


def test_a_filter_takes_titles_and_names_and_capitals_do_not_matter(
    library: Library, own: Path
) -> None:
    put(own, "freitag", SESSION.format(name="Übung"))

    (entry,) = library.entries()

    assert is_called(entry, "u\u0308BUNG")
    assert is_called(entry, "Freit")
    assert not is_called(entry, "montag")


def a_file(path: Path) -> None:
    path.write_text("")


def a_dead_link(path: Path) -> None:
    path.symlink_to(path.parent / "gone")


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (a_file, "this is not a folder"),
        (a_dead_link, "the link leads nowhere"),
        (a_link_to_itself, "the folder cannot be read: Too many levels of symbolic links"),
    ],
)
def test_a_folder_that_cannot_be_read_is_a_problem(
    library: Library, own: Path, shipped: Path, make: Callable[[Path], None], message: str
) -> None:
    own.rmdir()
    make(own)
    put(shipped, "squats")

    (problem,) = library.problems

    assert (problem.file, problem.message) == (str(own), message)
    assert [entry.name for entry in library.entries()] == ["squats"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_locked_sub_folder_is_a_problem_and_the_rest_is_listed(
    library: Library, own: Path
) -> None:
    put(own, "legs")
    (own / "locked").mkdir(mode=0)

    (problem,) = library.problems

    assert problem.message == "the folder cannot be read: Permission denied"
    assert [entry.name for entry in library.entries()] == ["legs"]


def test_a_folder_that_is_not_there_is_no_problem(tmp_path: Path) -> None:
    assert Library(tmp_path / "nowhere", tmp_path / "nothing", Options()).problems == ()
