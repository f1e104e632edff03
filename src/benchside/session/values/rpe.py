"""RPE: how hard a set is, 1 to 10 in halves (Zourdos 2016)."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from benchside.session.values.errors import InvalidValueError, quote_value

_EXPECTED = "write 1 to 10 in halves, such as 8 or 8.5"


def parse_rpe(value: object) -> Decimal:
    """Read an RPE: a number from 1 to 10 in halves."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise InvalidValueError(f"{quote_value(value)} is not an RPE", _EXPECTED)
    try:
        rpe = Decimal(str(value) if -10 <= value <= 10 else "NaN")
        if 1 <= rpe <= 10 and rpe * 2 == int(rpe * 2):
            return rpe.normalize()
    except (InvalidOperation, ValueError):  # nan
        pass
    raise InvalidValueError(f"{quote_value(value)} is not an RPE", _EXPECTED)


def format_rpe(rpe: Decimal) -> int | float:
    """Write an RPE as TOML has it: 8, 8.5."""
    return int(rpe) if rpe == int(rpe) else float(rpe)
