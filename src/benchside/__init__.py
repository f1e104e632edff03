"""Benchside: a coach beside the bench."""
