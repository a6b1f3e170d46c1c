"""The durable queue of interviews to score. DBOS stands behind it and keeps its tables in the same database."""

import logging
import threading
from collections.abc import Callable
from typing import Literal

import sqlalchemy as sa
from dbos import DBOS, DBOSClient, EnqueueOptions

from records.errors import InterviewUnknown, ScoringFailed

APPLICATION = "viva"
VERSION = "viva-1"
"""Pinned: left to itself DBOS derives it from the source and would not take up work queued by the release before."""
QUEUE = "score"
WORKFLOW = "score"

JobState = Literal["queued", "running", "done", "failed"]

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
    job = f"{_prefix(interview_id)}{attempt}"
    options = EnqueueOptions(workflow_name=WORKFLOW, queue_name=QUEUE, workflow_id=job, app_version=VERSION)
    _client(connection.engine).enqueue_in_transaction(connection, options, interview_id)
    return job


def job_state(engine: sa.Engine, interview_id: str) -> JobState | None:
    """How the interview's newest scoring job stands; None when none was ever queued."""
    jobs = _jobs(engine, interview_id)
    return jobs[-1][1] if jobs else None


def next_attempt(engine: sa.Engine, interview_id: str) -> int:
    """The number for scoring once more; while a job waits or runs it is that one's, and queueing changes nothing."""
    jobs = _jobs(engine, interview_id)
    if not jobs:
        return 1
    number, state = jobs[-1]
    return number if state in ("queued", "running") else number + 1


def run_worker(
    url: str, handler: Callable[[str], None], stop: threading.Event, grace_s: float = 5, retry_s: float = 5
) -> None:
    """Scores queued interviews one at a time with `handler(interview_id)` until `stop` is set. Blocks.

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


def _carry_out(handler: Callable[[str], None], interview_id: str, stop: threading.Event, grace_s: float) -> None:
    failure: list[BaseException] = []

    def attempt() -> None:
        try:
            handler(interview_id)
        except InterviewUnknown:
            log.info("interview %s was erased before it was scored", interview_id)
        except Exception as error:
            failure.append(error)

    # A daemon: DBOS's own threads are waited for when the process exits, however long the handler takes.
    thread = threading.Thread(target=attempt, name=f"score-{interview_id}", daemon=True)
    thread.start()
    while thread.is_alive() and not stop.is_set():
        thread.join(0.1)
    thread.join(grace_s)
    if thread.is_alive() or (failure and stop.is_set()):
        raise _Interrupted
    if failure:
        # The kind alone: the message may quote a candidate, and this one is logged and kept.
        kind = type(failure[0]).__name__
        raise ScoringFailed(f"Scoring failed ({kind}); run `viva score {interview_id}` to see why.")


def _prefix(interview_id: str) -> str:
    return f"score-{interview_id}-"


def _client(engine: sa.Engine) -> DBOSClient:
    return DBOSClient(
        system_database_engine=engine, application_name=APPLICATION, lazy=True, retry_connection_errors=False
    )


_STATES: dict[str, JobState] = {"ENQUEUED": "queued", "DELAYED": "queued", "PENDING": "running", "SUCCESS": "done"}


def _jobs(engine: sa.Engine, interview_id: str) -> list[tuple[int, JobState]]:
    prefix = _prefix(interview_id)
    found = _client(engine).list_workflows(workflow_id_prefix=prefix, load_input=False, load_output=False)
    jobs = ((int(job.workflow_id.removeprefix(prefix)), _STATES.get(job.status, "failed")) for job in found)
    return sorted(jobs)
