"""Failures a browser is told about: a status, a code for programs, and one sentence for people."""

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from records.errors import RecordsError

_STATUS = {
    400: ("bad_request", "The request could not be read; send it again."),
    401: ("not_signed_in", "Sign in first."),
    404: ("not_found", "There is nothing at this address; check the link."),
    405: ("method_not_allowed", "This address does not take that method."),
    413: ("too_large", "The request is larger than this server takes; shorten it."),
    415: ("not_json", "Send the request as application/json."),
}

_RECORDS = {
    "invite_unknown": 404,
    "invite_taken": 409,
    "invite_used": 410,
    "invite_expired": 410,
    "interview_unknown": 404,
    "interview_erased": 410,
    "interview_not_begun": 409,
    "interview_over": 409,
    "no_report_yet": 404,
    "no_recording_yet": 404,
    "disk_full": 507,
}
"""Statuses for what the records refuse; whatever is not named is their trouble, not the browser's: 503."""


class WireError(Exception):
    """The browser's fault, or a state it must hear about."""

    def __init__(self, status: int, code: str, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(code)
        self.status, self.code, self.message, self.headers = status, code, message, headers


def error_response(status: int, code: str, message: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """The one shape of every error."""
    return JSONResponse({"error": {"code": code, "message": message}}, status_code=status, headers=headers)


def sentence(errors: Sequence[Any]) -> tuple[int, str, str]:
    """Status, code and one sentence for the first of pydantic's errors; never repeats what was sent."""
    first = errors[0]
    key = ".".join(str(part) for part in first["loc"][1:]) or "the body"
    if first["type"] == "string_too_long":
        return 422, "too_large", f"'{key}' is longer than {first['ctx']['max_length']:,} characters; shorten it."
    if first["type"] == "json_invalid":
        return 422, "not_json", "The body is not valid JSON; send one JSON object."
    if first["type"] == "missing":
        return 422, "invalid", f"'{key}' is missing; send it."
    return (
        422,
        "invalid",
        f"'{key}' was refused ({first['type'].replace('_', ' ')}); see /api/openapi.json for its form.",
    )


def install(app: FastAPI) -> None:
    """Give every failure of `app` the one shape."""

    async def wire(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, WireError)
        return error_response(error.status, error.code, error.message, error.headers)

    async def records(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RecordsError)
        return error_response(_RECORDS.get(error.code, 503), error.code, str(error))

    async def http(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)
        code, message = _STATUS.get(error.status_code, ("refused", "The request was refused."))
        return error_response(error.status_code, code, message, dict(error.headers or {}))

    async def invalid(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)
        return error_response(*sentence(error.errors()))

    app.add_exception_handler(WireError, wire)
    app.add_exception_handler(RecordsError, records)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(RequestValidationError, invalid)
