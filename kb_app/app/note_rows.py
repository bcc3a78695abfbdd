"""Notes as the window shows and edits them."""

from __future__ import annotations

from dataclasses import replace

from kb_app.app.desk import Desk
from kb_app.app.wordlists import in_word, translate
from kb_app.notes.model import MINE, Note
from kb_app.views.parts.lines import shortened
from kb_app.views.reader.note_editor import QUOTE_CHARACTERS, NoteDraft
from kb_app.views.reader.notes_list import NoteRow
from kb_app.views.reader.purposes import purpose_word


def note_row_anywhere(desk: Desk, note: Note, where: str) -> NoteRow:
    """A note as a card away from its text: it says what the page of the text would."""
    entry = desk.entry(note.uid)
    held = entry is not None and note.lang in entry.editions
    stale = entry is not None and held and entry.translation_is_stale(note.lang)
    row = note_row(note, where)
    if note.lang != desk.content_language:
        row = replace(row, remark=f"{in_word(note.lang)} · {row.remark}")
    return replace(row, warning=translate("Words", "translation out of date")) if stale else row


def note_row(note: Note, where: str, placed: str = "placed", quote: bool = True) -> NoteRow:
    """A note as a card; `quote`: with the words that it stands on."""
    marks = [", ".join(note.tags)]
    marks.append(
        translate("Words", "may be shared") if note.shareable else translate("Words", "private")
    )
    if note.sensitive:
        marks.append(translate("Words", "sensitive"))
    if note.origin != MINE:
        marks.append(note.creator or translate("Words", "from a pack"))
    return NoteRow(
        note.id,
        note.purpose,
        purpose_word(note.purpose),
        where,
        shortened(note.exact, QUOTE_CHARACTERS) if quote else "",
        note.body,
        " · ".join(mark for mark in marks if mark),
        placed,
    )


def draft_of(note: Note) -> NoteDraft:
    """What can be changed in a note."""
    return NoteDraft(note.id, note.purpose, note.body, note.tags, note.shareable, note.sensitive)


def with_draft(note: Note, draft: NoteDraft) -> Note:
    """A note with what was changed in the editor."""
    return replace(
        note,
        purpose=draft.purpose,
        body=draft.body,
        tags=draft.tags,
        shareable=draft.shareable,
        sensitive=draft.sensitive,
    )
