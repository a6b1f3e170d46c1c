"""Whether the server is up, whether it can hold interviews, and how much it does."""

from collections.abc import Callable

from fastapi import APIRouter, Response
from fastapi.concurrency import run_in_threadpool
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from web.calls import Calls
from web.contracts import ErrorBody, Health
from web.errors import WireError

_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}


class Metrics:
    """Counts without personal data: routes, not addresses; numbers, not names."""

    def __init__(self, live: Callable[[], int]) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "viva_http_requests", "Requests answered", ["method", "route", "status"], registry=self.registry
        )
        self._seconds = Histogram("viva_http_request_seconds", "Time to answer", ["route"], registry=self.registry)
        self.dispatches = Counter(
            "viva_agent_dispatches", "Interviewers called to a room that had none", registry=self.registry
        )
        Gauge("viva_live_interviews", "Interviews that are being held", registry=self.registry).set_function(live)

    def request(self, method: str, route: str, status: int, took_s: float) -> None:
        """Note one answered request."""
        method = method if method in _METHODS else "other"
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(took_s)


def router(calls: Calls, metrics: Metrics, database_answers: Callable[[], bool]) -> APIRouter:
    """/healthz, /readyz and /metrics."""
    routes = APIRouter(tags=["health"])

    @routes.get("/healthz")
    def healthz() -> Health:
        """The process is up."""
        return Health(ok=True)

    @routes.get("/readyz", responses={503: {"model": ErrorBody}})
    async def readyz() -> Health:
        """The database and LiveKit answer."""
        if not await run_in_threadpool(database_answers):
            raise WireError(503, "no_database", "The database does not answer; check VIVA_DATABASE_URL.")
        if not await calls.answers():
            raise WireError(
                503, "no_livekit", "The LiveKit server does not answer; check VIVA_LIVEKIT_URL and its keys."
            )
        return Health(ok=True)

    @routes.get("/metrics", response_class=Response)
    def metrics_page() -> Response:
        """Prometheus's text form."""
        return Response(generate_latest(metrics.registry), media_type=CONTENT_TYPE_LATEST)

    return routes
