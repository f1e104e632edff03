"""`python -m benchside`."""

from __future__ import annotations

from benchside.cli import main

if __name__ == "__main__":
    main()
