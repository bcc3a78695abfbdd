"""Words for what can go wrong with the library."""

from kb_app.library.authoring import NothingToStamp, SlugUnusable
from kb_app.library.errors import EntryMissing
from kb_app.wording.base import Table, Words


def _slug(error: SlugUnusable) -> Words:
    if error.reason == "taken":
        return Words(
            "Ya existe una entrada «{slug}» en ese idioma.",
            "Elija otro nombre o abra la que existe.",
            "There already is an entry “{slug}” in that language.",
            "Choose another name or open the existing one.",
        )
    return Words(
        "«{slug}» no sirve como nombre.",
        "Use minúsculas sin tildes, números y guiones: peru-mujeres-oro.",
        "“{slug}” cannot be a name.",
        "Use lower-case letters without accents, digits and hyphens: peru-women-gold.",
    )


WORDS: Table = {
    EntryMissing: Words(
        "«{ref}» no está en la biblioteca.",
        "Búsquelo por su título o importe el paquete que lo trae.",
        "“{ref}” is not in the library.",
        "Search for its title or import the pack that brings it.",
    ),
    SlugUnusable: _slug,
    NothingToStamp: Words(
        "«{slug}» no tiene traducción que marcar.",
        "Cree primero la otra edición: batea new.",
        "“{slug}” has no translation to mark.",
        "Create the other edition first: batea new.",
    ),
}
