"""NOW: the state of a running session as a function of time and commands. Pure; reads no clock."""
