"""Taking a change back and putting it again: events of their own, in their order."""

import sqlite3
from contextlib import closing

from sqlite_utils import Database

from sandbox.answer import Answer
from storage.committee import Committee
from storage.database import FILE_NAME
from tests.support.asking import is_private, plain, refused
from tests.support.database import query
from tests.support.house import House
from tests.updates.people import answers_for, card

MODIFY = "mesure modifier"
UNDO = "mesure annuler"


def told(house: House, number: int) -> bytes:
    """All that a measure says now, as bytes, read from the disk by another connection."""
    with closing(sqlite3.connect(house.folder / FILE_NAME)) as connection:
        committee = Committee(Database(connection), house.world.guild().id)
        return repr(committee.measure(number)).encode()


async def test_undone_and_redone_a_measure_is_what_it_was_to_the_byte(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    await nadia.slash(MODIFY, mesure="7", remarque="Avant.")
    before = told(house, 7)
    answer = await nadia.slash(
        MODIFY, mesure="7", etat="realisee", remarque="Après.", cause="ressources"
    )
    after = told(house, 7)
    assert after != before
    for label, expected in (
        ("Annuler", before),
        ("Rétablir", after),
        ("Annuler", before),
        ("Rétablir", after),
    ):
        answer = await nadia.press(answer, label)
        assert told(house, 7) == expected, label


async def test_one_command_is_undone_whole(house: House) -> None:
    answer = await house.coordinator.slash(
        MODIFY, mesure="6", etat="en_cours", remarque="Lancé.", cause="priorites"
    )
    undone = await house.coordinator.press(answer, "Annuler")
    assert is_private(undone)
    text = plain(undone.text)
    assert "état : ◐ en cours de réalisation → ○ à venir" in text
    assert "« Lancé. » → " in text
    assert "frein : priorités → aucun" in text
    shown = await card(house, "6")
    assert "○ À venir" in shown
    assert "Lancé." not in shown
    assert "Frein" not in shown


async def test_the_history_keeps_the_change_and_its_undoing(house: House) -> None:
    answer = await house.coordinator.slash(MODIFY, mesure="6", etat="en_cours")
    await house.coordinator.press(answer, "Annuler")
    history = plain((await house.member.slash("mesure historique", mesure="6")).text)
    assert "○ à venir → ◐ en cours de réalisation" in history
    assert "◐ en cours de réalisation → ○ à venir" in history
    assert "annulation" in history


async def test_the_command_takes_back_change_after_change_to_the_document(house: House) -> None:
    before = await card(house, "6")
    for remark in ("Un.", "Deux.", "Trois."):
        await house.coordinator.slash(MODIFY, mesure="6", remarque=remark)
    for remark in ("« Trois. » → « Deux. »", "« Deux. » → « Un. »", "« Un. » →"):
        assert remark in plain((await house.coordinator.slash(UNDO, mesure="6")).text)
    assert await card(house, "6") == before
    with refused(house) as answers:
        answers.append(await house.coordinator.slash(UNDO, mesure="6"))
    assert "Rien à annuler" in answers[0].text


async def test_a_button_pressed_after_a_later_change_is_refused_and_names_it(house: House) -> None:
    first = await house.coordinator.slash(MODIFY, mesure="6", etat="en_cours")
    nadia = await answers_for(house, "Nadia", "MDEIE")
    await nadia.slash(MODIFY, mesure="6", remarque="Venue après.")
    with refused(house) as answers:
        answers.append(await house.coordinator.press(first, "Annuler"))
    text = plain(answers[0].text)
    assert "Nadia Tremblay" in text
    assert "« Venue après. »" in text


async def test_redoing_after_a_later_change_is_refused_and_names_it(house: House) -> None:
    first = await house.coordinator.slash(MODIFY, mesure="6", etat="en_cours")
    undone = await house.coordinator.press(first, "Annuler")
    await house.coordinator.slash(MODIFY, mesure="6", remarque="Venue après.")
    with refused(house) as answers:
        answers.append(await house.coordinator.press(undone, "Rétablir"))
    assert "« Venue après. »" in plain(answers[0].text)


async def test_each_button_works_once(house: House) -> None:
    first = await house.coordinator.slash(MODIFY, mesure="6", etat="en_cours")
    undone = await house.coordinator.press(first, "Annuler")
    with refused(house) as answers:
        answers.append(await house.coordinator.press(first, "Annuler"))
    redone = await house.coordinator.press(undone, "Rétablir")
    with refused(house) as again:
        again.append(await house.coordinator.press(undone, "Rétablir"))
    assert "C'est déjà annulé." in answers[0].text
    assert "C'est déjà rétabli." in again[0].text
    await house.coordinator.press(redone, "Annuler")
    assert "○ À venir" in await card(house, "6")


async def test_an_undo_of_an_undo_cannot_be_forged_into_a_redo(house: House) -> None:
    first = await house.coordinator.slash(MODIFY, mesure="6", etat="en_cours")
    undone = await house.coordinator.press(first, "Annuler")
    await house.coordinator.press(undone, "Rétablir")
    ids = [each[0] for each in query(house.folder, "SELECT id FROM change ORDER BY id")]
    with refused(house) as answers:
        for change in ids:
            answers.append(
                await house.coordinator.press(first, f"mesure.retablir:6:{change}", crafted=True)
            )
        answers.append(await house.coordinator.press(first, "mesure.annuler:6:1", crafted=True))
        answers.append(await house.coordinator.press(first, "mesure.annuler:7:2", crafted=True))


async def test_somebody_elses_change_is_not_a_repondants_to_undo(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    line = await answers_for(house, "Line Roy", "MDEIE")
    answer = await nadia.slash(MODIFY, mesure="7", etat="realisee")
    number = query(house.folder, "SELECT max(id) FROM change")[0][0]
    public = await nadia.slash("mesure voir", mesure="7")
    with refused(house) as answers:
        answers.append(await line.slash(UNDO, mesure="7"))
        answers.append(await line.press(public, f"mesure.annuler:7:{number}", crafted=True))
    assert "quelqu'un d'autre" in answers[1].text
    undone = await house.coordinator.slash(UNDO, mesure="7")
    assert "● réalisée → ◐ en cours de réalisation" in undone.text
    assert "C'est déjà annulé." in (await nadia.press(answer, "Annuler")).text


async def test_history_and_journal_tell_an_undo_from_a_redo(house: House) -> None:
    first = await house.coordinator.slash(MODIFY, mesure="6", etat="en_cours")
    undone = await house.coordinator.press(first, "Annuler")
    await house.coordinator.press(undone, "Rétablir")
    history = (await house.member.slash("mesure historique", mesure="6")).text
    assert history.count("· annulation") == 1
    assert history.count("· rétablissement") == 1
    assert history.index("rétablissement") < history.index("annulation")
    journal = (await house.coordinator.slash("journal voir", mesure="6")).text
    assert journal.count("a annulé") == 1
    assert journal.count("a rétabli") == 1


async def test_a_repondant_undoes_the_own_last_change(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    await nadia.slash(MODIFY, mesure="7", remarque="La mienne.")
    undone = await nadia.slash(UNDO, mesure="7")
    assert "« La mienne. » →" in plain(undone.text)
    await nadia.slash(MODIFY, mesure="7", remarque="La mienne.")
    await house.coordinator.slash(MODIFY, mesure="7", remarque="Celle de la coordination.")
    with refused(house) as answers:
        answers.append(await nadia.slash(UNDO, mesure="7"))
    assert "Mathieu Gagnon" in answers[0].text


async def test_a_change_for_an_mo_that_one_answers_for_no_more_is_out_of_reach(
    house: House,
) -> None:
    """The person still answers for another MO of the same measure."""
    omar = await answers_for(house, "Omar Diallo", "MDEIE", "MESS")
    answer = await omar.slash(MODIFY, mesure="6", organisme="MESS", remarque="Du MESS.")
    await house.coordinator.slash("equipe retirer", organisme="MESS", membre=omar.user)
    with refused(house) as answers:
        answers.append(await omar.press(answer, "Annuler"))
        answers.append(await omar.slash(UNDO, mesure="6"))
    for each in answers:
        assert "Vous ne répondez plus" in each.text
    assert "MESS : Du MESS." in await card(house, "6")


async def test_what_a_coordinator_recorded_is_not_undone_once_a_mere_repondant(
    house: House,
) -> None:
    answer = await house.coordinator.slash(MODIFY, mesure="7", etat="realisee")
    await answers_for(house, "Mathieu", "MDEIE")
    house.world.take_role(house.world.guild(), "Mathieu", house.world.role("Coordination"))
    with refused(house) as answers:
        answers.append(await house.coordinator.press(answer, "Annuler"))


async def test_buttons_from_before_a_restart_still_undo_and_redo(house: House) -> None:
    answer: Answer = await house.coordinator.slash(MODIFY, mesure="6", etat="en_cours")
    await house.restart()
    undone = await house.coordinator.press(answer, "Annuler")
    assert "○ À venir" in await card(house, "6")
    await house.restart()
    await house.coordinator.press(undone, "Rétablir")
    assert "◐ En cours" in await card(house, "6")


async def test_the_day_and_the_mo_of_the_change_are_the_undos(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    answer = await nadia.slash(MODIFY, mesure="7", etat="realisee", au="1er juin 2026")
    undone = await nadia.press(answer, "Annuler")
    assert "Au lundi 1er juin 2026, pour le MDEIE." in undone.text
    assert "◐ En cours" in await card(house, "7", au="2 juin 2026")
