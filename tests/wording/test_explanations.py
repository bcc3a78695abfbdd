"""Every foreseen error has its sentences, in both languages, with all gaps filled."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import Any

import pytest

import indexer
import kb_app
from indexer.errors import UNREADABLE_REASONS, DocumentUnreadable, KbError
from kb_app.wording import explain
from kb_app.wording.base import tables


def _import_everything() -> None:
    for package in (indexer, kb_app):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".views" not in module.name and not module.name.endswith(
                (".app", ".jobs", "__main__")
            ):
                importlib.import_module(module.name)


_import_everything()


def _kinds(root: type[KbError] = KbError) -> Iterator[type[KbError]]:
    for kind in root.__subclasses__():
        yield kind
        yield from _kinds(kind)


def _made(kind: type[KbError]) -> KbError:
    """An error of that kind with a value for each field that must be given."""
    given: dict[str, Any] = {}
    for field in fields(kind):  # type: ignore[arg-type]
        if field.default is MISSING and field.default_factory is MISSING:
            text = str(field.type)
            given[field.name] = 7 if "int" in text else ("a", "b") if "tuple" in text else "x"
    return kind(**given)


LEAVES = sorted((k for k in _kinds() if not k.__subclasses__()), key=lambda k: k.__name__)


@pytest.mark.parametrize("kind", LEAVES, ids=lambda k: k.__name__)
def test_every_error_is_in_a_table(kind):
    assert any(parent in tables() for parent in kind.__mro__), f"no wording yet for {kind}"


@pytest.mark.parametrize("reason", UNREADABLE_REASONS)
@pytest.mark.parametrize("ui", ["es", "en"])
def test_every_reason_of_an_unreadable_document_has_words(reason, ui):
    said = explain(DocumentUnreadable("caso.es.md", reason, 12, "uid"), ui)
    assert "caso.es.md" in said.what
    assert "{" not in str(said)


def test_the_two_languages_differ():
    error = DocumentUnreadable("caso.es.md", "not-utf8", 12)
    assert explain(error, "es").what != explain(error, "en").what


def test_a_fault_of_ours_is_said_without_a_traceback():
    said = explain(ZeroDivisionError("division by zero"), "es")
    assert "division" not in str(said)
    assert "Copie el informe" in said.now
