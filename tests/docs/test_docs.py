"""The documents say what is: every command, every file and picture that they name."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

from kb_app.cli import VERBS, batea

REPOSITORY = Path(__file__).parents[2]
PAGES = sorted([*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/**/*.md")])
_LINK = re.compile(r"\]\((?!<?https?:|mailto:|#)([^)#\s]+)")


def commands(group: click.Group, before: str = "") -> list[str]:
    """Every command that a person may give, by its words."""
    found = []
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None and command.name == name
        if isinstance(command, click.Group):
            found += commands(command, f"{before}{name} ")
        elif not command.hidden:
            found.append(f"{before}{name}")
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_links_to_is_there(page):
    missing = [
        link
        for link in _LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / unquote(link)).exists()
    ]
    assert missing == []


def test_every_module_of_verbs_is_loaded_by_one_of_them():
    modules = {path.stem for path in (REPOSITORY / "kb_app" / "commands").glob("*.py")}
    assert {name for names in VERBS.values() for name in names} == modules - {"__init__", "base"}


@pytest.mark.parametrize("name", commands(batea))
def test_every_command_is_documented(name):
    page = (REPOSITORY / "docs" / "command-line.md").read_text(encoding="utf-8")
    group, _, verb = name.rpartition(" ")
    row = next((line for line in page.splitlines() if f"`{group or verb}" in line
                and re.search(rf"\b{re.escape(verb)}\b", line)), None)  # fmt: skip
    assert row is not None


def test_both_readmes_have_the_same_headings_and_pictures():
    spanish, english = (
        (REPOSITORY / name).read_text(encoding="utf-8") for name in ("README.md", "README.en.md")
    )
    for pattern in (r"^#+ ", r"!\[", r"^```"):
        counts = [len(re.findall(pattern, text, re.M)) for text in (spanish, english)]
        assert counts[0] == counts[1], pattern
