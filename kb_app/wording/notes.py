"""Words for what can go wrong with notes."""

from kb_app.notes.errors import NoteMissing, NotesUnreadable, QuoteNotFound, QuoteTwice
from kb_app.wording.base import Table, Words

WORDS: Table = {
    NoteMissing: Words(
        "Esa nota ya no está ({note}).",
        "Actualice la lista; si la borró, puede deshacer.",
        "That note is no longer there ({note}).",
        "Refresh the list; if you deleted it, you can undo.",
    ),
    QuoteNotFound: Words(
        "Las palabras citadas no están en «{entry}».",
        "Cópielas tal como aparecen en el texto, o indique el otro idioma con --lang.",
        "The quoted words do not stand in “{entry}”.",
        "Copy them as they appear in the text, or name the other language with --lang.",
    ),
    QuoteTwice: Words(
        "Esas palabras están {count} veces en «{entry}»: {paragraphs}.",
        "Cite más palabras, o indique cuál con --occurrence 1, 2…",
        "Those words stand {count} times in “{entry}”: {paragraphs}.",
        "Quote more words, or say which one with --occurrence 1, 2…",
    ),
    NotesUnreadable: Words(
        "«{name}» no contiene anotaciones W3C que se puedan leer (línea {line}).",
        "Pida a su colega que las exporte de nuevo como JSON-LD.",
        "“{name}” does not hold W3C annotations that can be read (line {line}).",
        "Ask your colleague to export them again as JSON-LD.",
    ),
}
