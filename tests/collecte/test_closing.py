"""A collecte closed, opened again, or moved with its deadline: what was posted keeps up."""

from typing import Any

import pytest

from sandbox.components import BUTTON, walk
from sandbox.message import Message
from tests.collecte.campaign import (
    at,
    confirm_all,
    ledger,
    outcomes,
    posted,
    read,
    run,
    set_deadline,
    set_team,
)
from tests.support.asking import plain, refused
from tests.support.database import query
from tests.support.house import House

BUTTONS = ["Mettre à jour", "Rien de changé", "Pas nous", "Me le rappeler"]


async def _digest(house: House, **options: Any) -> Message:
    """The MDEIE's message at J-14, after the opening."""
    await set_deadline(house, **{"organismes": "MDEIE", **options})
    await set_team(house)
    await at(house, 2027, 3, 1)
    (digest,) = await at(house, 2027, 3, 17)
    return digest


def buttons(message: Message) -> list[str]:
    """The labels of a message's buttons."""
    return [each["label"] for each in walk(message.components) if each["type"] == BUTTON]


async def _ask(house: House, command: str, **options: Any) -> str:
    answer = await house.coordinator.slash(command, echeance="Bilan", **options)
    assert answer.failed is None
    assert answer.ephemeral
    return plain(answer.text)


async def test_a_message_of_a_closed_collecte_says_so_and_has_no_button_to_answer(
    house: House,
) -> None:
    digest = await _digest(house)
    await house.repondante.slash("mesure confirmer", mesure="7")
    await _ask(house, "collecte fermer")
    await run(house)
    text = read(digest)
    assert "collecte fermée le mercredi 17 mars 2027" in text
    assert "Il restait 5 mesures sur 6 pour le MDEIE (5, 6, 17, 19 et 22)" in text
    assert "Prochain avis" not in text
    assert buttons(digest) == ["Où on en est"]


@pytest.mark.parametrize("control", ["jour", "rien", "rien1", "pasnous", "rappeler"])
async def test_a_button_pressed_before_the_message_says_it_answers_that_it_is_closed(
    house: House, control: str
) -> None:
    digest = await _digest(house)
    await _ask(house, "collecte fermer")
    await run(house)
    sql = "SELECT token FROM delivery WHERE message_id = ?"
    token = query(house.folder, sql, digest.id)[0][0]
    with refused(house) as answers:
        answers.append(
            await house.repondante.press(digest, f"avis.{control}:{token}", crafted=True)
        )
    assert "est fermée depuis le mercredi 17 mars 2027" in plain(answers[0].text)
    assert "`/mesure modifier`" in answers[0].text


async def test_what_was_to_come_is_withdrawn_in_the_ledger_and_comes_back_when_opened_again(
    house: House,
) -> None:
    digest = await _digest(house)
    asked = await house.repondante.press(digest, "Me le rappeler")
    await house.repondante.press(asked, asked.buttons[1])  # in three working days
    await _ask(house, "collecte fermer")
    gone = {e["etape"]: e["issue"] for e in await ledger(house) if e["envoye"] == ""}
    steps = ("rappel demandé", "J-7", "J-3", "J-1", "J-0", "J+1")
    assert gone == dict.fromkeys(steps, "retiré (collecte fermée)")
    house.clock.set(2027, 3, 18)
    text = await _ask(house, "collecte ouvrir")
    assert "Collecte rouverte : Bilan, mercredi 31 mars 2027" in text
    assert "Prochain avis : mercredi 24 mars 2027 (J-7)" in text
    await run(house)
    assert "il reste 6 mesures sur 6" in read(digest)
    assert all(label in buttons(digest) for label in BUTTONS)
    (snoozed,) = await at(house, 2027, 3, 22)
    assert "comme demandé" in read(snoozed)
    (digest7,) = await at(house, 2027, 3, 24)
    await confirm_all(house, digest7)
    (thanks,) = await run(house)
    assert "tous les MO ont répondu" in read(thanks)


async def test_steps_that_went_by_while_it_was_closed_stay_withdrawn(house: House) -> None:
    await _digest(house)
    await _ask(house, "collecte fermer")
    assert await at(house, 2027, 3, 24) == []
    house.clock.set(2027, 3, 24, 12)
    assert "(J-3)" in await _ask(house, "collecte ouvrir")
    assert await run(house) == []
    assert len(await at(house, 2027, 3, 25)) == 1
    assert await outcomes(house, "J-7") == {"salon": "retiré (collecte fermée)"}


async def test_what_is_closed_or_was_never_opened_is_not_closed_again(house: House) -> None:
    await set_deadline(house)
    with refused(house) as answers:
        answers.append(await house.coordinator.slash("collecte fermer", echeance="Bilan"))
    assert "n'a pas encore été ouverte" in answers[0].text
    assert "lundi 1er mars 2027" in plain(answers[0].text)
    await at(house, 2027, 3, 1)
    assert "Collecte fermée" in await _ask(house, "collecte fermer")
    house.clock.set(2027, 3, 2)
    with refused(house) as answers:
        answers.append(await house.coordinator.slash("collecte fermer", echeance="Bilan"))
    assert "est déjà fermée, depuis le lundi 1er mars 2027" in plain(answers[0].text)


async def test_one_that_closed_the_day_after_can_be_opened_again(house: House) -> None:
    digest = await _digest(house)
    for day in ((3, 24), (3, 25), (3, 30), (3, 31)):
        await at(house, 2027, *day)
    (closing,) = await at(house, 2027, 4, 1)
    assert "collecte fermée" in read(closing)
    assert "collecte fermée le jeudi 1er avril 2027" in read(digest)
    house.clock.set(2027, 4, 2)
    text = await _ask(house, "collecte ouvrir")
    assert "Collecte rouverte : Bilan, mercredi 31 mars 2027" in text
    assert "Plus aucun avis n'est à venir" in text
    await run(house)
    await confirm_all(house, digest)
    await run(house)
    assert "est à jour" in read(digest)
    assert "Collecte fermée" in await _ask(house, "collecte fermer")


async def test_one_that_closed_is_the_one_told_until_the_next_day_is_nearer(house: House) -> None:
    await set_deadline(house)
    await at(house, 2027, 3, 1)
    await at(house, 2027, 4, 1)
    await at(house, 2027, 4, 3)
    told = plain((await house.member.slash("collecte etat")).text)
    assert "il y a 3 jours" in told
    assert "collecte fermée" in told
    assert "0 MO sur 2" in told
    await at(house, 2027, 10, 15)
    told = plain((await house.member.slash("collecte etat")).text)
    assert "vendredi 31 mars 2028 · collecte pas encore ouverte" in told.lower()


async def test_a_deadline_moved_takes_its_messages_along(house: House) -> None:
    digest = await _digest(house)
    (opening,) = posted(house, "a à dire")
    await house.repondante.slash("mesure confirmer", mesure="7")
    await _ask(house, "calendrier modifier", quand="15 avril", titre="Bilan annuel")
    await run(house)
    for each in (opening, digest):
        assert "Bilan annuel · dans 29 jours" in read(each)
        assert "Échéance du jeudi 15 avril 2027" in read(each)
    assert "il reste 5 mesures sur 6" in read(digest)
    assert "Prochain avis : jeudi 1er avril 2027 (J-14)" in read(digest)
    await confirm_all(house, digest)
    (thanks,) = await run(house)
    assert "Bilan annuel" in read(thanks)
    assert "est à jour" in read(digest)
    standing = await house.repondante.press(digest, "Où on en est")
    assert "15 avril 2027" in plain(standing.text)


async def test_a_deadline_withdrawn_or_that_leaves_an_mo_out_says_so(house: House) -> None:
    await set_deadline(house)
    await set_team(house)
    await at(house, 2027, 3, 1)
    mdeie, saa = await at(house, 2027, 3, 17)
    await _ask(house, "calendrier modifier", organismes="MDEIE")
    await run(house)
    assert "ne concerne plus le SAA" in read(saa)
    assert "il reste 6 mesures" in read(mdeie)
    asked = await house.coordinator.slash("calendrier retirer", echeance="Bilan")
    await house.coordinator.press(asked, "Confirmer")
    await run(house)
    for each in (mdeie, saa):
        assert "échéance retirée" in read(each)


async def test_a_report_that_becomes_a_plain_reminder_asks_nothing_any_more(house: House) -> None:
    digest = await _digest(house)
    await _ask(house, "calendrier modifier", genre="rappel")
    await run(house)
    assert "n'est plus une reddition de comptes" in read(digest)
    assert buttons(digest) == []
    (reminder,) = await at(house, 2027, 3, 24)
    assert "Concerne : MDEIE" in read(reminder)


async def test_posting_by_hand_opens_the_collecte_and_says_so(house: House) -> None:
    await set_deadline(house)
    assert "La collecte est ouverte dès maintenant" in await _ask(house, "rappel envoyer")
    text = plain((await house.coordinator.slash("journal voir")).text)
    assert "a ouvert la collecte de Bilan" in text
    house.clock.advance(minutes=1)
    assert "ouverte" not in await _ask(house, "rappel envoyer")


async def test_the_journal_tells_what_was_opened_closed_and_posted_by_hand(house: House) -> None:
    await set_deadline(house)
    for command in ("collecte ouvrir", "rappel envoyer", "collecte fermer", "collecte ouvrir"):
        house.clock.advance(minutes=1)
        await _ask(house, command)
    text = plain((await house.coordinator.slash("journal voir")).text)
    told = [
        "a rouvert la collecte de Bilan (31 mars 2027)",
        "a fermé la collecte de Bilan (31 mars 2027)",
        "a fait paraître un avis de l'échéance Bilan (31 mars 2027)",
        "a ouvert la collecte de Bilan (31 mars 2027)",
    ]
    places = [text.index(f"Mathieu Gagnon {each}") for each in told]
    assert places == sorted(places)
