"""What can go wrong in this room; each message is one sentence that names the mend."""


class VoiceError(Exception):
    """Base of this room's errors."""


class WeightsError(VoiceError):
    """Model files are missing, damaged, or could not be fetched."""


class RecorderError(VoiceError):
    """The call's sound could not be written to disk."""

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message)
        self.reason = reason
        """"disk full", or what the operating system says; names no file."""


class RecordingError(VoiceError):
    """A recording could not be put together from its segments."""


class AudioError(VoiceError):
    """A sound file could not be read."""
