"""Words for what can be wrong with content and index."""

from indexer.errors import (
    ContentFolderMissing,
    DocumentUnreadable,
    GlossaryUnreadable,
    IndexUnusable,
)
from kb_app.wording.base import Table, Words

_UNREADABLE: dict[str, tuple[str, str, str, str]] = {
    "not-utf8": (
        "no está en UTF-8 (línea {line})",
        "Ábralo en su editor y guárdelo como UTF-8.",
        "is not UTF-8 (line {line})",
        "Open it in your editor and save it as UTF-8.",
    ),
    "too-large": (
        "pasa de 1 MiB",
        "Divídalo en documentos más cortos.",
        "is larger than 1 MiB",
        "Divide it into shorter documents.",
    ),
    "too-many-lines": (
        "pasa de 20,000 líneas",
        "Divídalo en documentos más cortos.",
        "has more than 20,000 lines",
        "Divide it into shorter documents.",
    ),
    "too-deep": (
        "anida listas o citas más de 30 veces",
        "Simplifique las listas o citas y vuelva a abrirlo.",
        "nests lists or quotations more than 30 times",
        "Simplify its lists or quotations and open it again.",
    ),
    "no-front-matter": (
        "no empieza con los datos entre dos líneas «---»",
        "Cópielos de la plantilla: batea new case.",
        "does not begin with the fields between two lines of “---”",
        "Copy them from the template: batea new case.",
    ),
    "front-matter-too-large": (
        "tiene más de 64 KiB de datos al principio",
        "Pase texto de los datos al cuerpo del documento.",
        "has more than 64 KiB of fields at the top",
        "Move text from the fields to the body of the document.",
    ),
    "front-matter-not-yaml": (
        "tiene datos que no se pueden leer (línea {line})",
        "Revise comillas, sangrías y dos puntos en esa línea.",
        "has fields that cannot be read (line {line})",
        "Check quotation marks, indents and colons on that line.",
    ),
    "front-matter-alias": (
        "usa una referencia «*» en los datos (línea {line})",
        "Escriba el valor completo en su lugar.",
        "uses a “*” reference in its fields (line {line})",
        "Write the whole value in its place.",
    ),
    "front-matter-duplicate-key": (
        "repite el campo «{detail}» (línea {line})",
        "Deje uno solo.",
        "repeats the field “{detail}” (line {line})",
        "Keep only one.",
    ),
    "missing-field": (
        "no tiene el campo «{detail}»",
        "Añádalo al principio del documento.",
        "lacks the field “{detail}”",
        "Add it at the top of the document.",
    ),
    "wrong-field": (
        "tiene un valor que no sirve en «{detail}» (línea {line})",
        "Corríjalo según la plantilla: batea new case.",
        "has a value that does not fit in “{detail}” (line {line})",
        "Correct it after the template: batea new case.",
    ),
    "io": (
        "no se pudo leer del disco",
        "Revise que el archivo exista y que usted tenga permiso de leerlo.",
        "could not be read from the disk",
        "Check that the file exists and that you may read it.",
    ),
    "changed": (
        "cambió mientras Batea estaba abierto",
        "Batea vuelve a leer la biblioteca; ábralo otra vez.",
        "was changed while Batea was open",
        "Batea reads the library anew; open it again.",
    ),
}


def _document(error: DocumentUnreadable) -> Words:
    es, es_now, en, en_now = _UNREADABLE[error.reason]
    return Words(
        f"El documento «{{name}}» {es}.",
        f"{es_now} El resto de la biblioteca sigue disponible.",
        f"The document “{{name}}” {en}.",
        f"{en_now} The rest of the library stays available.",
    )


WORDS: Table = {
    ContentFolderMissing: Words(
        "No se encuentra la carpeta del material («{folder}»).",
        "Vuelva a copiar Batea completo o indique otra carpeta con --content.",
        "The folder with the material (“{folder}”) cannot be found.",
        "Copy the whole of Batea again or name another folder with --content.",
    ),
    DocumentUnreadable: _document,
    GlossaryUnreadable: Words(
        "El glosario «{name}» no se puede leer (línea {line}: {detail}).",
        "Corrija esa línea; mientras tanto se busca sin glosario.",
        "The glossary “{name}” cannot be read (line {line}: {detail}).",
        "Correct that line; until then search works without the glossary.",
    ),
    IndexUnusable: Words(
        "El índice de búsqueda no se pudo abrir.",
        "Se está haciendo de nuevo; mientras tanto se busca directamente en los textos.",
        "The search index could not be opened.",
        "It is being made again; until then the texts are searched directly.",
    ),
}
