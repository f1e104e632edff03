"""HEARD: sound packs, the speaker process and its back ends. Below it lies only what it plays."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
