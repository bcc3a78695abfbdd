"""Receiving a pack: checked, shown with what it would change, taken as was decided."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from indexer.errors import KbError
from kb_app.app.desk import Desk
from kb_app.app.sending import kilobytes
from kb_app.app.wordlists import language_word
from kb_app.packs.merge import CHOICES, CONFLICTS, NoteRow, Preview, Row, word_diff
from kb_app.packs.taking import Outcome
from kb_app.views.packs.receive import Offer, OfferRow, ReceiveDialog
from kb_app.views.reader.purposes import purpose_word


class Receiver(QObject):
    """`taken` tells what came of a pack, and its file."""

    taken = Signal(Outcome, Path)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.dialog: ReceiveDialog | None = None
        self._path = Path()
        self._seen: Preview | None = None

    def open_pack(self, path: str) -> None:
        """Check a pack and show what it would bring; nothing is taken yet."""
        self._path = Path(path)
        title = self.tr("Checking {name}").format(name=self._path.name)
        self.desk.run(self.desk.program.imports.preview(self._path), title, self._offer)

    def _offer(self, seen: Preview) -> None:
        self._seen = seen
        if self.dialog is None:
            self.dialog = ReceiveDialog(self.desk.look, self.desk.window)
            self.dialog.taken.connect(self._take)
            self.dialog.diff_asked.connect(self._show_diff)
        self.dialog.show_offer(self._worded(seen))

    def _worded(self, seen: Preview) -> Offer:
        manifest = seen.pack.manifest
        rows = tuple(self._row(row) for row in seen.rows)
        notes = tuple((n.note.id, self._note(n)) for n in seen.notes if n.state != "same")
        more = []
        if manifest.kind == "reply":
            more.append(self.tr("An answer to a pack"))
        if seen.workshops:
            more.append(self.tr("%n workshop(s)", "", len(seen.workshops)))
        if seen.collections:
            more.append(self.tr("%n collection(s)", "", len(seen.collections)))
        if seen.concepts:
            more.append(self.tr("%n new word(s) for the glossary", "", seen.concepts))
        who = manifest.publisher.name or self.tr("without a name")
        when = manifest.created[:10]
        return Offer(
            manifest.title,
            self.tr("From {who}, {when}, {size}").format(
                who=who, when=when, size=kilobytes(seen.pack.size)
            ),
            manifest.summary,
            self._trust(seen),
            self._warning(seen),
            rows,
            notes,
            "\n".join(line for line in (" · ".join(more), self._deleted(seen)) if line),
        )

    def _deleted(self, seen: Preview) -> str:
        """What its maker took out and is held here."""
        if not seen.deleted:
            return ""
        return self.tr("Its maker took out: {titles}. With you they stay as they are.").format(
            titles="; ".join(seen.deleted)
        )

    def _trust(self, seen: Preview) -> str:
        trust = seen.trust
        if trust.standing == "unsigned":
            return self.tr("Not signed: anybody may have made it. That is usual.")
        if trust.standing == "first":
            return self.tr(
                "Signed for the first time. By telephone you can compare: {words}"
            ).format(words=trust.words)
        if trust.standing == "known":
            return self.tr("Signed with the key that this institution always uses.")
        return self.tr("Its words: {words}. Those known so far: {before}").format(
            words=trust.words or "—", before=trust.words_before
        )

    def _warning(self, seen: Preview) -> str:
        return {
            "changed": self.tr(
                "The key is not the one this institution used before. Call and compare the words "
                "before you take anything."
            ),
            "signature-missing": self.tr(
                "This institution signed its packs so far and this one is not signed. Call before "
                "you take anything."
            ),
        }.get(seen.trust.standing, "")

    def _row(self, row: Row) -> OfferRow:
        states = {
            "new": self.tr("new"),
            "same": self.tr("you have it"),
            "update": self.tr("newer than yours"),
            "older": self.tr("older than yours"),
            "fork": self.tr("both were changed"),
            "unrelated": self.tr("another text of the same name"),
        }
        words = {
            "take": self.tr("Take it"),
            "leave": self.tr("Leave mine") if row.held else self.tr("Do not take it"),
            "copy": self.tr("Keep both"),
        }
        remarks = []
        if row.notes:
            remarks.append(self.tr("%n note(s) of yours stand on it", "", row.notes))
        if row.workshops:
            remarks.append(
                self.tr("used in: {titles}; those stay as they are").format(
                    titles=", ".join(row.workshops)
                )
            )
        return OfferRow(
            f"{row.uid} {row.lang}",
            row.title,
            language_word(row.lang),
            states[row.state] + (f" · {remarks[0]}" if remarks else ""),
            "\n".join(remarks),
            tuple((decision, words[decision]) for decision in CHOICES[row.state]),
            row.state in ("update", *CONFLICTS),
        )

    def _note(self, row: NoteRow) -> str:
        note = row.note
        beside = self.tr(" (beside yours)") if row.state == "beside" else ""
        who = f"{note.creator}: " if note.creator else ""
        return f"{purpose_word(note.purpose)}{beside} · {who}{note.body or note.exact[:120]}"

    def _show_diff(self, key: str) -> None:
        uid, _space, lang = key.partition(" ")
        ours = self.desk.edition(uid, lang)
        if self._seen is None or self.dialog is None or ours is None:
            return
        try:
            changes = word_diff(ours, self._seen.pack.editions[uid, lang])
        except KbError as error:
            self.desk.show_error(error)
            return
        self.dialog.show_diff([(change.kind, change.text) for change in changes])

    def _take(self, decisions: dict[str, Any], notes: list[str], trusted: bool) -> None:
        assert self._seen is not None
        chosen = {}
        for key, decision in decisions.items():
            uid, _space, lang = key.partition(" ")
            chosen[uid, lang] = decision
        wanted = frozenset(notes) | {n.note.id for n in self._seen.notes if n.state == "same"}
        work = self.desk.program.imports.take(
            self._path, self._seen, chosen, wanted, trusted=trusted
        )
        path = self._path
        self.desk.run(
            work, self.tr("Taking the pack in"), lambda outcome: self.taken.emit(outcome, path)
        )
