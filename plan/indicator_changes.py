"""The changes of indicators: a value reached, one added, one removed."""

from dataclasses import replace
from datetime import date, datetime

from plan.history import Change, ChangeKind, Event, EventField, signed
from plan.indicator import Indicator
from plan.measure import Measure
from plan.numbers import Value
from plan.option_errors import DuplicateIndicatorError, IndicatorUnchangedError
from plan.permissions import Person
from plan.records import indicator_text
from plan.text import MAX_REASON, fold, new_key, one_line

MAX_LABEL = 120


def reached(
    indicator: Indicator,
    value: Value,
    as_of: date,
    person: Person,
    now: datetime,
    organisation: str | None,
) -> Change:
    """The value an indicator reached at a day.

    Args:
        indicator: as of `as_of`.

    Raises:
        IndicatorUnchangedError: that value is there for that day already.
    """
    if indicator.reached == value.number and indicator.reached_on == as_of:
        raise IndicatorUnchangedError(indicator)
    old = None if indicator.reached is None else str(indicator.reached)
    event = _event(indicator, EventField.REACHED, old, str(value.number), as_of)
    said = replace(event, organisation=organisation)
    return signed(ChangeKind.MODIFY, [said], person, now, organisation)


def addition(
    measure: Measure,
    label: str,
    target: Value | None,
    target_on: date | None,
    last_change: int,
    as_of: date,
    person: Person,
    now: datetime,
) -> Change:
    """A new indicator of a measure.

    Args:
        last_change: id of the last change recorded, which makes the indicator's key its own.

    Raises:
        DuplicateIndicatorError: one of that label is there already.
        EmptyTextError, TooLongError, ForbiddenTextError: the label cannot be recorded.
    """
    label = one_line(label, "libelle", MAX_LABEL)
    same = (each for each in measure.indicators if fold(each.label) == fold(label))
    if (found := next(same, None)) is not None:
        raise DuplicateIndicatorError(found)
    indicator = Indicator(
        key=new_key(f"i{measure.number}-", now, last_change),
        measure=measure.number,
        label=label,
        source=None,
        unit=target.unit if target else "",
        target=target.number if target else None,
        target_on=target_on,
    )
    event = _event(indicator, EventField.INDICATOR, None, indicator_text(indicator), as_of)
    return signed(ChangeKind.MODIFY, [event], person, now)


def removal(
    indicator: Indicator, reason: str, as_of: date, person: Person, now: datetime
) -> Change:
    """An indicator taken away; the history keeps it whole.

    Raises:
        EmptyTextError, TooLongError, ForbiddenTextError: the reason cannot be recorded.
    """
    why = one_line(reason, "motif", MAX_REASON)
    event = _event(indicator, EventField.INDICATOR, indicator_text(indicator), None, as_of)
    return signed(ChangeKind.MODIFY, [event], person, now, reason=why)


def _event(
    indicator: Indicator, field: EventField, old: str | None, new: str | None, as_of: date
) -> Event:
    return Event(
        0, indicator.measure, indicator.volet, field, old, new, as_of, subject=indicator.key
    )
