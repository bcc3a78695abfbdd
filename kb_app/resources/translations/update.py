"""Brings the translation files up to date with the source (`./run translations`).

The source language of the window is English. `batea_es.ts` holds a Spanish sentence for each
string; `batea_en.ts` only the plural forms. Qt Linguist's own tools do the work: lupdate
finds the strings in the code, lrelease makes the `.qm` files that the program loads.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import PySide6

HERE = Path(__file__).parent
PACKAGE = HERE.parents[1]
TOOLS = Path(PySide6.__file__).parent


def update(folder: Path = HERE) -> None:
    """Find the strings of `views` and `app` anew, keep what is translated, make the .qm files."""
    sources = sorted(str(p) for room in ("views", "app") for p in (PACKAGE / room).rglob("*.py"))
    for lang, options in (("es", ()), ("en", ("-pluralonly",))):
        written = folder / f"batea_{lang}.ts"
        _tool("lupdate", "-silent", "-no-obsolete", "-locations", "none", *options,
              "-source-language", "en_US", *sources, "-ts", str(written))  # fmt: skip
        # Put in place whole: a window that is open has the old file mapped into its memory, and
        # one that shrinks under it would end the program (SIGBUS).
        made = written.with_suffix(".qm.part")
        _tool("lrelease", "-silent", str(written), "-qm", str(made))
        made.replace(written.with_suffix(".qm"))


def unfinished(ts_file: Path) -> Iterator[str]:
    """The strings of a .ts file that nobody has translated yet, as "Context: text"."""
    for context in ElementTree.parse(ts_file).getroot().iter("context"):
        for message in context.iter("message"):
            found = message.find("translation")
            forms = list(found.iter("numerusform")) if found is not None else []
            texts = [form.text for form in forms] or [found.text if found is not None else None]
            if found is None or found.get("type") == "unfinished" or not all(texts):
                yield f"{context.findtext('name')}: {message.findtext('source')}"


def _tool(name: str, *words: str) -> None:
    subprocess.run([str(TOOLS / name), *words], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    update()
    missing = [line for lang in ("es", "en") for line in unfinished(HERE / f"batea_{lang}.ts")]
    sys.stdout.write("".join(f"{line}\n" for line in missing) or "translations: ok\n")
    sys.exit(bool(missing))
