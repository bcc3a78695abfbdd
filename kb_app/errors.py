"""What can keep the window from opening."""

from dataclasses import dataclass

from indexer.errors import KbError


@dataclass(eq=False)
class DisplayMissing(KbError):
    """There is no screen to open a window on."""


@dataclass(eq=False)
class TourStepFailed(KbError):
    """A step of the guided tour did not do what it should; `detail` is for who mends it."""

    step: str
    detail: str = ""
