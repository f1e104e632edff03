"""What is meant: the session language, read into sessions and resolved into plans."""
