"""What can go wrong with records. Messages name the mend and never carry what a candidate said, typed or is called."""


class RecordsError(Exception):
    """The records could not do what was asked. `code` names the case in snake_case, for APIs and scripts."""

    code = "records_failed"


class DatabaseBusy(RecordsError):
    """Another process kept the database locked."""

    code = "database_busy"


class DiskFull(RecordsError):
    """There is no room left for the records."""

    code = "disk_full"


class DatabaseUnreachable(RecordsError):
    """The database cannot be opened or connected to."""

    code = "database_unreachable"


class StoreUnreachable(RecordsError):
    """The place where recordings are kept does not answer as it should."""

    code = "store_unreachable"


class InterviewUnknown(RecordsError):
    """No interview has this id."""

    code = "interview_unknown"


class InterviewErased(InterviewUnknown):
    """The interview was erased; only a tombstone is left."""

    code = "interview_erased"


class InterviewNotBegun(RecordsError):
    """Something was to be written before consent was."""

    code = "interview_not_begun"


class InterviewOver(RecordsError):
    """Something was to be written after the end."""

    code = "interview_over"


class InterviewNotOver(RecordsError):
    """Something was asked for that comes after the end."""

    code = "interview_not_over"


class JournalUnreadable(RecordsError):
    """A stored event does not read as one."""

    code = "journal_unreadable"


class InviteUnknown(RecordsError):
    """No invite has this code."""

    code = "invite_unknown"


class InviteTaken(RecordsError):
    """Another browser holds the invite."""

    code = "invite_taken"


class InviteUsed(RecordsError):
    """The invite's interview is over."""

    code = "invite_used"


class InviteExpired(RecordsError):
    """The invite was not used in time."""

    code = "invite_expired"


class NoReport(RecordsError):
    """The interview has no report."""

    code = "no_report_yet"


class NoRecording(RecordsError):
    """The interview has no merged recording."""

    code = "no_recording_yet"


class ScoringFailed(RecordsError):
    """A scoring job's handler raised."""

    code = "scoring_failed"
