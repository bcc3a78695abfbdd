"""What happens in the room: who came, hands raised, before and after, commitments.

It stays in this data folder; names leave it only when chosen.
"""

from __future__ import annotations

import json
import re
import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import mean

from kb_app.store import Store

SEXES = ("F", "M", "X")
AGES = ("<18", "18-29", "30-44", "45-59", "60+", "")
SMALL_GROUP = 12
_CODE = re.compile(r"[^\w]+")


ERASED = "–"  # stands where a name was


@dataclass(frozen=True)
class Attendee:
    """Somebody who came. `days` are the positions of the days (from 1) they were there."""

    id: str
    name: str
    sex: str
    age: str = ""
    institution: str = ""
    municipality: str = ""
    consent: bool = False
    days: tuple[int, ...] = (1,)


@dataclass(frozen=True)
class Totals:
    """Attendance without names."""

    people: int
    by_sex: dict[str, int]
    by_institution: dict[str, dict[str, int]]
    by_age: dict[str, int]


@dataclass(frozen=True)
class Learning:
    """Before and after, of those who answered both times with the same code.

    Means are shares of right answers (0 to 1). `honest` is False when the group is too small
    (under twelve pairs) for the difference to mean more than these people. `mixed` are pairs
    whose two tests did not have the same questions.
    """

    pairs: int
    only_before: int
    only_after: int
    before: float
    after: float
    better: int
    same: int
    worse: int
    honest: bool
    mixed: int = 0


@dataclass(frozen=True)
class Score:
    """Somebody's tests by their own code: right answers and questions, before and after.
    `tests` are the ids of their questions, where they are known.
    """

    code: str
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None
    tests: tuple[frozenset[str], ...] = ()

    @property
    def is_mixed(self) -> bool:
        """Whether the two tests are known to have had different questions."""
        return len(set(self.tests)) > 1

    def share(self, moment: str) -> float:
        """The share of right answers (0 to 1) of "before" or "after"."""
        right, questions = (self.before if moment == "before" else self.after) or (0, 1)
        return right / max(1, questions)


@dataclass(frozen=True)
class Commitment:
    """What a group said it would do. `state` is "open", "done" or "dropped"."""

    id: str
    workshop: str
    team: str
    what: str
    who: str = ""
    due: str = ""
    indicator: str = ""
    support: str = ""
    state: str = "open"


@dataclass(frozen=True)
class Outreach:
    """A visit or meeting, and how many were reached."""

    id: str
    day: str
    place: str
    what: str
    women: int
    men: int
    workshop: str = ""


class Room:
    """The records of workshops, in the store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # --- attendance -----------------------------------------------------------------

    def attend(self, workshop: str, person: Attendee) -> Attendee:
        """Add or change somebody."""
        saved = replace(person, id=person.id or str(uuid.uuid4()))
        with self._store.transaction() as connection:
            place = connection.execute(
                "SELECT coalesce(max(place) + 1, 0) FROM attendee WHERE workshop = ?", (workshop,)
            ).fetchone()[0]
            connection.execute(
                "INSERT INTO attendee VALUES (?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET "
                "name=excluded.name, sex=excluded.sex, age=excluded.age, "
                "institution=excluded.institution, municipality=excluded.municipality, "
                "consent=excluded.consent, days=excluded.days",
                (saved.id, workshop, saved.name, saved.sex, saved.age, saved.institution,
                 saved.municipality, int(saved.consent), json.dumps(saved.days), place),
            )  # fmt: skip
        return saved

    def leave_out(self, attendee_id: str) -> None:
        """Remove somebody entered by mistake."""
        with self._store.transaction() as connection:
            connection.execute("DELETE FROM attendee WHERE id = ?", (attendee_id,))

    def erase_names(self, workshop: str) -> int:
        """Forget the names of those who came; who they were by sex, age and institution stays.

        Returns how many were erased. Backups made before keep them until they are rotated out.
        """
        with self._store.transaction() as connection:
            connection.execute("PRAGMA secure_delete = ON")
            return connection.execute(
                "UPDATE attendee SET name = ? WHERE workshop = ? AND name <> ?",
                (ERASED, workshop, ERASED),
            ).rowcount

    def attendees(self, workshop: str) -> list[Attendee]:
        """Who came, in the order in which they were entered."""
        rows = self._store.rows(
            "SELECT * FROM attendee WHERE workshop = ? ORDER BY place, id", (workshop,)
        )
        return [
            Attendee(r["id"], r["name"], r["sex"], r["age"], r["institution"], r["municipality"],
                     bool(r["consent"]), tuple(json.loads(r["days"])))
            for r in rows
        ]  # fmt: skip

    def totals(self, workshop: str) -> Totals:
        """How many came, by sex, institution and age, without a name."""
        people = self.attendees(workshop)
        institutions: dict[str, dict[str, int]] = {}
        for person in people:
            row = institutions.setdefault(person.institution or "–", dict.fromkeys(SEXES, 0))
            row[person.sex] = row.get(person.sex, 0) + 1
        return Totals(
            len(people),
            {sex: sum(p.sex == sex for p in people) for sex in SEXES},
            dict(sorted(institutions.items())),
            dict(Counter(p.age for p in people if p.age)),
        )

    def counts(self) -> tuple[dict[str, int], dict[str, int]]:
        """How many came, and how many commitments there are, by workshop."""
        came = self._store.rows("SELECT workshop, count(*) AS n FROM attendee GROUP BY workshop")
        agreed = self._store.rows(
            "SELECT workshop, count(*) AS n FROM commitment GROUP BY workshop"
        )
        return {r["workshop"]: r["n"] for r in came}, {r["workshop"]: r["n"] for r in agreed}

    # --- hands and tests ------------------------------------------------------------

    def count_hands(self, workshop: str, question: str, option: int, hands: int) -> None:
        """How many hands an answer got."""
        with self._store.transaction() as connection:
            connection.execute(
                "INSERT INTO vote VALUES (?,?,?,?) ON CONFLICT (workshop, question, option) "
                "DO UPDATE SET hands = excluded.hands",
                (workshop, question, option, max(0, hands)),
            )

    def hands(self, workshop: str, question: str) -> dict[int, int]:
        """Hands by answer."""
        rows = self._store.rows(
            "SELECT option, hands FROM vote WHERE workshop = ? AND question = ?",
            (workshop, question),
        )
        return {row["option"]: row["hands"] for row in rows}

    def score(
        self,
        workshop: str,
        code: str,
        moment: str,
        right: int,
        questions: int,
        test: Sequence[str] = (),
    ) -> None:
        """A test by somebody's own code; `moment` is "before" or "after", `test` the ids of its
        questions. Another number of right answers is a slip mended: the test stays what it was.
        """
        with self._store.transaction() as connection:
            connection.execute(
                "INSERT INTO result VALUES (?,?,?,?,?,?) ON CONFLICT (workshop, code, moment) DO "
                "UPDATE SET right_answers = excluded.right_answers, test = CASE WHEN "
                "questions = excluded.questions THEN test ELSE excluded.test END, "
                "questions = excluded.questions",
                (workshop, same_code(code), moment, max(0, min(right, questions)), questions,
                 json.dumps(list(test)) if len(test) == questions else ""),
            )  # fmt: skip

    def forget_score(self, workshop: str, code: str, moment: str) -> None:
        """Take back a test that was entered by mistake."""
        with self._store.transaction() as connection:
            connection.execute(
                "DELETE FROM result WHERE workshop = ? AND code = ? AND moment = ?",
                (workshop, same_code(code), moment),
            )

    def scores(self, workshop: str) -> list[Score]:
        """The tests by code, in the order in which codes were first entered."""
        rows = self._store.rows(
            "SELECT code, moment, right_answers, questions, test FROM result WHERE workshop = ? "
            "ORDER BY rowid",
            (workshop,),
        )
        found: dict[str, Score] = {}
        for row in rows:
            score = found.get(row["code"], Score(row["code"]))
            if row["test"]:
                tests = (*score.tests, frozenset(json.loads(row["test"])))
                score = replace(score, tests=tests)
            right = (int(row["right_answers"]), int(row["questions"]))
            found[row["code"]] = (
                replace(score, before=right)
                if row["moment"] == "before"
                else replace(score, after=right)
            )
        return list(found.values())

    def learning(self, workshop: str) -> Learning | None:
        """Before and after, paired; None when nobody took both tests."""
        scores = self.scores(workshop)
        found = paired(
            {s.code: s.share("before") for s in scores if s.before is not None},
            {s.code: s.share("after") for s in scores if s.after is not None},
        )
        return replace(found, mixed=sum(s.is_mixed for s in scores)) if found else None

    # --- commitments and outreach -----------------------------------------------------

    def commit(self, commitment: Commitment) -> Commitment:
        """Add or change a commitment."""
        saved = replace(commitment, id=commitment.id or str(uuid.uuid4()))
        with self._store.transaction() as connection:
            connection.execute(
                "INSERT INTO commitment VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET "
                "team=excluded.team, what=excluded.what, who=excluded.who, due=excluded.due, "
                "indicator=excluded.indicator, support=excluded.support, state=excluded.state",
                (saved.id, saved.workshop, saved.team, saved.what, saved.who, saved.due,
                 saved.indicator, saved.support, saved.state),
            )  # fmt: skip
        return saved

    def uncommit(self, commitment_id: str) -> None:
        """Remove a commitment entered by mistake."""
        with self._store.transaction() as connection:
            connection.execute("DELETE FROM commitment WHERE id = ?", (commitment_id,))

    def commitments(self, workshop: str = "") -> list[Commitment]:
        """Commitments of a workshop or of all, what is due first."""
        where, values = ("WHERE workshop = ?", (workshop,)) if workshop else ("", ())
        rows = self._store.rows(
            f"SELECT * FROM commitment {where} ORDER BY due = '', due, team, rowid", values
        )
        return [Commitment(*row) for row in rows]

    def due(self, today: date, within: int = 30) -> list[Commitment]:
        """Open commitments that are late or due within some days."""
        limit = (today + timedelta(days=within)).isoformat()
        return [c for c in self.commitments() if c.state == "open" and c.due and c.due <= limit]

    def log(self, row: Outreach) -> Outreach:
        """Add a visit or meeting to the log."""
        saved = replace(row, id=row.id or str(uuid.uuid4()))
        with self._store.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO outreach VALUES (?,?,?,?,?,?,?)",
                (saved.id, saved.day, saved.place, saved.what, saved.women, saved.men,
                 saved.workshop),
            )  # fmt: skip
        return saved

    def unlog(self, row_id: str) -> None:
        """Remove a row of the log entered by mistake."""
        with self._store.transaction() as connection:
            connection.execute("DELETE FROM outreach WHERE id = ?", (row_id,))

    def outreach(self) -> list[Outreach]:
        """The log, newest first."""
        return [Outreach(*r) for r in self._store.rows("SELECT * FROM outreach ORDER BY day DESC")]


def same_code(code: str) -> str:
    """A code as its owner meant it: case, spaces and signs do not matter."""
    return _CODE.sub("", code).casefold()


def paired(before: dict[str, float], after: dict[str, float]) -> Learning | None:
    """Compare shares of right answers of those who answered twice."""
    both = sorted(set(before) & set(after))
    if not both:
        return None
    changes = [after[code] - before[code] for code in both]
    return Learning(
        pairs=len(both),
        only_before=len(before) - len(both),
        only_after=len(after) - len(both),
        before=mean(before[code] for code in both),
        after=mean(after[code] for code in both),
        better=sum(change > 0 for change in changes),
        same=sum(change == 0 for change in changes),
        worse=sum(change < 0 for change in changes),
        honest=len(both) >= SMALL_GROUP,
    )
