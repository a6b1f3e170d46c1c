"""Which module writes which form."""

from collections.abc import Callable
from typing import Any, cast

from interview.spec import ReportForm
from scoring.citations import only_cited
from scoring.findings import Findings
from scoring.forms import conversation, design, relevancy, rigorous, sections
from scoring.forms.head import Report
from scoring.wording import cleaned

FORMS: dict[ReportForm, tuple[type[Report], Callable[[Findings], Report]]] = {
    "sections": (sections.SectionsReport, sections.build),
    "rigorous": (rigorous.RigorousReport, rigorous.build),
    "conversation": (conversation.ConversationReport, conversation.build),
    "design": (design.DesignReport, design.build),
    "relevancy": (relevancy.RelevancyReport, relevancy.build),
}


def build(form: ReportForm, findings: Findings) -> dict[str, Any]:
    """A report as plain JSON, from findings of which each rests on words, with each of its sentences checked."""
    _, builder = FORMS[form]
    return cast(dict[str, Any], cleaned(builder(only_cited(findings)).plain()))


def grades_answers(form: ReportForm) -> bool:
    """Whether its reports grade the answers."""
    return "grades" in FORMS[form][0].model_fields


def schema(form: ReportForm) -> dict[str, Any]:
    """The JSON schema of a report in this form."""
    model, _ = FORMS[form]
    return model.model_json_schema(mode="serialization")
