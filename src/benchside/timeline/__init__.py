"""WHEN it happens: a plan compiled into steps and cues. Pure; knows no clock."""
