"""Batea: the program. The core runs without Qt; `views`, `jobs` and `app` are the window."""

__version__ = "1.0.0"
