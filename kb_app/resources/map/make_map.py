"""Make `world.json` from world-atlas 2.0.2 (npm, ISC; Natural Earth, public domain).

    python make_map.py countries-110m.json countries-50m.json codes.json > world.json

The world at 1:110m, the seven countries of Central America at 1:50m; degrees with two
decimals; outer rings only, cut at 180°. `codes.json` (npm i18n-iso-countries) turns the
numeric codes into ISO 3166-1 alpha-2; land without a code is under "--".
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

CENTRAL_AMERICA = {"GT", "BZ", "HN", "SV", "NI", "CR", "PA"}
Point = tuple[float, float]


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs in degrees (TopoJSON: quantized and delta-encoded)."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def shapes(topology: dict[str, Any]) -> Iterator[tuple[str, list[list[Point]]]]:
    """(numeric code, outer rings) of each country."""
    arcs = arcs_of(topology)
    for shape in topology["objects"]["countries"]["geometries"]:
        parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = []
        for part in parts:
            ring: list[Point] = []
            for number in part[0]:
                points = arcs[number] if number >= 0 else arcs[~number][::-1]
                ring += points[1:] if ring else points
            rings += cut(ring)
        yield shape.get("id", ""), rings


def cut(ring: list[Point]) -> list[list[Point]]:
    """A ring that crosses 180° as two that do not."""
    unrolled = [ring[0]]
    for x, y in ring[1:]:
        before = unrolled[-1][0]
        while x - before > 180:
            x -= 360
        while x - before < -180:
            x += 360
        unrolled.append((x, y))
    out = []
    for turn in (-360, 0, 360):
        part = clip(
            clip([(x + turn, y) for x, y in unrolled], lambda p: p[0] <= 180, 180),
            lambda p: p[0] >= -180, -180,
        )  # fmt: skip
        if len(part) > 3:
            out.append(part)
    return out


def clip(ring: list[Point], inside: Callable[[Point], bool], edge: float) -> list[Point]:
    """What of a ring lies on one side of a meridian (Sutherland and Hodgman, 1974)."""
    out: list[Point] = []
    for one, two in zip(ring, ring[1:] + ring[:1], strict=True):
        if inside(one):
            out.append(one)
        if inside(one) != inside(two):
            share = (edge - one[0]) / (two[0] - one[0])
            out.append((edge, one[1] + share * (two[1] - one[1])))
    return out


def main(world: str, finer: str, codes: str) -> None:
    """Write the map to standard output."""
    names = {row[2]: row[0] for row in json.loads(Path(codes).read_text(encoding="utf-8"))}
    found: dict[str, list[list[Point]]] = {}
    for path, wanted in ((world, None), (finer, CENTRAL_AMERICA)):
        topology = json.loads(Path(path).read_text(encoding="utf-8"))
        for number, rings in shapes(topology):
            code = names.get(number, "--")
            if code == "AQ" or (wanted is not None and code not in wanted):
                continue
            found[code] = rings if wanted else found.get(code, []) + rings
    flat = {
        code: [[round(value, 2) for point in ring for value in point] for ring in rings]
        for code, rings in sorted(found.items())
    }
    json.dump(flat, sys.stdout, separators=(",", ":"))


if __name__ == "__main__":
    main(*sys.argv[1:])
