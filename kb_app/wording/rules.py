"""What to write instead: the words of each rule of the content format."""

from __future__ import annotations

from indexer.rules import Problem
from kb_app.wording.base import Table

WORDS: Table = {}  # rules are no errors: they are worded by `advice`

_ADVICE: dict[str, tuple[str, str]] = {
    "missing-field": ("falta el campo; escríbalo", "the field is missing; write it"),
    "unknown-field": (
        "el campo «{found}» no existe en el formato 1.0; {near_es}",
        "there is no field “{found}” in format 1.0; {near_en}",
    ),
    "empty-field": ("está vacío; escriba su valor", "it is empty; write its value"),
    "not-text": ("escriba un texto entre comillas", "write a text in quotation marks"),
    "not-texts": ("escriba una lista: [uno, dos]", "write a list: [one, two]"),
    "not-int": ("escriba un número entero sin comillas", "write a whole number without quotes"),
    "not-bool": ("escriba true o false", "write true or false"),
    "not-date": (
        "«{found}» no es una fecha; escriba AAAA-MM-DD (en fuentes también AAAA o AAAA-MM)",
        "“{found}” is not a date; write YYYY-MM-DD (in sources also YYYY or YYYY-MM)",
    ),
    "not-map": ("escriba {{campo: valor, …}}", "write {{field: value, …}}"),
    "not-maps": (
        "escriba una lista de {{campo: valor, …}}",
        "write a list of {{field: value, …}}",
    ),
    "not-a-choice": (
        "«{found}» no se admite; escriba uno de: {expected}",
        "“{found}” is not allowed; write one of: {expected}",
    ),
    "not-in-vocabulary": (
        "«{found}» no está en el vocabulario; {near_es}",
        "“{found}” is not in the vocabulary; {near_en}",
    ),
    "repeated-value": ("«{found}» está repetido; deje uno", "“{found}” is repeated; keep one"),
    "lang-not-of-file": (
        "el archivo termina en .{expected}.md; escriba lang: {expected}",
        "the file name ends in .{expected}.md; write lang: {expected}",
    ),
    "slug-form": (
        "el nombre «{found}» debe ir en minúsculas ASCII con guiones",
        "the name “{found}” must be lower-case ASCII with hyphens",
    ),
    "too-long": (
        "tiene {found} caracteres; escriba {expected} como máximo",
        "has {found} characters; write {expected} at most",
    ),
    "license-form": (
        "«{found}» no es un identificador SPDX; por ejemplo CC-BY-4.0",
        "“{found}” is not an SPDX identifier; for example CC-BY-4.0",
    ),
    "period-order": (
        "«{found}»: el primer año no puede pasar del último",
        "“{found}”: the first year may not come after the last",
    ),
    "date-order": (
        "«{found}» es anterior a created ({expected}); ponga la fecha del último cambio",
        "“{found}” is before created ({expected}); write the date of the last change",
    ),
    "minutes-range": ("escriba entre 10 y 1440 minutos", "write from 10 to 1440 minutes"),
    "source-id-form": ("«{found}»: escriba S1, S2…", "“{found}”: write S1, S2…"),
    "language-form": ("«{found}»: escriba es, en, fr…", "“{found}”: write es, en, fr…"),
    "not-url": (
        "«{found}»: escriba una dirección http o https completa",
        "“{found}”: write a complete http or https address",
    ),
    "hand-written-footnote": (
        "borre la definición de la nota: se hace sola desde sources",
        "delete the footnote's definition: it is made from sources",
    ),
    "raw-html": ("use Markdown, no HTML", "use Markdown, not HTML"),
    "level-1-heading": (
        "quite el título «# »: el título va en los datos",
        "remove the “# ” heading: the title belongs in the fields",
    ),
    "text-before-heading": (
        "ponga el texto debajo del primer título «## »",
        "put the text below the first “## ” heading",
    ),
    "unknown-section": (
        "el apartado «{found}» no existe; use los identificadores: {expected}",
        "there is no section “{found}”; use the ids: {expected}",
    ),
    "section-title": (
        "«{found}»: escriba «{expected}»",
        "“{found}”: write “{expected}”",
    ),
    "empty-section": ("el apartado «{found}» está vacío", "the section “{found}” is empty"),
    "missing-section": (
        "falta el apartado «## {expected} {{#{field}}}»",
        "the section “## {expected} {{#{field}}}” is missing",
    ),
    "section-order": (
        "ponga los apartados en este orden: {expected}",
        "put the sections in this order: {expected}",
    ),
    "repeated-section": (
        "el apartado «{found}» aparece dos veces; únalos",
        "the section “{found}” appears twice; join them",
    ),
    "analysis-not-marked": (
        "ponga el análisis dentro de «!!! analysis»",
        "put the analysis inside “!!! analysis”",
    ),
    "undefined-source": (
        "[^{found}] no está en sources; añádala o corrija la cita",
        "[^{found}] is not in sources; add it or correct the citation",
    ),
    "unused-source": (
        "{found} no se cita; cítela o quítela",
        "{found} is not cited; cite it or remove it",
    ),
    "uncited-claim": (
        "«{found}…» da una cifra, fecha o nombre sin fuente; añada [^S…]",
        "“{found}…” states a figure, date or name without a source; add [^S…]",
    ),
    "broken-link": (
        "el enlace «{found}» no lleva a ninguna parte",
        "the link “{found}” leads nowhere",
    ),
    "unknown-admonition": (
        "«!!! {found}» no existe; use {expected}",
        "there is no “!!! {found}”; use {expected}",
    ),
    "missing-image": (
        "la imagen «{found}» no está en content/media",
        "the image “{found}” is not in content/media",
    ),
    "image-without-alt": (
        "describa la imagen «{found}» entre los corchetes",
        "describe the image “{found}” between the brackets",
    ),
    "image-without-license": (
        "ponga licencia y crédito de «{found}» en media",
        "put the licence and credit of “{found}” in media",
    ),
    "too-few-activities": (
        "escriba al menos dos actividades «### … {{#activity-… minutes=30}}»",
        "write at least two activities “### … {{#activity-… minutes=30}}”",
    ),
    "activity-without-minutes": (
        "«{found}»: añada minutes=… al título",
        "“{found}”: add minutes=… to the heading",
    ),
    "activity-minutes": (
        "los pasos suman {found} minutos y el título dice {expected}; igúalelos",
        "the steps add up to {found} minutes and the heading says {expected}; make them equal",
    ),
    "check-without-answers": (
        "«{found}»: escriba al menos dos respuestas «- [ ] …»",
        "“{found}”: write at least two answers “- [ ] …”",
    ),
    "check-without-key": (
        "«{found}»: marque la correcta con «- [x]»",
        "“{found}”: mark the right one with “- [x]”",
    ),
    "check-without-reason": (
        "«{found}»: explique con «> Por qué: …»",
        "“{found}”: explain with “> Why: …”",
    ),
    "not-lf": ("guarde con saltos de línea LF", "save with LF line ends"),
    "byte-order-mark": ("guarde como UTF-8 sin BOM", "save as UTF-8 without BOM"),
    "not-nfc": ("guarde las tildes en forma NFC", "save accents in NFC form"),
    "missing-edition": (
        "falta la edición .{expected}.md",
        "the edition .{expected}.md is missing",
    ),
    "editions-differ": (
        "debe ser igual en las dos ediciones; en español dice {expected}",
        "must be equal in both editions; the Spanish one says {expected}",
    ),
    "ids-differ": (
        "los identificadores {found} no están en las dos ediciones",
        "the ids {found} do not stand in both editions",
    ),
    "shape-differs": (
        "no va párrafo por párrafo con el español (aquí {found}, allí {expected})",
        "does not follow the Spanish paragraph by paragraph (here {found}, there {expected})",
    ),
    "translation-out-of-date": (
        "traduce otra revisión ({found}…); revise el texto y use batea stamp",
        "translates another revision ({found}…); check the text and use batea stamp",
    ),
    "repeated-uid": (
        "el uid es el de «{found}»; cree uno nuevo",
        "the uid is that of “{found}”; create a new one",
    ),
    "unknown-entry": (
        "«{found}» no está en la biblioteca; corrija el nombre",
        "“{found}” is not in the library; correct the name",
    ),
    "missing-file": ("falta el archivo", "the file is missing"),
    "glossary-columns": ("las columnas deben ser: {expected}", "the columns must be: {expected}"),
    "not-utf8": ("guarde el archivo como UTF-8", "save the file as UTF-8"),
    "too-large": ("pasa de 1 MiB; divídalo", "is larger than 1 MiB; divide it"),
    "too-many-lines": ("pasa de 20,000 líneas; divídalo", "has over 20,000 lines; divide it"),
    "too-deep": ("anida más de 30 niveles; simplifíquelo", "nests over 30 levels; simplify it"),
    "no-front-matter": (
        "empiece con los datos entre dos líneas «---»",
        "begin with the fields between two lines of “---”",
    ),
    "front-matter-too-large": ("los datos pasan de 64 KiB", "the fields are over 64 KiB"),
    "front-matter-not-yaml": (
        "no es YAML: revise comillas, sangrías y dos puntos ({found})",
        "is not YAML: check quotes, indents and colons ({found})",
    ),
    "front-matter-alias": ("escriba el valor en lugar de «*»", "write the value instead of “*”"),
    "front-matter-duplicate-key": ("«{found}» está dos veces", "“{found}” stands twice"),
    "wrong-field": (
        "el valor no sirve; un uid es un UUID",
        "the value does not fit; a uid is a UUID",
    ),
    "io": ("no se puede leer", "cannot be read"),
    "changed": ("cambió durante la revisión; repítala", "changed during the check; repeat it"),
}


def advice(problem: Problem, ui: str) -> str:
    """What to write instead, in the language of the person."""
    es, en = _ADVICE[problem.code]
    gaps = {
        "found": problem.found,
        "expected": problem.expected,
        "field": problem.field,
        "near_es": f"¿quiso decir «{problem.expected}»?" if problem.expected else "quítelo",
        "near_en": f"did you mean “{problem.expected}”?" if problem.expected else "remove it",
    }
    return (en if ui == "en" else es).format(**gaps)
