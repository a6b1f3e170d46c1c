"""Pictures of a measurement of the grades: ours against people's, and both distributions."""

from collections.abc import Sequence
from html import escape

OURS, THEIRS = "#0f766e", "#9a3412"
SIDE, LEFT, TOP = 360, 56, 40


def agreement_picture(rows: Sequence[tuple[float, float]], caption: str) -> str:
    """A dot an answer, people's grade across and ours up; pure text, no fonts or scripts of its own."""
    parts = _frame(SIDE + LEFT + 30, SIDE + TOP + 70, "Grades against people's", caption)
    for tick in range(6):
        x, y = _x(tick), _y(tick)
        parts.append(f'<path d="M{x:.1f} {TOP}V{TOP + SIDE}M{LEFT} {y:.1f}H{LEFT + SIDE}" stroke="#e5e7eb"/>')
        parts.append(f'<text x="{x:.1f}" y="{TOP + SIDE + 18}" fill="#6b7280" text-anchor="middle">{tick}</text>')
        parts.append(f'<text x="{LEFT - 10}" y="{y + 4:.1f}" fill="#6b7280" text-anchor="end">{tick}</text>')
    parts.append(f'<path d="M{_x(0)} {_y(0)}L{_x(5)} {_y(5)}" stroke="#6b7280" stroke-dasharray="4 4"/>')
    parts += [
        f'<circle cx="{_x(theirs):.1f}" cy="{_y(ours):.1f}" r="4" fill="{OURS}" opacity="0.35"/>'
        for theirs, ours in rows
    ]
    return "\n".join([*parts, "</svg>", ""])


def distribution_picture(ours: Sequence[int], theirs: Sequence[int], caption: str) -> str:
    """Two bars for each whole grade: how many answers got it from us and from people."""
    highest = max(*ours, *theirs, 1)
    parts = _frame(SIDE + LEFT + 30, 300, "How often each grade is given", caption)
    for place, pair in enumerate(zip(ours, theirs, strict=True)):
        for side, (count, colour) in enumerate(zip(pair, (OURS, THEIRS), strict=True)):
            height = 180 * count / highest
            x = LEFT + place * SIDE / 6 + side * 24
            parts.append(f'<rect x="{x:.1f}" y="{230 - height:.1f}" width="22" height="{height:.1f}" fill="{colour}"/>')
            parts.append(
                f'<text x="{x + 11:.1f}" y="{226 - height:.1f}" fill="{colour}" font-size="11" '
                f'text-anchor="middle">{count}</text>'
            )
        middle = LEFT + place * SIDE / 6 + 23
        parts.append(f'<text x="{middle:.1f}" y="248" fill="#111827" text-anchor="middle">{place}</text>')
    parts.append(f'<text x="{LEFT}" y="268" fill="{OURS}">ours</text>')
    parts.append(f'<text x="{LEFT + 50}" y="268" fill="{THEIRS}">people\'s mean</text>')
    return "\n".join([*parts, "</svg>", ""])


def _frame(width: int, height: int, title: str, caption: str) -> list[str]:
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        'font-family="system-ui, sans-serif" font-size="13">',
        f"<title>{escape(title)}: {escape(caption)}</title>",
        f'<rect width="{width}" height="{height}" rx="8" fill="#ffffff"/>',
        f'<text x="16" y="24" fill="#111827" font-weight="600">{escape(title)}</text>',
        f'<text x="16" y="{height - 12}" fill="#6b7280" font-size="11">{escape(caption)}</text>',
    ]


def _x(grade: float) -> float:
    return LEFT + SIDE * grade / 5


def _y(grade: float) -> float:
    return TOP + SIDE * (1 - grade / 5)
