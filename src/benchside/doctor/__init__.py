"""LOOKED OVER: what of this machine a session needs, checked one by one.

Modules that end in `_verdict`, and `result`, are pure: they turn what was found into results. The
others look at the machine, each within a time limit.
"""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
