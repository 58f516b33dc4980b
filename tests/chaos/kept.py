"""What a database holds of a plan's changes, read without any of the program's own code."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from storage.database import FILE_NAME


@dataclass(frozen=True)
class Row:
    """One event, with the change it is of."""

    change: int
    kind: str
    undoes: int | None
    measure: int
    field: str
    new: str | None


@dataclass(frozen=True)
class Kept:
    """The events in the order of recording; the changes, and what SQLite finds damaged."""

    rows: tuple[Row, ...]
    changes: tuple[int, ...]
    damage: tuple[str, ...]

    def of_token(self, token: str) -> list[int]:
        """The changes that say something unlike any other."""
        made = [each for each in self.rows if each.kind == "modifier" and each.new is not None]
        return sorted({each.change for each in made if token in (each.new, _purpose(each.new))})

    def fields(self, change: int) -> set[str]:
        """What a change is about."""
        return {each.field for each in self.rows if each.change == change}

    def empty(self) -> list[int]:
        """Changes that say nothing."""
        told = {each.change for each in self.rows}
        return [each for each in self.changes if each not in told]

    def undone(self, measure: int) -> int:
        """How many changes of a measure were taken back."""
        undos = {e.change for e in self.rows if e.kind == "annuler" and e.measure == measure}
        return len(undos)

    def standing(self, measure: int, field: str, before: int | None = None) -> str | None:
        """The last value of a field that is not taken back, before a change (None: now)."""
        earlier = [each for each in self.rows if before is None or each.change < before]
        undone = {each.undoes for each in earlier}
        told = [
            each.new
            for each in earlier
            if (each.measure, each.field) == (measure, field)
            and each.kind != "annuler"
            and each.change not in undone
        ]
        return told[-1] if told else None

    def expected(self, change: int, options: Mapping[str, object]) -> set[str]:
        """What a whole change is about: each thing asked for that was not so already."""
        if "valeur" in options:
            return {"montant"} if "pour" in options else {"atteint"}
        measure = int(str(options["mesure"]))
        asked = {"remarque": options["remarque"]}
        if "etat" in options:
            asked["etat"] = options["etat"]
        if "cause" in options:
            asked["cause"] = None if options["cause"] == "aucune" else options["cause"]
        return {
            name for name, value in asked.items() if self.standing(measure, name, change) != value
        }


def read_kept(folder: Path) -> Kept:
    """Read the database of a data folder, whose bot is dead."""
    sql = (
        "SELECT change.id, kind, undoes, measure, field, new FROM event"
        " JOIN change ON change.id = change_id ORDER BY event.id"
    )
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchall()
        damage = [str(each[0]) for each in found if each[0] != "ok"]
        damage += [str(each) for each in connection.execute("PRAGMA foreign_key_check")]
        rows = [Row(*each) for each in connection.execute(sql)]
        changes = [each[0] for each in connection.execute("SELECT id FROM change")]
    return Kept(tuple(rows), tuple(changes), tuple(damage))


def _purpose(text: str | None) -> str:
    """What a recorded amount is for."""
    return (text or "").partition('"purpose":"')[2].partition('"')[0]
