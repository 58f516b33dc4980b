"""The days that are off in the Québec public service, and a committee's own."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reminders.working_days import (
    Calendar,
    easter_sunday,
    public_service_holidays,
    working_day_before,
)

EVERY_DAY = st.dates(dt.date(2010, 1, 1), dt.date(2060, 12, 31))


def winter(year: int) -> list[str]:
    """The days off from 22 December of a year to 5 January of the next."""
    days = [*public_service_holidays(year), *public_service_holidays(year + 1)]
    first, last = dt.date(year, 12, 22), dt.date(year + 1, 1, 5)
    return [f"{day:%m-%d}" for day in days if first <= day <= last]


# As they were published: 2011 and 2022 (eves on Saturdays), 2023 (on Sundays).
@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2011, ["12-23", "12-26", "12-27", "12-30", "01-02", "01-03"]),
        (2022, ["12-23", "12-26", "12-27", "12-30", "01-02", "01-03"]),
        (2023, ["12-22", "12-25", "12-26", "12-29", "01-01", "01-02"]),
        (2024, ["12-24", "12-25", "12-26", "12-31", "01-01", "01-02"]),
        (2021, ["12-24", "12-27", "12-28", "12-31", "01-03", "01-04"]),
    ],
)
def test_the_days_of_the_holidays_season(year: int, days: list[str]) -> None:
    assert winter(year) == days


def test_a_whole_year() -> None:
    assert " ".join(f"{day:%m-%d}" for day in public_service_holidays(2022)) == (
        "01-03 01-04 04-15 04-18 05-23 06-24 07-01 09-05 10-10 12-23 12-26 12-27 12-30"
    )


def test_a_summer_holiday_leaves_the_weekend_by_the_nearest_side() -> None:
    assert public_service_holidays(2028)[dt.date(2028, 6, 23)] == "Fête nationale du Québec"
    assert public_service_holidays(2029)[dt.date(2029, 6, 25)] == "Fête nationale du Québec"
    assert public_service_holidays(2029)[dt.date(2029, 7, 2)] == "Fête du Canada"


@given(st.integers(2005, 2095))
def test_thirteen_days_all_on_weekdays(year: int) -> None:
    taken = [day for near in (year - 1, year, year + 1) for day in public_service_holidays(near)]
    names = list(public_service_holidays(year).values())
    assert all(day.weekday() < 5 for day in taken)
    assert len(set(taken)) == len(taken)
    assert len(names) == len(set(names)) == 13


def test_easter() -> None:
    assert [easter_sunday(year) for year in (2026, 2027, 2028)] == [
        dt.date(2026, 4, 5),
        dt.date(2027, 3, 28),
        dt.date(2028, 4, 16),
    ]


def test_the_working_day_before_good_friday() -> None:
    calendar = Calendar()
    thursday = dt.date(2027, 3, 25)
    for off in (dt.date(2027, 3, 26), dt.date(2027, 3, 28), dt.date(2027, 3, 29)):
        assert working_day_before(off, calendar.is_closed) == thursday
    assert working_day_before(thursday, calendar.is_closed) == thursday


def test_what_a_committee_closes_and_opens() -> None:
    thursday, friday, saturday = (dt.date(2027, 3, day) for day in (25, 26, 27))
    calendar = Calendar(closed={thursday: "Fermeture"}, opened={saturday})
    assert not calendar.is_working_day(thursday)
    assert not calendar.is_working_day(friday)
    assert calendar.is_working_day(saturday)
    assert Calendar(closed={saturday: "Fête"}, opened={saturday, friday}).is_working_day(saturday)
    assert working_day_before(friday, calendar.is_closed) == dt.date(2027, 3, 24)


@given(EVERY_DAY, st.integers(1, 40))
def test_the_nth_working_day_has_n_between(day: dt.date, n: int) -> None:
    calendar = Calendar()
    found = calendar.next_working_day(day, n)
    between = (found - day).days
    worked = [
        calendar.is_working_day(day + dt.timedelta(days=step)) for step in range(1, between + 1)
    ]
    assert sum(worked) == n
    assert worked[-1]
    if calendar.is_working_day(day):
        assert calendar.next_working_day(found, -n) == day


def test_a_calendar_where_nothing_is_open_is_an_error() -> None:
    with pytest.raises(ValueError, match="no day is open"):
        working_day_before(dt.date(2027, 3, 25), lambda _day: True)
    with pytest.raises(ValueError, match="0th"):
        Calendar().next_working_day(dt.date(2027, 3, 25), 0)
