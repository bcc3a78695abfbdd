"""Workshops kept in the store: every state of every plan, so that nothing is lost."""

from __future__ import annotations

import json
from dataclasses import replace

from kb_app.library.revisions import now
from kb_app.store import Store
from kb_app.store.digests import append
from kb_app.workshops.errors import WorkshopMissing
from kb_app.workshops.model import Day, Workshop, new_id, workshop_from_json


class Workshops:
    """The person's plans."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def create(self, title: str, language: str = "es", days: int = 1) -> Workshop:
        """A new plan with empty days, saved."""
        made = tuple(Day(new_id()) for _ in range(days))
        return self.save(Workshop(new_id(), title.strip(), language, days=made, created=now()))

    def save(self, workshop: Workshop) -> Workshop:
        """Save a state of a plan; returns it with its time."""
        saved = replace(workshop, modified=now(), created=workshop.created or now())
        self._write(saved, deleted=False)
        return saved

    def delete(self, workshop_id: str) -> None:
        """Take a plan away; its states are kept. Raises WorkshopMissing."""
        self._write(self.get(workshop_id), deleted=True)

    def get(self, workshop_id: str) -> Workshop:
        """The plan with that id (its beginning is enough when it is the only one).

        Raises WorkshopMissing.
        """
        found = [w for w in self.all() if w.id == workshop_id]
        found = found or [w for w in self.all() if len(workshop_id) > 3 and
                          w.id.startswith(workshop_id)]  # fmt: skip
        if len(found) != 1:
            raise WorkshopMissing(workshop_id)
        return found[0]

    def all(self) -> list[Workshop]:
        """Every plan, the one changed last first."""
        rows = self._store.rows(
            "SELECT content FROM workshop_revision AS last WHERE NOT deleted AND number = "
            "(SELECT max(number) FROM workshop_revision AS any WHERE any.id = last.id) "
            "ORDER BY number DESC"
        )
        return [workshop_from_json(json.loads(row["content"])) for row in rows]

    def history(self, workshop_id: str) -> list[tuple[str, Workshop]]:
        """Every saved state, oldest first, with its time."""
        rows = self._store.rows(
            "SELECT written, content FROM workshop_revision WHERE id = ? ORDER BY number",
            (workshop_id,),
        )
        return [(r["written"], workshop_from_json(json.loads(r["content"]))) for r in rows]

    def using(self, uid: str) -> list[Workshop]:
        """Plans that use an entry."""
        return [w for w in self.all() if uid in w.uses()]

    def _write(self, workshop: Workshop, deleted: bool) -> None:
        row = {
            "id": workshop.id, "written": now(), "deleted": int(deleted),
            "content": workshop.canonical(),
        }  # fmt: skip
        with self._store.transaction() as connection:
            append(connection, "workshop_revision", row)
