"""`python -m viva` is the `viva` command."""

from viva.cli import main

# Guarded: the worker's processes import this file again as they start.
if __name__ == "__main__":
    main()
