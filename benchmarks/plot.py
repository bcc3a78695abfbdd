"""A chart of cost against size, both axes logarithmic, as SVG without any library."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 70, 150, 48, 52
# Okabe and Ito's colours: told apart by everybody; marks differ as well.
COLOURS = ("#009E73", "#D55E00", "#0072B2", "#CC79A7", "#E69F00")


@dataclass(frozen=True)
class Line:
    """A name and its points (size, milliseconds)."""

    name: str
    points: tuple[tuple[float, float], ...]


def chart(lines: Sequence[Line], title: str) -> str:
    """The picture."""
    xs = [x for line in lines for x, _ in line.points]
    ys = [y for line in lines for _, y in line.points]
    x_low, x_high = math.log10(min(xs)), math.log10(max(xs))
    y_low, y_high = math.floor(math.log10(min(ys))), math.ceil(math.log10(max(ys)))

    def at(x: float, y: float) -> tuple[float, float]:
        across = (math.log10(x) - x_low) / max(1e-9, x_high - x_low)
        up = (math.log10(y) - y_low) / max(1, y_high - y_low)
        return (
            LEFT + across * (WIDTH - LEFT - RIGHT),
            HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM),
        )

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="13"><title>{escape(title)}</title>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="26" font-size="16" font-weight="bold">{escape(title)}</text>',
    ]
    for power in range(y_low, y_high + 1):
        x, y = at(10**x_low, 10**power)
        out.append(
            f'<line x1="{x}" y1="{y:.1f}" x2="{WIDTH - RIGHT}" y2="{y:.1f}" stroke="#ddd"/>'
            f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{10**power:g} ms</text>'
        )
    for size in sorted(set(xs)):
        x, y = at(size, 10**y_low)
        out.append(f'<text x="{x:.1f}" y="{y + 22:.1f}" text-anchor="middle">{size:,.0f}</text>')
    labels: list[float] = []
    for number, line in enumerate(sorted(lines, key=lambda each: -each.points[-1][1])):
        colour = COLOURS[lines.index(line) % len(COLOURS)]
        points = [at(x, y) for x, y in line.points]
        row = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        out.append(f'<polyline points="{row}" fill="none" stroke="{colour}" stroke-width="2.5"/>')
        for x, y in points:
            out.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>')
        x, y = points[-1]
        y = max([y, *(label + 17 for label in labels[-1:])]) if number else y
        labels.append(y)
        out.append(
            f'<text x="{x + 10:.1f}" y="{y + 4:.1f}" fill="{colour}">{escape(line.name)}</text>'
        )
    return "\n".join([*out, "</svg>", ""])
