"""An MO's messages as direct messages, for those who asked for them."""

from sandbox.message import Message
from tests.collecte.campaign import (
    CHANNEL,
    POST,
    at,
    confirm_all,
    ledger,
    notified,
    posted,
    read,
    run,
    set_deadline,
    set_team,
)
from tests.support.asking import plain, refused
from tests.support.database import query
from tests.support.house import House


async def _ready(house: House) -> Message:
    """Nadia asked for direct messages on the MDEIE's first message, which is given."""
    await set_deadline(house, organismes="MDEIE")
    await set_team(house)
    await at(house, 2027, 3, 1)
    (mdeie,) = await at(house, 2027, 3, 17)
    asked = await house.repondante.press(mdeie, "Me le rappeler")
    answer = await house.repondante.press(asked, "En message privé")
    assert "vous parviendront en message privé" in answer.text
    return mdeie


def _direct(house: House) -> list[Message]:
    return house.chat.messages(house.world.dm(house.repondante.user))


async def _issues(house: House, step: str) -> dict[str, str]:
    lines = await ledger(house)
    return {each["destinataire"]: each["issue"] for each in lines if each["etape"] == step}


async def test_a_member_who_asked_is_told_directly_and_not_named_in_the_channel(
    house: House,
) -> None:
    await _ready(house)
    (mdeie,) = await at(house, 2027, 3, 24)
    assert not mdeie.notified
    (direct,) = _direct(house)
    assert "Il reste 6 mesures sur 6 pour le MDEIE" in read(direct)
    assert await _issues(house, "J-7") == {"MDEIE": "paru", "MDEIE, message privé": "paru"}
    (later,) = await at(house, 2027, 3, 25)
    assert notified(later, house) == {"Camille"}  # her substitute did not ask
    assert len(_direct(house)) == 2


async def test_where_direct_messages_are_shut_the_channel_tells(house: House) -> None:
    await _ready(house)
    house.repondante.user.dms_open = False
    posts = await at(house, 2027, 3, 24)
    assert [notified(each, house) for each in posts] == [set(), {"Nadia"}]
    assert "pas pu vous parvenir en privé" in read(posts[1])
    assert (await _issues(house, "J-7"))["MDEIE, message privé"] == (
        "paru (messages privés fermés, paru au salon)"
    )


async def test_a_direct_message_is_kept_true(house: House) -> None:
    await _ready(house)
    (mdeie,) = await at(house, 2027, 3, 24)
    await confirm_all(house, mdeie)
    await run(house)
    (direct,) = _direct(house)
    assert "le MDEIE est à jour" in read(direct)


async def test_a_direct_message_that_may_have_left_is_not_repeated(house: House) -> None:
    await _ready(house)
    house.clock.set(2027, 3, 24)
    house.chat.faults.fail(POST, times=2, when="after")
    for _ in range(3):
        await run(house)
        house.clock.advance(minutes=1)
    assert len(_direct(house)) == 1
    assert len(posted(house, "pour le MDEIE")) == 2


async def test_it_can_be_taken_back_there_and_in_the_channel(house: House) -> None:
    mdeie = await _ready(house)
    await at(house, 2027, 3, 24)
    (direct,) = _direct(house)
    answer = await house.repondante.press(direct, "Ne plus m'écrire en privé")
    assert "au salon" in answer.text
    (later,) = await at(house, 2027, 3, 25)
    assert "Nadia" in notified(later, house)
    asked = await house.repondante.press(mdeie, "Me le rappeler")
    assert "En message privé" in asked.buttons
    await house.repondante.press(asked, "En message privé")
    asked = await house.repondante.press(mdeie, "Me le rappeler")
    answer = await house.repondante.press(asked, "Au salon")
    assert "vous nommeront de nouveau au salon" in answer.text


async def test_a_reminder_asked_for_comes_directly_too(house: House) -> None:
    mdeie = await _ready(house)
    asked = await house.repondante.press(mdeie, "Me le rappeler")
    await house.repondante.press(asked, asked.buttons[0])
    assert await at(house, 2027, 3, 18) == []
    assert len(_direct(house)) == 1


async def test_the_button_of_anothers_direct_message_is_refused(house: House) -> None:
    await _ready(house)
    await at(house, 2027, 3, 24)
    (direct,) = _direct(house)
    custom_id = next(
        each["custom_id"]
        for row in direct.components[0]["components"]
        for each in row.get("components", [])
        if "custom_id" in each
    )
    (mdeie, *_) = posted(house, "pour le MDEIE")
    with refused(house) as answers:
        answers.append(await house.member.press(mdeie, custom_id, crafted=True))


async def test_whoever_answers_by_a_role_is_told_why_not(house: House) -> None:
    await set_deadline(house, organismes="MDEIE")
    answer = await house.coordinator.slash(
        "equipe ajouter", organisme="MDEIE", role="Répondants MDEIE"
    )
    assert "jamais en message privé" in plain(answer.text)
    await at(house, 2027, 3, 1)
    (mdeie,) = await at(house, 2027, 3, 17)
    assert notified(mdeie, house) == {"Répondants MDEIE"}
    asked = await house.repondante.press(mdeie, "Me le rappeler")
    assert "Comme vous répondez par un rôle" in plain(asked.text)
    assert "`/equipe ajouter`" in asked.text
    assert not any("privé" in each for each in asked.buttons)
    sql = "SELECT token FROM delivery WHERE message_id = ?"
    token = query(house.folder, sql, mdeie.id)[0][0]
    with refused(house) as answers:
        answers.append(await house.repondante.press(mdeie, f"avis.prive:{token}:1", crafted=True))
    assert "par un rôle" in plain(answers[0].text)
    assert "il reste 6 mesures" in read(mdeie)  # a private answer takes no public one's place
    by_coordination = await house.coordinator.press(mdeie, "Me le rappeler")
    assert "privé" not in plain(by_coordination.text)


async def test_somebody_forgotten_is_written_to_no_more(house: House) -> None:
    mdeie = await _ready(house)
    asked = await house.repondante.press(mdeie, "Me le rappeler")
    await house.repondante.press(asked, asked.buttons[0])
    answer = await house.coordinator.slash("equipe oublier", membre="Nadia Tremblay")
    for label in ("Confirmer",):
        if label in answer.buttons:
            answer = await house.coordinator.press(answer, label)
    assert await at(house, 2027, 3, 18) == []
    await at(house, 2027, 3, 24)
    assert _direct(house) == []
    assert len(posted(house, channel=CHANNEL)) == 3
