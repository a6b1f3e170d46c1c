"""The published document and the server agree, whatever is sent."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import schemathesis
import uvicorn
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from schemathesis import checks
from schemathesis.core.result import Ok

from records.invites import Invites
from records.journal import Journal
from tests.web import world
from tests.web.conftest import PASSWORD
from tests.web.world import began
from web.config import WebConfig
from web.login import Login
from web.openapi import document
from web.tokens import browser_hash, new_browser

CHECKS = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
]


def test_the_document_is_made_without_a_running_server() -> None:
    paths = document()["paths"]
    assert "/api/interviews/{interview_id}/state" in paths
    assert "/api/livekit/webhook" not in paths


def test_every_error_has_one_shape_in_the_document(app: FastAPI) -> None:
    for path, methods in app.openapi()["paths"].items():
        for operation in methods.values():
            for status, answer in operation["responses"].items():
                if path.startswith("/api/") and status >= "400":
                    assert answer["content"]["application/json"]["schema"] == {
                        "$ref": "#/components/schemas/ErrorBody"
                    }, (path, status)


@contextmanager
def listening(app: FastAPI) -> Iterator[str]:
    """The address of a real server for this application."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, access_log=False, ws="none"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.mark.slow
def test_whatever_is_sent_the_server_answers_as_the_document_says(
    app: FastAPI, config: WebConfig, invites: Invites, journal: Journal
) -> None:
    invite = invites.create(world.spec(), world.persona())
    browser, login = new_browser(), Login(config)
    invites.claim(invite.code, browser_hash(browser))
    journal.begin(began(invite))
    interviewer = world.Interviewer(journal, invite.id, invite.spec)
    interviewer.open()
    interviewer.ask("coding")

    def attack(operation: "schemathesis.APIOperation[Any, Any, Any, Any]", address: str) -> None:
        @given(case=operation.as_strategy())
        @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        def run(case: "schemathesis.Case[Any]") -> None:
            if "interview_id" in case.path_parameters:
                case.path_parameters["interview_id"] = invite.id
            # Signed in anew each time: signing out is among what is sent.
            cookies = f"viva_candidate={browser}; viva_review={login.sign_in(PASSWORD, 'test')}"
            answer = case.call(base_url=address, headers={"Cookie": cookies})
            case.validate_response(answer, checks=CHECKS)

        run()

    with listening(app) as address:
        schema = schemathesis.openapi.from_dict(app.openapi()).include(path_regex="^/api/")
        operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
        assert len(operations) == 17
        for operation in operations:
            attack(operation, address)
