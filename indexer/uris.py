"""Paths as SQLite reads them in a URI."""

from __future__ import annotations

from pathlib import PurePath


def database_uri(path: PurePath) -> str:
    """An absolute path for SQLite. It knows no hosts: `//server/share` keeps its slashes."""
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file:", "file://", 1)
