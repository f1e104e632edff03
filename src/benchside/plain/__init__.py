"""A session on plain lines of text: for a screen reader, a pipe, a dumb terminal."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
