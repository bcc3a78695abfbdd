"""Where what only a helper wants to read goes: a small file in the person's data folder."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

MAX_BYTES = 512 * 1024


def quiet() -> None:
    """Keep log lines off the terminal: what a person reads is worded elsewhere."""
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.NullHandler())
    logging.raiseExceptions = False  # a log that cannot be written must not speak either


def log_to(path: Path) -> None:
    """Write warnings and worse to a file and no other; its folder may be missing or read-only."""
    root = logging.getLogger()
    for held in [h for h in root.handlers if isinstance(h, RotatingFileHandler)]:
        root.removeHandler(held)
        held.close()
    handler = RotatingFileHandler(path, maxBytes=MAX_BYTES, backupCount=1, delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    root.addHandler(handler)
