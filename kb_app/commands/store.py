"""`backup`, `restore`, `doctor`, `dump`: the person's data."""

from __future__ import annotations

import json
import os
import shutil
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from kb_app.commands.base import PROBLEMS, Verb, both, emit, leave
from kb_app.program import Program
from kb_app.store.backups import copy_to, is_whole, list_backups, make_backup, restore
from kb_app.wording import explain

LOW_DISK_BYTES = 200 * 1024 * 1024


@click.command(cls=Verb, help=both("Guarda una copia de sus datos.", "Back up your data."))
@click.option("--out", type=click.Path(path_type=Path), help=both("Archivo.", "File."))
@click.pass_obj
def backup(program: Program, out: Path | None) -> None:
    if out is None:
        path = make_backup(program.store, program.places.backups)
    else:
        copy_to(program.store, out)
        path = out
    emit(program, {"file": str(path), "bytes": path.stat().st_size}, str(path))


@click.command(
    "restore",
    cls=Verb,
    help=both(
        "Pone una copia en lugar de sus datos; los de ahora se apartan, no se borran.",
        "Put a backup in the place of your data; what is there is put aside, not deleted.",
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def restore_verb(program: Program, file: Path) -> None:
    aside = restore(file, program.places.database)
    name = aside.name if aside else ""
    emit(program, {"restored": str(file), "put_aside": name}, name or str(file))


@click.command(
    cls=Verb,
    help=both(
        "Revisa datos, índice, copias y equipo: qué está mal y qué hacer.",
        "Check data, index, backups and machine: what is wrong and what to do.",
    ),
)
@click.pass_obj
def doctor(program: Program) -> None:
    checks = list(_checks(program))
    lines = [f"{'✓' if c['good'] else '✗'} {c['what']}" for c in checks]
    emit(program, {"good": all(c["good"] for c in checks), "checks": checks}, "\n".join(lines))
    if not all(c["good"] for c in checks):
        leave(PROBLEMS)


def _checks(program: Program) -> list[dict[str, Any]]:
    """Each thing looked at, in words."""
    en = program.ui == "en"
    rows: list[dict[str, Any]] = []

    def row(name: str, good: bool, es: str, english: str) -> None:
        rows.append({"name": name, "good": good, "what": english if en else es})

    entries = len(program.catalogue)
    row("library", entries > 0, f"Biblioteca: {entries} entradas.", f"Library: {entries} entries.")
    for problem in program.catalogue.problems:
        said = str(explain(problem, program.ui))
        row("library", False, said, said)
    state = program.startup.state
    row(
        "database",
        state in ("good", "new"),
        f"Datos: {_STATES[state][0]}.",
        f"Data: {_STATES[state][1]}.",
    )
    damaged = program.notes.damaged()
    count = program.notes.count()
    row(
        "notes",
        not damaged,
        f"Notas: {count}, {len(damaged)} revisiones dañadas.",
        f"Notes: {count}, {len(damaged)} damaged revisions.",
    )
    backups = list_backups(program.places.backups)
    good = [b for b in backups if is_whole(b.path)]
    row(
        "backups",
        len(good) == len(backups),
        f"Copias de seguridad: {len(backups)}, enteras {len(good)}.",
        f"Backups: {len(backups)}, whole {len(good)}.",
    )
    current = program.search.is_current()
    row(
        "index",
        current,
        "Índice: al día." if current else "Índice: por hacer. Use: batea index.",
        "Index: up to date." if current else "Index: to be made. Use: batea index.",
    )
    program.places.data.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(program.places.data).free
    row(
        "disk",
        free > LOW_DISK_BYTES,
        f"Disco: {free // 2**20:,} MB libres.",
        f"Disk: {free // 2**20:,} MB free.",
    )
    python = ".".join(map(str, sys.version_info[:3]))
    display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    row(
        "machine",
        True,
        f"Equipo: {sys.platform}, Python {python}, {'con' if display else 'sin'} pantalla.",
        f"Machine: {sys.platform}, Python {python}, {'with' if display else 'no'} display.",
    )
    return rows


_STATES = {
    "good": ("en orden", "in order"),
    "new": ("nuevos", "new"),
    "read-only": (
        "solo lectura; elija otra carpeta con --data para tomar notas",
        "read only; choose another folder with --data to take notes",
    ),
    "restored": (
        "el archivo estaba dañado; se usó la última copia buena",
        "the file was damaged; the newest good backup was used",
    ),
    "salvaged": (
        "el archivo estaba dañado; se rescató lo legible",
        "the file was damaged; what was readable was saved",
    ),
    "lost": (
        "el archivo estaba dañado y no había copia; se guardó aparte",
        "the file was damaged and there was no backup; it was kept aside",
    ),
}


@click.command(
    cls=Verb,
    help=both(
        "La biblioteca y sus datos como JSON, en orden estable.",
        "The library and your data as JSON, in a stable order.",
    ),
)
@click.pass_obj
def dump(program: Program) -> None:
    value = {
        "format": "batea-dump",
        "version": "1.0",
        "entries": [
            {
                "uid": entry.uid,
                "slug": entry.slug,
                "kind": entry.kind,
                "shelf": entry.shelf,
                "texts": {lang: e.sha256 for lang, e in sorted(entry.editions.items())},
            }
            for entry in program.catalogue
        ],
        "notes": sorted(({**asdict(note)} for note in program.notes.all()), key=lambda n: n["id"]),
        "collections": [asdict(collection) for collection in program.collections.all()],
        "bookmarks": program.history.bookmarks(),
    }
    click.echo(json.dumps(value, ensure_ascii=False, sort_keys=True, indent=None))


COMMANDS: list[click.Command] = [backup, restore_verb, doctor, dump]
