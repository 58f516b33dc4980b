"""Whether a figure is of the time that a question asks about."""

from plan.indicator import Indicator
from plan.questions.finding.choice import speaks_of
from plan.questions.finding.finder import Finder
from plan.questions.finding.record import Record
from plan.questions.reading.asked import Focus
from plan.questions.reading.periods import Period
from plan.source import Fact


def is_of_time(record: Record, finder: Finder) -> bool:
    """Tell whether a figure is of the time asked about, where one is asked."""
    periods = [each for each in finder.asked.periods if each.has_year]
    if not periods:
        return True
    thing = record.thing
    if isinstance(thing, Indicator):
        aimed = thing.reached is None or finder.wants(Focus.TARGET, Focus.END)
        days = (thing.reached_on, thing.target_on if aimed else None)
        on = [each.isoformat() for each in days if each]
        text = f"{thing.period} {' '.join(on)}"
    elif isinstance(thing, Fact):
        text = f"{thing.label} {thing.value} {thing.date}"
    else:
        return False
    if speaks_of(text.replace("-", " "), periods):
        return True
    return isinstance(thing, Indicator) and _stood_so(thing, periods[-1], finder)


def _stood_so(indicator: Indicator, period: Period, finder: Finder) -> bool:
    """Tell whether it is the last told before the day that the plan's whole state is told of."""
    if period.first != finder.snapshot.plan.first_state_on or not period.is_day:
        return False
    return indicator.reached_on is not None and indicator.reached_on <= period.first
