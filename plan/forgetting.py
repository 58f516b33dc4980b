"""What comes of taking a member's name out: how much was signed, and where the name still is."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where somebody may have written a name, beside the texts of a measure's history."""

    DOCUMENT = "document"  # the plan as it was loaded, with its directory
    TITLES = "titres"  # of deadlines and holidays, and of what the audit trail tells of them
    QUESTIONS = "questions"
    DRAFTS = "brouillons"  # what others' refused forms held


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many changes the member had signed, and the texts that hold the name.

    `in_log`: another program was reading the file, whose write-ahead log could not be emptied.
    """

    signed: int
    measures: Sequence[int]
    places: Sequence[Place] = ()
    in_log: bool = False
