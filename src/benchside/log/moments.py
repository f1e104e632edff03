"""A moment as the log has it. Pure."""

from datetime import UTC, datetime
from typing import Annotated, Final

from pydantic import AwareDatetime, Field

FIRST_MOMENT: Final = datetime(1900, 1, 1, tzinfo=UTC)
LAST_MOMENT: Final = datetime(2200, 1, 1, tzinfo=UTC)
"""What lies outside is damage: weeks and months counted from it end beyond the calendar."""

Moment = Annotated[AwareDatetime, Field(ge=FIRST_MOMENT, lt=LAST_MOMENT)]
"""A date and time with its zone, within the years in which somebody trains."""
