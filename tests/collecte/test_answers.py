"""An MO answers from the buttons of its message: its own people, and coordinators, alone."""

import re
from typing import Any

import pytest

from tests.collecte.campaign import (
    at,
    confirm_all,
    notified,
    outcomes,
    posted,
    read,
    run,
    set_deadline,
    set_team,
)
from tests.support.asking import plain, refused
from tests.support.house import House

BUTTONS = ["Mettre à jour", "Rien de changé", "Pas nous", "Me le rappeler"]


async def _ready(house: House, **options: Any) -> None:
    await set_deadline(house, **options)
    await set_team(house)
    await at(house, 2027, 3, 1)


@pytest.mark.parametrize("label", BUTTONS)
async def test_a_button_is_for_that_mos_people_and_for_coordinators(
    house: House, label: str
) -> None:
    await _ready(house)
    _, saa = await at(house, 2027, 3, 17)
    with refused(house) as answers:
        for person in (house.repondante, house.member):  # they answer for the MDEIE
            answers.append(await person.press(saa, label))
    assert all("Vous ne répondez pas pour le SAA." in each.text for each in answers)
    answer = await house.coordinator.press(saa, label)
    assert "Vous ne répondez pas" not in answer.text
    assert answer.failed is None


async def test_rights_are_those_of_the_press_not_of_the_post(house: House) -> None:
    await _ready(house)
    mdeie, _ = await at(house, 2027, 3, 17)
    asked = await house.repondante.press(mdeie, "Rien de changé")
    picked = await house.repondante.choose(asked, None, ["toutes"])
    await house.coordinator.slash("equipe retirer", organisme="MDEIE", membre="Nadia Tremblay")
    with refused(house) as answers:
        answers.append(await house.repondante.press(picked, "Confirmer"))


async def test_one_measure_confirmed_can_be_taken_back_and_is_owed_again(house: House) -> None:
    await _ready(house, organismes="MDEIE")
    (mdeie,) = await at(house, 2027, 3, 17)
    asked = await house.repondante.press(mdeie, "Rien de changé")
    picked = await house.repondante.choose(asked, None, ["7"])
    assert "au nom du MDEIE" in plain(picked.text)
    done = await house.repondante.press(picked, "Confirmer")
    await run(house)
    assert "il reste 5 mesures sur 6" in read(mdeie)
    await house.repondante.press(done, "Annuler")
    await run(house)
    assert "il reste 6 mesures sur 6" in read(mdeie)


async def test_an_answer_taken_back_after_the_thanks_is_owed_again_and_thanked_no_more(
    house: House,
) -> None:
    await _ready(house, organismes="MDEIE")
    (mdeie,) = await at(house, 2027, 3, 17)
    await confirm_all(house, mdeie)
    await run(house)
    assert len(posted(house, "tous les MO ont répondu")) == 1
    await house.repondante.slash("mesure annuler", mesure="7")
    await run(house)
    assert "il reste 1 mesure sur 6" in read(mdeie)
    (again,) = await at(house, 2027, 3, 24)
    assert "7." in read(again)
    await confirm_all(house, again)
    await run(house)
    assert len(posted(house, "tous les MO ont répondu")) == 1
    assert await at(house, 2027, 3, 25) == []


async def test_what_was_confirmed_the_same_morning_is_confirmed_again(house: House) -> None:
    await set_deadline(house, organismes="MDEIE", preavis="7, 1")
    await set_team(house)
    house.clock.set(2027, 3, 24, 8)
    await house.repondante.slash("mesure confirmer", mesure="7")
    (mdeie,) = await at(house, 2027, 3, 24, 9)
    assert "il reste 6 mesures sur 6" in read(mdeie)
    await confirm_all(house, mdeie)
    await run(house)
    assert "est à jour" in read(mdeie)


async def test_an_amount_added_by_the_coordination_answers_for_nobody(house: House) -> None:
    await _ready(house, organismes="SAA")
    (saa,) = await at(house, 2027, 3, 17)
    answer = await house.coordinator.slash(
        "montant ajouter", mesure="14", valeur="1 000 $", pour="des trousses", nature="prevu"
    )
    assert "1 000" in plain(answer.text)
    await run(house)
    assert "Il reste 3 mesures sur 3" in read(saa)
    await house.coordinator.slash("mesure confirmer", mesure="14")
    await run(house)
    assert "Il reste 2 mesures sur 3" in read(saa)


async def test_measures_of_every_mo_are_answered_by_coordinators_alone(house: House) -> None:
    await set_deadline(house, organismes="MAMROT")
    await house.coordinator.slash("equipe ajouter", organisme="MAMROT", membre="Nadia Tremblay")
    await at(house, 2027, 3, 1)
    (mamrot,) = await at(house, 2027, 3, 17)
    asked = await house.repondante.press(mamrot, "Rien de changé")
    (select,) = asked.selects
    assert not {"9", "11"} & {each["value"] for each in select["options"]}
    await confirm_all(house, mamrot)
    await run(house)
    assert "Il reste 2 mesures" in read(mamrot)
    assert "9." in read(mamrot)
    with refused(house) as answers:
        for label in ("Rien de changé", "Mettre à jour"):
            answers.append(await house.repondante.press(mamrot, label))
    assert all("la coordination seule le consigne" in plain(each.text) for each in answers)
    (later,) = await at(house, 2027, 3, 24)
    assert notified(later, house) == {"Mathieu"}
    await confirm_all(house, later, "Mathieu")
    await run(house)
    assert "est à jour" in read(later)


async def test_the_form_of_the_next_measure_owed_opens(house: House) -> None:
    await _ready(house, organismes="MDEIE")
    (mdeie,) = await at(house, 2027, 3, 17)
    for number in ("5", "6", "7"):
        opened = await house.repondante.press(mdeie, "Mettre à jour")
        assert opened.modal is not None
        assert f"esure {number}" in opened.modal["title"]
        await house.repondante.slash("mesure confirmer", mesure=number)


async def test_after_the_form_the_next_measure_is_offered_while_one_is_owed(
    house: House,
) -> None:
    await _ready(house, organismes="SAA")
    await house.coordinator.slash("equipe ajouter", organisme="SAA", membre="Nadia Tremblay")
    (saa,) = await at(house, 2027, 3, 17)
    opened = await house.repondante.press(saa, "Mettre à jour")
    recorded = await house.repondante.fill(opened, {"Remarque": "Le groupe a été formé."})
    assert "Mesure 14" in plain(recorded.text)
    following = await house.repondante.press(recorded, "Mesure suivante")
    assert following.modal is not None
    assert "esure 15" in following.modal["title"]
    asked = await house.repondante.press(saa, "Rien de changé")
    picked = await house.repondante.choose(asked, None, ["15"])
    done = await house.repondante.press(picked, "Confirmer")
    assert done.buttons == ["Annuler", "Mesure suivante"]
    await house.repondante.slash("mesure confirmer", mesure="22", organisme="SAA")
    again = await house.repondante.press(recorded, "Mesure suivante")
    assert "Il ne reste rien à dire" in again.text
    last = await house.repondante.slash("mesure modifier", mesure="14", remarque="Autre.")
    assert "Mesure suivante" not in last.buttons


async def test_a_reminder_asked_for_comes_that_day_and_changes_nothing_else(house: House) -> None:
    await _ready(house, organismes="MDEIE")
    (mdeie,) = await at(house, 2027, 3, 17)
    asked = await house.repondante.press(mdeie, "Me le rappeler")
    assert [each.partition(" (")[0] for each in asked.buttons[:2]] == [
        "Prochain jour ouvrable",
        "Dans 3 jours ouvrables",
    ]
    chosen = await house.repondante.press(asked, asked.buttons[1])
    assert "lundi 22 mars 2027 à 9 h" in plain(chosen.text)
    (again,) = await at(house, 2027, 3, 22)
    assert notified(again, house) == {"Nadia"}
    assert "comme demandé, il reste 6 mesures sur 6" in read(again)
    assert len(await at(house, 2027, 3, 24)) == 1


@pytest.mark.parametrize(
    ("day", "offered"),
    [
        (17, ["jeudi 18 mars", "lundi 22 mars"]),  # a Wednesday: the third working day is Monday
        (19, ["lundi 22 mars", "mercredi 24 mars"]),  # a Friday: so is the next one
        (16, ["mercredi 17 mars", "vendredi 19 mars", "lundi 22 mars"]),
    ],
)
async def test_a_day_is_offered_once(house: House, day: int, offered: list[str]) -> None:
    await _ready(house, organismes="MDEIE", preavis="30, 15, 14, 12", quand="31 mars")
    await house.coordinator.slash("reglages modifier", etapes="mo 15")
    (mdeie,) = await at(house, 2027, 3, 16)
    house.clock.set(2027, 3, day, 10)
    asked = await house.repondante.press(mdeie, "Me le rappeler")
    days = [plain(each).partition(" (")[2].removesuffix(" 2027)") for each in asked.buttons]
    assert [each for each in days if each] == offered


async def test_no_reminder_is_promised_for_after_the_collecte(house: House) -> None:
    await _ready(house, organismes="MDEIE")
    (mdeie,) = await at(house, 2027, 3, 30)
    asked = await house.repondante.press(mdeie, "Me le rappeler")
    late = asked.buttons[1]
    assert asked.message is not None
    buttons = [each for row in asked.message.components for each in row.get("components", [])]
    assert [each["disabled"] for each in buttons] == [False, True, True, False]
    forged = next(each["custom_id"] for each in buttons if each["label"] == late)
    with refused(house) as answers:
        answers.append(await house.repondante.press(mdeie, forged, crafted=True))


async def test_not_ours_goes_to_the_coordination_once(house: House) -> None:
    await _ready(house, organismes="MDEIE")
    (mdeie,) = await at(house, 2027, 3, 17)
    for _ in range(2):
        asked = await house.repondante.press(mdeie, "Pas nous")
        assert plain(asked.text).startswith("Quelle mesure n'est pas celle du MDEIE?")
        await house.repondante.choose(asked, None, ["5"])
    await run(house)
    (told,) = posted(house, "n'est pas celle du MDEIE")
    assert notified(told, house) == {"Mathieu"}
    assert "Nadia Tremblay dit que la mesure 5" in read(told)


async def test_mos_stand_in_the_order_of_their_acronyms(house: House) -> None:
    await _ready(house, organismes=None)
    told = plain((await house.member.slash("collecte etat")).text)
    acronyms = re.findall(r"^([A-Z]+) : ", told, re.MULTILINE)
    assert len(acronyms) == 18
    assert acronyms == sorted(acronyms)


async def test_closed_by_hand_nothing_more_goes_out_and_opened_again_it_goes_on(
    house: House,
) -> None:
    await _ready(house, organismes="MDEIE")
    (mdeie,) = await at(house, 2027, 3, 17)
    asked = await house.repondante.press(mdeie, "Me le rappeler")
    await house.repondante.press(asked, asked.buttons[0])
    await house.repondante.slash("mesure confirmer", mesure="7")
    await house.coordinator.slash("collecte fermer", echeance="Bilan")
    assert await at(house, 2027, 3, 18) == []
    assert await at(house, 2027, 3, 24) == []
    assert await outcomes(house, "J-7") == {"salon": "retiré (collecte fermée)"}
    assert await outcomes(house, "rappel demandé") == {"MDEIE": "retiré (collecte fermée)"}
    answer = await house.coordinator.slash("rappel envoyer", echeance="Bilan")
    assert "la collecte est fermée" in answer.text
    answer = await house.coordinator.slash("collecte ouvrir", echeance="Bilan")
    assert "y répond toujours" in answer.text
    (again,) = await at(house, 2027, 3, 25)
    assert "il reste 5 mesures sur 6" in read(again)


async def test_what_is_said_after_the_hour_of_a_late_opening_counts(house: House) -> None:
    await set_deadline(house, organismes="MDEIE", preavis="7, 1")
    await set_team(house)
    house.clock.set(2027, 3, 24, 9, 10)  # the first notice, due at 9:00, has not gone out yet
    await house.repondante.slash("mesure confirmer", mesure="7")
    house.clock.advance(minutes=5)
    (late,) = await run(house)
    assert "en retard" in read(late)
    assert "il reste 5 mesures sur 6" in read(late)


async def test_opened_by_hand_it_counts_from_then_on(house: House) -> None:
    await set_deadline(house, organismes="MDEIE")
    await set_team(house)
    await house.repondante.slash("mesure confirmer", mesure="5")
    house.clock.advance(hours=1)
    await house.coordinator.slash("collecte ouvrir", echeance="Bilan")
    await house.repondante.slash("mesure confirmer", mesure="6")
    again = await house.coordinator.slash("collecte ouvrir", echeance="Bilan")
    assert "déjà ouverte" in again.text
    standing = await house.member.slash("collecte etat")
    assert "1 sur 6 mesures, manquent 5, 7, 17, 19 et 22" in plain(standing.text)
    (opening,) = await at(house, 2027, 3, 1)
    assert "MDEIE : 6 mesures, 1 à jour" in read(opening)


async def test_one_posted_by_hand_comes_each_time_it_is_asked_for(house: House) -> None:
    await _ready(house, organismes="MDEIE")
    await at(house, 2027, 3, 17)
    for posts in (2, 3):
        house.clock.advance(minutes=1)
        answer = await house.coordinator.slash("rappel envoyer", echeance="Bilan")
        assert "1 avis en route" in plain(answer.text)
        await run(house)
        assert len(posted(house, "pour le MDEIE")) == posts
    assert len(await at(house, 2027, 3, 24)) == 1
