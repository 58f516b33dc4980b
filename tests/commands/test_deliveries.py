"""What the gateway delivers twice, too late, or for another version of the commands."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from sandbox.state import Event
from tests.support.asking import Options, refused
from tests.support.database import query
from tests.support.house import House


@asynccontextmanager
async def delivered_twice(house: House) -> AsyncIterator[None]:
    """Each interaction begun in the block comes again after it, as in a session resumed."""
    events: list[Event] = []
    stop = house.world.listen(
        lambda event: events.append(event) if event.name == "INTERACTION_CREATE" else None
    )
    yield
    stop()
    assert events
    asked = len(house.chat.recorded)
    for event in events:
        house.world.emit(event)
    await house.member.slash("aide")
    assert len(house.chat.recorded) == asked + 1, "the second delivery asks nothing of Discord"


async def test_a_command_delivered_twice_is_done_once(house: House) -> None:
    async with delivered_twice(house):
        await house.coordinator.slash(
            "montant ajouter", mesure="6", valeur="25 000 $", pour="réunions", nature="prevu"
        )
    added = query(
        house.folder, "SELECT count(*) FROM event WHERE field = 'montant' AND old IS NULL"
    )
    assert added == [(1,)]


async def test_a_press_delivered_twice_is_done_once(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    changed = await house.coordinator.slash("mesure modifier", mesure="6", etat="en_cours")
    async with delivered_twice(house):
        await house.coordinator.press(changed, "Annuler")
    opened = await house.coordinator.slash("mesure modifier", mesure="6")
    async with delivered_twice(house):
        await house.coordinator.fill(opened, {"Remarque": "Une fois."})
    assert query(house.folder, "SELECT count(*) FROM change WHERE kind <> 'import'") == [(3,)]
    assert not [each for each in caplog.records if each.levelno >= logging.WARNING]


@pytest.mark.parametrize(
    ("command", "options"),
    [("mesure voir", {}), ("mesure modifier", {}), ("mesure modifier", {"etat": "realisee"})],
)
async def test_an_answer_that_comes_too_late_is_one_line_of_the_log(
    house: House, caplog: pytest.LogCaptureFixture, command: str, options: Options
) -> None:
    house.chat.acting.backend.interactions.answer_window = 0
    asked = len(house.chat.recorded)
    assert (await house.coordinator.slash(command, mesure="7", **options)).failed
    async with asyncio.timeout(5):
        while not caplog.records:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert [each.levelname for each in caplog.records] == ["WARNING"]
    assert caplog.records[0].exc_info is None
    assert len(house.chat.recorded) == asked + 1, "it is not answered a second time"


async def test_a_command_of_another_version_is_answered(house: House) -> None:
    known = house.world.commands[0]
    voir = next(each for each in known.values() if each["name"] == "mesure")
    with refused(house) as answers:
        answers.append(await house.member.slash("mesure voir", crafted=True))
        voir["name"] = "mesures"
        answers.append(await house.member.slash("mesures voir", mesure="4"))
    for answer in answers:
        assert "Rechargez Discord" in answer.text


@pytest.mark.parametrize(
    ("then", "given"),
    [
        ({"type": 4}, {"mesure": 4}),
        ({"name": "numero"}, {"mesure": "4", "numero": "4"}),
    ],
    ids=["of another type", "that it has no more"],
)
async def test_an_option_of_another_version_is_answered(
    house: House, then: dict[str, object], given: Options
) -> None:
    """A client that has not loaded the commands again sends what it registered."""
    known = house.world.commands[0]
    group = next(each for each in known.values() if each["name"] == "mesure")
    voir = next(each for each in group["options"] if each["name"] == "voir")
    typed = next(each for each in voir["options"] if each["name"] == "mesure")
    voir["options"].append(typed | then)
    if "type" in then:
        voir["options"].remove(typed)
    with refused(house) as answers:
        answers.append(await house.member.slash("mesure voir", **given))
    assert "Rechargez Discord" in answers[0].text


async def test_nothing_is_proposed_for_a_command_of_another_version(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    known = house.world.commands[0]
    voir = next(each for each in known.values() if each["name"] == "mesure")
    voir["name"] = "mesures"
    assert await house.member.complete("mesures voir", focused="mesure", value="4") == []
    assert not [each for each in caplog.records if each.levelno >= logging.ERROR]
