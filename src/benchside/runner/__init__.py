"""NOW: the state of a running session as a function of time and commands. Pure; reads no clock."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
