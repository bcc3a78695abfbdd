"""Where blocks come from: activities of modules, cases, methods, ready agendas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from indexer import frontmatter, tree
from indexer.documents import Edition, Entry, Material
from indexer.errors import DocumentUnreadable
from kb_app.workshops.errors import TemplateMissing
from kb_app.workshops.model import MUST, SHOULD, Block, Day, Need, Workshop, new_id

TEMPLATES = ("one-day", "two-days", "three-days")
# Words that many materials share: they tell nothing of which is which.
_COMMON = frozenset(
    "hoja hojas juego tarjeta tarjetas para papel cada grupo sala persona sheet sheets cards card "
    "paper each group with room person colores grande large".split()
)
_LABELS = re.compile(r"^(Materiales|Materials|Para conversar|Debrief)\s*:\s*", re.I)


@dataclass(frozen=True)
class Method:
    """A method of the library: what it is for, how long, how it is done."""

    id: str
    kind: str
    minutes: int
    titles: Mapping[str, str]
    steps: Mapping[str, tuple[str, ...]]
    needs: Mapping[str, tuple[str, ...]]
    no_reading: bool


def pinned(entry: Entry) -> dict[str, str]:
    """The revision of each of an entry's texts, to be pinned."""
    return {lang: edition.sha256 for lang, edition in sorted(entry.editions.items())}


def blocks_from(entry: Entry, lang: str) -> list[Block]:
    """Blocks for an entry: a module's activities, or reading, questions and task of a case."""
    edition = entry.edition(lang)
    if entry.kind == "module":
        found = list(_activities(edition))
        blocks = found or [_block(edition.front.title, "module", edition.front.minutes or 60)]
    else:
        blocks = list(_case(edition))
    revisions = pinned(entry)
    return [replace(block, entry=entry.uid, revisions=revisions) for block in blocks]


def _block(title: str, kind: str, minutes: int, **more: Any) -> Block:
    return Block(new_id(), title, kind, minutes, **more)


def _activities(edition: Edition) -> Iterator[Block]:
    section = edition.document().section("activities")
    heading: tree.Heading | None = None
    inside: list[tree.Block] = []
    for block in (*(section.blocks if section else ()), None):
        if block is None or isinstance(block, tree.Heading):
            if heading is not None:
                yield _activity(heading, inside, edition.front.materials)
            is_activity = isinstance(block, tree.Heading) and block.id.startswith("activity-")
            heading = block if is_activity and isinstance(block, tree.Heading) else None
            inside = []
        else:
            inside.append(block)


def _activity(
    heading: tree.Heading, blocks: Sequence[tree.Block], listed: Sequence[Material]
) -> Block:
    steps: list[str] = []
    needs: list[Need] = []
    notes: list[str] = []
    for block in blocks:
        match block:
            case tree.ListBlock(items, True):
                steps += [_first(item) for item in items]
            case tree.Paragraph(children):
                text = tree.inline_text(children)
                label = _LABELS.match(text)
                rest = text[label.end() :].strip() if label else text
                if label and label[1].lower().startswith("material"):
                    needs += _needs(rest, listed)
                else:
                    notes.append(rest)
            case tree.Admonition("facilitator", inner):
                document = tree.Document((tree.Section("", (), inner),))
                notes += [unit.text for unit in tree.units(document)]
    minutes = heading.attributes.get("minutes", "")
    group = re.match(r"\d+", heading.attributes.get("group", ""))
    return _block(
        tree.inline_text(heading.children),
        "module",
        int(minutes) if minutes.isdecimal() else 30,
        steps=tuple(steps),
        needs=tuple(needs),
        notes="\n".join(notes),
        group_size=int(group.group()) if group else 0,
        section=heading.id,
        method="activity",
    )


def _needs(prose: str, listed: Sequence[Material]) -> list[Need]:
    """What an activity needs. The module lists its materials with their amounts, the activity
    only names them: those that share a telling word with its sentence are its own, Without any,
    the sentence itself.
    """
    named = _telling(prose)
    found = [Need(one.item, one.per, one.quantity) for one in listed if named & _telling(one.item)]
    if found:
        return found
    return [Need(part.strip()) for part in prose.rstrip(".").split(";") if part.strip()]


def _telling(text: str) -> set[str]:
    """The words by which a thing is known, cut to their first letters."""
    words = re.findall(r"\w+", text.casefold())
    return {
        word[:5]
        for word in words
        if word not in _COMMON and (len(word) > 3 or any(c.isdigit() for c in word))
    }


def _first(item: tree.Item) -> str:
    first = item.blocks[0] if item.blocks else None
    return tree.inline_text(first.children) if isinstance(first, tree.Paragraph) else ""


def _case(edition: Edition) -> Iterator[Block]:
    english = edition.lang == "en"
    title = edition.front.title
    section = edition.document().section("questions")
    questions = tuple(
        _first(item)
        for block in (section.blocks if section else ())
        if isinstance(block, tree.ListBlock)
        for item in block.items
    )
    copies = Need("copy of the case" if english else "copia del caso", "person")
    yield _block(
        f"{'Case' if english else 'Caso'}: {title}", "case", 15, needs=(copies,), section="context",
        method="reading",
    )  # fmt: skip
    yield _block(
        "Questions on the case" if english else "Preguntas al caso", "talk", 25, steps=questions,
        group_size=4, section="questions", method="questions", priority=SHOULD,
    )  # fmt: skip


def case_block(entry: Entry, lang: str, minutes: int = 55) -> Block:
    """A whole case in one block: reading, groups, plenary (the pattern of the modules)."""
    reading, questions = _case(entry.edition(lang))
    return replace(
        reading, minutes=minutes, steps=questions.steps, group_size=4, entry=entry.uid,
        revisions=pinned(entry), method="case",
    )  # fmt: skip


# --- methods and agendas -----------------------------------------------------------------


def read_methods(folder: Path) -> list[Method]:
    """The methods library of a content folder; none when it has none."""
    rows = _rows(folder / "methods" / "methods.yaml")
    return [
        Method(
            id=str(row["id"]),
            kind=str(row["kind"]),
            minutes=int(row["minutes"]),
            titles={lang: str(row["title"][lang]) for lang in ("es", "en")},
            steps={lang: tuple(map(str, row["steps"][lang])) for lang in ("es", "en")},
            needs={lang: tuple(map(str, row["needs"][lang])) for lang in ("es", "en")},
            no_reading=bool(row.get("no_reading", False)),
        )
        for row in rows
    ]


def block_from_method(method: Method, lang: str) -> Block:
    """A block that does a method."""
    return _block(
        method.titles[lang], "talk", method.minutes, steps=method.steps[lang],
        needs=tuple(Need(item) for item in method.needs[lang]), method=method.id,
    )  # fmt: skip


def from_template(
    folder: Path, template: str, title: str, lang: str, entries: Mapping[str, Entry]
) -> Workshop:
    """A plan from a ready agenda of the content, not saved yet. `entries` by slug: a block
    that names one that is not there keeps its title and stands alone.

    Raises TemplateMissing.
    """
    rows = _rows(folder / "agendas" / f"{template}.yaml") if template in TEMPLATES else []
    if not rows:
        raise TemplateMissing(template)
    days = tuple(_template_day(row, lang, entries) for row in rows)
    return Workshop(new_id(), title, lang, days=days)


def _template_day(row: Mapping[str, Any], lang: str, entries: Mapping[str, Entry]) -> Day:
    blocks = tuple(_template_block(one, lang, entries) for one in row["blocks"])
    return Day(
        new_id(), str(row["title"][lang]), start=str(row["start"]), end=str(row["end"]),
        blocks=blocks,
    )  # fmt: skip


def _template_block(row: Mapping[str, Any], lang: str, entries: Mapping[str, Entry]) -> Block:
    entry = entries.get(str(row.get("entry", "")))
    base = Block(new_id(), str(row["title"][lang]))
    if entry is not None:
        found = blocks_from(entry, lang)
        activity = str(row.get("activity", ""))
        base = next((b for b in found if b.section == activity), found[0])
        if entry.kind == "case_study":
            base = case_block(entry, lang)
    return replace(
        base,
        title=str(row["title"][lang]),
        kind=str(row["kind"]),
        minutes=int(row["minutes"]),
        anchor=str(row.get("anchor", "")),
        priority=int(row.get("priority", MUST if row["kind"] == "break" else SHOULD)),
        needs=base.needs + tuple(Need(**need[lang]) for need in row.get("needs", ())),
    )


def _rows(path: Path) -> list[Any]:
    try:
        text = path.read_text(encoding="utf-8")
        rows = frontmatter.load(f"rows:\n{text}", path.name, 0).values.get("rows") or []
    except (OSError, UnicodeDecodeError, DocumentUnreadable):
        return []
    return rows if isinstance(rows, list) else []
