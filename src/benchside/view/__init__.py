"""What is to be seen now: one frozen view of a running session, and its words. Pure."""
