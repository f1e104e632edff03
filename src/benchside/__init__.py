"""Benchside: a coach beside the bench."""

__version__ = "0.1.0"
"""Stands here alone: the build reads it, and nothing has to be looked up when it is asked for."""
