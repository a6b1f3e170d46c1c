"""Whether an arrangement fits the interview it is made for."""

from collections.abc import Iterator

from interview.arrangement import Arrangement
from interview.conduct import Breach, check, policy_for
from interview.persona import Persona
from interview.spec import Spec


def with_role(text: str, spec: Spec, arrangement: Arrangement) -> str:
    """A text of the spec's context with the role it is held for in the place of `{role}`."""
    return text.replace("{role}", arrangement.role or spec.role)


def misfits(arrangement: Arrangement, spec: Spec, persona: Persona) -> Iterator[tuple[str, str]]:
    """Key and one sentence that names the mend, for all that keeps an interview from being held so."""
    options = {fact.id: [option.id for option in fact.options] for fact in spec.facts}
    for fact, option in arrangement.facts.items():
        if fact not in options:
            known = "; ".join(f"{name} ({', '.join(of)})" for name, of in options.items()) or "none"
            yield f"facts.{fact}", f"{spec.name} has no fact '{fact}'; the facts that may be given are: {known}."
        elif option not in options[fact]:
            known = ", ".join(options[fact])
            yield f"facts.{fact}", f"'{option}' is no {fact} that {spec.name} knows; choose one of: {known}."
    spoken = with_role(spec.context.spoken, spec, arrangement)
    for breach in check(spoken, policy_for(spec, persona, None), "context"):
        yield (
            "role",
            f"With this role the interviewer could not say '{spoken}' ({_why(breach)}); name it in other words.",
        )
    closing = [section.id for section in spec.sections if section.takes_questions]
    if arrangement.notes and not closing:
        yield "notes", f"In {spec.name} the candidate has no place to ask; leave the notes out."
    for number, note in enumerate(arrangement.notes):
        found = [
            breach for section in closing for breach in check(note.say, policy_for(spec, persona, section), "reply")
        ]
        if found:
            why = _why(found[0])
            yield f"notes[{number}].say", f"The interviewer may not say '{note.say}' ({why}); write it differently."


def _why(breach: Breach) -> str:
    return f"{breach.rule}: {breach.detail}"
