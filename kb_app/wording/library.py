"""Words for what can go wrong with the library."""

from kb_app.library.errors import EntryMissing
from kb_app.wording.base import Table, Words

WORDS: Table = {
    EntryMissing: Words(
        "«{ref}» no está en la biblioteca.",
        "Búsquelo por su título o importe el paquete que lo trae.",
        "“{ref}” is not in the library.",
        "Search for its title or import the pack that brings it.",
    ),
}
