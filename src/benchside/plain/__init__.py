"""A session on plain lines of text: for a screen reader, a pipe, a dumb terminal."""
