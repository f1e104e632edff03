"""WHEN it happens: a plan compiled into steps and cues. Pure; knows no clock."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
