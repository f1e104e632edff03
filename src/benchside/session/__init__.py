"""What is meant: the session language, read into sessions and resolved into plans."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
