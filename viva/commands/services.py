"""`viva up`, and the single services that it and Compose run."""

from typing import Annotated

import typer

from viva.commands.common import SpecName, example
from viva.settings import load_settings


def add_to(app: typer.Typer) -> None:
    """Adds this group's commands."""
    app.command(epilog=example("viva up"), rich_help_panel="Run")(up)
    app.command(epilog=example("viva setup"), rich_help_panel="Run")(setup)
    for service in (worker, web, scorer, llm):
        app.command(epilog=example(f"viva {service.__name__}"), rich_help_panel="Single services")(service)


def up(spec: SpecName = "mle-v1") -> None:
    """Run the whole stack on this machine until Ctrl-C.

    Starts the LiveKit server, the language model, the worker, the scorer and the pages, then prints the link for a
    candidate and the one for the hiring team.
    """
    from viva import stack

    stack.up(load_settings(), spec)


def setup(
    language_model: Annotated[
        bool, typer.Option(help="Fetch the language model too, about 1.1 GB, and make it int8, 1.8 GB.")
    ] = True,
) -> None:
    """Fetch and check the models and the LiveKit server; quick when they are there."""
    from viva import livekit
    from viva import llm as model
    from viva.terminal import steps
    from viva.wiring import meaning_model, speech_models

    settings = load_settings()
    with steps() as show:
        speech_models(settings, show.at)
        meaning_model(settings, show.at)
        if language_model and settings.llm_is_embedded:
            model.locate(settings, show.at)
            model.convert(settings, show.at)
        if settings.starts_livekit:
            livekit.ensure(settings, show.at)
    typer.echo(f"Models and the LiveKit server are in place ({settings.cache}).")


def worker() -> None:
    """Run the interviewers' worker: it takes calls from LiveKit."""
    from agent import forking
    from viva import secrets
    from viva.wiring import agent_config

    settings = secrets.complete(load_settings())
    config = agent_config(settings)
    forking.begin(config)
    from agent.worker import run  # takes seconds, which the other process uses as well

    run(config)


def web() -> None:
    """Run the pages and the HTTP API."""
    from viva import secrets
    from viva.wiring import web_config
    from web.app import serve

    settings = secrets.complete(load_settings())
    serve(web_config(settings), settings.web_host, settings.web_port)


def scorer() -> None:
    """Run the offline scorer: it takes finished interviews from the queue."""
    from scoring.job import run
    from viva import priority
    from viva.stopping import asked_to_stop
    from viva.wiring import scoring_config

    priority.give_way()
    stop = asked_to_stop()
    typer.echo("scorer ready")
    run(scoring_config(load_settings()), stop)


def llm() -> None:
    """Run the embedded language model behind an OpenAI-compatible API."""
    from viva.llm import serve

    serve(load_settings())
