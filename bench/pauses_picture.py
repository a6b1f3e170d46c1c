"""Cut-ins by the length of the pause as an SVG: a bar for each pipeline, a stroke at the goal."""

from html import escape

from bench.machine import Machine
from bench.pauses import Figures, Result
from bench.picture import OURS, THEIRS

WIDTH, LEFT, RIGHT = 760, 110, 230
TOP, ROW, BAR = 54, 64, 20


def draw(result: Result, machine: Machine, date: str) -> str:
    """The whole picture; pure text, no fonts or scripts of its own."""
    viva = result.figures[0]
    bottom = TOP + ROW * len(viva.shares)
    caption = f"Dashed: the goal. {machine.cores} cores of {machine.cpu}, {date[:10]}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {bottom + 40}" role="img" '
        'font-family="system-ui, sans-serif" font-size="13">',
        f"<title>{escape(_spoken(result.figures))}</title>",
        f'<rect width="{WIDTH}" height="{bottom + 40}" rx="8" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="28" fill="#111827" font-weight="600">Pauses to think that were cut into</text>',
    ]
    for place, share in enumerate(viva.shares):
        top = TOP + ROW * place
        goal = _x(share.goal)
        parts += [
            f'<text x="16" y="{top + 26}" fill="#111827">within {share.within_s:.0f} s</text>',
            *(_bar(figures, place, top + BAR * row) for row, figures in enumerate(result.figures)),
            f'<path d="M{goal:.1f} {top - 4}v{BAR * len(result.figures) + 8}" stroke="#111827" '
            'stroke-dasharray="3 3"/>',
        ]
    parts.append(f'<text x="16" y="{bottom + 22}" fill="#6b7280" font-size="11">{escape(caption)}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _bar(figures: Figures, place: int, top: int) -> str:
    share = figures.shares[place]
    part = share.cut / max(1, share.pauses)
    colour = OURS if figures.pipeline == "Viva" else THEIRS
    end = _x(part)
    return (
        f'<path d="M{LEFT} {top + 2}H{max(end, LEFT + 1):.1f}V{top + BAR - 2}H{LEFT}Z" fill="{colour}"/>'
        f'<text x="{max(end, _x(share.goal)) + 6:.1f}" y="{top + 15}" fill="{colour}" font-size="12">'
        f"{part:.0%} of {share.pauses}, {escape(figures.pipeline)}</text>"
    )


def _x(share: float) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * share


def _spoken(all_figures: tuple[Figures, ...]) -> str:
    """The same for those who hear the page."""
    return "; ".join(
        f"{figures.pipeline}: " + ", ".join(f"{s.cut} of {s.pauses} within {s.within_s:.0f} s" for s in figures.shares)
        for figures in all_figures
    )
