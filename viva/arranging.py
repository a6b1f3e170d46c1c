"""What the options of `viva invite` and `viva rehearse` agree for one interview."""

from pathlib import Path

from pydantic import Field

from interview.arrangement import Arrangement, Note
from interview.arranging import misfits
from interview.errors import SpecError
from interview.loading import parse
from interview.model import Frozen
from interview.persona import Persona
from interview.spec import Spec
from viva.catalogue import read_yaml
from viva.errors import VivaError
from viva.places import at_line, located


class Notes(Frozen):
    """The content of a notes file."""

    notes: tuple[Note, ...] = Field(max_length=50)


def agreed(
    spec: Spec,
    persona: Persona,
    facts: list[str],
    role: str,
    job_description: Path | None,
    notes: Path | None,
    extra_time: float,
) -> Arrangement:
    """The arrangement that these options make. VivaError or SpecError names the option or file and the mend."""
    arrangement = Arrangement(
        role=role,
        job_description=_text(job_description) if job_description else "",
        facts=dict(_fact(fact) for fact in facts),
        notes=_notes(notes) if notes else (),
        extra_time=extra_time,
    )
    for key, sentence in misfits(arrangement, spec, persona):
        if notes and key.startswith("notes"):
            key = key.removeprefix("notes")
            raise VivaError(f"{at_line(notes, key)}: {key}: {sentence}" if key else f"{notes}: {sentence}")
        raise VivaError(sentence)
    return arrangement


def _fact(given: str) -> tuple[str, str]:
    fact, equals, option = given.partition("=")
    if not (fact and equals and option):
        raise VivaError(f"--fact '{given}' is not FACT=OPTION; write it like --fact level=staff")
    return fact.strip(), option.strip()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")[:20_000]
    except (OSError, UnicodeDecodeError):
        raise VivaError(f"{path} cannot be read as text; give a UTF-8 text file with the job description") from None


def _notes(path: Path) -> tuple[Note, ...]:
    """A list of `about` (words a question uses) and `say` (the answer)."""
    data = read_yaml(path)
    try:
        return parse(Notes, {"notes": data}, str(path)).notes
    except SpecError as error:
        raise located(path, error, within="notes") from None
