"""Words for what can go wrong with workshops."""

from kb_app.wording.base import Table, Words
from kb_app.workshops.errors import (
    BlockMissing,
    DayMissing,
    ListUnreadable,
    MethodMissing,
    QuestionMissing,
    TemplateMissing,
    TimeUnreadable,
    WorkshopMissing,
)

WORDS: Table = {
    WorkshopMissing: Words(
        "No hay un taller «{workshop}».",
        "Vea la lista: batea workshop list.",
        "There is no workshop “{workshop}”.",
        "See the list: batea workshop list.",
    ),
    TemplateMissing: Words(
        "No hay una plantilla «{template}».",
        "Use one-day, two-days o three-days, o empiece en blanco.",
        "There is no template “{template}”.",
        "Use one-day, two-days or three-days, or begin with an empty plan.",
    ),
    DayMissing: Words(
        "El taller no tiene un día {day}: tiene {days}.",
        "Elija otro día o añada uno.",
        "The workshop has no day {day}: it has {days}.",
        "Choose another day or add one.",
    ),
    BlockMissing: Words(
        "El taller no tiene un bloque «{block}».",
        "Vea sus bloques: batea workshop show.",
        "The workshop has no block “{block}”.",
        "See its blocks: batea workshop show.",
    ),
    QuestionMissing: Words(
        "No hay una pregunta «{question}» en los módulos del taller.",
        "Vea las que hay: batea workshop test.",
        "The modules of the workshop have no question “{question}”.",
        "See those there are: batea workshop test.",
    ),
    MethodMissing: Words(
        "No hay un método «{method}».",
        "Los métodos están en «Añadir», junto al plan.",
        "There is no method “{method}”.",
        "The methods stand under “Add”, beside the plan.",
    ),
    TimeUnreadable: Words(
        "«{text}» no es una hora ni una fecha.",
        "Escriba una hora como 12:00 y una fecha como 2026-06-30, 30/6 o +30.",
        "“{text}” is neither a time nor a date.",
        "Write a time like 12:00 and a date like 2026-06-30, 30/6 or +30.",
    ),
    ListUnreadable: Words(
        "No se puede leer la lista «{name}».",
        "Guárdela como CSV en UTF-8: nombre, sexo, edad, institución, municipio.",
        "The list “{name}” cannot be read.",
        "Save it as CSV in UTF-8: name, sex, age, institution, municipality.",
    ),
}
