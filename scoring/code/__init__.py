"""The code that was submitted: whether it can be run, its run in a sandbox, and the axes that its tests tell."""
