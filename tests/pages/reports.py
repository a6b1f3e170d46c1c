"""An interview with the report its spec asks for, as the scorer builds it, for the pages to show."""

from interview.spec import ReportForm
from records.invites import Invite
from records.journal import Journal
from records.reports import Reports
from scoring.forms.registry import build
from tests.pages.conftest import Site
from tests.scoring.reported import SPECS, findings, held


def reported(site: Site, form: ReportForm, unclear: str = "") -> Invite:
    """Held in the journal from consent to the end, without a recording, and scored; the evidence with the id `unclear`
    as words that were not heard clearly."""
    call = held(SPECS[form])
    invite = site.invites.create(call.began.spec, call.began.persona, "Robin", arrangement=call.began.arrangement)
    call.began = call.began.model_copy(update={"interview_id": invite.id})
    journal = Journal(site.engine)
    journal.begin(call.began)
    for event in call.rest:
        journal.append(invite.id, event)
    body = build(form, findings(call))
    if unclear:
        body["evidence"][unclear]["shaky"] = True
    Reports(site.engine).save(invite.id, form, body)
    return invite
