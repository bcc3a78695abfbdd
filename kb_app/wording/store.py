"""Words for what can go wrong with the person's data."""

from kb_app.library.collections import CollectionMissing
from kb_app.store.errors import (
    BackupUnusable,
    DiskFull,
    FileExists,
    FolderUnwritable,
    StoreBusy,
    StoreDamaged,
    StoreNewer,
    StoreReadOnly,
)
from kb_app.wording.base import Table, Words


def _disk_full(error: DiskFull) -> Words:
    if error.reserve:
        return Words(
            "El disco está lleno: no se guardó el último cambio.",
            "Guárdelo otra vez ahora: Batea liberó su reserva. Después libere espacio.",
            "The disk is full: the last change was not saved.",
            "Save it once more now: Batea gave up its reserve. Then free some space.",
        )
    return Words(
        "El disco está lleno: no se guardó el último cambio.",
        "Libere espacio y vuelva a intentarlo; lo anterior está guardado.",
        "The disk is full: the last change was not saved.",
        "Free some space and try again; everything before it is saved.",
    )


WORDS: Table = {
    DiskFull: _disk_full,
    StoreDamaged: Words(
        "El archivo de sus datos se dañó o desapareció mientras Batea estaba abierta.",
        "Cierre Batea y ábrala de nuevo: recuperará todo de las copias.",
        "The file with your data was damaged or vanished while Batea was open.",
        "Close Batea and open it again: it will recover everything from the backups.",
    ),
    CollectionMissing: Words(
        "Esa colección ya no está.",
        "Actualice la lista o cree la colección de nuevo.",
        "That collection is no longer there.",
        "Refresh the list or create the collection again.",
    ),
    StoreReadOnly: Words(
        "No se puede escribir en la carpeta de datos («{folder}»).",
        "Puede leer y buscar. Para tomar notas, elija otra carpeta con --data.",
        "The data folder (“{folder}”) cannot be written.",
        "You can read and search. To take notes, choose another folder with --data.",
    ),
    StoreNewer: Words(
        "Sus datos son de una versión más nueva de Batea ({migration}).",
        "Instale esa versión; no se ha cambiado nada.",
        "Your data is from a newer version of Batea ({migration}).",
        "Install that version; nothing has been changed.",
    ),
    StoreBusy: Words(
        "Otra ventana de Batea está usando estos datos.",
        "Ciérrela o siga trabajando en ella.",
        "Another Batea window is using this data.",
        "Close it or go on working in it.",
    ),
    BackupUnusable: Words(
        "«{name}» no es una copia de seguridad completa de Batea.",
        "Elija otra copia de la lista; sus datos no han cambiado.",
        "“{name}” is not a whole backup of Batea.",
        "Choose another one from the list; your data has not changed.",
    ),
    FileExists: Words(
        "«{name}» ya existe y no se reemplaza.",
        "Elija otro nombre.",
        "“{name}” already exists and is not replaced.",
        "Choose another name.",
    ),
    FolderUnwritable: Words(
        "No se puede escribir en «{name}».",
        "Elija otra carpeta, por ejemplo Documentos.",
        "“{name}” cannot be written.",
        "Choose another folder, for example Documents.",
    ),
}
