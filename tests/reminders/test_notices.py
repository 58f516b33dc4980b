"""A deadline is announced at each notice: with the right words, in its channel, once."""

import re

import pytest

from sandbox.demo import committee_world
from tests.support.calendar import add_reminder, go_to, posts, set_clocks, texts
from tests.support.database import query
from tests.support.house import House

# 31 March 2027 is a Wednesday; J-3 is brought forward: 28 March is a Sunday, 26 Good Friday.
CAMPAIGN = [
    ((2027, 3, 1), "dans 30 jours"),
    ((2027, 3, 17), "dans 14 jours"),
    ((2027, 3, 24), "dans 7 jours"),
    ((2027, 3, 25), "dans 6 jours"),
    ((2027, 3, 30), "demain"),
    ((2027, 3, 31), "aujourd'hui"),
]


async def test_every_notice_goes_out_at_its_hour_once(house: House) -> None:
    await add_reminder(house, "Dépôt du bilan", "31 mars 2027")
    for count, (day, told) in enumerate(CAMPAIGN):
        await go_to(house, *day, 8, 59)
        assert len(texts(house)) == count, "not before its hour"
        await go_to(house, *day, 9)
        await house.wake()
        assert len(texts(house)) == count + 1, day
        last = texts(house)[-1]
        assert "Dépôt du bilan" in last
        assert told in last
        assert "mercredi 31 mars 2027" in last
        assert "en retard" not in last
    await go_to(house, 2027, 6, 1)
    assert len(texts(house)) == len(CAMPAIGN)


async def test_nobody_is_notified(house: House) -> None:
    await add_reminder(house, "Dépôt", "31 mars 2027", organismes="MDEIE")
    for day, _ in CAMPAIGN:
        await go_to(house, *day)
    assert len(posts(house)) == len(CAMPAIGN)
    assert not any(message.notified for message in posts(house))


async def test_it_is_posted_in_its_own_channel(house: House) -> None:
    await add_reminder(house, "Dépôt", "31 mars 2027", salon="suivi-du-plan")
    await go_to(house, 2027, 3, 31)
    assert texts(house) == []
    assert "Dépôt" in texts(house, "suivi-du-plan")[0]


async def test_it_is_posted_in_a_thread(house: House) -> None:
    thread = house.world.add_thread(
        house.world.channel("suivi-du-plan"), house.world.bot, "fil du bilan", 11
    )
    await house.coordinator.slash(
        "calendrier ajouter", titre="Dépôt", quand="31 mars 2027", genre="rappel", salon=thread
    )
    await go_to(house, 2027, 3, 31)
    assert "Dépôt" in texts(house, "fil du bilan")[0]


async def test_the_hour_of_a_deadline_is_told(house: House) -> None:
    await add_reminder(house, "Réunion", "31 mars 2027 à 13 h 30", preavis="0")
    await go_to(house, 2027, 3, 31)
    assert "mercredi 31 mars 2027 à 13 h 30" in texts(house)[0]


async def test_the_mos_concerned_are_told(house: House) -> None:
    await add_reminder(house, "Dépôt", "31 mars 2027", organismes="MDEIE, MESS", preavis="0")
    await go_to(house, 2027, 3, 31)
    assert "MDEIE et MESS" in texts(house)[0]


async def test_its_button_opens_the_calendar_privately(house: House) -> None:
    await add_reminder(house, "Dépôt", "31 mars 2027", preavis="7")
    await go_to(house, 2027, 3, 24)
    pressed = await house.member.press(posts(house)[0], "Voir le calendrier")
    assert pressed.ephemeral
    assert "Dépôt" in pressed.text


@pytest.mark.parametrize(
    ("deadline", "steps", "days"),
    [
        ("dimanche 2 mai 2027", "1, 0", [(2027, 4, 30)]),
        ("lundi 3 mai 2027", "1", [(2027, 4, 30)]),
        ("lundi 29 mars 2027", "0", [(2027, 3, 25)]),  # Easter Monday
        ("24 juin 2027", "0", [(2027, 6, 23)]),
        ("1er janvier 2027", "0", [(2026, 12, 30)]),  # 31 December is off as well
    ],
)
async def test_a_notice_never_falls_on_a_day_off(
    house: House, deadline: str, steps: str, days: list[tuple[int, int, int]]
) -> None:
    await add_reminder(house, "Dépôt", deadline, preavis=steps)
    for year, month, day in days:
        await go_to(house, year, month, day, 8, 59)
        assert texts(house) == []
        await go_to(house, year, month, day, 9)
        assert len(texts(house)) == len(days)
    await go_to(house, 2027, 8, 1)
    assert len(texts(house)) == len(days)


async def test_two_notices_that_meet_are_one_post(house: House) -> None:
    await add_reminder(house, "Dépôt", "dimanche 2 mai 2027", preavis="3, 1, 0")
    await go_to(house, 2027, 4, 29)
    await go_to(house, 2027, 4, 30)
    await go_to(house, 2027, 5, 2)
    assert len(texts(house)) == 2
    assert "dans 2 jours" in texts(house)[1]


async def test_two_deadlines_of_one_moment_are_two_posts(house: House) -> None:
    await add_reminder(house, "Dépôt", "31 mars 2027", preavis="7")
    await add_reminder(house, "Réunion", "31 mars 2027", preavis="7")
    await go_to(house, 2027, 3, 24)
    assert sorted(re.findall(r"Dépôt|Réunion", "".join(texts(house)))) == ["Dépôt", "Réunion"]


@pytest.mark.parametrize(
    ("days", "label"),
    [
        # The clocks go forward in the night before 14 March 2027, back before 7 November.
        ([(2027, 3, 12), (2027, 3, 15), (2027, 3, 16)], "spring"),
        ([(2027, 11, 5), (2027, 11, 8), (2027, 11, 9)], "autumn"),
    ],
    ids=["spring", "autumn"],
)
async def test_nine_stays_nine_across_a_clock_change(
    house: House, days: list[tuple[int, int, int]], label: str
) -> None:
    last = days[-1]
    steps = ", ".join(str(last[2] - day[2]) for day in days)
    await add_reminder(house, "Dépôt", f"{last[0]}-{last[1]:02}-{last[2]:02}", preavis=steps)
    for count, day in enumerate(days):
        await go_to(house, *day, 8, 59)
        assert len(texts(house)) == count, label
        await go_to(house, *day, 9, 0)
        assert len(texts(house)) == count + 1, label
    assert not any("en retard" in text for text in texts(house))


async def test_withdrawn_nothing_more_goes_out(house: House) -> None:
    await add_reminder(house, "Dépôt", "31 mars 2027")
    await go_to(house, 2027, 3, 1)
    asked = await house.coordinator.slash("calendrier retirer", echeance="Dépôt")
    await go_to(house, 2027, 3, 17)
    assert len(texts(house)) == 2, "asked is not withdrawn"
    await house.coordinator.press(asked, "Confirmer")
    for day in ((2027, 3, 24), (2027, 3, 30), (2027, 3, 31)):
        await go_to(house, *day)
    assert len(texts(house)) == 2
    assert query(house.folder, "SELECT count(*) FROM deadline") == [(1,)]


async def test_withdrawn_while_it_was_due_nothing_goes_out(house: House) -> None:
    await add_reminder(house, "Dépôt", "31 mars 2027")
    asked = await house.coordinator.slash("calendrier retirer", echeance="Dépôt")
    set_clocks(house, 2027, 3, 1)
    await house.coordinator.press(asked, "Confirmer")
    await house.wake()
    assert texts(house) == []


async def test_each_server_gets_its_own(house: House) -> None:
    other = house.world.add_guild("Autre comité", house.world.user("Mathieu"))
    elsewhere = house.world.add_channel(other, "ailleurs")
    await house.coordinator.slash(
        "calendrier ajouter",
        titre="Ailleurs",
        quand="31 mars 2027",
        genre="rappel",
        channel=elsewhere,
    )
    await add_reminder(house, "Ici", "31 mars 2027")
    await go_to(house, 2027, 3, 31)
    assert ["Ici" in text for text in texts(house)] == [True]
    assert ["Ailleurs" in text for text in texts(house, "ailleurs")] == [True]


async def test_a_deadline_years_away_is_announced_in_its_time(house: House) -> None:
    await add_reminder(house, "Lointaine", "31 mars 2030", preavis="7")
    for year in (2027, 2028, 2029):
        await go_to(house, year, 3, 25)
        await house.restart()
        await house.wake()
        assert texts(house) == []
    await go_to(house, 2030, 3, 22)  # J-7 is a Sunday: brought forward to Friday
    assert "Lointaine" in texts(house)[0]


def test_the_demonstration_world_has_a_channel_the_bot_may_not_write_in() -> None:
    """What other tests here take for granted."""
    world = committee_world()
    assert not world.can(world.bot, "annonces", 1 << 11)
