"""Is there a screen? Asked before Qt is loaded: QApplication without one ends the process."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping


def has_display(environment: Mapping[str, str] | None = None, platform: str = "") -> bool:
    """Whether a window can be opened on this machine."""
    if (platform or sys.platform) in ("win32", "darwin"):
        return True
    values = os.environ if environment is None else environment
    return any(values.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
