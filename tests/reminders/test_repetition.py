"""Deadlines that come back: yearly, quarterly, monthly, on days that some months lack."""

import re

import pytest

from tests.support.calendar import add_reminder, go_to, texts
from tests.support.house import House


async def days_told(house: House, until: tuple[int, int, int]) -> list[str]:
    """The days that the posts speak of, living from month to month until then."""
    year, month, day = 2026, 11, 27
    while (year, month, day) <= until:
        await go_to(house, year, month, day, 12)
        day += 7
        if day > 28:
            month, day = month + 1, day - 28
        if month > 12:
            year, month = year + 1, 1
    found = [re.search(r"Échéance du (.+)", text) for text in texts(house)]
    return [each[1].split(",")[0].strip() for each in found if each]


async def test_the_31st_of_every_month(house: House) -> None:
    await add_reminder(house, "Rapport", "31 janvier 2027", repetition="mensuelle", preavis="0")
    told = await days_told(house, (2027, 6, 28))
    assert told == [
        "dimanche 31 janvier 2027",
        "dimanche 28 février 2027",
        "mercredi 31 mars 2027",
        "vendredi 30 avril 2027",
        "lundi 31 mai 2027",
    ]


async def test_every_quarter_from_a_30th(house: House) -> None:
    await add_reminder(
        house, "Rapport", "30 novembre 2026", repetition="trimestrielle", preavis="0"
    )
    told = await days_told(house, (2027, 9, 28))
    assert told == [
        "lundi 30 novembre 2026",
        "dimanche 28 février 2027",
        "dimanche 30 mai 2027",
        "lundi 30 août 2027",
    ]


@pytest.mark.parametrize("restarted", [False, True])
async def test_every_year_on_29_february(house: House, restarted: bool) -> None:
    await add_reminder(house, "Bissextile", "29 février 2028", repetition="annuelle", preavis="0")
    expected = [
        ((2028, 2, 29), "mardi 29 février 2028"),
        ((2029, 2, 28), "mercredi 28 février 2029"),
        ((2030, 2, 28), "jeudi 28 février 2030"),
        ((2031, 2, 28), "vendredi 28 février 2031"),
        ((2032, 2, 27), "dimanche 29 février 2032"),
    ]
    for count, (day, told) in enumerate(expected, start=1):
        for month in (6, 12):
            await go_to(house, day[0] - 1, month, 2)
        if restarted:
            await house.restart()
        await go_to(house, *day)
        assert len(texts(house)) == count
        assert told in texts(house)[-1]
        assert "en retard" not in texts(house)[-1]


async def test_a_yearly_deadline_has_all_its_notices_each_year(house: House) -> None:
    await add_reminder(house, "Bilan", "31 mars 2027", repetition="annuelle", preavis="30, 1")
    for year in (2027, 2028):
        for month, day in ((1, 4), (3, 1), (3, 30), (9, 1)):
            await go_to(house, year, month, day)
    told = texts(house)
    assert len(told) == 4
    for text, (days, when) in zip(
        told,
        [
            ("dans 30 jours", "mercredi 31 mars 2027"),
            ("demain", "mercredi 31 mars 2027"),
            ("dans 30 jours", "vendredi 31 mars 2028"),
            ("demain", "vendredi 31 mars 2028"),
        ],
        strict=True,
    ):
        assert days in text
        assert when in text


async def test_withdrawn_it_comes_back_no_more(house: House) -> None:
    await add_reminder(house, "Rapport", "30 novembre 2026", repetition="mensuelle", preavis="0")
    await go_to(house, 2026, 11, 30)
    asked = await house.coordinator.slash("calendrier retirer", echeance="Rapport")
    await house.coordinator.press(asked, "Confirmer")
    for month in (1, 2, 3):
        await go_to(house, 2027, month, 28)
    assert len(texts(house)) == 1
