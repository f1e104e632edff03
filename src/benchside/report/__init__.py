"""What `show` tells of a session, as data. Pure."""
