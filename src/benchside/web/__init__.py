"""IN A BROWSER: a server that starts the program once a tab, and lets nobody else drive it."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
