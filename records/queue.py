"""The durable queue of interviews to score. DBOS stands behind it and keeps its tables in the same database."""

import logging
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa
from dbos import DBOS, DBOSClient, EnqueueOptions, WorkflowStatus
from pydantic import AwareDatetime, BaseModel, ConfigDict

from records.errors import InterviewUnknown, RecordsError, ScoringFailed

APPLICATION = "viva"
VERSION = "viva-1"
"""Pinned: left to itself DBOS derives it from the source and would not take up work queued by the release before."""
QUEUE = "score"
WORKFLOW = "score"
DOING = "doing"
"""The job's event that holds what it is at, or why it failed."""

JobState = Literal["queued", "running", "done", "failed"]
Tell = Callable[[str], None]
"""Takes what a job is at now, in a few words without any of the candidate's."""
Handler = Callable[[str, Tell], None]
"""Scores the interview with this id and tells what it is at."""


class Job(BaseModel):
    """One scoring of one interview, from when it was asked for."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    interview_id: str
    number: int
    """1 for the one that the interview's end asks for."""
    state: JobState
    asked_at: AwareDatetime
    doing: str = ""
    """What a running job is at, and why a failed one failed."""


log = logging.getLogger(__name__)
# DBOS tells of every start, and at the level INFO advertises its makers' cloud console.
logging.getLogger("dbos").setLevel(logging.WARNING)


class _Interrupted(BaseException):
    """Leaves a job unfinished, to be taken up at the next start. DBOS records an Exception as the job's failure."""


def prepare(url: sa.URL) -> None:
    """Makes or updates the queue's tables: on Postgres in the schema `dbos`, in a SQLite file beside Viva's own."""
    DBOS.migrate(url.render_as_string(hide_password=False))


def enqueue_score(connection: sa.Connection, interview_id: str, attempt: int = 1) -> str:
    """Queues the scoring inside the caller's transaction; nothing is queued when that is rolled back.

    The same interview and attempt are queued once, however often this is called. Returns the job's id.
    """
    job = f"score-{interview_id}-{attempt}"
    options = EnqueueOptions(workflow_name=WORKFLOW, queue_name=QUEUE, workflow_id=job, app_version=VERSION)
    _client(connection.engine).enqueue_in_transaction(connection, options, interview_id)
    return job


def newest_job(engine: sa.Engine, interview_id: str) -> Job | None:
    """How the interview's newest scoring stands; None when none was ever queued."""
    jobs = _jobs(engine, workflow_id_prefix=f"score-{interview_id}-")
    return jobs[-1] if jobs else None


def unfinished_jobs(engine: sa.Engine) -> dict[str, Job]:
    """By interview the newest job that waits, runs or failed."""
    unfinished = ["ENQUEUED", "DELAYED", "PENDING", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
    return {job.interview_id: job for job in _jobs(engine, name=WORKFLOW, status=unfinished)}


def run_worker(url: str, handler: Handler, stop: threading.Event, grace_s: float = 5, retry_s: float = 5) -> None:
    """Scores queued interviews one at a time with `handler` until `stop` is set. Blocks.

    A job cut off by a kill runs again at the next start; a finished one never does. A handler that raises is tried
    three times, the second after `retry_s`, the third after four times that. At the stop a running handler has
    `grace_s` to finish; then it is left behind in a daemon thread and its job runs again at the next start. One worker
    a database: a second would take up what the first is still at.
    """
    DBOS(
        config={
            "name": APPLICATION,
            "system_database_url": url,
            "application_version": VERSION,
            "executor_id": "scorer",
            "log_level": "WARNING",
            "enable_otlp": False,
        }
    )

    @DBOS.step(name="score_once", retries_allowed=True, max_attempts=3, interval_seconds=retry_s, backoff_rate=4)
    def score_once(interview_id: str) -> None:
        _carry_out(handler, interview_id, stop, grace_s)

    @DBOS.workflow(name=WORKFLOW)
    def score(interview_id: str) -> None:
        score_once(interview_id)

    try:
        DBOS.listen_queues([QUEUE])
        DBOS.launch()
        DBOS.register_queue(QUEUE, worker_concurrency=1)
        stop.wait()
    finally:
        DBOS.destroy(destroy_registry=True, workflow_completion_timeout_sec=int(grace_s) + 1)


def _carry_out(handler: Handler, interview_id: str, stop: threading.Event, grace_s: float) -> None:
    failure: list[BaseException] = []
    doing = _Doing()

    def attempt() -> None:
        try:
            handler(interview_id, doing.tell)
        except InterviewUnknown:
            log.info("interview %s was erased before it was scored", interview_id)
        except Exception as error:
            failure.append(error)

    # A daemon: DBOS's own threads are waited for when the process exits, however long the handler takes.
    thread = threading.Thread(target=attempt, name=f"score-{interview_id}", daemon=True)
    thread.start()
    while thread.is_alive() and not stop.is_set():
        thread.join(0.1)
        doing.keep()
    thread.join(grace_s)
    if thread.is_alive() or (failure and stop.is_set()):
        raise _Interrupted
    if failure:
        why = _why(failure[0])
        doing.tell(why)
        doing.keep()
        raise ScoringFailed(f"Scoring failed: {why}")


class _Doing:
    """What a job is at: told by the handler's thread, kept by DBOS's own, which alone may write the job's events."""

    def __init__(self) -> None:
        self._told = self._kept = ""

    def tell(self, what: str) -> None:
        self._told = what

    def keep(self) -> None:
        if (told := self._told) != self._kept:
            # Only shown: a database that will not take it must not fail the job.
            with suppress(sa.exc.SQLAlchemyError):
                DBOS.set_event(DOING, told)
            self._kept = told


def _why(error: BaseException) -> str:
    """A sentence for the operator. Of an error that is our own mistake only the kind and the place: its message may
    quote a candidate, and this is logged and kept."""
    if isinstance(error, RecordsError):
        return str(error)
    rooms = Path(__file__).parents[1]
    places = [frame for frame in traceback.extract_tb(error.__traceback__) if rooms in Path(frame.filename).parents]
    where = f" at {Path(places[-1].filename).relative_to(rooms)}:{places[-1].lineno}" if places else ""
    return f"{type(error).__name__}{where}."


def _client(engine: sa.Engine) -> DBOSClient:
    return DBOSClient(
        system_database_engine=engine, application_name=APPLICATION, lazy=True, retry_connection_errors=False
    )


_STATES: dict[str, JobState] = {"ENQUEUED": "queued", "DELAYED": "queued", "PENDING": "running", "SUCCESS": "done"}


def _jobs(engine: sa.Engine, **filters: Any) -> list[Job]:
    """Jobs in the order of their numbers."""
    client = _client(engine)
    found = client.list_workflows(**filters, load_input=False, load_output=False)
    return sorted((_job(client, status) for status in found), key=lambda job: job.number)


def _job(client: DBOSClient, status: WorkflowStatus) -> Job:
    _, interview_id, number = status.workflow_id.split("-")
    state = _STATES.get(status.status, "failed")
    told = client.get_event(status.workflow_id, DOING, timeout_seconds=0) if state in ("running", "failed") else None
    return Job(
        interview_id=interview_id,
        number=int(number),
        state=state,
        asked_at=datetime.fromtimestamp((status.created_at or 0) / 1000, UTC),
        doing=told or "",
    )
