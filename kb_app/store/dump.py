"""Everything in the data file as plain values, in an order that does not depend on chance."""

from __future__ import annotations

import base64
from typing import Any

from kb_app.store.digests import canonical
from kb_app.store.store import Store


def tables_of(store: Store) -> dict[str, list[dict[str, Any]]]:
    """Each table's rows by their content. Bytes are text where they are UTF-8, else base64.

    Left out: the marks of migrations, which say when a program was installed and nothing of
    the person's. Raises StoreBusy, StoreDamaged.
    """
    names = [
        row["name"]
        for row in store.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        if not row["name"].startswith(("_", "sqlite_"))
    ]
    return {
        name: sorted(
            (
                {key: _plain(row[key]) for key in row.keys()}  # noqa: SIM118 (rows iterate values)
                for row in store.rows(f'SELECT * FROM "{name}"')
            ),
            key=canonical,
        )
        for name in names
    }


def _plain(value: Any) -> Any:
    if not isinstance(value, bytes):
        return value
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(value).decode("ascii")}
