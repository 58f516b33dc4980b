"""Taking a change back, and putting it again: each is one more change, nothing is deleted."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from plan.change_errors import (
    AlreadyRedoneError,
    AlreadyUndoneError,
    NothingToUndoError,
    SupersededError,
)
from plan.errors import NotAllowedError
from plan.history import Change, ChangeKind, signed, undone_ids
from plan.team import Rights


def last_standing(changes: Sequence[Change], measure: int, rights: Rights) -> Change:
    """The change that `/mesure annuler` takes back: the last one that stands.

    A répondant's is their own last; where somebody else recorded after it, it is refused and told.

    Raises:
        NothingToUndoError: none stands, or none of theirs.
        NotAllowedError: it speaks for an MO that the person answers for no more.
        SupersededError: another came after.
    """
    standing = _standing(changes, measure)
    mine = [each for each in standing if rights.coordinates or each.author_id == rights.person.id]
    if not mine:
        raise NothingToUndoError(measure)
    _require_own(mine[-1], rights)
    if mine[-1] is not standing[-1]:
        raise SupersededError(measure, standing[-1])
    return mine[-1]


def require_undoable(
    change: Change, changes: Sequence[Change], measure: int, rights: Rights
) -> None:
    """Let a change pass that « Annuler » on its answer may take back.

    Raises:
        NotAllowedError: it is somebody else's, or speaks for an MO that the person answers for no
            more, and the person does not coordinate.
        AlreadyUndoneError: it is taken back already.
        NothingToUndoError: it is the document's own, or an undo.
        SupersededError: another change of the measure came after.
    """
    _require_own(change, rights)
    standing = _standing(changes, measure)
    if change.kind is not ChangeKind.UNDO and change.id in undone_ids(changes):
        raise AlreadyUndoneError(measure)
    if all(each.id != change.id for each in standing):
        raise NothingToUndoError(measure)
    if standing[-1].id != change.id:
        raise SupersededError(measure, standing[-1])


def require_redoable(undo: Change, changes: Sequence[Change], measure: int, rights: Rights) -> None:
    """Let an undo pass that « Rétablir » may take back in its turn.

    Raises:
        AlreadyRedoneError: it stands again already.
        As `require_undoable`; SupersededError also where another change came after the undo.
    """
    _require_own(undo, rights)
    undos = {each.id for each in changes if each.kind is ChangeKind.UNDO}
    if undo.id in undos and undo.undoes not in undos and undo.id in undone_ids(changes):
        raise AlreadyRedoneError(measure)
    if undo.id not in undos or undo.undoes in undos:
        raise NothingToUndoError(measure)
    later = [each for each in _standing(changes, measure) if each.id > undo.id]
    if later:
        raise SupersededError(measure, later[-1])


def undoing(change: Change, rights: Rights, now: datetime) -> Change:
    """The change that takes another back; its events tell what it puts back. `now` is aware."""
    events = [replace(each, id=0, old=each.new, new=each.old) for each in change.events]
    return signed(
        ChangeKind.UNDO, events, rights.person, now, change.organisation, undoes=change.id
    )


def _require_own(change: Change, rights: Rights) -> None:
    """Let the person's own change pass, if they may still speak for its MO; a coordinator's any."""
    if rights.coordinates:
        return
    if change.author_id != rights.person.id:
        raise NotAllowedError("not_author")
    if change.organisation not in rights.organisations:
        needs = "no_longer" if change.organisation else "whole_volet"
        raise NotAllowedError(needs, change.organisation or "")


def _standing(changes: Sequence[Change], measure: int) -> list[Change]:
    """The people's changes of a measure that count, oldest first."""
    undone = undone_ids(changes)
    return [
        each
        for each in changes
        if each.id not in undone
        and each.kind not in (ChangeKind.IMPORT, ChangeKind.UNDO)
        and any(event.measure == measure for event in each.events)
    ]
