"""The JSON Schema of a program file, for editors; see `session.file.schema`."""

from __future__ import annotations

from typing import Any

from benchside.session.file.fields import SCHEME
from benchside.session.file.schema import schema_of_file
from benchside.session.program.model import TrainingProgram
from benchside.session.program.rules import MAX_DAYS, MAX_WEEKS

TITLE = "Benchside program"


def program_schema() -> dict[str, Any]:
    """Describe a program file as a JSON Schema."""
    schema = schema_of_file(TrainingProgram, TITLE)
    days, weeks = schema["properties"]["days"], schema["properties"]["week"]
    days |= {"minItems": 1, "maxItems": MAX_DAYS}
    weeks |= {"minItems": 1, "maxItems": MAX_WEEKS}
    week = schema["definitions"]["Week"]
    week["patternProperties"] = {f"^(?!name$)(?:{SCHEME})$": week["additionalProperties"]}
    week["additionalProperties"] = False
    return schema
