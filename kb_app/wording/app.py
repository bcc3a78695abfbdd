"""Words for what can keep the window from opening."""

from kb_app.errors import DisplayMissing, TourStepFailed
from kb_app.wording.base import Table, Words

WORDS: Table = {
    DisplayMissing: Words(
        "No hay pantalla en la que abrir la ventana.",
        "Use las órdenes («batea --help») o vea las pantallas con «batea tour --out tour».",
        "There is no display to open the window on.",
        "Use the commands (“batea --help”) or see the screens with “batea tour --out tour”.",
    ),
    TourStepFailed: Words(
        "El recorrido se detuvo en «{step}»: {detail}",
        "Es un fallo de Batea: envíe esta frase a quien la mantiene.",
        "The tour stopped at “{step}”: {detail}",
        "This is a fault of Batea: send this sentence to whoever maintains it.",
    ),
}
