"""What the verbs of `workshop` share: their group, options that more than one takes, and how
what is typed is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from kb_app.commands.base import Room, both, emit
from kb_app.program import Program
from kb_app.store.errors import FileExists, FolderUnwritable
from kb_app.store.files import write_whole
from kb_app.workshops.errors import BlockMissing, TimeUnreadable
from kb_app.workshops.model import KINDS, Block, Workshop
from kb_app.workshops.timing import minutes_of

FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)
PEOPLE = click.IntRange(0, 100_000)

ID = click.argument("workshop_id", metavar="ID")
ANY_ID = click.argument("workshop_id", metavar="ID", required=False)
TITLE = click.option("--title", help=both("Título.", "Title."))
VENUE = click.option("--venue", help=both("Lugar.", "Place."))
PARTICIPANTS = click.option(
    "--participants", type=click.IntRange(0, 10_000), help=both("Personas.", "People.")
)
GROUP_SIZE = click.option(
    "--group-size", type=click.IntRange(1, 1000), help=both("Por grupo.", "A group.")
)
FIRST_DAY = click.option("--date", "first", help=both("Primer día (ISO).", "First day (ISO)."))
MINUTES = click.option("--minutes", type=click.IntRange(0, 1440), help=both("Minutos.", "Minutes."))
ANCHOR = click.option(
    "--anchor", help=both("Hora fija; vacía la quita.", "Fixed time; empty drops it.")
)
KIND = click.option("--kind", type=click.Choice(KINDS), help=both("Clase.", "Kind."))
NOW = click.option("--now", "now", required=True, help=both("Qué hora es.", "What time it is."))
OUT = click.option("--out", type=FILE, required=True, help=both("Archivo.", "File."))


@click.group("workshop", cls=Room, help=both("Talleres.", "Workshops."))
def workshop() -> None:
    pass


def given_only(**given: Any) -> dict[str, Any]:
    """The options that were given. Raises TimeUnreadable for an anchor that is no time."""
    if given.get("anchor"):
        moment_of(given["anchor"])
    return {name: value for name, value in given.items() if value is not None}


def moment_of(clock: str) -> int:
    """A time of day as minutes after midnight. Raises TimeUnreadable."""
    found = minutes_of(clock)
    if found is None:
        raise TimeUnreadable(clock)
    return found


def block_of(plan: Workshop, wanted: str) -> Block:
    """The block with that id, or whose id begins so. Raises BlockMissing."""
    found = [b for b in plan.blocks() if b.id == wanted]
    found = found or [b for b in plan.blocks() if len(wanted) > 3 and b.id.startswith(wanted)]
    if len(found) != 1:
        raise BlockMissing(wanted)
    return found[0]


def save_plan(program: Program, plan: Workshop, blocks: Sequence[str]) -> None:
    """Save a changed plan and say which blocks it was about."""
    saved = program.workshops.save(plan)
    emit(program, {"id": saved.id, "blocks": list(blocks)}, "\n".join(blocks) or saved.id)


def write_new(out: Path, data: bytes) -> None:
    """Write a file that is not there yet. Raises FileExists, FolderUnwritable."""
    if out.exists():
        raise FileExists(out.name)
    try:
        write_whole(out, data)
    except OSError as error:
        raise FolderUnwritable(out.absolute().parent.name) from error


COMMANDS: list[click.Command] = [workshop]
