"""What holds of every date, and of every text that is none."""

import datetime as dt
import unicodedata
from collections.abc import Callable
from typing import Literal

from babel.dates import format_date
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reminders.dates import DateNotUnderstood, ReadDate, Reason, read_date
from reminders.dates.normalise import MAX_LENGTH
from tests.reminders.test_dates_cases import TORONTO, cases

Side = Literal["future", "past"]

days = st.dates(dt.date(1990, 1, 1), dt.date(2046, 12, 31))
nows = st.builds(
    dt.datetime.combine,
    st.dates(dt.date(2026, 1, 1), dt.date(2031, 12, 31)),
    st.times(),
    st.just(TORONTO),
)
sides = st.sampled_from(["future", "past"])
dressings = st.sampled_from(
    [
        str,
        str.upper,
        str.title,
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: f"le {text}",
        lambda text: f"D’ici le {text}",
        lambda text: f"  {text}. ",
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: "".join(c for c in unicodedata.normalize("NFD", text) if c < "\u0300"),
    ]
)


def french(day: dt.date, pattern: str) -> str:
    """As it is printed in Québec: « jeudi 1er avril 2027 »."""
    text = format_date(day, pattern, locale="fr_CA")
    return text.replace("1 ", "1er ", 1) if day.day == 1 else text


def refusal(text: str, now: dt.datetime, side: Side) -> DateNotUnderstood | None:
    try:
        read_date(text, now, side)
    except DateNotUnderstood as refused:
        return refused
    return None


@given(days, nows, sides, dressings)
def test_a_printed_date_reads_back(
    day: dt.date, now: dt.datetime, side: Side, dress: Callable[[str], str]
) -> None:
    for pattern in ("d MMMM yyyy", "EEEE d MMMM yyyy", "EEE d MMM yyyy", "EEEE 'le' d MMMM yyyy"):
        assert read_date(dress(french(day, pattern)), now, side) == ReadDate(day)
    assert read_date(day.isoformat(), now, side) == ReadDate(day)


@given(days, nows, sides)
def test_a_date_in_figures_reads_back_or_is_refused_as_two(
    day: dt.date, now: dt.datetime, side: Side
) -> None:
    text = day.strftime("%d/%m/%Y")
    if day.day > 12 or day.day == day.month:
        assert read_date(text, now, side) == ReadDate(day)
    else:
        refused = refusal(text, now, side)
        assert refused is not None
        assert refused.reason is Reason.AMBIGUOUS
        assert day in refused.detail["candidates"]


@given(days, nows, sides)
def test_without_a_year_it_is_the_nearest_on_the_side_asked(
    day: dt.date, now: dt.datetime, side: Side
) -> None:
    assume((day.month, day.day) != (2, 29))
    read = read_date(french(day, "d MMMM"), now, side).day
    assert (read.month, read.day) == (day.month, day.day)
    distance = (read - now.date()).days * (1 if side == "future" else -1)
    assert 0 <= distance <= 365


@given(days, st.integers(1, 6), nows, sides)
def test_a_wrong_weekday_is_always_refused_with_the_real_one(
    day: dt.date, off: int, now: dt.datetime, side: Side
) -> None:
    wrong = format_date(day + dt.timedelta(days=off), "EEEE", locale="fr_CA")
    for text in (
        f"{wrong} {french(day, 'd MMMM yyyy')}",
        f"{wrong} {day.isoformat()}",
        f"{french(day, 'd MMMM yyyy')} ({wrong}) à 9 h",
    ):
        refused = refusal(text, now, side)
        assert refused is not None
        assert refused.reason is Reason.WEEKDAY_MISMATCH
        assert refused.detail["day"] == day
        assert refused.detail["weekday"] == (day.weekday() + off) % 7


@given(st.integers(1, 3000), nows)
def test_days_from_now_are_counted(count: int, now: dt.datetime) -> None:
    ahead, back = dt.timedelta(days=count), dt.timedelta(days=-count)
    assert read_date(f"dans {count} jours", now).day == now.date() + ahead
    assert read_date(f"il y a {count} jours", now, "past").day == now.date() + back


@given(days, st.times(), nows)
def test_an_hour_reads_back(day: dt.date, at: dt.time, now: dt.datetime) -> None:
    at = at.replace(second=0, microsecond=0)
    assume(at.hour != 2)  # an hour that the clocks may skip
    for hour in (f"{at.hour} h {at.minute:02}", f"{at:%H:%M}", f"{at.hour}h{at.minute:02}"):
        read = read_date(f"{french(day, 'd MMMM yyyy')} à {hour}", now)
        assert read == ReadDate(day, at)


@settings(max_examples=300)
@given(st.text(max_size=200), nows, sides)
def test_any_text_is_a_date_or_a_refusal(text: str, now: dt.datetime, side: Side) -> None:
    refused = refusal(text, now, side)
    assert refused is None or refused.text == text


WORDS = sorted({word for case in cases() for word in case.text.split()})


@settings(max_examples=600)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join), nows, sides)
def test_any_mix_of_the_words_of_dates_is_a_date_or_a_refusal(
    text: str, now: dt.datetime, side: Side
) -> None:
    refused = refusal(text, now, side)
    if refused is None:
        assert 1990 <= read_date(text, now, side).day.year <= now.year + 20
    else:
        assert refused.text == text


@given(st.text(min_size=MAX_LENGTH + 1, max_size=2000), nows)
def test_a_long_text_is_no_date(text: str, now: dt.datetime) -> None:
    refused = refusal(text, now, "future")
    assert refused is not None
    assert refused.reason is Reason.NOT_A_DATE
