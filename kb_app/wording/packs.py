"""Words for why a pack is refused, and what to do."""

from kb_app.packs.errors import (
    DecisionNeeded,
    ImportMissing,
    ImportRunning,
    KeyLocked,
    NothingToPack,
    PackDamaged,
    PackDocumentBad,
    PackEntryForbidden,
    PackIncomplete,
    PackJsonBad,
    PackMissing,
    PackNameUnsafe,
    PackNewer,
    PackNotZip,
    PackSignatureBad,
    PackTooLarge,
    PackTypeForbidden,
    UndoImpossible,
)
from kb_app.wording.base import Table, Words

_ASK_ES = "No se ha cambiado nada. Pida que se lo envíen de nuevo."
_ASK_EN = "Nothing has been changed. Ask for it to be sent again."
_WARY_ES = "No se ha cambiado nada. No lo abra; avise a quien se lo envió."
_WARY_EN = "Nothing has been changed. Do not open it; tell the person who sent it."

_LARGE = {
    "file": ("el archivo pasa de {limit} bytes", "the file is larger than {limit} bytes"),
    "entries": ("trae más de {limit} archivos", "it holds more than {limit} files"),
    "unpacked": (
        "desempacado pasaría de {limit} bytes",
        "unpacked it would be larger than {limit} bytes",
    ),
    "entry": ("«{item}» pasa de {limit} bytes", "“{item}” is larger than {limit} bytes"),
    "ratio": (
        "«{item}» se infla más de {limit} veces",
        "“{item}” swells more than {limit} times",
    ),
    "manifest": ("la lista pasa de {limit} bytes", "the list is larger than {limit} bytes"),
    "document": (
        "el documento «{item}» pasa de {limit} bytes",
        "the document “{item}” is larger than {limit} bytes",
    ),
    "glossary": (
        "el glosario pasa de {limit} bytes",
        "the glossary is larger than {limit} bytes",
    ),
    "annotation": (
        "una nota de «{item}» pasa de {limit} bytes",
        "a note of “{item}” is larger than {limit} bytes",
    ),
}


def _too_large(error: PackTooLarge) -> Words:
    es, en = _LARGE[error.what]
    return Words(
        f"El paquete es demasiado grande: {es}.",
        "No se ha cambiado nada. Pida que lo dividan en varios.",
        f"The pack is too large: {en}.",
        "Nothing has been changed. Ask for it to be divided into several.",
    )


_ASKS = {
    "changed": (
        "La firma del paquete no es la que esta institución usaba.",
        "The pack's signature is not the one that this agency used.",
    ),
    "signature-missing": (
        "Esta institución firmaba sus paquetes y este viene sin firma.",
        "This agency used to sign its packs and this one comes without a signature.",
    ),
}


def _asks(error: DecisionNeeded) -> Words:
    es, en = _ASKS[error.why]
    return Words(
        es,
        "No se ha cambiado nada. Llame a la institución y compare las palabras de la llave.",
        en,
        "Nothing has been changed. Call the agency and compare the words of the key.",
    )


WORDS: Table = {
    DecisionNeeded: _asks,
    PackMissing: Words(
        "No se puede leer «{name}».",
        "Revise que el archivo esté ahí y que la memoria siga conectada.",
        "“{name}” cannot be read.",
        "Check that the file is there and that the stick is still connected.",
    ),
    PackTooLarge: _too_large,
    PackNotZip: Words(
        "Este archivo no es un paquete de Batea o llegó cortado ({detail}).",
        _ASK_ES,
        "This file is not a Batea pack or arrived cut off ({detail}).",
        _ASK_EN,
    ),
    PackEntryForbidden: Words(
        "El paquete trae algo que un paquete no puede traer: «{item}» ({detail}).",
        _WARY_ES,
        "The pack holds something that a pack may not hold: “{item}” ({detail}).",
        _WARY_EN,
    ),
    PackNameUnsafe: Words(
        "El paquete trae un nombre de archivo peligroso: «{item}» ({detail}).",
        _WARY_ES,
        "The pack holds a dangerous file name: “{item}” ({detail}).",
        _WARY_EN,
    ),
    PackTypeForbidden: Words(
        "El paquete trae un archivo de una clase que no se admite: «{item}».",
        _WARY_ES,
        "The pack holds a file of a kind that is not accepted: “{item}”.",
        _WARY_EN,
    ),
    PackDamaged: Words(
        "El paquete está dañado: «{item}» no es lo que se empacó ({detail}).",
        _ASK_ES,
        "The pack is damaged: “{item}” is not what was packed ({detail}).",
        _ASK_EN,
    ),
    PackIncomplete: Words(
        "El paquete no está completo: «{item}» ({detail}).",
        _ASK_ES,
        "The pack is not complete: “{item}” ({detail}).",
        _ASK_EN,
    ),
    PackSignatureBad: Words(
        "La firma del paquete no corresponde a su contenido ({detail}).",
        _WARY_ES,
        "The pack's signature does not fit its content ({detail}).",
        _WARY_EN,
    ),
    PackJsonBad: Words(
        "El paquete trae datos que no se pueden leer con seguridad: «{item}» ({detail}).",
        _ASK_ES,
        "The pack holds data that cannot be read safely: “{item}” ({detail}).",
        _ASK_EN,
    ),
    PackDocumentBad: Words(
        "El documento «{item}» del paquete no se puede aceptar ({detail}).",
        _ASK_ES,
        "The pack's document “{item}” cannot be accepted ({detail}).",
        _ASK_EN,
    ),
    PackNewer: Words(
        "El paquete se hizo con una versión más nueva de Batea (formato {version}).",
        "No se ha cambiado nada. Actualice Batea, o ábralo en el navegador: index.html.",
        "The pack was made with a newer version of Batea (format {version}).",
        "Nothing has been changed. Update Batea, or open it in a browser: index.html.",
    ),
    NothingToPack: Words(
        "No hay nada que empacar.",
        "Elija al menos un caso, un módulo o una nota para compartir.",
        "There is nothing to pack.",
        "Choose at least one case, one module or one note to share.",
    ),
    ImportMissing: Words(
        "No hay una importación «{number}».",
        "Vea la lista: batea pack list.",
        "There is no import “{number}”.",
        "See the list: batea pack list.",
    ),
    ImportRunning: Words(
        "Ya se está recibiendo o deshaciendo un paquete.",
        "Espere a que termine y hágalo otra vez.",
        "A pack is already being received or taken back.",
        "Wait until that has ended, then do it again.",
    ),
    UndoImpossible: Words(
        "La importación «{number}» ya se deshizo.",
        "Puede importar el paquete otra vez.",
        "The import “{number}” was undone already.",
        "You can import the pack again.",
    ),
    KeyLocked: Words(
        "La llave para firmar pide su contraseña.",
        "Escríbala de nuevo, o guarde el paquete sin firma.",
        "The signing key asks for its password.",
        "Type it again, or save the pack without a signature.",
    ),
}
