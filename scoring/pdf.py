"""The report's page as PDF."""

from typing import Any

from scoring.errors import PdfUnavailable


def pdf(page: str) -> bytes:
    """The page, printed; it may refer to nothing outside itself. Raises PdfUnavailable."""
    try:
        # Late: it takes a while, and fails where the libraries it draws with are not installed.
        from weasyprint import HTML
    except (ImportError, OSError):
        raise PdfUnavailable(
            "A PDF needs WeasyPrint and Pango, and this machine lacks one of them; install Pango (on Debian: "
            "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0) or take the report as HTML and print it"
        ) from None
    written: bytes = HTML(string=page, url_fetcher=_nothing).write_pdf()
    return written


def _nothing(url: str, *_: Any, **__: Any) -> Any:
    """Refuses every address: a report quotes what candidates said, and that must fetch nothing."""
    raise ValueError("a report refers to nothing outside itself")
