"""Errors of the front door; each message is one sentence that names the mend."""


class VivaError(Exception):
    """Something a person must put right; the command prints the message and ends with code 1."""


class SettingsError(VivaError):
    """A setting is missing, too weak or unreadable; the message names the variable."""


class PortBusyError(VivaError):
    """A port the stack needs is held by another program."""


class PartError(VivaError):
    """A part of the stack did not start or is not reachable."""
