"""The JSON Schema of a session file, for editors: it completes keys and checks values.

Generated from the models, so it knows what they know. It is laxer than `read`: it cannot tell
which keys exclude each other across tables, nor bounds that need arithmetic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchside.session.file.exclusions import EXCLUDING
from benchside.session.file.model import Session

if TYPE_CHECKING:
    from pydantic import BaseModel

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The one that Taplo and Even Better TOML speak."""

TITLE = "Benchside session"


def session_schema() -> dict[str, Any]:
    """Describe a session file as a JSON Schema."""
    schema = schema_of_file(Session, TITLE)
    tables = schema["definitions"]
    tables["Block"]["anyOf"] = [{"required": ["exercise"]}, {"required": ["include"]}]
    tables["Block"]["dependencies"] = {"every": ["rounds"]}
    tables["Block"]["properties"]["exercise"]["minItems"] = 1
    schema["properties"]["block"]["minItems"] = 1
    return schema


def schema_of_file(model: type[BaseModel], title: str) -> dict[str, Any]:
    """Describe a file by its model, with the keys of each of its tables that exclude each other."""
    generated = _plain(model.model_json_schema(ref_template="#/definitions/{model}"))
    tables = generated.pop("$defs")
    for table in (*tables.values(), generated):
        table.pop("title", None)
    for table in tables.values():
        if "reps" in table["properties"]:
            refused = _refused_together(table["properties"])
            table["allOf"] = [{"not": together} for together in refused]
    return {"$schema": DIALECT, "title": title, **generated, "definitions": tables}


def _refused_together(keys: dict[str, Any]) -> list[dict[str, Any]]:
    """Describe the keys of a table that exclude each other."""
    pairs = [_pair(one, other) for one, other, _ in EXCLUDING if one in keys and other in keys]
    reps_but_max = {"reps": {"not": {"const": "max"}}}
    pairs.append({"required": ["time", "reps"], "properties": reps_but_max})
    if "time_cap" in keys:
        pairs.append({"required": ["time_cap", "sets"], "not": {"required": ["rounds"]}})
    return pairs


def _pair(one: str, other: str) -> dict[str, Any]:
    """Describe two keys that exclude each other, unless one only takes back what is inherited."""
    if other != "tempo":
        return {"required": [one, other]}
    says_tempo = {"tempo": {"not": {"pattern": "^[Nn][Oo][Nn][Ee]$"}}}
    return {"required": [one, other], "properties": says_tempo}


def _plain(schema: Any) -> Any:
    """Leave out what pydantic adds for itself: null for keys left out, and titles of fields.

    A table whose keys are names has no others.
    """
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
    if "patternProperties" in plain:
        plain["additionalProperties"] = False
        plain.pop("propertyNames", None)
    choices = [part for part in plain.get("anyOf", ()) if part != {"type": "null"}]
    if len(choices) == 1:
        del plain["anyOf"]
        plain = {**choices[0], **plain}
    elif choices:
        plain["anyOf"] = choices
    return plain
