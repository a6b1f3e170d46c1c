"""The report's forms as plain text, a file each: lines of rules and blocks, for mail and terminals."""
