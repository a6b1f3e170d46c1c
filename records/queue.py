"""The durable queue of interviews to score. DBOS stands behind it and keeps its tables in the same database."""

import logging

import sqlalchemy as sa
from dbos import DBOS, DBOSClient, EnqueueOptions

APPLICATION = "viva"
VERSION = "viva-1"
"""Pinned: left to itself DBOS derives it from the source and would not take up work queued by the release before."""
QUEUE = "score"
WORKFLOW = "score"

# DBOS tells of every start, and at the level INFO advertises its makers' cloud console.
logging.getLogger("dbos").setLevel(logging.WARNING)


def prepare(url: sa.URL) -> None:
    """Makes or updates the queue's tables: on Postgres in the schema `dbos`, in a SQLite file beside Viva's own."""
    DBOS.migrate(url.render_as_string(hide_password=False))


def enqueue_score(connection: sa.Connection, interview_id: str, attempt: int = 1) -> str:
    """Queues the scoring inside the caller's transaction; nothing is queued when that is rolled back.

    The same interview and attempt are queued once, however often this is called. Returns the job's id.
    """
    job = f"score-{interview_id}-{attempt}"
    client = DBOSClient(system_database_engine=connection.engine, application_name=APPLICATION, lazy=True)
    options = EnqueueOptions(workflow_name=WORKFLOW, queue_name=QUEUE, workflow_id=job, app_version=VERSION)
    client.enqueue_in_transaction(connection, options, interview_id)
    return job
