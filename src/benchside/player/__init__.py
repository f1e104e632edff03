"""Drives a running session: where events become effects."""
