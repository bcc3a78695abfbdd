"""`./run bench [NAME…] [--option=value…]`: run benchmarks and write their sections.

Each name is a module here with `report(**options) -> str`, which returns its section of
RESULTS.md as Markdown; options are passed as text. Without names all are run that need nothing
but this folder. `./run bench collection FOLDER`: the one that needs data from elsewhere.
"""

from __future__ import annotations

import importlib
import sys

from benchmarks.results import BROUGHT, SECTIONS, write_section

USAGE = f"""./run bench [NAME…] [--option=value…]
./run bench {"|".join(sorted(BROUGHT))} FOLDER
names: {", ".join(SECTIONS)}"""


def main(arguments: list[str]) -> None:
    names, options = asked(arguments)
    for name in names:
        section = importlib.import_module(f"benchmarks.{name}").report(**options)
        write_section(name, section)
        print(section)


def asked(arguments: list[str]) -> tuple[list[str], dict[str, str]]:
    """The benchmarks and their options. Ends the program with the usage for anything else."""
    names = [word for word in arguments if not word.startswith("-")]
    settings = [word for word in arguments if word.startswith("-")]
    if len(names) == 2 and names[0] in BROUGHT:
        settings.append(f"--folder={names.pop()}")
    names = names or [name for name in SECTIONS if name not in BROUGHT]
    if not set(names) <= set(SECTIONS) or any("=" not in word for word in settings):
        sys.exit(USAGE)
    options = dict(word.removeprefix("--").split("=", 1) for word in settings)
    if BROUGHT & set(names) and "folder" not in options:
        sys.exit(USAGE)
    return names, options


if __name__ == "__main__":
    main(sys.argv[1:])
