"""What all tests share: no display, no network, a small library of our own."""

from __future__ import annotations

import importlib
import os
import tempfile
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REPOSITORY = Path(__file__).parents[1]
GUARD = Path(__file__).parent / "guard"


def pytest_configure(config: pytest.Config) -> None:
    """Guard this process and all that the tests start (see `guard/sitecustomize.py`)."""
    if "BATEA_NETWORK_REPORT" not in os.environ:
        handle, name = tempfile.mkstemp(prefix="batea-network-")
        os.close(handle)
        os.environ["BATEA_NETWORK_REPORT"] = name
        os.environ["PYTHONPATH"] = os.pathsep.join(
            filter(None, (str(GUARD), os.environ.get("PYTHONPATH")))
        )
        config.stash[_REPORT] = Path(name)
    importlib.import_module("tests.guard.sitecustomize")


_REPORT = pytest.StashKey[Path]()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Any connection in any process fails the run, even one whose error was swallowed."""
    report = session.config.stash.get(_REPORT, None)
    if report is None:
        return  # a worker: the first process reads what all have written
    said = report.read_text(encoding="utf-8")
    report.unlink()
    if said:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        session.config.get_terminal_writer().line(f"connections were tried:\n{said}", red=True)


@pytest.fixture
def content() -> Path:
    """The material that ships."""
    return REPOSITORY / "content"
