"""Forms: what somebody else changed meanwhile is shown, and nothing typed is ever lost."""

import asyncio
import itertools
import random

import pytest

from sandbox.answer import Answer
from sandbox.person import Person
from tests.support.asking import is_private, plain, refused
from tests.support.database import nothing_changes, query
from tests.support.house import House
from tests.updates.people import answers_for, card

MODIFY = "mesure modifier"


async def test_a_refused_form_opens_again_with_what_was_typed(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    form = await nadia.slash(MODIFY, mesure="7")
    long = "Une longue remarque. " * 150
    refused = await nadia.fill(
        form, {"État": ["a_venir"], "Remarque": long, "Frein": ["ressources"]}
    )
    assert is_private(refused)
    assert "reculerait" in refused.text
    again = await nadia.press(refused, "Reprendre")
    assert again.fields["Remarque"]["value"] == long
    chosen = [each["value"] for each in again.fields["État"]["options"] if each.get("default")]
    assert chosen == ["a_venir"]
    chosen = [each["value"] for each in again.fields["Frein"]["options"] if each.get("default")]
    assert chosen == ["ressources"]
    told = await nadia.fill(again, {"Motif": "Rien n'est commencé"})
    assert "◐ en cours de réalisation → ○ à venir" in told.text
    assert "Rien n'est commencé" in told.text


async def test_what_somebody_else_changed_meanwhile_is_shown_and_stays(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    form = await nadia.slash(MODIFY, mesure="7")
    await house.coordinator.slash(MODIFY, mesure="7", remarque="Écrite entretemps.")
    refused = await nadia.fill(form, {"Remarque": "La mienne."})
    text = plain(refused.text)
    assert "changée entretemps par Mathieu Gagnon" in text
    assert "« Écrite entretemps. »" in text
    assert "Écrite entretemps." in await card(house, "7")
    again = await nadia.press(refused, "Reprendre")
    assert again.fields["Remarque"]["value"] == "La mienne."
    told = await nadia.fill(again)
    assert "« Écrite entretemps. » → « La mienne. »" in plain(told.text)


async def test_ones_own_change_meanwhile_does_not_stand_in_the_way(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    form = await nadia.slash(MODIFY, mesure="7")
    await nadia.slash(MODIFY, mesure="7", etat="realisee")
    told = await nadia.fill(form, {"État": ["realisee"], "Remarque": "Fini."})
    assert "« Fini. »" in plain(told.text)


async def test_an_undo_by_somebody_else_meanwhile_is_seen_too(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    changed = await house.coordinator.slash(MODIFY, mesure="7", etat="realisee")
    form = await nadia.slash(MODIFY, mesure="7")
    await house.coordinator.press(changed, "Annuler")
    refused = await nadia.fill(form, {"Remarque": "La mienne."})
    assert "changée entretemps" in refused.text


async def test_drafts_outlive_a_restart_and_are_their_authors_alone(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    line = await answers_for(house, "Line Roy", "MDEIE")
    form = await nadia.slash(MODIFY, mesure="7")
    refused = await nadia.fill(form, {"Remarque": "**Secret** de Nadia"})
    await house.restart()
    shown = await line.slash("mesure voir", mesure="7")
    number = query(house.folder, "SELECT max(id) FROM draft")[0][0]
    with nothing_changes(house.folder):
        for person in (line, house.coordinator, house.member):
            for control in ("mesure.reprendre", "dossier.reprendre"):
                answer = await person.press(shown, f"{control}:{number}", crafted=True)
                assert is_private(answer)
                assert answer.modal is None
                assert "Secret" not in answer.text
    again = await nadia.press(refused, "Reprendre")
    assert again.fields["Remarque"]["value"] == "**Secret** de Nadia"


async def test_a_draft_does_not_give_a_right_that_was_lost(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    form = await nadia.slash(MODIFY, mesure="7")
    kept = await nadia.fill(form, {"Remarque": "**gras**"})
    await house.coordinator.slash("equipe retirer", organisme="MDEIE", membre=nadia.user)
    with nothing_changes(house.folder):
        answer = await nadia.press(kept, "Reprendre")
    assert is_private(answer)
    assert answer.modal is None
    with refused(house) as answers:
        answers.append(await nadia.fill(form, {"Remarque": "Texte que je veux *garder*."}))
    assert "Vous ne répondez pour aucun ministère" in answers[0].text
    assert "Texte que je veux \\*garder\\*." in answers[0].text
    assert answers[0].buttons == []


async def test_a_form_that_changes_nothing_is_not_to_be_typed_again(house: House) -> None:
    form = await house.coordinator.slash(MODIFY, mesure="6")
    with refused(house) as answers:
        answers.append(await house.coordinator.fill(form))
    assert "Rien à changer" in answers[0].text
    assert answers[0].buttons == []


async def test_a_form_whose_id_was_cut_short_is_answered(house: House) -> None:
    form = await house.coordinator.slash(MODIFY, mesure="6")
    assert form.modal is not None
    for custom_id in ("mesure.form:6", "mesure.form:6:1", "mesure.form:6:1:x", "mesure.form:6:9:1"):
        form.modal["custom_id"] = custom_id
        answer = await house.coordinator.fill(form)
        assert is_private(answer), custom_id
        assert "Référence" not in answer.text, custom_id
        for label in answer.buttons:
            again = await house.coordinator.press(answer, label)
            assert "Référence" not in again.text, custom_id
    assert query(house.folder, "SELECT count(*) FROM change") == [(1,)]


async def test_an_unfinished_draft_is_forgotten_after_a_week(house: House) -> None:
    form = await house.coordinator.slash(MODIFY, mesure="6")
    await house.coordinator.fill(form, {"Remarque": "**vieux**"})
    house.clock.advance(days=8)
    await house.coordinator.fill(form, {"Remarque": "**neuf**"})
    assert [values for (values,) in query(house.folder, "SELECT values_json FROM draft")] == [
        '{"etat":"a_venir","remarque":"**neuf**","cause":"aucune","motif":""}'
    ]


@pytest.mark.parametrize("seed", [1, 2])
async def test_saves_from_old_forms_never_overwrite_in_silence(house: House, seed: int) -> None:
    """People open forms and save them in any order; a save goes through only where nobody else
    changed that volet since it was opened, and what is refused changes nothing."""
    draw = random.Random(seed)
    people = [
        await answers_for(house, "Nadia", "MAMROT"),
        await answers_for(house, "Line Roy", "MAMROT"),
        house.coordinator,
    ]
    saved: list[tuple[int, int, Person]] = []  # when, which volet, by whom
    forms: list[tuple[int, int, Person, Answer]] = []
    refusals = 0
    for turn in range(60):
        person, volet = draw.choice(people), draw.randint(1, 4)
        if draw.random() < 0.4 or not forms:
            form = await person.slash(MODIFY, mesure="4", volet=str(volet))
            forms.append((turn, volet, person, form))
            continue
        opened, volet, person, form = forms.pop(draw.randrange(len(forms)))
        meanwhile = any(
            when > opened and where == volet and who is not person for when, where, who in saved
        )
        before = query(house.folder, "SELECT max(id) FROM event")
        answer = await person.fill(form, {"Remarque": f"Version {turn}."})
        if meanwhile:
            assert "changée entretemps" in answer.text, turn
            assert query(house.folder, "SELECT max(id) FROM event") == before
            refusals += 1
        else:
            assert f"« Version {turn}. »" in plain(answer.text), turn
            saved.append((turn, volet, person))
    assert refusals


async def test_a_remark_of_10_000_characters_is_refused_wherever_it_comes_from(
    house: House,
) -> None:
    long = "é" * 10_000
    told = [await house.coordinator.slash(MODIFY, mesure="6", remarque=long, crafted=True)]
    form = await house.coordinator.slash(MODIFY, mesure="6")
    told.append(await house.coordinator.fill(form, {"Remarque": long}, crafted=True))
    message = await house.member.say("général", "Un fait.")
    form = await house.coordinator.menu("Verser au dossier", message)
    typed = {"Mesure": ["6"], "Remarque": long}
    told.append(await house.coordinator.fill(form, typed, crafted=True))
    for answer in told:
        assert is_private(answer)
        assert "10 000 caractères" in plain(answer.text)
        assert "4 000" in plain(answer.text)
    assert query(house.folder, "SELECT count(*) FROM change") == [(1,)]


async def test_two_forms_sent_in_the_same_instant_do_not_both_pass(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    forms = [await person.slash(MODIFY, mesure="7") for person in (nadia, house.coordinator)]
    answers = await asyncio.gather(
        nadia.fill(forms[0], {"Remarque": "Celle de Nadia."}),
        house.coordinator.fill(forms[1], {"Remarque": "Celle de Mathieu."}),
    )
    passed = [answer for answer in answers if "Annuler" in answer.buttons]
    refused = [answer for answer in answers if "Reprendre" in answer.buttons]
    assert len(passed) == len(refused) == 1
    assert "changée entretemps" in refused[0].text
    assert query(house.folder, "SELECT count(*) FROM change") == [(2,)]


async def test_of_many_commands_at_once_each_starts_from_what_the_one_before_left(
    house: House,
) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    people = [nadia, house.coordinator] * 10
    answers = await asyncio.gather(
        *(
            person.slash(MODIFY, mesure="7", remarque=f"Version {turn}.")
            for turn, person in enumerate(people)
        )
    )
    assert all("Annuler" in answer.buttons for answer in answers)
    rows = query(house.folder, "SELECT old, new FROM event WHERE change_id > 1 ORDER BY id")
    assert len(rows) == 20
    for before, after in itertools.pairwise(rows):
        assert after[0] == before[1]
