"""The report's page as PDF."""

import sys
from pathlib import Path

import pytest

from interview.spec import ReportForm
from scoring.errors import PdfUnavailable
from scoring.forms.registry import build
from scoring.pdf import pdf
from scoring.render import render
from tests.scoring.reported import SPECS, findings, held
from tests.scoring.test_forms import ALL

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("form", ALL)
def test_every_form_is_drawn_as_pdf(form: ReportForm) -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)
    written = render(build(form, findings(held(SPECS[form]))), "pdf")
    assert written.startswith(b"%PDF-")
    assert len(written) > 10_000


def test_nothing_outside_the_page_is_fetched(tmp_path: Path) -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><rect width="80" height="80"/></svg>'
    (tmp_path / "mine.svg").write_text(picture)
    there = pdf(f'<img alt="" src="file://{tmp_path}/mine.svg">')
    missing = pdf(f'<img alt="" src="file://{tmp_path}/none.svg">')
    assert len(there) == len(missing)


def test_without_the_libraries_one_sentence_names_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(PdfUnavailable, match="install Pango") as told:
        pdf("<p>Words</p>")
    assert "libpango-1.0-0" in str(told.value)
