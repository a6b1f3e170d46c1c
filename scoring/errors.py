"""What can go wrong with scoring. Messages name the mend and never carry what a candidate said, typed or is called."""


class ScoringError(Exception):
    """Scoring could not do what was asked."""


class NothingToScore(ScoringError):
    """The interview never began, so its journal is empty."""


class ScoringStopped(ScoringError):
    """The scorer was stopped while a scoring stood by."""


class SandboxUnavailable(ScoringError):
    """Submitted code cannot be run safely on this machine."""


class PromptBroken(ScoringError):
    """A prompt file cannot be read as one."""


class ModelUnavailable(ScoringError):
    """The language model cannot be loaded, or its server does not answer, or not as needed."""


class CalibrationBroken(ScoringError):
    """A calibration file cannot be read as one."""


class GradesBroken(ScoringError):
    """A file of graded answers cannot be read as one."""


class PdfUnavailable(ScoringError):
    """A PDF cannot be made on this machine."""
