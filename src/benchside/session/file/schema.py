"""The JSON Schema of a session file, for editors: it completes keys and checks values.

Generated from the models, so it knows what they know. It is laxer than `read`: it cannot tell
which keys exclude each other across tables, nor bounds that need arithmetic.
"""

from __future__ import annotations

from typing import Any

from benchside.session.file.model import Session
from benchside.session.file.rules import EXCLUDING

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The one that Taplo and Even Better TOML speak."""

TITLE = "Benchside session"


def session_schema() -> dict[str, Any]:
    """Describe a session file as a JSON Schema."""
    generated = _plain(Session.model_json_schema(ref_template="#/definitions/{model}"))
    tables = generated.pop("$defs")
    for table in (*tables.values(), generated):
        table.pop("title", None)
    for table in (tables["Defaults"], tables["Block"], tables["Exercise"], tables["SetEntry"]):
        table["allOf"] = [{"not": refused} for refused in _refused_together(table["properties"])]
    tables["Block"]["anyOf"] = [{"required": ["exercise"]}, {"required": ["include"]}]
    tables["Block"]["dependencies"] = {"every": ["rounds"]}
    tables["Block"]["properties"]["exercise"]["minItems"] = 1
    generated["properties"]["block"]["minItems"] = 1
    head = {"$schema": DIALECT, "title": TITLE}
    return {**head, **generated, "definitions": tables}


def _refused_together(keys: dict[str, Any]) -> list[dict[str, Any]]:
    """Describe the keys of a table that exclude each other."""
    pairs = [[one, other] for one, other, _ in EXCLUDING if one in keys and other in keys]
    reps_but_max = {"reps": {"not": {"const": "max"}}}
    timed_reps = {"required": ["time", "reps"], "properties": reps_but_max}
    return [*({"required": pair} for pair in pairs), timed_reps]


def _plain(schema: Any) -> Any:
    """Leave out what pydantic adds for itself: null for keys left out, and titles of fields."""
    if isinstance(schema, list):
        return [_plain(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {key: _plain(part) for key, part in schema.items()}
    if plain.get("default", ...) in (None, []):
        del plain["default"]
    if plain.get("examples") == []:
        del plain["examples"]
    if isinstance(plain.get("title"), str):
        del plain["title"]
    choices = [part for part in plain.get("anyOf", ()) if part != {"type": "null"}]
    if len(choices) == 1:
        del plain["anyOf"]
        plain = {**choices[0], **plain}
    elif choices:
        plain["anyOf"] = choices
    return plain
