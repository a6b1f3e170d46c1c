"""Runs a coding answer against the task's tests, each test in a sandbox of its own.

The code is given a test's arguments and never what the call should return: the comparison is made outside.
"""

import json
import math
import time
from typing import Any, Literal

from pydantic import Field

from interview.model import Frozen
from interview.spec import CodeTest, CodingTask, Language
from scoring.code.languages import program
from scoring.code.sandbox import Outcome, Sandbox
from scoring.code.walls import Program
from scoring.errors import SandboxUnavailable

TestStatus = Literal["passed", "failed", "error", "timeout"]
Group = Literal["visible", "hidden"]

TOTAL_S = 40.0
"""Seconds for all tests of one answer; those left then count as timed out."""
_LONGEST_ERROR = 240
"""Characters; the harness cuts at about as many, but code may write to the channel in its stead."""


class Answer(Frozen):
    """What the candidate handed in, or left in the editor."""

    language: Language
    source: str
    submitted: bool
    """False: never submitted; this is what the editor held last."""
    at_ms: int
    seq: int
    """Of the event it comes from."""


class TestResult(Frozen):
    """One test's outcome."""

    # Not a test case, whatever its name says to pytest.
    __test__ = False

    name: str
    group: Group
    status: TestStatus
    detail: str = ""
    """What came instead; empty when it passed."""


class CodeRun(Frozen):
    """All tests' outcomes, or the reason why there are none."""

    status: Literal["run", "unscored"]
    reason: str = ""
    """One sentence when unscored."""
    tests: tuple[TestResult, ...] = Field(default=())

    def passed(self, group: Group | None = None) -> int:
        """How many tests passed, of one group or of all."""
        return sum(test.status == "passed" and group in (None, test.group) for test in self.tests)

    def total(self, group: Group | None = None) -> int:
        """How many tests there are, of one group or of all."""
        return sum(group in (None, test.group) for test in self.tests)


def run_code(answer: Answer, task: CodingTask, sandbox: Sandbox) -> CodeRun:
    """Runs every test. Never raises for anything the code does; without a sandbox the run is unscored."""
    function = task.functions.get(answer.language)
    if function is None:
        return CodeRun(status="unscored", reason=f"The task has no function in {answer.language}.")
    try:
        interpreter = program(answer.language)
        check(sandbox, interpreter)
        tests = _run_all(answer, function, task, sandbox, interpreter)
    except SandboxUnavailable as error:
        return CodeRun(status="unscored", reason=f"The code was not run: {error}.")
    return CodeRun(status="run", tests=tests)


def check(sandbox: Sandbox, interpreter: Program) -> None:
    """Calls a function of our own; SandboxUnavailable when even that does not come through."""
    js = interpreter.command[0].endswith("node")
    source = "function probe() { return 7; }" if js else "def probe(): return 7"
    outcome = sandbox.run(interpreter, _request(source, "probe", ()))
    if _message(outcome) != {"value": 7}:
        said = f" ({outcome.said})" if outcome.said else ""
        raise SandboxUnavailable(
            f"the sandbox does not start here{said}; in a container allow user namespaces "
            "(security_opt seccomp=unconfined, apparmor=unconfined) and score again"
        )


def _run_all(
    answer: Answer, function: str, task: CodingTask, sandbox: Sandbox, interpreter: Program
) -> tuple[TestResult, ...]:
    deadline = time.monotonic() + TOTAL_S
    results = []
    groups: tuple[tuple[Group, tuple[CodeTest, ...]], ...] = (
        ("visible", task.visible_tests),
        ("hidden", task.hidden_tests),
    )
    for group, tests in groups:
        for test in tests:
            if time.monotonic() > deadline:
                status, detail = _late("Not run: the tests before it had used up the time.")
            else:
                outcome = sandbox.run(interpreter, _request(answer.source, function, test.args))
                status, detail = _verdict(outcome, test.expected, function, task.tolerance)
            results.append(TestResult(name=test.name, group=group, status=status, detail=detail))
    return tuple(results)


def _late(detail: str) -> tuple[TestStatus, str]:
    return "timeout", detail


def _request(source: str, function: str, args: tuple[Any, ...]) -> bytes:
    # A lone surrogate, which a browser can send, is valid in JSON but not in UTF-8: ASCII escapes carry it.
    return json.dumps({"source": source, "function": function, "args": args}).encode("ascii")


def _message(outcome: Outcome) -> Any:
    """What the harness said; None when it is not a whole message."""
    try:
        return json.loads(outcome.output)
    except (ValueError, RecursionError):
        return None


def _verdict(outcome: Outcome, expected: Any, function: str, tolerance: float) -> tuple[TestStatus, str]:
    if outcome.timed_out:
        return "timeout", "The call did not end in time."
    if outcome.too_long:
        return "error", "The returned value is too long to be the answer."
    message = _message(outcome)
    match message:
        case {"value": value}:
            try:
                same = agrees(value, expected, tolerance)
            except RecursionError:
                return "error", "The returned value is nested too deep to be the answer."
            return ("passed", "") if same else ("failed", f"Expected {_short(expected)}, got {_short(value)}.")
        case {"undefined": True}:
            return "failed", f"Expected {_short(expected)}, but the function returned nothing."
        case {"missing": True}:
            return "error", f"There is no function named {function}."
        case {"error": str(error)}:
            return "error", _line(error)
        case _:
            return "error", "The code ended the program before it returned a value."


def agrees(actual: Any, expected: Any, tolerance: float) -> bool:
    """Whether two JSON values are equal, numbers within the absolute and relative tolerance.

    A whole number for a whole number must be the very one: beyond a million its neighbours are within the tolerance.
    """
    if isinstance(expected, bool) or isinstance(actual, bool):
        return actual is expected
    if isinstance(expected, int) and isinstance(actual, int):
        return actual == expected
    if isinstance(expected, int | float) and isinstance(actual, int | float):
        try:
            return math.isclose(actual, expected, rel_tol=tolerance, abs_tol=tolerance)
        except OverflowError:
            return False
    if isinstance(expected, list | tuple) and isinstance(actual, list):
        return len(actual) == len(expected) and all(map(agrees, actual, expected, [tolerance] * len(actual)))
    if isinstance(expected, dict) and isinstance(actual, dict):
        return actual.keys() == expected.keys() and all(agrees(actual[k], expected[k], tolerance) for k in expected)
    return bool(actual == expected)


def _short(value: Any) -> str:
    try:
        text = json.dumps(value)
    except RecursionError:
        return "a value nested too deep"
    return text if len(text) <= 80 else f"{text[:77]}…"


def _line(error: str) -> str:
    """What the code said of its error, as one short line that every report can show: it may hold anything."""
    plain = "".join(char if char.isprintable() else " " for char in error[:_LONGEST_ERROR])
    return " ".join(plain.split())
