"""The report's page as PDF."""

from scoring.errors import PdfUnavailable


def pdf(page: str) -> bytes:
    """The page, printed; it may refer to nothing outside itself. Raises PdfUnavailable."""
    try:
        # Late: it takes a while, and fails where the libraries it draws with are not installed.
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError):
        raise PdfUnavailable(
            "A PDF needs WeasyPrint and Pango, and this machine lacks one of them; install Pango (on Debian: "
            "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0) or take the report as HTML and print it"
        ) from None
    # A report quotes what candidates said, and that must fetch nothing.
    written: bytes = HTML(string=page, url_fetcher=URLFetcher(allowed_protocols=[])).write_pdf()
    return written
