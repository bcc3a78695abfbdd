"""Words for what can go wrong with an export."""

from kb_app.export.errors import ExportFailed, NothingToExport
from kb_app.wording.base import Table, Words


def _nothing(error: NothingToExport) -> Words:
    if error.withheld:
        return Words(
            "Todo lo elegido es sensible y no se entrega a participantes.",
            "Elija otro material, o exporte para quien facilita.",
            "All that was chosen is sensitive and is not given to participants.",
            "Choose other material, or export for the facilitator.",
        )
    return Words(
        "No hay nada que exportar.",
        "Elija al menos un caso, un módulo o un taller.",
        "There is nothing to export.",
        "Choose at least one case, one module or one workshop.",
    )


WORDS: Table = {
    NothingToExport: _nothing,
    ExportFailed: Words(
        "No se pudo hacer el archivo {format}.",
        "No quedó nada a medias. Pruebe otro formato y avise a quien le ayuda.",
        "The {format} file could not be made.",
        "Nothing was left half-written. Try another format and tell whoever helps you.",
    ),
}
