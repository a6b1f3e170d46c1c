"""Submitted code gets nowhere: each test is an attack that must end as an ordinary wrong answer."""

import os
import shutil
import socket
import threading
from pathlib import Path

import pytest

from interview.spec import CodeTest, CodingTask, Language
from scoring.code.coding import Answer, CodeRun, run_code
from scoring.code.sandbox import Sandbox
from scoring.code.walls import Limits
from tests.scoring.calls import DCG, dcg_task

pytestmark = pytest.mark.skipif(shutil.which("bwrap") is None, reason="needs bubblewrap: apt-get install bubblewrap")

DCG_JAVASCRIPT = """
function dcg(relevances) {
  return relevances.reduce((sum, rel, place) => sum + rel / Math.log2(place + 2), 0);
}
"""
LIMITS = Limits(wall_s=2, cpu_s=2)


def run(language: Language, source: str, task: CodingTask | None = None, sandbox: Sandbox | None = None) -> CodeRun:
    answer = Answer(language=language, source=source, submitted=True, at_ms=0, seq=1)
    return run_code(answer, task or dcg_task(), sandbox or Sandbox(LIMITS))


def one(language: Language, body: str, expected: object = "in") -> CodeRun:
    """Runs `f()` whose right answer would mean that the attack worked."""
    task = CodingTask(
        functions={"python": "f", "javascript": "f"},
        starter={},
        visible_tests=(CodeTest(name="attack", args=(), expected=expected),),
        hidden_tests=(CodeTest(name="again", args=(), expected=expected),),
    )
    return run(language, body, task)


@pytest.mark.parametrize(("language", "source"), [("python", DCG), ("javascript", DCG_JAVASCRIPT)])
def test_a_right_answer_passes_every_test(language: Language, source: str) -> None:
    result = run(language, source)
    assert result.status == "run"
    assert (result.passed(), result.total()) == (5, 5)


@pytest.mark.parametrize(
    "source",
    [
        DCG_JAVASCRIPT + "module.exports = { dcg };",
        DCG_JAVASCRIPT + "exports.dcg = dcg;",
        DCG_JAVASCRIPT + "export { dcg };",
        DCG_JAVASCRIPT + "export default dcg;",
        DCG_JAVASCRIPT + "const module = 1; let exports = 2;",
        "export " + DCG_JAVASCRIPT.lstrip(),
        "module.exports = " + DCG_JAVASCRIPT.replace("dcg", ""),
        "exports.dcg = " + DCG_JAVASCRIPT.replace("dcg", ""),
    ],
)
def test_a_right_javascript_answer_may_export_its_function_in_any_of_the_usual_ways(source: str) -> None:
    assert run("javascript", source).passed() == 5


@pytest.mark.parametrize(
    ("source", "caught_by"),
    [
        ("import math\ndef dcg(r): return sum(x / math.log2(i + 1) for i, x in enumerate(r))", "zeros"),
        ("import math\ndef dcg(r): return sum(x / math.log(i + 2) for i, x in enumerate(r))", "order matters"),
        (
            "import math\ndef dcg(r): return sum(x / math.log2(i + 2) for i, x in enumerate(sorted(r)[::-1]))",
            "order matters",
        ),
        ("import math\ndef dcg(r): return round(sum(x / math.log2(i + 2) for i, x in enumerate(r)), 2)", "floats"),
        (
            "import math\ndef dcg(r): return sum((2 ** x - 1) / math.log2(i + 2) for i, x in enumerate(r))",
            "order matters",
        ),
        ("def dcg(r): return sum(r) / len(r)", "empty list"),
        ("def dcg(r): return 4.2618595071429155", "empty list"),
    ],
)
def test_wrong_variants_are_found_by_the_hidden_tests(source: str, caught_by: str) -> None:
    result = run("python", source)
    assert caught_by in [test.name for test in result.tests if test.group == "hidden" and test.status != "passed"]


def test_printing_does_not_disturb_the_result() -> None:
    noisy = "print('{\"value\": 1}' * 20000)\n" + DCG
    assert run("python", noisy).passed() == 5
    assert run("javascript", "console.log('{\"value\": 1}'.repeat(20000));" + DCG_JAVASCRIPT).passed() == 5


@pytest.mark.parametrize(
    "ending", ["import sys; sys.exit(0)", "import os; os._exit(0)", "raise KeyboardInterrupt", "1 +"]
)
def test_code_that_ends_the_program_is_an_error_of_its_own(ending: str) -> None:
    assert {test.status for test in run("python", ending).tests} == {"error"}


def test_a_replaced_json_or_a_forged_message_gains_nothing() -> None:
    forged = """
import json, os, sys
json.dumps = lambda *a, **k: '{"value": 0}'
json.load = None
def dcg(relevances):
    os.write(int(sys.argv[1]), b'{"status": "passed", "passed": true}')
    os._exit(0)
"""
    assert run("python", forged).passed() == 0
    javascript = "JSON.stringify = () => '{\"value\": 4.2618595071429155}'; function dcg() { return 0; }"
    assert run("javascript", javascript).tests[0].status == "failed"


def test_the_expected_value_is_not_inside() -> None:
    looks_everywhere = """
import gc, sys
def f():
    frame, seen = sys._getframe(), []
    while frame:
        seen.append(repr(frame.f_locals)); frame = frame.f_back
    seen += sys.argv, sys.orig_argv
    seen += [repr(o) for o in gc.get_objects() if isinstance(o, dict)]
    return 'zebra' + '-42' if 'zebra' + '-42' in ' '.join(seen) else ''
"""
    assert one("python", looks_everywhere, "zebra-42").passed() == 0


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("python", "def f():\n  while True: pass"),
        ("javascript", "function f() { while (true) {} }"),
        ("javascript", "function f() { return new Promise(() => setInterval(() => {}, 1)); }"),
        ("python", "import time\ndef f(): time.sleep(60)"),
    ],
)
def test_an_endless_call_times_out(language: Language, body: str) -> None:
    task = dcg_task().model_copy(update={"functions": {language: "f"}})
    quick = Sandbox(Limits(wall_s=0.5, cpu_s=1))
    body = body.replace("def f()", "def f(r)")
    result = run(language, body, task, quick)
    assert {test.status for test in result.tests} <= {"timeout", "error"}
    assert "timeout" in {test.status for test in result.tests}


def test_a_fork_bomb_makes_no_process() -> None:
    bomb = "import os\ndef f():\n  os.fork()\n  return 'in'"
    assert one("python", bomb).tests[0].detail.startswith("PermissionError")
    spawn = "import subprocess, sys\ndef f():\n  subprocess.Popen([sys.executable]); return 'in'"
    assert one("python", spawn).passed() == 0
    javascript = """function f() {
      const made = process.getBuiltinModule('child_process').spawnSync(process.execPath, ['-v']);
      return made.error ? made.error.code : 'in';
    }"""
    assert one("javascript", javascript).passed() == 0


def test_there_is_no_network() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        reached = threading.Event()

        def accept() -> None:
            try:
                server.accept()[0].close()
                reached.set()
            except OSError:
                return

        listener = threading.Thread(target=accept, daemon=True)
        listener.start()
        python = f"import socket\ndef f():\n  socket.create_connection(('127.0.0.1', {port}), 1)\n  return 'in'"
        assert one("python", python).passed() == 0
        javascript = (
            "function f() { return new Promise((done) => { const s = process.getBuiltinModule('net').connect("
            f"{port}, '127.0.0.1', () => done('in')); s.on('error', (e) => done(e.code)); }}); }}"
        )
        assert one("javascript", javascript).passed() == 0
        assert not reached.is_set()
        server.shutdown(socket.SHUT_RDWR)
        listener.join(5)


@pytest.mark.parametrize(
    "path", ["/etc/shadow", "/etc/passwd", "/root", str(Path.home()), str(Path(__file__).resolve())]
)
def test_nothing_of_the_machine_can_be_read(path: str) -> None:
    body = f"import os\ndef f():\n  return 'in' if os.path.exists({path!r}) else 'out'"
    assert {test.detail for test in one("python", body).tests} == {'Expected "in", got "out".'}


def test_secrets_in_the_environment_stay_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIVA_LLM_API_KEY", "secret")
    body = "import os\ndef f(): return 'in' if 'VIVA_LLM_API_KEY' in os.environ else 'out'"
    assert {test.status for test in one("python", body).tests} == {"failed"}
    # With a /proc inside, the first process's environment, which is the scorer's, could be read.
    body = "import os\ndef f(): return 'in' if os.path.exists('/proc') else 'out'"
    assert {test.status for test in one("python", body).tests} == {"failed"}


@pytest.mark.parametrize("path", ["/usr/lib/x", "/opt/run/call.py", "/x", "/tmp/x", "/dev/shm/x", "/opt/run/lib/x"])
def test_nothing_can_be_written_anywhere(path: str) -> None:
    body = f"def f():\n  open({path!r}, 'w').write('x')\n  return 'in'"
    result = one("python", body)
    assert {test.status for test in result.tests} == {"error"}
    assert path.startswith("/opt") or not os.path.exists(path)


def test_huge_results_and_huge_memory_are_refused() -> None:
    assert (
        one("python", "def f(): return 'in' * 10**7").tests[0].detail
        == "The returned value is too long to be the answer."
    )
    assert one("python", "def f(): return len(bytearray(4 * 10**9))").tests[0].detail.startswith("MemoryError")
    hungry = "function f() { const all = []; while (true) all.push(new Array(1e6).fill(all.length)); }"
    assert one("javascript", hungry).passed() == 0
    buffers = "function f() { const all = []; while (true) all.push(Buffer.alloc(1e8, 1)); }"
    assert one("javascript", buffers).passed() == 0


def test_a_whole_number_must_be_the_very_one() -> None:
    assert one("python", "def f(): return 1_000_001", 1_000_000).passed() == 0
    assert one("python", "def f(): return 1_000_000", 1_000_000).passed() == 2
    assert one("python", "def f(): return 3.0000000001", 3).passed() == 2
    assert one("javascript", "const f = () => 3.0000000001", 3).passed() == 2


def test_an_error_is_one_short_line_whatever_the_code_writes() -> None:
    forged = """
import json, os, sys
def f():
    said = json.dumps({"error": chr(0xD800) + "a" + chr(0) + chr(27) + chr(0x202E) + "b" * 100000})
    os.write(int(sys.argv[1]), said.encode())
    os._exit(0)
"""
    detail = one("python", forged).tests[0].detail
    assert detail.startswith("a b")
    assert len(detail) < 250
    assert detail.isprintable()


def test_a_value_nested_without_end_is_a_wrong_answer() -> None:
    for depth in (400, 900, 960, 2000):
        nested = (
            f"import os, sys\ndef f():\n  os.write(int(sys.argv[1]), b'{{\"value\": ' + b'[' * {depth} + b']' * {depth}"
        )
        assert one("python", f"{nested} + b'}}')\n  os._exit(0)").passed() == 0


@pytest.mark.parametrize("value", ["float('nan')", "'4.26'", "None", "True", "[1]", "object()", "10**400"])
def test_strange_results_are_wrong_answers(value: str) -> None:
    assert run("python", f"def dcg(r): return {value}").passed() == 0


def test_code_with_a_lone_surrogate_is_an_error_not_a_crash() -> None:
    assert run("python", "def dcg(r): return '\ud800'").passed() == 0


def test_the_wrong_name_is_said() -> None:
    assert run("python", "def cdg(r): return 0").tests[0].detail == "There is no function named dcg."


def test_installed_packages_cannot_be_imported() -> None:
    assert one("python", "def f():\n  import pydantic\n  return 'in'").passed() == 0


def test_without_bubblewrap_nothing_is_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    monkeypatch.setenv("PATH", str(tmp_path))
    result = run("python", f"open({str(marker)!r}, 'w')\n" + DCG)
    assert (result.status, result.tests) == ("unscored", ())
    assert "install bubblewrap" in result.reason
    assert not marker.exists()


def test_a_sandbox_that_does_not_start_is_unscored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "bwrap"
    broken.write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    result = run("python", DCG)
    assert result.status == "unscored"
    assert "No permissions to create new namespace" in result.reason
