"""Plans made from the library: what is added is pinned, and the pinned text is kept.

A pin is the digest of each text of an entry. When the library brings another text the plan
stays as it is until `take`; the old text is still there to be compared with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from indexer.documents import Edition, Entry
from kb_app.library.catalogue import Catalogue
from kb_app.library.revisions import Revisions
from kb_app.store import Store
from kb_app.workshops.edits import add_block, change_block
from kb_app.workshops.errors import DayMissing, TemplateMissing
from kb_app.workshops.model import Block, Workshop, new_id
from kb_app.workshops.sources import (
    TEMPLATES,
    Method,
    block_from_method,
    blocks_from,
    case_block,
    from_template,
    pinned,
    read_methods,
)
from kb_app.workshops.workshops import Workshops

OWN_METHODS = "methods"
_FROM_TEXT = ("steps", "needs", "notes", "objective")


class Planner:
    """Makes plans and what stands in them. `content` are the folders of the material."""

    def __init__(
        self,
        store: Store,
        workshops: Workshops,
        revisions: Revisions,
        catalogue: Callable[[], Catalogue],
        content: Sequence[Path],
    ) -> None:
        self._store = store
        self._workshops = workshops
        self._revisions = revisions
        self._catalogue = catalogue
        self._content = tuple(content)

    def entries(self) -> Mapping[str, Entry]:
        """Every entry of the library, by uid."""
        return {entry.uid: entry for entry in self._catalogue()}

    # --- whole plans --------------------------------------------------------------------

    def templates(self) -> list[str]:
        """The ready agendas that the material really has, the shortest first."""
        return [
            name
            for name in TEMPLATES
            if any((folder / "agendas" / f"{name}.yaml").is_file() for folder in self._content)
        ]

    def own_templates(self) -> list[Workshop]:
        """Plans that the person keeps as templates."""
        return [plan for plan in self._workshops.all() if plan.is_template]

    def create(self, title: str, language: str, template: str = "", days: int = 1) -> Workshop:
        """A new plan, saved: from a ready agenda, from an own template (its id), or empty
        days. Raises TemplateMissing.
        """
        own = next((plan for plan in self.own_templates() if plan.id == template), None)
        if own is not None:
            return self._workshops.save(copy_of(own, title))
        if not template:
            return self._workshops.create(title, language, days)
        by_slug = {entry.slug: entry for entry in self._catalogue()}
        for folder in self._content:
            try:
                plan = from_template(folder, template, title.strip(), language, by_slug)
            except TemplateMissing:
                continue
            self.keep_texts(plan)
            return self._workshops.save(plan)
        raise TemplateMissing(template)

    # --- what stands in them ------------------------------------------------------------

    def blocks_of(self, ref: str, lang: str) -> list[Block]:
        """The blocks that an entry gives: a module's activities, a case as one whole.

        Raises EntryMissing.
        """
        entry = self._catalogue().entry(ref)
        return [case_block(entry, lang)] if entry.kind == "case_study" else blocks_from(entry, lang)

    def add(
        self, workshop: Workshop, day: int, blocks: Sequence[Block], place: int | None = None
    ) -> Workshop:
        """Put blocks into a day (position from 0) and keep the texts they pin.

        Raises DayMissing.
        """
        if not 0 <= day < len(workshop.days):
            raise DayMissing(day + 1, len(workshop.days))
        at = len(workshop.days[day].blocks) if place is None else place
        for offset, block in enumerate(blocks):
            workshop = add_block(workshop, day, block, at + offset)
        self.keep_texts(workshop)
        return workshop

    def keep_texts(self, workshop: Workshop) -> None:
        """Keep the texts that a plan pins, so that they outlive an update of the library."""
        entries = self.entries()
        for uid in workshop.uses():
            for edition in entries[uid].editions.values() if uid in entries else ():
                if self._revisions.raw(uid, edition.lang, edition.sha256) is None:
                    self._revisions.keep(edition)

    # --- pins -----------------------------------------------------------------------------

    def pinned_text(self, block: Block, lang: str) -> Edition | None:
        """The text that a block pins, or None when it was not kept."""
        digest = block.revisions.get(lang, "")
        return self._revisions.edition(block.entry, lang, digest) if digest else None

    def take_newer(self, workshop: Workshop, block_id: str) -> Workshop:
        """Pin the present text. Steps, materials and notes follow it where the person had
        left them as the old text gave them; what she changed stays.
        """
        block = workshop.block(block_id)
        entry = self.entries().get(block.entry)
        if entry is None:
            return workshop
        edition = entry.edition(workshop.language)
        before = self.pinned_text(block, edition.lang)
        changes: dict[str, object] = {"revisions": pinned(entry), "declined": {}}
        if before is not None:
            old = _same_part(Entry(entry.uid, entry.slug, {edition.lang: before}), block)
            new = _same_part(entry, block, edition.lang)
            if old is not None and new is not None:
                changes |= {
                    name: getattr(new, name)
                    for name in _FROM_TEXT
                    if getattr(block, name) == getattr(old, name)
                }
        self._revisions.keep(edition)
        return change_block(workshop, block_id, **changes)

    def keep_older(self, workshop: Workshop, block_id: str) -> Workshop:
        """Stay with the pinned text, and do not ask again until yet another one comes."""
        block = workshop.block(block_id)
        entry = self.entries().get(block.entry)
        return change_block(workshop, block_id, declined=pinned(entry)) if entry else workshop

    # --- methods --------------------------------------------------------------------------

    def methods(self) -> list[Method]:
        """The methods of the material, then those that the person saved."""
        found = [method for folder in self._content for method in read_methods(folder)]
        return [*found, *(_own_method(row) for row in self._own_rows())]

    def save_as_method(self, block: Block) -> None:
        """Keep a block as a method of one's own."""
        rows = [row for row in self._own_rows() if row["title"] != block.title]
        row = {
            "id": f"own-{new_id()[:8]}",
            "title": block.title,
            "minutes": block.minutes,
            "steps": list(block.steps),
            "needs": [asdict(need) for need in block.needs],
        }
        self._store.set_setting(OWN_METHODS, [*rows, row])

    def _own_rows(self) -> list[dict[str, object]]:
        rows = self._store.setting(OWN_METHODS, [])
        return [row for row in rows if isinstance(row, dict) and row.get("title")]


def copy_of(workshop: Workshop, title: str) -> Workshop:
    """The same plan under new ids, without dates: what happened in it stays behind."""
    days = tuple(
        replace(
            day,
            id=new_id(),
            date="",
            blocks=tuple(replace(block, id=new_id()) for block in day.blocks),
        )
        for day in workshop.days
    )
    extra = {name: value for name, value in workshop.extra.items() if name != "template"}
    return replace(
        workshop, id=new_id(), title=title.strip(), days=days, created="", modified="", extra=extra
    )


def method_block(method: Method, lang: str) -> Block:
    """A block that does a method in a language."""
    return block_from_method(method, "en" if lang == "en" else "es")


def _own_method(row: Mapping[str, object]) -> Method:
    title, steps, needs = str(row["title"]), row.get("steps"), row.get("needs")
    words = tuple(map(str, steps)) if isinstance(steps, list) else ()
    items = tuple(
        str(need.get("item", "")) for need in needs if isinstance(need, dict)
    ) if isinstance(needs, list) else ()  # fmt: skip
    minutes = row.get("minutes")
    return Method(
        id=str(row.get("id", "")),
        kind="own",
        minutes=minutes if isinstance(minutes, int) else 30,
        titles={"es": title, "en": title},
        steps={"es": words, "en": words},
        needs={"es": items, "en": items},
        no_reading=False,
    )


def _same_part(entry: Entry, block: Block, lang: str = "") -> Block | None:
    """What the text gives for the same activity or case as a block, or None."""
    lang = lang or next(iter(entry.editions))
    if block.method == "case":
        return case_block(entry, lang)
    return next((b for b in blocks_from(entry, lang) if b.section == block.section), None)
