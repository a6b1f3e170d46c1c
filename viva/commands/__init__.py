"""The commands, a file for each group. Heavy rooms are imported where they are used: `viva --help` must be quick."""
