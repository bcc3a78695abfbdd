"""`tour`: the main job from end to end without a display, with a picture of every screen."""

from __future__ import annotations

import importlib
from pathlib import Path

import click

from kb_app.commands.base import Verb, both, emit, remark
from kb_app.program import Program


@click.command(
    "tour",
    cls=Verb,
    help=both(
        "El recorrido completo sin pantalla, con una imagen de cada pantalla.",
        "The whole tour without a display, with a picture of every screen.",
    ),
)
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("tour"),
    help=both("Carpeta.", "Folder."),
)  # fmt: skip
@click.option(
    "--lang", "langs", type=click.Choice(["es", "en"]), multiple=True, default=("es", "en"),
    help=both("Idiomas de las imágenes.", "Languages of the pictures."),
)  # fmt: skip
@click.option(
    "--theme", "themes", type=click.Choice(["light", "dark", "contrast"]), multiple=True,
    default=("light", "dark"), help=both("Temas de las imágenes.", "Themes of the pictures."),
)  # fmt: skip
@click.pass_obj
def tour_verb(program: Program, out: Path, langs: tuple[str, ...], themes: tuple[str, ...]) -> None:
    # Qt is loaded only for this verb and for the window.
    touring = importlib.import_module("kb_app.app.touring")
    pictures = touring.tour(out, program.places.content, program.ui, remark, langs, themes)
    emit(program, {"folder": str(out), "pictures": pictures}, str(out))


COMMANDS: list[click.Command] = [tour_verb]
