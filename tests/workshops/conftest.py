"""Examples may take their time here: a busy machine is no fault of a plan."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("workshops", deadline=None)
settings.load_profile("workshops")
