"""The built pages: one HTML file for every address a person opens, and the files it loads."""

from pathlib import Path

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

_NOT_BUILT = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>Viva</title>"
    "<p>The pages are not built yet; run <code>make setup</code> and reload this page."
)


def router(ui_dir: Path) -> APIRouter:
    """Everything outside /api. The folder may be built while the server runs."""
    routes = APIRouter(include_in_schema=False)
    files = StaticFiles(directory=ui_dir, check_dir=False)

    async def page(request: Request) -> Response:
        if not (ui_dir / "index.html").is_file():
            return HTMLResponse(_NOT_BUILT, status_code=503)
        response = await files.get_response("index.html", request.scope)
        response.headers["Cache-Control"] = "no-cache"
        return response

    for address in ("/", "/i/{code}", "/review", "/review/{rest:path}"):
        routes.add_api_route(address, page, methods=["GET", "HEAD"], response_class=Response)

    @routes.api_route("/{path:path}", methods=["GET", "HEAD"], response_class=Response)
    async def file(path: str, request: Request) -> Response:
        if path == "api" or path.startswith("api/"):
            raise HTTPException(404)
        response = await files.get_response(path, request.scope)
        # The build names its assets by their content.
        lasting = "public, max-age=31536000, immutable" if path.startswith("assets/") else "no-cache"
        response.headers["Cache-Control"] = lasting
        return response

    return routes
