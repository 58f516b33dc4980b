"""The changes of amounts: one added, corrected, or taken out."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from plan.amount_consistency import oversizes
from plan.change_errors import PartTooLargeError
from plan.history import Change, ChangeKind, Event, EventField, signed
from plan.money import Amount, Cents, Nature, Rhythm
from plan.option_errors import (
    AmountLeanedOnError,
    AmountUnchangedError,
    DuplicateAmountError,
    YearsOutOfRangeError,
    YearsWithoutRhythmError,
)
from plan.permissions import Person
from plan.records import amount_text
from plan.source import Source
from plan.text import MAX_REASON, fold, one_line

MAX_PURPOSE = 200
MAX_YEARS = 50


@dataclass(frozen=True, slots=True)
class AmountRequest:
    """What is asked of an amount; None leaves it as it is. `value` is in cents.

    A sum that comes once has no years: they go when its rhythm becomes that one.
    """

    value: Cents | None = None
    purpose: str | None = None
    nature: Nature | None = None
    rhythm: Rhythm | None = None
    years: int | None = None
    payers: tuple[str, ...] | None = None


def new_amount(
    measure: int,
    request: AmountRequest,
    key: str,
    as_of: date,
    volet: int | None = None,
    part_of: tuple[str, ...] = (),
) -> Amount:
    """An amount that a coordinator tells; what the request leaves out: planned, once, by nobody.

    Args:
        request: its value and its purpose are told.
        key: as `plan.text.new_key`.
        volet: the position of the one it is of; None: the whole measure.
        part_of: the keys of the amounts that it is contained in.
    """
    source = Source(document="", section="Vigie", measure=measure)
    blank = Amount(key, measure, 0, Nature.PLANNED, "", source, as_of, volet=volet, part_of=part_of)
    return _as_asked(blank, request)


def addition(amount: Amount, amounts: Sequence[Amount], person: Person, now: datetime) -> Change:
    """A new amount, whose purpose is checked and whose rhythm and years must agree.

    Args:
        amounts: those there already.

    Raises:
        DuplicateAmountError: one of them says the same.
        PartTooLargeError: its whole cannot hold it, alone or with its other parts.
        YearsWithoutRhythmError, YearsOutOfRangeError: of its years.
        TooLongError, ForbiddenTextError: the purpose cannot be recorded.
    """
    same = next((each for each in amounts if _is_same(each, amount)), None)
    if same is not None:
        raise DuplicateAmountError(same)
    checked = _checked(amount)
    _require_room(checked, amounts)
    return _change(checked, None, amount_text(checked), person, now)


def correction(
    amount: Amount,
    request: AmountRequest,
    reason: str,
    amounts: Sequence[Amount],
    person: Person,
    now: datetime,
) -> Change:
    """An amount with other values; the history keeps both, whole.

    Raises:
        AmountUnchangedError: every value is already there.
        PartTooLargeError: its whole could not hold it any more, or it its parts.
        EmptyTextError: no reason is told.
        YearsWithoutRhythmError, YearsOutOfRangeError, TooLongError, ForbiddenTextError: as
            `addition`.
    """
    why = one_line(reason, "motif", MAX_REASON)
    corrected = _checked(_as_asked(amount, request))
    if corrected == amount:
        raise AmountUnchangedError(amount)
    _require_room(corrected, amounts)
    return _change(amount, amount_text(amount), amount_text(corrected), person, now, why)


def removal(
    amount: Amount, amounts: Sequence[Amount], reason: str, person: Person, now: datetime
) -> Change:
    """An amount taken out; the history keeps it whole.

    Raises:
        AmountLeanedOnError: others are part of it, or the same as it: they come first.
        EmptyTextError, TooLongError, ForbiddenTextError: the reason cannot be recorded.
    """
    why = one_line(reason, "motif", MAX_REASON)
    leaning = [each for each in amounts if amount.key in (*each.part_of, each.same_as)]
    if leaning:
        raise AmountLeanedOnError(amount, leaning)
    return _change(amount, amount_text(amount), None, person, now, why)


def _as_asked(amount: Amount, request: AmountRequest) -> Amount:
    told = {each.name: getattr(request, each.name) for each in fields(request)}
    wanted = {name: value for name, value in told.items() if value is not None}
    if request.rhythm is Rhythm.ONCE and request.years is None:
        wanted["years"] = None
    return replace(amount, **wanted)


def _is_same(one: Amount, other: Amount) -> bool:
    """Tell whether two amounts say the same; a payer that one does not tell makes no difference."""

    def said(amount: Amount) -> tuple[object, ...]:
        place = (amount.measure, amount.volet)
        return (*place, amount.value, fold(amount.purpose), amount.nature, amount.rhythm)

    payers = {frozenset(each.payers) for each in (one, other) if each.payers}
    return said(one) == said(other) and one.years == other.years and len(payers) < 2


def _require_room(amount: Amount, amounts: Sequence[Amount]) -> None:
    others = [each for each in amounts if each.key != amount.key]
    for found in oversizes([*others, amount]):
        if amount.key in (*found.parts, found.whole):
            raise PartTooLargeError(found.size, found.room, together=len(found.parts) > 1)


def _checked(amount: Amount) -> Amount:
    if amount.years is not None:
        if not 1 <= amount.years <= MAX_YEARS:
            raise YearsOutOfRangeError(amount.years, MAX_YEARS)
        if amount.rhythm not in (Rhythm.PER_YEAR, Rhythm.OVER_PERIOD):
            raise YearsWithoutRhythmError(amount.years)
    return replace(amount, purpose=one_line(amount.purpose, "pour", MAX_PURPOSE))


def _change(
    amount: Amount,
    old: str | None,
    new: str | None,
    person: Person,
    now: datetime,
    reason: str = "",
) -> Change:
    event = Event(
        0,
        amount.measure or 0,
        amount.volet,
        EventField.AMOUNT,
        old,
        new,
        _speaks_of(amount, old, now),
        subject=amount.key,
    )
    return signed(ChangeKind.MODIFY, [event], person, now, reason=reason)


def _speaks_of(amount: Amount, old: str | None, now: datetime) -> date:
    """A new amount is known from its own date; a correction from today (`now` is local)."""
    return amount.as_of if old is None else now.date()
