"""The commands as a person or a script runs them: exit codes, one sentence on errors, JSON, examples in the help."""

import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.main import get_command

from interview.events import Began
from interview.spec import ReportForm
from records.database import open_database
from records.invites import Invites
from records.journal import Journal
from records.reports import Reports
from scoring.forms.registry import FORMS, schema
from tests.support.settings import settings_at
from tests.viva.conftest import Command, one_sentence
from viva.cli import app
from viva.settings import TREE, Settings
from viva.wiring import versions


def names() -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]  # Typer's top is a group
        inner = getattr(command, "commands", None)
        found += [(name, sub) for sub in inner] if inner else [(name,)]
    return found


def test_the_commands_are_those_the_design_names() -> None:
    first_version = {
        "up", "demo", "rehearse", "transcribe", "invite", "interviews", "show", "score", "report", "specs", "doctor",
        "export", "erase", "worker", "web", "scorer", "llm",
    }  # fmt: skip
    assert first_version <= {name[0] for name in names()}


@pytest.mark.parametrize("name", names(), ids=" ".join)
def test_every_command_has_help_with_an_example(name: tuple[str, ...], settings: Settings) -> None:
    from typer.testing import CliRunner

    shown = CliRunner().invoke(app, [*name, "--help"], env={"COLUMNS": "200"})
    assert shown.exit_code == 0
    assert f"Example: viva {' '.join(name)}" in shown.stdout.replace("`", "")


def test_a_misused_command_ends_with_code_2(viva: Command, settings: Settings) -> None:
    viva(settings, "invite", "--sepc", "x", code=2)


def test_an_unknown_interview_is_one_sentence_and_code_1(viva: Command, settings: Settings) -> None:
    assert one_sentence(viva(settings, "show", "abc", code=1))
    assert one_sentence(viva(settings, "invite", "--spec", "nope", code=1))
    assert one_sentence(viva(settings, "up", "--spec", "nope", code=1))
    assert not settings.logs.exists(), "nothing was started for it"


def test_a_weak_secret_is_one_sentence_that_names_the_variable(viva: Command, tmp_path: Path) -> None:
    printed = viva(settings_at(tmp_path, session_secret="change-me"), "web", code=1)
    assert one_sentence(printed)
    assert "VIVA_SESSION_SECRET" in printed


def test_invite_prints_what_a_script_needs(viva: Command, settings: Settings) -> None:
    made = json.loads(viva(settings, "invite", "--spec", "mle-v1", "--name", "Ada", "--json"))
    assert set(made) == {"id", "code", "url"}
    assert made["url"] == f"{settings.site}/i/{made['code']}"
    listed = json.loads(viva(settings, "interviews", "--json"))
    assert [(row["id"], row["candidate"], row["status"]) for row in listed] == [(made["id"], "Ada", "invited")]


def test_an_invite_keeps_what_was_agreed(viva: Command, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "job.txt").write_text("Ranks feeds.\nOn call.\n")
    words = ("--role", "Staff engineer", "--job-description", str(tmp_path / "job.txt"), "--extra-time", "1.5")
    made = json.loads(viva(settings, "invite", *words, "--json"))
    agreed = json.loads(viva(settings, "show", made["id"], "--json"))["arrangement"]
    assert agreed == {
        "role": "Staff engineer", "job_description": "Ranks feeds.\nOn call.", "facts": {}, "notes": [],
        "extra_time": 1.5,
    }  # fmt: skip
    shown = viva(settings, "show", made["id"])
    assert "role: Staff engineer" in shown
    assert "1.5 times" in shown


def test_a_fact_the_interview_does_not_know_is_one_sentence_with_the_options(viva: Command, settings: Settings) -> None:
    printed = viva(settings, "invite", "--spec", "ml-rigorous", "--fact", "level=junior", code=1)
    assert one_sentence(printed)
    assert "senior, staff, principal" in printed
    assert "level=staff" in viva(settings, "invite", "--fact", "staff", code=1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- about: [remote]\n  say: Twelve.\n  sya: Six.\n", "notes.yaml:3: [0].sya: expected the key 'say'"),
        ("- about: [remote]\n  say: You are right.\n", "notes.yaml:2: [0].say: The interviewer may not say"),
        ("- about: [remote\n", "notes.yaml:2: expected valid YAML"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_notes_names_file_line_key_and_mend(
    viva: Command, settings: Settings, tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "notes.yaml").write_text(text)
    printed = viva(settings, "invite", "--spec", "ml-rigorous", "--notes", str(tmp_path / "notes.yaml"), code=1)
    assert told in printed


def test_an_interview_is_shown_exported_and_erased_by_the_start_of_its_id(
    viva: Command, settings: Settings, tmp_path: Path
) -> None:
    made = json.loads(viva(settings, "invite", "--name", "Ada", "--json"))
    engine = open_database(settings.database)
    invite = Invites(engine).get(made["id"])
    began = Began(
        at_ms=0,
        interview_id=invite.id,
        candidate="Ada",
        started_at=datetime.now(UTC),
        recording=True,
        brief=False,
        spec=invite.spec,
        persona=invite.persona,
    )
    Journal(engine).begin(began)
    engine.dispose()
    short = made["id"][:8]
    assert json.loads(viva(settings, "show", short, "--json"))["events"][0]["type"] == "began"
    assert "candidate: Ada" in viva(settings, "show", short)
    told = viva(settings, "export", short, "--out", str(tmp_path / "ada.zip"))
    assert told == f"{tmp_path / 'ada.zip'} holds interview.json, journal.json, transcript.txt.\n"
    assert (tmp_path / "ada.zip").stat().st_mode & 0o077 == 0
    assert one_sentence(viva(settings, "report", short, code=1))
    engine = open_database(settings.database)
    Reports(engine).save(invite.id, "rigorous", {"audience": "team", "recommendation": "No"})
    engine.dispose()
    told = viva(settings, "export", short, "--out", str(tmp_path / "again.zip"))
    assert told.splitlines()[1:] == [
        "Left out, for the hiring team alone: report 1.",
        f"Print one with `viva report {invite.id} --version N`.",
    ]
    assert json.loads(viva(settings, "report", short, "--form", "json"))["recommendation"] == "No"
    viva(settings, "erase", short, "--yes")
    assert json.loads(viva(settings, "interviews", "--json")) == []


@pytest.mark.parametrize("form", FORMS)
def test_the_published_schema_is_printed_by_the_report_s_name(
    viva: Command, settings: Settings, form: ReportForm
) -> None:
    printed = json.loads(viva(settings, "report", "--schema", form))
    assert printed == json.loads(json.dumps(schema(form)))
    assert printed["properties"]["form"]["const"] == form
    assert {"notes", "evidence", "held", "viva", "calibration", "models", "prompts"} <= printed["properties"].keys()
    assert printed["additionalProperties"] is False


def test_the_schema_of_the_form_without_numbers_has_no_place_for_one(viva: Command, settings: Settings) -> None:
    printed = json.loads(viva(settings, "report", "--schema", "design"))
    numbers = {
        name
        for part in (printed, *printed["$defs"].values())
        for name, kind in part["properties"].items()
        if any(word in json.dumps(kind) for word in ('"number"', '"integer"'))
    }
    assert numbers == {"schema", "version", "start_ms", "end_ms", "seq", "duration_ms"}


def test_an_unknown_report_s_schema_is_one_sentence_that_names_those_there_are(
    viva: Command, settings: Settings
) -> None:
    printed = viva(settings, "report", "--schema", "overall", code=1)
    assert one_sentence(printed)
    assert "sections, rigorous, conversation, design, relevancy" in printed


def test_the_prompts_of_the_interviewer_are_named_by_what_is_in_them(settings: Settings, tmp_path: Path) -> None:
    shutil.copytree(settings.prompts_dir, tmp_path / "prompts")
    judge = tmp_path / "prompts" / "judge.yaml"
    judge.write_text(judge.read_text().replace("You check", "You look"))
    shipped, changed = versions(settings), versions(settings.model_copy(update={"prompts_dir": tmp_path / "prompts"}))
    assert len(shipped["prompt judge"]) == len(shipped["prompt follow_up"]) == 64
    assert {name for name in shipped if shipped[name] != changed[name]} == {"prompt judge"}


def test_an_erasure_that_was_cut_off_is_finished_by_the_same_command(viva: Command, settings: Settings) -> None:
    made = json.loads(viva(settings, "invite", "--json"))
    ogg = Path(settings.recordings) / f"{made['id']}.ogg"
    ogg.mkdir(parents=True)  # a store that cannot delete it
    printed = viva(settings, "erase", made["id"][:8], "--yes", code=1)
    assert one_sentence(printed)
    assert f"run `viva erase {made['id']}` again" in printed
    assert json.loads(viva(settings, "interviews", "--json")) == []
    ogg.rmdir()
    ogg.write_bytes(b"sound")
    assert "is erased" in viva(settings, "erase", made["id"][:8], "--yes")
    assert not ogg.exists()
    assert "no interview's id begins" in viva(settings, "show", made["id"], code=1)


@pytest.mark.parametrize("given", ["", "%%%%", "____"])
def test_nobody_is_erased_by_an_id_that_is_empty_or_matches_all(viva: Command, settings: Settings, given: str) -> None:
    made = json.loads(viva(settings, "invite", "--json"))
    assert one_sentence(viva(settings, "erase", given, "--yes", code=1))
    assert one_sentence(viva(settings, "erase", made["id"][:3], "--yes", code=1))
    assert [row["id"] for row in json.loads(viva(settings, "interviews", "--json"))] == [made["id"]]


@pytest.mark.slow
def test_specs_check_is_fine_for_what_ships_and_code_1_for_what_is_broken(
    viva: Command, settings: Settings, tmp_path: Path
) -> None:
    assert json.loads(viva(settings, "specs", "check", "--json"))["problems"] == []
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "x.yaml").write_text("name: [")
    broken = settings.model_copy(update={"specs_dir": tmp_path / "specs"})
    assert "x.yaml" in viva(broken, "specs", "check", code=1)
    empty = settings.model_copy(update={"specs_dir": tmp_path / "nothing"})
    assert "VIVA_SPECS_DIR" in viva(empty, "specs", "check", code=1)


def test_a_rehearsal_writes_one_json_object_a_line(viva: Command, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text("- say: The feed should make people glad they came.\n- silence_s: 1\n")
    out = tmp_path / "out" / "lines.jsonl"
    viva(settings, "rehearse", "--answers", str(tmp_path / "answers.yaml"), "--out", str(out))
    lines = [json.loads(line) for line in out.read_text().splitlines()]
    assert set(lines[0]) == {"turn", "text", "kind", "section", "intent", "source", "latency_ms", "events"}
    assert [line["kind"] for line in lines[:3]] == ["greeting", "context", "prompt"]


def test_a_rehearsal_that_cannot_be_written_names_the_path(viva: Command, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text("- say: hello\n")
    inside_a_file = tmp_path / "answers.yaml" / "lines.jsonl"
    printed = viva(
        settings, "rehearse", "--answers", str(tmp_path / "answers.yaml"), "--out", str(inside_a_file), code=1
    )
    assert one_sentence(printed)
    assert str(inside_a_file) in printed


@pytest.mark.slow
def test_the_policy_of_every_interview_is_shown_with_the_rule_each_part_comes_from(
    viva: Command, settings: Settings
) -> None:
    policies = json.loads(viva(settings, "specs", "check", "--json"))["policies"]
    rigorous = {part["key"]: part for part in policies["ml-rigorous"]}
    assert rigorous["validation"]["value"] == "templates"
    assert "USE EXACTLY" in rigorous["validation"]["source"]
    assert "Correct." in rigorous["verdicts"]["value"]
    assert "Great explanation" in rigorous["forbidden"]["source"]
    assert all(part["source"] for parts in policies.values() for part in parts)
    shown = viva(settings, "specs", "check")
    assert [name for name in policies if f"{name} (" not in shown] == []
    assert "never said" in shown


def test_the_engines_table_is_printed_as_a_diagram(viva: Command, settings: Settings) -> None:
    assert viva(settings, "specs", "check", "--diagram").startswith("flowchart LR\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- say: a\n- shout: b\n", "answers.yaml:2: [1].shout: expected one of the keys say, type, submit"),
        (
            "- say: a\n- say: b\n  type: c\n",
            "answers.yaml:2: [1]: expected values that agree, got a turn has exactly one",
        ),
        ("- submit: x\n  language: cobol\n", "answers.yaml:2: [0].language: expected 'python' or 'javascript'"),
        ("say: a\n", "answers.yaml: expected a list, got a mapping"),
        ("- say: a\n- silence_s: -5\n", "answers.yaml:2: [1].silence_s: expected 0.0 or more, got -5"),
        ('- say: ""\n', "answers.yaml:1: [0].say: expected at least 1 character, got ''"),
        ("- say: a\n  say: b\n", "answers.yaml:2: expected valid YAML, got the key 'say' twice"),
        ("- say: [a\n", "answers.yaml:2: expected valid YAML"),
        ("- silence_s: long\n", "answers.yaml:1: [0].silence_s: expected a number, got 'long'"),
    ],
)
def test_a_mistake_in_the_answers_names_file_line_key_and_mend(
    viva: Command, settings: Settings, tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "answers.yaml").write_text(text)
    printed = viva(settings, "rehearse", "--answers", str(tmp_path / "answers.yaml"), code=1)
    assert one_sentence(printed)
    assert told in printed


def test_a_rehearsal_has_either_answers_or_a_candidate(viva: Command, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text("- say: hello\n")
    viva(settings, "rehearse", code=2)
    viva(settings, "rehearse", "--answers", str(tmp_path / "answers.yaml"), "--candidate", "weak", code=2)


def test_a_played_candidate_needs_a_model(viva: Command, settings: Settings) -> None:
    printed = viva(settings, "rehearse", "--candidate", "weak", code=1)
    assert one_sentence(printed)
    assert "--llm embedded" in printed


def test_what_is_agreed_for_a_rehearsal_reaches_the_interviewer(
    viva: Command, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "answers.yaml").write_text("- say: The feed should make people glad they came.\n")
    words = ("--answers", str(tmp_path / "answers.yaml"), "--role", "Staff engineer", "--extra-time", "2")
    first = json.loads(viva(settings, "rehearse", *words).splitlines()[0])
    began = next(event for event in first["events"] if event["type"] == "began")
    assert (began["arrangement"]["role"], began["arrangement"]["extra_time"]) == ("Staff engineer", 2)


def test_a_rehearsal_with_the_configured_model_needs_one(viva: Command, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text("- say: hello\n")
    words = ("rehearse", "--answers", str(tmp_path / "answers.yaml"), "--llm", "configured")
    assert "VIVA_LLM_BASE_URL" in viva(settings, *words, code=1)


def test_help_is_quick_because_no_heavy_room_is_imported() -> None:
    heavy = "livekit", "fastapi", "sqlalchemy", "openai", "ctranslate2", "numpy"
    code = f"import sys, viva.cli; print([m for m in {heavy!r} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], cwd=TREE, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.models
def test_transcribe_hears_what_the_voice_says(viva: Command, settings: Settings, tmp_path: Path) -> None:
    import wave

    from viva.transcribing import said
    from voice.streaming import RATE_HZ

    sound = (said(settings, "I would look at the logs before I change the model.") * 32767).astype("int16")
    with wave.open(str(tmp_path / "said.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(sound.tobytes())
    heard = json.loads(viva(settings, "transcribe", str(tmp_path / "said.wav"), "--json"))
    assert "look at the logs" in heard["text"].lower()
    assert heard["finalize_ms"] >= 0
    assert abs(heard["audio_s"] - len(sound) / RATE_HZ) < 0.01


def test_transcribe_says_when_a_file_is_no_sound(viva: Command, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "x.wav").write_text("no sound")
    assert one_sentence(viva(settings, "transcribe", str(tmp_path / "x.wav"), code=1))


def test_version_is_the_distribution_s(viva: Command, settings: Settings) -> None:
    assert viva(settings, "--version") == "viva 0.1.0\n"
