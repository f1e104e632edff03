"""What is seen: the app, its screens and widgets. Knows the player and its view, no back end."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
