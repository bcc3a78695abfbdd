"""Words for what can go wrong with workshops."""

from kb_app.wording.base import Table, Words
from kb_app.workshops.errors import DayMissing, TemplateMissing, WorkshopMissing

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
}
