from .as_json import report_json as report_json, set_json as set_json, step_json as step_json
from .bar import SEGMENT_OF_PHASE as SEGMENT_OF_PHASE, SegmentKind as SegmentKind, bar_of as bar_of
from .outline import BlockOutline as BlockOutline, Row as Row, outline as outline
from .report import Report as Report, report_on as report_on
