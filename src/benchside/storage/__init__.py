"""Files and folders: read within bounds, written in one step, safe on disk."""
