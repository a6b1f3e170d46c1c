"""`python -m viva` is the `viva` command."""

from viva.cli import main

main()
