"""Files and folders: read within bounds, written in one step, safe on disk."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
