"""What was done: the record of a session, the journal while it goes on, the log afterwards."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
