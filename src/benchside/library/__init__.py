"""Session files: found, written, edited, and converted from other programs."""
