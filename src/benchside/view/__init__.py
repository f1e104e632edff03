"""What is to be seen now: one frozen view of a running session, and its words. Pure."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
