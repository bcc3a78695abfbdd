"""What all commands share: help in two languages, JSON, exit codes.

Texts of help are given as a pair with `both`; the pair is parted only when it is shown,
in the language that `main` found in `--ui` or in the locale.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

import click

from kb_app.program import Program

DONE, PROBLEMS, WRONG_USE, NEWER_VERSION, WAITS = 0, 1, 2, 3, 4
_PARTING = "\x1f"
_HEADINGS = {"Options": "Opciones", "Commands": "Órdenes", "Arguments": "Argumentos"}


def both(es: str, en: str) -> str:
    """A text of help in Spanish and in English."""
    return f"{es}{_PARTING}{en}"


def ui_language(argv: Sequence[str]) -> str:
    """`--ui es|en` if given, else the locale; Spanish unless it says English."""
    for position, word in enumerate(argv):
        if word == "--ui" and position + 1 < len(argv):
            return "en" if argv[position + 1] == "en" else "es"
        if word.startswith("--ui="):
            return "en" if word == "--ui=en" else "es"
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "en" if next((n for n in names if n), "").lower().startswith("en") else "es"


def chosen(text: str, ui: str) -> str:
    """One half of a pair made by `both`; any other text as it is."""
    es, parting, en = text.partition(_PARTING)
    return en if parting and ui == "en" else es


class _Formatter(click.HelpFormatter):
    def __init__(self, ui: str, width: int | None, max_width: int | None) -> None:
        super().__init__(width=width, max_width=max_width)
        self._ui = ui

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or ("Usage: " if self._ui == "en" else "Uso: "))

    def write_heading(self, heading: str) -> None:
        super().write_heading(heading if self._ui == "en" else _HEADINGS.get(heading, heading))

    def write_text(self, text: str) -> None:
        super().write_text(chosen(text, self._ui))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        super().write_dl([(a, chosen(b, self._ui)) for a, b in rows], col_max, col_spacing)


class _Context(click.Context):
    def make_formatter(self) -> click.HelpFormatter:
        program = self.find_root().obj
        ui = program.ui if isinstance(program, Program) else "es"
        return _Formatter(ui, self.terminal_width, self.max_content_width)


class Verb(click.Command):
    """A command whose help is in two languages."""

    context_class = _Context

    def get_short_help_str(self, limit: int = 45) -> str:
        return self.short_help or self.help or ""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _bilingual_help_option(super().get_help_option(ctx))


class Room(click.Group):
    """A group of commands whose help is in two languages."""

    context_class = _Context
    command_class = Verb
    group_class = type

    def get_short_help_str(self, limit: int = 45) -> str:
        return self.short_help or self.help or ""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _bilingual_help_option(super().get_help_option(ctx))


def _bilingual_help_option(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = both("Muestra esta ayuda.", "Show this help.")
    return option


def emit(program: Program, value: Any, text: str) -> None:
    """The answer: one JSON object with `--json`, else the text. Nothing else on stdout."""
    if program.json:
        click.echo(json.dumps(value, ensure_ascii=False))
    elif text:
        click.echo(text)


def remark(text: str) -> None:
    """A message for the person, on standard error."""
    click.echo(text, err=True)


def leave(code: int) -> NoReturn:
    """End with an exit code of the table in the command line's design."""
    raise SystemExit(code)
