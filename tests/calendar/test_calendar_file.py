"""`/calendrier voir fichier:True`: the file, read again as a calendar program would."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from itertools import takewhile
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.rrule import rrulestr
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st

from plan.deadline import Deadline, DeadlineKind, Repetition
from reports.calendar_file import Entry, calendar_file, repetition_rule
from reports.time_zone import vtimezone
from tests.calendar.asked import add, modify
from tests.support.asking import is_private
from tests.support.house import TORONTO, House

NAME = "echeances.ics"
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
LAST = date(2031, 12, 31)  # five years on


async def file_of(house: House) -> bytes:
    """The file that the member gets."""
    answer = await house.member.slash("calendrier voir", fichier=True)
    assert is_private(answer)
    return answer.files[NAME]


async def events_of(house: House) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(await file_of(house)).events


async def test_a_whole_day_ends_the_day_after(house: House) -> None:
    await add(house, "Bilan annuel", "31 mars", repetition="annuelle", organismes="MESS, MICC")
    [event] = await events_of(house)
    assert event.start == date(2027, 3, 31)
    assert event.end == date(2027, 4, 1)
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event.rrules[0].to_ical() == b"FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=3"
    assert str(event["summary"]) == "Bilan annuel"
    assert "Reddition de comptes, chaque année" in str(event["description"])
    assert "MESS et MICC" in str(event["description"])


async def test_an_hour_is_the_zone_s_own(house: House) -> None:
    await add(house, "Dépôt", "15 avril à 17 h")
    [event] = await events_of(house)
    assert event["dtstart"].params["TZID"] == "America/Toronto"
    assert event.start == datetime(2027, 4, 15, 17, 0, tzinfo=TORONTO)
    assert event.end > event.start


async def test_it_is_written_as_the_norm_wants(house: House) -> None:
    await add(house, "Bilan; très, très long : " + "à remettre au comité " * 3, "31 mars")
    data = await file_of(house)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    read = icalendar.Calendar.from_ical(data)
    assert (read["method"], read["version"]) == ("PUBLISH", "2.0")
    assert str(read["x-wr-calname"]) == "Échéances du plan d'action"
    assert [str(each["tzid"]) for each in read.walk("VTIMEZONE")] == ["America/Toronto"]
    [event] = read.events
    assert str(event["summary"]).startswith("Bilan; très, très long : à remettre")
    assert event.stamp == house.clock.now().replace(microsecond=0)


async def test_a_change_keeps_the_uid_and_raises_the_sequence(house: House) -> None:
    await add(house, "Bilan", "31 mars")
    await add(house, "Rapport", "1er mai")
    before = {str(e["uid"]): e.sequence for e in await events_of(house)}
    assert list(before.values()) == [0, 0]
    await modify(house, "Bilan", quand="15 avril")
    await house.restart()
    await modify(house, "Bilan", titre="Bilan annuel")
    after = {str(e["summary"]): e for e in await events_of(house)}
    assert {str(e["uid"]) for e in after.values()} == set(before)
    assert {title: e.sequence for title, e in after.items()} == {"Bilan annuel": 2, "Rapport": 0}
    assert after["Bilan annuel"].start == date(2027, 4, 15)


async def test_without_a_deadline_there_is_no_file(house: House) -> None:
    answer = await house.member.slash("calendrier voir", fichier=True)
    assert "Aucune échéance à venir" in answer.text
    assert answer.files == {}


async def test_the_file_names_nobody_and_no_place_of_the_server(house: House) -> None:
    await add(house, "Bilan", "31 mars")
    data = (await file_of(house)).decode()
    ids = [house.coordinator.user.id, *house.world.channels, *house.world.guilds]
    assert not [each for each in ids if str(each) in data]


def test_the_zone_s_rules_give_the_offsets_of_the_zone_itself() -> None:
    for name in ("America/Toronto", "Europe/Paris", "Australia/Lord_Howe", "Asia/Tokyo"):
        zone = ZoneInfo(name)
        text = f"BEGIN:VCALENDAR\r\n{vtimezone(zone, date(2026, 11, 23)).to_ical().decode()}"
        text += "END:VCALENDAR\r\n"
        read = tzical(StringIO(text)).get()  # type: ignore[no-untyped-call]
        for hours in range(0, 24 * 365 * 5, 7):
            moment = datetime(2026, 1, 1, 0, 30) + timedelta(hours=hours)  # noqa: DTZ001
            expected = moment.replace(tzinfo=zone)
            if expected.utcoffset() == expected.replace(fold=1).utcoffset():
                assert moment.replace(tzinfo=read).utcoffset() == expected.utcoffset(), moment


def test_the_clock_changes_of_toronto_are_two_rules() -> None:
    written = vtimezone(TORONTO, date(2026, 11, 23)).to_ical().decode().split("\r\n")
    assert written[2:8] == [
        "BEGIN:DAYLIGHT",
        "DTSTART:20250309T020000",
        "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
        "TZNAME:EDT",
        "TZOFFSETFROM:-0500",
        "TZOFFSETTO:-0400",
    ]
    assert "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11" in written


@pytest.mark.parametrize(
    ("first", "repetition", "days"),
    [
        (date(2027, 1, 31), Repetition.MONTHLY, ["2027-02-28", "2027-03-31", "2027-04-30"]),
        (date(2027, 11, 30), Repetition.QUARTERLY, ["2028-02-29", "2028-05-30", "2028-08-30"]),
        (date(2028, 2, 29), Repetition.YEARLY, ["2029-02-28", "2030-02-28", "2031-02-28"]),
        (date(2027, 1, 30), Repetition.MONTHLY, ["2027-02-28", "2027-03-30", "2027-04-30"]),
    ],
)
def test_a_day_that_a_month_lacks_is_its_last(
    first: date, repetition: Repetition, days: list[str]
) -> None:
    assert [each.isoformat() for each in _read_again(first, repetition, None)][1:4] == days


@settings(max_examples=60, deadline=None)
@given(
    first=st.dates(date(2026, 11, 23), date(2028, 12, 31)),
    repetition=st.sampled_from(list(Repetition)),
    at=st.sampled_from([None, time(9, 0), time(23, 59)]),
)
def test_the_file_has_the_deadline_s_own_days(
    first: date, repetition: Repetition, at: time | None
) -> None:
    deadline = _deadline(first, repetition, at)
    expected = list(takewhile(lambda day: day <= LAST, deadline.due_days()))
    assert _read_again(first, repetition, at) == expected


@pytest.mark.parametrize("day", range(1, 32))
def test_every_rule_is_one_that_outlook_reads(day: int) -> None:
    for repetition in (Repetition.MONTHLY, Repetition.QUARTERLY, Repetition.YEARLY):
        rule = repetition_rule(_deadline(date(2027, 1, day), repetition, None))
        assert rule is None or set(rule) <= {"freq", "interval", "bymonthday", "bymonth"}


def _deadline(first: date, repetition: Repetition, at: time | None) -> Deadline:
    return Deadline(
        id=1,
        title="Bilan",
        first_on=first,
        at=at,
        kind=DeadlineKind.REMINDER,
        repetition=repetition,
        notices=(0,),
        channel_id=1,
        organisations=(),
        created_by=1,
        created_by_name="",
        created_at=NOW,
    )


def _read_again(first: date, repetition: Repetition, at: time | None) -> list[date]:
    """The days that a calendar program shows until `LAST`, each one once."""
    entry = Entry(_deadline(first, repetition, at), "")
    data = calendar_file([entry], "Échéances", "1", TORONTO, NOW)
    found = [day for event in icalendar.Calendar.from_ical(data).events for day in _days(event)]
    assert len(set(found)) == len(found)
    return sorted(found)


def _days(event: icalendar.Event) -> Iterator[date]:
    naive = datetime(event.start.year, event.start.month, event.start.day)  # noqa: DTZ001
    if not event.rrules:
        yield naive.date()
        return
    until = datetime(LAST.year, LAST.month, LAST.day)  # noqa: DTZ001
    rule = rrulestr(event.rrules[0].to_ical().decode(), dtstart=naive)
    for moment in rule.between(naive, until, inc=True):
        yield moment.date()
