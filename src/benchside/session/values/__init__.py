"""Values: what a key of a session holds, read from its written form and written back."""
