"""The web server, composed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import sqlalchemy as sa
import uvicorn
from fastapi import FastAPI
from starlette.middleware.body_limit import RequestBodyLimitMiddleware

from records.database import check, open_database
from records.errors import RecordsError
from records.invites import Invites
from records.journal import Journal
from records.listing import list_interviews
from records.recordings import Recordings
from records.reports import Reports
from web import candidates, errors, health, pages, review, webhook
from web.breakdowns import Breakdowns
from web.calls import Calls
from web.config import WebConfig
from web.folds import Folds
from web.guard import Gate, Headers, Watchbook
from web.login import Login
from web.refused_code import RefusedCode
from web.watch import Watch

MAX_BODY = 640 * 1024
"""Bytes of one request: 50,000 characters of code, each at most 12 bytes in JSON, and some."""
STOP_WITHIN_S = 5
"""How long running requests may take to finish when the server is told to stop."""


def create_app(config: WebConfig) -> FastAPI:
    """The server's application; opens the database, and LiveKit's API and the watch over calls when it starts."""
    engine = open_database(config.database_url)
    invites, journal = Invites(engine), Journal(engine)
    recordings = Recordings(config.record_store or config.data_dir / "recordings", engine, config.data_dir / "segments")
    folds, calls, login = Folds(journal), Calls(config), Login(config)
    metrics = health.Metrics(lambda: _live(engine))
    breakdowns = Breakdowns()
    watch = Watch(engine, journal, folds, calls, breakdowns, metrics.dispatches.inc)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with calls.open():
            watching = asyncio.create_task(watch.run())
            try:
                yield
            finally:
                watching.cancel()
                with suppress(asyncio.CancelledError):
                    await watching
        engine.dispose()

    app = FastAPI(
        title="Viva",
        version="1",
        lifespan=lifespan,
        openapi_url="/api/openapi.json",
        # Their pages load scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        # It would send addresses, and with them invites' codes, wherever the environment says.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    errors.install(app)
    app.include_router(candidates.router(config, invites, journal, folds, calls, breakdowns))
    app.include_router(review.login_router(config, login))
    app.include_router(review.router(config, engine, invites, Reports(engine), recordings, folds, breakdowns))
    app.include_router(webhook.router(config, watch))
    app.include_router(health.router(calls, metrics, lambda: _answers(engine)))
    app.include_router(pages.router(config.ui_dir))
    # The last added stands first before a request.
    app.add_middleware(RequestBodyLimitMiddleware, max_body_size=MAX_BODY)
    app.add_middleware(Gate, config=config, login=login, max_body=MAX_BODY)
    app.add_middleware(RefusedCode, invites=invites, journal=journal, folds=folds, max_body=MAX_BODY)
    app.add_middleware(Watchbook, metrics=metrics)
    app.add_middleware(Headers, config=config)
    return app


def serve(config: WebConfig, host: str, port: int) -> None:
    """Runs the server until SIGINT or SIGTERM. Without uvicorn's access log: addresses hold invites' codes."""
    uvicorn.run(
        create_app(config),
        host=host,
        port=port,
        access_log=False,
        server_header=False,
        log_config=None,
        timeout_graceful_shutdown=STOP_WITHIN_S,
    )


def _live(engine: sa.Engine) -> int:
    return sum(1 for row in list_interviews(engine) if row.status == "live")


def _answers(engine: sa.Engine) -> bool:
    try:
        check(engine)
    except RecordsError:
        return False
    return True
