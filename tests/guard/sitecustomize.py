"""A guard over every Python that the tests start: no connection, no name looked up.

Python imports this module by itself in each process that has this folder on its path (the
tests put it there, for themselves and for all programs they run). An audit hook (PEP 578)
sees what the `socket` module does, whoever calls it, and cannot be taken off again. What it
sees is written to a file, so that nobody can swallow it; the end of the test run reads it.
"""

from __future__ import annotations

import os
import sys
import traceback
from typing import Any

REPORT = "BATEA_NETWORK_REPORT"
_ASKING = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
_CONNECTING = {"socket.connect", "socket.sendto", "socket.bind"}


class NetworkUsed(AssertionError):
    """Batea opens no connection on its own: a test that does has found a fault."""


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _ASKING:
        what = f"{event} {arguments[:2]}"
    elif event in _CONNECTING and isinstance(arguments[1], tuple):  # a path is of this machine
        what = f"{event} {arguments[1]}"
    else:
        return
    report = os.environ.get(REPORT)
    if report:
        with open(report, "a", encoding="utf-8") as file:  # noqa: PTH123
            file.write(f"{what}\n{''.join(traceback.format_stack(limit=6))}\n")
    raise NetworkUsed(what)


sys.addaudithook(_hear)
