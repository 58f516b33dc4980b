"""Posts that Discord does not take at once: never lost, never twice, and told where they fail."""

import asyncio
from typing import Any

import pytest

from sandbox.faults import When
from tests.collecte.campaign import (
    CHANNEL,
    HISTORY,
    POST,
    allow,
    at,
    forbid,
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
from tests.support.database import query
from tests.support.house import House


async def _ready(house: House, **options: Any) -> None:
    await set_deadline(house, **{"organismes": "MDEIE", **options})
    await set_team(house)
    await at(house, 2027, 3, 1)


def _digests(house: House) -> int:
    return len(posted(house, "pour le MDEIE"))


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("status", [503, 0])
async def test_a_post_that_meets_a_failure_is_posted_once(
    house: House, when: When, status: int
) -> None:
    await _ready(house)
    if status:
        house.chat.faults.fail(POST, status=status, when=when)
    else:
        house.chat.faults.drop(POST, when=when)
    await at(house, 2027, 3, 17)
    assert _digests(house) == (when == "after")
    house.clock.advance(seconds=10)
    await run(house)
    assert (await outcomes(house, "J-14"))["MDEIE"] == "à venir (nouvel essai prévu)"
    house.clock.advance(seconds=20)
    await run(house)
    assert _digests(house) == 1
    issue = "paru" if when == "before" else "paru (retrouvé après un arrêt)"
    assert (await outcomes(house, "J-14"))["MDEIE"] == issue


async def test_a_long_trouble_is_tried_again_less_and_less_often(house: House) -> None:
    await _ready(house)
    house.chat.faults.fail(POST, times=6)
    house.clock.set(2027, 3, 17)
    for _ in range(60):
        await run(house)
        house.clock.advance(minutes=1)
    assert _digests(house) == 1
    (line,) = [each for each in await ledger(house) if each["etape"] == "J-14"]
    assert line["tentatives"] == "7"
    assert int(line["retard_s"]) >= 15 * (2**6 - 1)
    assert "en retard" in read(posted(house, "pour le MDEIE")[0])


async def test_an_edit_that_fails_is_made_at_the_next_run(house: House) -> None:
    await _ready(house)
    (digest,) = await at(house, 2027, 3, 17)
    house.chat.faults.fail("PATCH /channels/{channel_id}/messages/{message_id}", times=4)
    await house.repondante.slash("mesure confirmer", mesure="6")
    for _ in range(6):
        await run(house)
    assert "il reste 5 mesures sur 6" in read(digest)


async def test_an_edit_that_takes_long_holds_up_no_notice(house: House) -> None:
    await _ready(house)
    (digest,) = await at(house, 2027, 3, 17)
    house.chat.faults.slow("PATCH /channels/{channel_id}/messages/{message_id}", seconds=1.5)
    await house.repondante.slash("mesure confirmer", mesure="6")
    await asyncio.sleep(0.3)  # the edit is under way
    house.clock.set(2027, 3, 24)
    running = asyncio.create_task(house.wake())
    await wait_for(lambda: _digests(house) == 2)
    assert "il reste 6 mesures sur 6" in read(digest)
    await running
    assert "il reste 5 mesures sur 6" in read(digest)


async def test_a_permission_lost_and_given_back_loses_nothing(house: House) -> None:
    await _ready(house)
    forbid(house)
    await at(house, 2027, 3, 17)
    assert _digests(house) == 0
    assert (await outcomes(house, "J-14"))["MDEIE"] == "à venir (permission manquante)"
    allow(house)
    house.clock.advance(minutes=1)
    await run(house)
    assert _digests(house) == 1


async def _turn(house: House, *, times: int, **each: float) -> None:
    """Let the reminders run again and again while the time goes by."""
    for _ in range(times):
        await run(house)
        house.clock.advance(**each)


async def test_a_permission_that_stays_away_is_told_to_the_coordination_once(
    house: House,
) -> None:
    await _ready(house, organismes="MDEIE, SAA")
    await house.coordinator.slash("reglages modifier", salon="coordination")
    forbid(house)
    house.clock.set(2027, 3, 17)
    await _turn(house, times=120, minutes=1)
    (told,) = posted(house, "n'ont pas pu paraître", "coordination")
    assert "Vigie n'a plus le droit d'y écrire" in read(told)
    assert notified(told, house) == {"Mathieu"}
    issues = await outcomes(house, "J-14")
    assert issues == dict.fromkeys(("MDEIE", "SAA"), "à venir (permission manquante)")
    await _turn(house, times=50, hours=1)
    assert len(posted(house, "n'ont pas pu paraître", "coordination")) == 1


async def test_a_permission_given_back_days_later_posts_what_is_still_in_time(
    house: House,
) -> None:
    await _ready(house)
    forbid(house)
    house.clock.set(2027, 3, 17)
    await _turn(house, times=60, hours=1)
    assert _digests(house) == 0
    allow(house)
    await _turn(house, times=2, hours=1)
    (late,) = posted(house, "pour le MDEIE")
    assert "il devait partir le mercredi 17 mars 2027 à 9 h" in read(late)
    forbid(house)
    house.clock.set(2027, 3, 24)
    await _turn(house, times=26, hours=1)
    allow(house)
    await _turn(house, times=2, hours=1)
    assert _digests(house) == 2
    assert await outcomes(house, "J-7") == {"MDEIE": "dépassé"}
    assert (await outcomes(house, "J-3"))["MDEIE"] == "paru (en retard)"


async def test_a_post_that_may_have_left_is_not_posted_in_another_channel_too(
    house: House,
) -> None:
    await _ready(house)
    house.chat.faults.drop(POST, when="after")
    await at(house, 2027, 3, 17)
    await house.coordinator.slash("calendrier modifier", echeance="Bilan", salon="général")
    house.clock.advance(minutes=1)
    await house.wake()
    assert _digests(house) == 1
    assert posted(house, "pour le MDEIE", "général") == []


async def test_a_ledger_of_nothing_leads_to_what_is_to_come(house: House) -> None:
    told = plain((await house.coordinator.slash("rappel preuve")).text)
    assert "Registre des avis\n" in told
    assert "Aucun avis n'est encore parti. `/rappel apercu`" in told


async def test_the_ledger_tells_in_words_how_late_a_post_went_out(house: House) -> None:
    await _ready(house)
    forbid(house)
    house.clock.set(2027, 3, 17)
    await _turn(house, times=27, hours=1)
    allow(house)
    house.clock.advance(minutes=20)
    await run(house)
    told = plain((await house.coordinator.slash("rappel preuve")).text)
    assert "J-14 · MDEIE : paru (en retard), 1 jour 3 h de retard" in told


async def test_a_plain_reminder_is_tried_until_its_day_is_over(house: House) -> None:
    await set_deadline(house, titre="Dépôt", genre="rappel", repetition=None, preavis="0")
    forbid(house)
    house.clock.set(2027, 3, 31)
    await _turn(house, times=14, hours=1)
    assert await outcomes(house, "J-0") == {"salon": "à venir (permission manquante)"}
    await _turn(house, times=4, hours=1)
    assert await outcomes(house, "J-0") == {"salon": "échec (permission manquante)"}


async def test_another_channel_has_at_once_what_the_first_could_not_take(house: House) -> None:
    await _ready(house)
    forbid(house)
    house.clock.set(2027, 3, 17)
    await _turn(house, times=20, hours=1)
    await run(house)
    await house.coordinator.slash("calendrier modifier", echeance="Bilan", salon="général")
    await house.wake()
    assert len(posted(house, "pour le MDEIE", "général")) == 1


async def test_a_deleted_channel_is_told_to_whoever_set_the_deadline_once(house: House) -> None:
    await _ready(house, organismes=None)
    house.world.delete_channel(CHANNEL)
    house.clock.set(2027, 3, 17)
    await house.wake()
    await house.wake()
    house.clock.set(2027, 3, 24)
    await house.wake()
    dm = house.world.dm(house.coordinator.user)
    (told,) = house.chat.messages(dm)
    assert "le salon n'existe plus" in read(told)
    assert {each["issue"] for each in await ledger(house) if each["etape"] == "J-14"} == {
        "échec (salon disparu)"
    }


async def test_where_nobody_can_be_told_the_ledger_says_so_and_all_goes_on(house: House) -> None:
    await _ready(house)
    await set_deadline(house, titre="Ailleurs", salon="général", organismes="SAA")
    house.world.delete_channel(CHANNEL)
    house.coordinator.user.dms_open = False
    house.clock.set(2027, 3, 17)
    for _ in range(3):
        await house.wake()
    issues = await outcomes(house, "avis d'échec")
    assert issues == {"salon": "échec (salon disparu)"}
    assert len(posted(house, "pour le SAA", "général")) == 1


async def test_one_channels_trouble_holds_up_no_other(house: House) -> None:
    await _ready(house)
    await set_deadline(house, titre="Ailleurs", salon="général", organismes="SAA")
    forbid(house)
    house.clock.set(2027, 3, 17)
    await house.wake()
    assert len(posted(house, "pour le SAA", "général")) == 1


async def test_a_gateway_that_drops_holds_up_no_notice(house: House) -> None:
    await _ready(house)
    await house.chat.gateway.drop(resumable=False)
    await at(house, 2027, 3, 17)
    assert _digests(house) == 1
    await run(house)
    assert _digests(house) == 1


async def test_without_the_history_the_nonce_alone_keeps_a_post_single(house: House) -> None:
    await _ready(house)
    house.chat.faults.fail(POST, when="after")
    house.chat.faults.fail(HISTORY, times=1, status=403)
    await at(house, 2027, 3, 17)
    house.clock.advance(minutes=1)
    await run(house)
    assert _digests(house) == 1
    rows = query(house.folder, "SELECT status, attempts FROM delivery WHERE kind = 'digest'")
    assert rows == [("sent", 2)]
