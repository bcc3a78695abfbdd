"""What the start found, in words: for the window's banner, the command line and the log."""

from __future__ import annotations

from kb_app.store.recovery import StartupReport
from kb_app.wording.base import Explanation, Table

_STATES = {
    "good": ("Sus datos están en orden.", "Your data is in order."),
    "new": ("Todavía no hay datos suyos.", "There is no data of yours yet."),
    "read-only": (
        "La carpeta de datos es de solo lectura.",
        "The data folder is read only.",
    ),
    "restored": (
        "El archivo de sus datos {flaw}. Se recuperó de la copia {backup}, con {rows} cambios "
        "posteriores.",
        "The file with your data {flaw}. It was recovered from the backup {backup}, with {rows} "
        "later changes.",
    ),
    "salvaged": (
        "El archivo de sus datos {flaw} y no había copia. Se rescataron {rows} registros.",
        "The file with your data {flaw} and there was no backup. {rows} records were saved.",
    ),
    "lost": (
        "El archivo de sus datos {flaw} y no se pudo leer nada de él.",
        "The file with your data {flaw} and nothing of it could be read.",
    ),
}
_FLAWS = {
    "missing": ("no estaba", "was missing"),
    "unreadable": ("no se podía leer", "could not be read"),
    "structure": ("estaba dañado", "was damaged"),
    "foreign": ("no era de Batea", "was not Batea's"),
    "digest": ("tenía registros alterados", "had altered records"),
}


def startup_words(report: StartupReport, ui: str) -> Explanation:
    """What was found when the data was opened, and what to do ("" when nothing is)."""
    en = int(ui == "en")
    flaw = _FLAWS.get(report.flaw, ("", ""))[en]
    what = _STATES[report.state][en].format(
        flaw=flaw, backup=report.backup, rows=report.salvaged + report.mirrored
    )
    if report.state == "good" and report.mirrored:
        what = (
            f"{report.mirrored} saved changes were missing and were put back from the mirror.",
            f"Faltaban {report.mirrored} cambios guardados; se repusieron desde el espejo.",
        )[1 - en]
    now: list[str] = []
    if report.state == "read-only":
        now.append(
            "You can read and search. To take notes, choose another folder with --data."
            if en
            else "Puede leer y buscar. Para tomar notas, elija otra carpeta con --data."
        )
        if flaw:
            now.append(
                f"The file {flaw}; what you see was put together from the backups."
                if en
                else f"El archivo {flaw}; lo que ve se reunió de las copias."
            )
    elif report.repaired:
        now.append("Look through your last notes." if en else "Revise sus últimas notas.")
        if report.kept:
            now.append(
                f"The damaged file is kept as {report.kept}."
                if en
                else f"El archivo dañado se guardó como {report.kept}."
            )
    if report.unprotected:
        now.append(
            "Backups cannot be written: make one elsewhere with “batea backup --out”."
            if en
            else "No se pueden escribir copias: haga una en otro lugar con «batea backup --out»."
        )
    return Explanation(what, " ".join(now))


WORDS: Table = {}
