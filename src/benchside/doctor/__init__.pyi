from .examination import examine as examine
from .result import (
    MARK_WIDTH as MARK_WIDTH,
    CheckResult as CheckResult,
    CheckState as CheckState,
    has_fault as has_fault,
    lines_of as lines_of,
    result_as_json as result_as_json,
    summary_of as summary_of,
)
