"""The command line `batea`. Everything that the window does to data can be done here.

Exit codes: 0 done · 1 problems found or refused · 2 wrong use · 3 made with a newer
version · 4 waits for a person's decision.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from indexer.errors import ContentFolderMissing, KbError
from kb_app import __version__
from kb_app.commands.base import PROBLEMS, WRONG_USE, Room, Verb, both, leave, remark, ui_language
from kb_app.logs import log_to, quiet
from kb_app.places import find_places
from kb_app.program import Program
from kb_app.wording import explain

log = logging.getLogger(__name__)
PACK_ENDINGS = (".batea", ".batea.zip")


# The modules of the verbs: only those of the verb that is run are loaded, none for the window.
VERBS = {
    **dict.fromkeys(("backup", "doctor", "dump", "restore"), ("store",)),
    **dict.fromkeys(("new", "report", "show", "stamp", "validate"), ("library",)),
    **dict.fromkeys(("index", "search"), ("search",)),
    "export": ("export",),
    "notes": ("notes",),
    "own": ("own",),
    "pack": ("packs",),
    "tour": ("tour",),
    "workshop": ("workshop_base", "workshops", "workshop_room", "workshop_after"),
}


class Batea(Room):
    """All verbs, each loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*self.commands, *VERBS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.commands:
            for module in VERBS.get(cmd_name, ()):
                for command in importlib.import_module(f"kb_app.commands.{module}").COMMANDS:
                    self.add_command(command)
        return super().get_command(ctx, cmd_name)


@click.group(
    cls=Batea,
    invoke_without_command=True,
    help=both(
        "Batea: casos y talleres sobre mujeres en la minería artesanal, sin conexión.\n\n"
        "Sin orden alguna abre la ventana.",
        "Batea: cases and workshops on women in artisanal mining, offline.\n\n"
        "With no command it opens the window.",
    ),
)
@click.option("--data", metavar="DIR", help=both("Carpeta de sus datos.", "Folder of your data."))
@click.option(
    "--content",
    metavar="DIR",
    multiple=True,
    help=both("Carpeta de material.", "Folder with material."),
)
@click.option(
    "--ui",
    type=click.Choice(["es", "en"]),
    help=both("Idioma de menús y mensajes.", "Language of menus and messages."),
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help=both("Respuesta en JSON, para programas.", "Answer in JSON, for programs."),
)
@click.version_option(__version__, help=both("Muestra la versión.", "Show the version."))
@click.pass_context
def batea(
    context: click.Context,
    data: str | None,
    content: tuple[str, ...],
    ui: str | None,
    as_json: bool,
) -> None:
    program: Program = context.obj
    program.places = find_places(data, content)
    program.json = as_json
    log_to(program.places.log)
    if context.invoked_subcommand is None:
        leave(_open_window(program))


@batea.command(
    "open", cls=Verb, help=both("Abre la ventana con un paquete.", "Open the window with a pack.")
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.pass_obj
def open_verb(program: Program, file: Path) -> None:
    leave(_open_window(program, str(file.absolute())))


def _open_window(program: Program, pack: str = "") -> int:
    """The window needs Qt, which the rest of the command line must not load."""
    window = importlib.import_module("kb_app.app")
    return int(window.run(program, pack))


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if len(words) == 1 and words[0].endswith(PACK_ENDINGS):
        words.insert(0, "open")  # what a double click on a pack runs
    ui = ui_language(words)
    program = Program(find_places(), ui)
    quiet()
    try:
        code: Any = batea.main(words, prog_name="batea", standalone_mode=False, obj=program)
        _tell_findings(program)
        raise SystemExit(code if isinstance(code, int) else 0)
    except click.exceptions.Exit as end:
        raise SystemExit(end.exit_code) from None
    except click.Abort:
        raise SystemExit(PROBLEMS) from None
    except click.UsageError as error:
        remark(_usage_words(error, ui))
        raise SystemExit(WRONG_USE) from None
    except KbError as error:
        log.debug("foreseen", exc_info=True)
        remark(str(explain(error, ui)))
        raise SystemExit(PROBLEMS) from None
    except BrokenPipeError:
        # The reader of our output went away (`batea … | head`): nothing to tell anyone.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(PROBLEMS) from None
    except Exception as error:  # a fault of ours: no traceback for the person
        log.error("unforeseen", exc_info=error)
        remark(f"{explain(error, ui)} ({type(error).__name__}, {program.places.log.name})")
        raise SystemExit(PROBLEMS) from None
    finally:
        program.close()


def _tell_findings(program: Program) -> None:
    """Say what the person should know even if the command did what it was asked."""
    if program.has_opened_data and program.startup.repaired:
        words = importlib.import_module("kb_app.wording.startup")
        remark(str(words.startup_words(program.startup, program.ui)))
    for problem in program.read_problems:
        if isinstance(problem, ContentFolderMissing):
            remark(str(explain(problem, program.ui)))


def _usage_words(error: click.UsageError, ui: str) -> str:
    command = error.ctx.command_path if error.ctx else "batea"
    if ui == "en":
        return f"{error.format_message()} See: {command} --help"
    match error:
        case click.NoSuchOption():
            what = f"No existe la opción «{error.option_name}»."
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            what = f"Falta «{name}»."
        case click.BadParameter():
            name = error.param.name if error.param else ""
            what = f"El valor de «{name}» no sirve."
        case _:
            what = "No se entiende la orden."
    return f"{what} Vea: {command} --help"
