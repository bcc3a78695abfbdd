"""`./run bench [NAME…] [--option=value…]`: run benchmarks and write their sections.

Each name is a module here with `report(**options) -> str`, which returns its section of
RESULTS.md as Markdown; options are passed as text. Without names all are run.
"""

from __future__ import annotations

import importlib
import sys

from benchmarks.results import SECTIONS, write_section


def main(arguments: list[str]) -> None:
    names = [word for word in arguments if not word.startswith("-")] or list(SECTIONS)
    settings = [word for word in arguments if word.startswith("-")]
    if not set(names) <= set(SECTIONS) or any("=" not in word for word in settings):
        sys.exit(f"./run bench [NAME…] [--option=value…]; names: {', '.join(SECTIONS)}")
    options = dict(word.removeprefix("--").split("=", 1) for word in settings)
    for name in names:
        section = importlib.import_module(f"benchmarks.{name}").report(**options)
        write_section(name, section)
        print(section)


if __name__ == "__main__":
    main(sys.argv[1:])
