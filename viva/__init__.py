"""The front door: the `viva` command, the settings, the embedded stack.

Rule of the room: it reads the surroundings (environment, files, ports) once and hands frozen values down; no other room
looks at an environment variable.
"""
