"""Putting the plan of a bilan document in force from the command line: all of it, or nothing."""

from collections.abc import Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from plan.definition import PlanDefinition
from storage.bilan_document import BilanMalformed, read_bilan_file
from storage.committees import UNSEEN, Storage


class ImportRefusedError(Exception):
    """Nothing was imported; the message says why, `problems` what is wrong in the document."""

    def __init__(self, why: str, problems: Sequence[str] = ()) -> None:
        super().__init__(why)
        self.problems = problems


def import_bilan(
    folder: Path, file: Path, server: int | None, fallback: date, now: datetime
) -> tuple[PlanDefinition, int]:
    """Import for a server, the only one known, or (`UNSEEN`) those to come; tell which.

    Args:
        folder: the data folder.
        fallback: the day of the states of a document that tells none.
        now: aware.

    Raises:
        ImportRefusedError: the document cannot be read, or several servers are known.
        DataFolderError: the folder cannot be used.
    """
    try:
        plan = read_bilan_file(file, fallback=fallback)
    except BilanMalformed as error:
        why = f"{file.name} is not a bilan that can be read; nothing was imported"
        raise ImportRefusedError(why, [f"{file.name}: {each}" for each in error.problems]) from None
    except OSError as error:
        raise ImportRefusedError(f"cannot read {file}: {error.strerror}") from None
    with closing(Storage.open(folder)) as storage:
        known = storage.committee_ids()
        if server is None and len(known) > 1:
            ids = ", ".join(str(each) for each in known)
            raise ImportRefusedError(f"several servers are known ({ids}): say which with --server")
        target = server or next(iter(known), UNSEEN)
        storage.import_plan(target, plan, now)
    return plan, target
