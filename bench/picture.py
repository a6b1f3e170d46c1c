"""Both distributions as an SVG: a dot a turn, a stroke at the median, a thinner one at p95."""

from html import escape

from bench.figures import Run, counted, to_question
from interview.waiting import spread

TITLE = "From the last word to the first sound, seconds"
WIDTH, LEFT, RIGHT = 760, 170, 30
TOP, ROW = 54, 74
OURS, THEIRS = "#0f766e", "#9a3412"
TICKS = (250, 500, 1000, 2000, 5000)
"""Steps of the axis in ms; the smallest that needs at most eight is taken."""


def draw(runs: list[Run], *caption: str) -> str:
    """The whole picture with lines of caption; pure text, no fonts or scripts of its own."""
    rows = _samples(runs)
    longest = max((max(samples, default=0) for samples in rows.values()), default=0)
    step = next((step for step in TICKS if longest <= 8 * step), TICKS[-1])
    end = max(step, -(-longest // step) * step)
    height = TOP + ROW * len(rows) + 44 + 16 * len(caption)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        'font-family="system-ui, sans-serif" font-size="13">',
        f"<title>{escape(_spoken(rows))}</title>",
        f'<rect width="{WIDTH}" height="{height}" rx="8" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="28" fill="#111827" font-weight="600">{TITLE}</text>',
    ]
    for tick in range(0, end + 1, step):
        x = _x(tick, end)
        bottom = TOP + ROW * len(rows)
        parts.append(f'<path d="M{x:.1f} {TOP - 8}V{bottom}" stroke="#e5e7eb"/>')
        parts.append(f'<text x="{x:.1f}" y="{bottom + 18}" fill="#6b7280" text-anchor="middle">{tick / 1000:g}</text>')
    for place, (name, samples) in enumerate(rows.items()):
        parts += _row(name, samples, TOP + ROW * place, end)
    for place, line in enumerate(reversed(caption)):
        y = height - 14 - 16 * place
        parts.append(f'<text x="16" y="{y}" fill="#6b7280" font-size="11">{escape(line)}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _samples(runs: list[Run]) -> dict[str, list[int]]:
    """The rows: each pipeline to its first sound and, where bridging lines came first, to the question as well."""
    rows: dict[str, list[int]] = {}
    for run in runs:
        rows[run.pipeline] = counted(run.turns)
        if any(turn.question_ms for turn in run.turns):
            rows[f"{run.pipeline}, to the question"] = to_question(run.turns)
    return rows


def _row(name: str, samples: list[int], top: int, end: int) -> list[str]:
    label = f'<text x="16" y="{top + 32}" fill="#111827">{escape(name)}</text>'
    colour = OURS if name.startswith("Viva") else THEIRS
    figures = spread(samples)
    if figures is None:
        return [label]
    median, p95 = _x(figures.median, end), _x(figures.p95, end)
    look = f'r="4.5" fill="{colour}" opacity="0.55"'
    # Dots that would hide each other lie on three levels in turn.
    dots = [
        f'<circle cx="{_x(sample, end):.1f}" cy="{top + 18 + 10 * (place % 3)}" {look}/>'
        for place, sample in enumerate(sorted(samples))
    ]
    return [
        label,
        f'<path d="M{median:.1f} {top + 6}v44" stroke="{colour}" stroke-width="3"/>',
        f'<path d="M{p95:.1f} {top + 10}v36" stroke="{colour}" stroke-dasharray="3 3"/>',
        *dots,
        f'<text x="{median:.1f}" y="{top + 64}" fill="{colour}" text-anchor="middle" font-size="12">'
        f"{figures.median / 1000:.2f} median</text>",
    ]


def _x(ms: int, end: int) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * ms / end


def _spoken(rows: dict[str, list[int]]) -> str:
    """The same for those who hear the page."""
    told = []
    for name, samples in rows.items():
        if figures := spread(samples):
            told.append(f"{name}: median {figures.median} ms, p95 {figures.p95} ms, maximum {figures.maximum} ms")
    return "; ".join(told)
