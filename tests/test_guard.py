"""The guard sees connections: in this process, in those it starts, and swallowed ones."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

TRIED = """
import socket, sys
try:
    socket.create_connection(("127.0.0.1", 9), timeout=1)
except BaseException as error:
    sys.stdout.write(type(error).__name__)
"""


@pytest.fixture
def report(tmp_path, monkeypatch):
    """What is tried here on purpose is written elsewhere."""
    monkeypatch.setenv("BATEA_NETWORK_REPORT", str(tmp_path / "report"))
    return tmp_path / "report"


@pytest.mark.parametrize(
    "attempt",
    [
        lambda s: s.connect(("127.0.0.1", 9)),
        lambda s: s.connect_ex(("127.0.0.1", 9)),
        lambda s: s.bind(("127.0.0.1", 0)),
        lambda _: socket.getaddrinfo("example.org", 80),
        lambda _: socket.gethostbyname("example.org"),
    ],
)
def test_a_connection_is_refused_and_written_down(report, attempt):
    with socket.socket() as made, pytest.raises(AssertionError, match="socket"):
        attempt(made)
    assert "socket." in report.read_text(encoding="utf-8")


def test_a_program_that_is_started_is_guarded_too_even_when_it_swallows_the_error(report):
    done = subprocess.run([sys.executable, "-c", TRIED], capture_output=True, text=True, check=True)
    assert done.stdout == "NetworkUsed"
    assert "127.0.0.1" in report.read_text(encoding="utf-8")


def test_the_run_has_a_report_of_its_own():
    assert Path(os.environ["BATEA_NETWORK_REPORT"]).exists()
