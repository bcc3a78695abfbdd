"""Words for what can go wrong with an export."""

from kb_app.export.errors import (
    ComparisonSize,
    ExportFailed,
    LogoUnreadable,
    NameUnusable,
    NothingToExport,
)
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
    NameUnusable: Words(
        "No se puede guardar un archivo con el nombre «{name}».",
        "Escriba un nombre más corto, sin signos como / : * ?",
        "A file cannot be saved under the name “{name}”.",
        "Write a shorter name, without signs such as / : * ?",
    ),
    LogoUnreadable: Words(
        "«{name}» no es una imagen que se pueda poner en la portada.",
        "Elija un logotipo PNG o JPEG.",
        "“{name}” is not a picture that can stand on the cover.",
        "Choose a PNG or JPEG logo.",
    ),
    ComparisonSize: Words(
        "Una comparación es de dos a cuatro casos, y se eligieron {chosen}.",
        "Elija entre dos y cuatro casos.",
        "A comparison is of two to four cases, and {chosen} were chosen.",
        "Choose two to four cases.",
    ),
}
