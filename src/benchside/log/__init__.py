"""What was done: the record of a session, the journal while it goes on, the log afterwards."""
