"""Due while the bot was off: posted at the next start, once, saying that it is late."""

import re

import pytest

from tests.support.asking import plain
from tests.support.calendar import add_reminder, go_to, pass_by, set_clocks, texts
from tests.support.house import House


async def come_back(house: House, *when: int) -> None:
    """Start the bot again at that time; its own wake job posts what is due."""
    set_clocks(house, *when)
    await house.start()
    await house.wake()


async def test_one_notice_missed_is_posted_late(house: House) -> None:
    await add_reminder(house, "Dépôt", "31 mars 2027", preavis="30, 7")
    await house.stop()
    await come_back(house, 2027, 3, 2, 14)
    assert len(texts(house)) == 1
    assert "en retard" in texts(house)[0]
    assert "dans 29 jours" in texts(house)[0], "the days left are those of the day it is posted"
    assert "lundi 1er mars 2027 à 9 h" in texts(house)[0], "when it should have gone out"
    await go_to(house, 2027, 3, 24)
    assert len(texts(house)) == 2
    assert "en retard" not in texts(house)[1]


async def test_of_several_missed_only_the_latest_is_posted(house: House) -> None:
    await add_reminder(house, "Dépôt", "31 mars 2027")
    await house.stop()
    await come_back(house, 2027, 3, 26, 8)
    assert len(texts(house)) == 1
    assert "en retard" in texts(house)[0]
    assert "jeudi 25 mars 2027" in texts(house)[0]
    assert "dans 5 jours" in texts(house)[0]
    await house.restart()
    await house.wake()
    assert len(texts(house)) == 1


async def test_the_earlier_ones_are_overtaken_in_the_ledger(house: House) -> None:
    await add_reminder(house, "Dépôt", "31 mars 2027")
    await house.stop()
    await come_back(house, 2027, 3, 26, 8)
    answer = await house.coordinator.slash("rappel preuve")
    assert answer.ephemeral
    ledger = re.findall(r" · (J-\d+) · salon : ([^,\n]*)", plain(answer.text))
    assert ledger == [
        ("J-3", "paru (en retard)"),
        ("J-7", "dépassé"),
        ("J-14", "dépassé"),
        ("J-30", "dépassé"),
    ]


async def test_two_deadlines_missed_are_each_posted(house: House) -> None:
    await add_reminder(house, "Dépôt", "31 mars 2027", preavis="7, 3")
    await add_reminder(house, "Réunion", "30 mars 2027", preavis="7, 3")
    await house.stop()
    await come_back(house, 2027, 3, 27)
    assert len(texts(house)) == 2
    assert all("en retard" in text for text in texts(house))


async def test_after_the_deadline_itself_it_is_still_told(house: House) -> None:
    await add_reminder(house, "Dépôt", "31 mars 2027", preavis="1, 0")
    await house.stop()
    await come_back(house, 2027, 4, 2)
    assert len(texts(house)) == 1
    assert "en retard" in texts(house)[0]
    assert "il y a 2 jours" in texts(house)[0]


async def test_a_repeated_deadline_is_caught_up_and_goes_on(house: House) -> None:
    await add_reminder(house, "Rapport", "30 novembre 2026", repetition="mensuelle", preavis="0")
    await house.stop()
    await come_back(house, 2027, 2, 10)
    late = texts(house)
    assert "en retard" in late[-1]
    assert "samedi 30 janvier 2027" in late[-1]
    await go_to(house, 2027, 2, 26)  # 28 February is a Sunday
    assert len(texts(house)) == len(late) + 1
    assert "dimanche 28 février 2027" in texts(house)[-1]
    assert "en retard" not in texts(house)[-1]


async def test_a_few_minutes_are_not_late(house: House) -> None:
    await add_reminder(house, "Dépôt", "31 mars 2027", preavis="7")
    await go_to(house, 2027, 3, 24, 9, 2)
    assert len(texts(house)) == 1
    assert "en retard" not in texts(house)[0]


@pytest.mark.parametrize("times", [1, 3])
async def test_it_is_not_posted_again_at_the_next_starts(house: House, times: int) -> None:
    await add_reminder(house, "Dépôt", "31 mars 2027")
    await go_to(house, 2027, 3, 1)
    for _ in range(times):
        await house.restart()
        await house.wake()
        await pass_by(house, 3600)
    assert len(texts(house)) == 1
