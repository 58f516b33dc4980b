"""Stops, clocks that jump, and what is caught up afterwards."""

import asyncio
from typing import Any

import pytest

from storage.committees import Storage
from storage.database import DataFolderError
from tests.collecte.campaign import (
    POST,
    at,
    confirm_all,
    ledger,
    notified,
    outcomes,
    posted,
    read,
    run,
    set_deadline,
    set_team,
    wait_for,
)
from tests.support.asking import plain
from tests.support.house import House


async def _ready(house: House, **options: Any) -> None:
    await set_deadline(house, **{"organismes": "MDEIE", **options})
    await set_team(house)
    await at(house, 2027, 3, 1)


async def _away_until(house: House, *moment: int) -> None:
    """The bot is down until then, and comes back."""
    await house.stop()
    house.clock.set(*moment)
    await house.start()
    await house.wake()


async def test_after_a_stop_over_several_steps_one_late_post_for_each_mo(house: House) -> None:
    await _ready(house, organismes="MDEIE, SAA")
    await _away_until(house, 2027, 3, 26, 14)  # J-14, J-7 and J-3 went by
    late = posted(house, "en retard")
    assert sorted("MDEIE" in read(each) for each in late) == [False, True]
    assert all("dans 5 jours" in read(each) for each in late)
    assert all("il devait partir le jeudi 25 mars 2027 à 9 h" in read(each) for each in late)
    assert await outcomes(house, "J-14") == {"salon": "dépassé"}
    assert await outcomes(house, "J-7") == {"salon": "dépassé"}
    assert set(await outcomes(house, "J-3")) == {"MDEIE", "SAA"}


async def test_after_a_stop_over_two_reminders_asked_for_one_late_post(house: House) -> None:
    await _ready(house)
    (mdeie,) = await at(house, 2027, 3, 17)
    for person in (house.repondante, house.member):  # the second stands in for the first
        for rank in (0, 1):
            asked = await person.press(mdeie, "Me le rappeler")
            await person.press(asked, asked.buttons[rank])
    await _away_until(house, 2027, 3, 23, 14)  # Thursday's and Monday's went by
    late = posted(house, "comme demandé")
    assert sorted(read(each).count("lundi 22 mars") for each in late) == [1, 1], "one for each"
    assert {name for each in late for name in notified(each, house)} == {"Nadia", "Camille"}
    asked_for = [line["issue"] for line in await ledger(house) if "demandé" in line["etape"]]
    assert sorted(asked_for) == ["dépassé"] * 2 + ["paru (en retard)"] * 2


async def test_what_was_due_while_the_bot_was_down_is_late_even_by_a_minute(house: House) -> None:
    await _ready(house)
    await _away_until(house, 2027, 3, 17, 9, 1)
    assert len(posted(house, "en retard")) == 1


async def test_a_month_long_stop_still_closes_and_tells_who_is_missing(house: House) -> None:
    await set_deadline(house)
    await _away_until(house, 2027, 4, 6, 10)
    (closing,) = posted(house)
    assert "en retard" in read(closing)
    assert "MDEIE : 6 mesures sur 6 sans réponse" in read(closing)
    assert await outcomes(house, "J-0") == {"salon": "dépassé"}


async def test_a_closing_more_than_a_week_late_is_only_marked(house: House) -> None:
    await _ready(house)
    before = len(posted(house))
    await _away_until(house, 2027, 4, 9, 10)
    assert len(posted(house)) == before
    assert await outcomes(house, "J+1") == {"salon": "sans objet"}
    answer = await house.member.slash("collecte etat")
    assert "collecte fermée" in plain(answer.text)


async def test_a_monthly_reminder_missed_twice_is_posted_late_once(house: House) -> None:
    await set_deadline(
        house, titre="Suivi", genre="rappel", quand="15 janvier 2027", repetition="mensuelle"
    )
    await _away_until(house, 2027, 3, 15, 12)
    (late,) = posted(house)
    assert "en retard" in read(late)
    assert "aujourd'hui" in read(late)


async def test_two_due_days_that_meet_on_a_day_are_both_posted(house: House) -> None:
    await set_deadline(
        house,
        titre="Suivi",
        genre="rappel",
        quand="15 février 2027",
        repetition="mensuelle",
        preavis="28, 0",
    )
    await at(house, 2027, 1, 18)
    today, next_one = await at(house, 2027, 2, 15)
    assert {"aujourd'hui", "dans 28 jours"} == {
        each.partition(" · ")[2].partition("\n")[0] for each in map(read, (today, next_one))
    }


@pytest.mark.parametrize("minutes", [1, 30])
async def test_a_stop_between_sending_and_marking_repeats_nothing(
    house: House, minutes: int
) -> None:
    await _ready(house)
    house.chat.faults.drop(POST, when="after")
    await at(house, 2027, 3, 17)
    assert len(posted(house, "pour le MDEIE")) == 1
    await house.stop()
    house.clock.advance(minutes=minutes)
    await house.start()
    await house.wake()
    assert len(posted(house, "pour le MDEIE")) == 1
    assert (await outcomes(house, "J-14"))["MDEIE"] == "paru (retrouvé après un arrêt)"


async def test_a_stop_between_claiming_and_sending_loses_nothing(house: House) -> None:
    await _ready(house)
    house.chat.faults.drop(POST, when="before")
    await at(house, 2027, 3, 17)
    assert posted(house, "pour le MDEIE") == []
    await house.stop()
    house.clock.advance(hours=2)
    await house.start()
    await house.wake()
    assert len(posted(house, "pour le MDEIE")) == 1


async def test_a_post_found_again_is_kept_true_like_the_others(house: House) -> None:
    await _ready(house)
    house.chat.faults.drop(POST, when="after")
    await at(house, 2027, 3, 17)
    house.clock.advance(minutes=1)
    await run(house)
    (digest,) = posted(house, "pour le MDEIE")
    await confirm_all(house, digest)
    await run(house)
    assert "est à jour" in read(digest)


async def test_a_clock_set_back_and_forth_repeats_nothing(house: House) -> None:
    await _ready(house)
    await at(house, 2027, 3, 17)
    await at(house, 2027, 3, 10)
    await at(house, 2027, 3, 17, 9, 30)
    await at(house, 2027, 3, 24)
    await at(house, 2027, 2, 1)
    await at(house, 2027, 3, 24)
    assert len(posted(house, "pour le MDEIE")) == 2


async def test_the_wake_job_notices_a_clock_set_forward(house: House) -> None:
    await _ready(house)
    house.clock.set(2027, 3, 17)
    house.client.services.reminders.reschedule()
    await wait_for(lambda: posted(house, "pour le MDEIE"))


async def test_a_second_bot_on_the_same_folder_is_refused(house: House) -> None:
    with pytest.raises(DataFolderError, match="another Vigie is running"):
        Storage.open(house.folder)


async def test_a_bot_told_to_stop_has_sent_each_post_or_none_of_it(house: House) -> None:
    await _ready(house, organismes=None)
    house.clock.set(2027, 3, 17)
    running = asyncio.create_task(house.client.services.reminders.run())
    while not posted(house, "il reste"):  # noqa: ASYNC110
        await asyncio.sleep(0)
    await house.stop()
    await running
    first = len(posted(house, "l reste"))
    assert 0 < first < 18
    await house.start()
    await house.wake()
    assert len(posted(house, "l reste")) == 18
