"""`au`: the day a change speaks of, and the plan as of any day."""

import re
from collections.abc import Awaitable, Callable

import pytest

from sandbox.answer import Answer
from tests.support.asking import plain, refused
from tests.support.database import query
from tests.support.house import House
from tests.updates.people import answers_for, card

MODIFY = "mesure modifier"


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("demain", "à venir"),
        ("24 novembre 2026", "à venir"),
        ("1er novembre 2008", "avant le début du plan"),
        ("31 mars 2006", "Donnez ce jour ou un autre depuis."),
        ("23 novembre 2006", "avant le début du plan"),
        ("31 mars 1950", "trop loin"),
        ("n'importe quand", "Je ne comprends pas"),
        ("mars", "Je ne comprends pas"),
        ("lundi 31 mars 2026", "est un mardi"),
    ],
)
async def test_a_day_that_cannot_be_spoken_of_is_refused_everywhere(
    house: House, day: str, told: str
) -> None:
    with refused(house) as answers:
        slash = house.coordinator.slash
        answers.append(await slash(MODIFY, mesure="7", remarque="Essai.", au=day))
        answers.append(await slash(MODIFY, mesure="7", au=day))
        answers.append(await slash("mesure confirmer", mesure="7", au=day))
        answers.append(
            await slash("indicateur modifier", mesure="7", indicateur="projets", valeur="3", au=day)
        )
    for answer in answers:
        assert told in plain(answer.text)


async def _of_a_past_day(house: House, day: str) -> Answer:
    return await house.coordinator.slash("mesure voir", mesure="7", au=day)


async def _of_a_day_to_come(house: House, day: str) -> Answer:
    return await house.coordinator.slash("calendrier ajouter", titre="T", quand=day)


@pytest.mark.parametrize("ask", [_of_a_past_day, _of_a_day_to_come])
async def test_the_examples_of_a_refusal_can_be_typed(
    house: House, ask: Callable[[House, str], Awaitable[Answer]]
) -> None:
    examples = re.findall("« (.+?) »", plain((await ask(house, "n'importe quand")).text))[1:]
    assert len(examples) == 4
    for example in examples:
        told = plain((await ask(house, example)).text)
        assert not re.search(r"Je ne comprends pas|est à venir\.|est passé", told)


async def test_a_wrong_weekday_is_told_with_that_day_as_it_can_be_typed(house: House) -> None:
    refusal = plain((await _of_a_day_to_come(house, "mardi 31 mars 2027")).text)
    assert "le 31 mars 2027 est un mercredi" in refusal
    examples = re.findall("« (.+?) »", refusal)[1:]
    assert examples[:2] == ["31 mars 2027", "mercredi 31 mars 2027"]
    for example in examples[:2]:
        told = plain((await _of_a_day_to_come(house, example)).text)
        assert "du mercredi 31 mars 2027" in told


async def test_what_is_said_already_can_be_confirmed_where_it_was_said_before(
    house: House,
) -> None:
    with refused(house) as answers:
        answers.append(await house.coordinator.slash(MODIFY, mesure="7", etat="en_cours"))
    assert "au mercredi 31 mars 2010" in plain(answers[0].text)
    assert "/mesure confirmer" in answers[0].text
    await house.coordinator.slash("mesure confirmer", mesure="7")
    await house.coordinator.slash(MODIFY, mesure="7", remarque="Dite aujourd'hui.")
    again = await house.coordinator.slash(MODIFY, mesure="7", remarque="Dite aujourd'hui.")
    assert "Rien à changer" in again.text
    assert "/mesure confirmer" not in again.text


async def test_today_and_the_plans_first_day_can_be_spoken_of(house: House) -> None:
    for day, told in (
        ("aujourd'hui", "lundi 23 novembre 2026"),
        ("2 novembre 2008", "dimanche 2 novembre 2008"),
    ):
        answer = await house.coordinator.slash(MODIFY, mesure="7", remarque=f"Au {day}.", au=day)
        assert f"Au {told}." in answer.text


async def test_what_is_told_of_the_past_leaves_today_as_it_is(house: House) -> None:
    """Before 31 March 2010, the day of the first recorded states, but after the plan's start."""
    today = await card(house, "6")
    answer = await house.coordinator.slash(
        MODIFY, mesure="6", etat="realisee", remarque="Dit trop tôt.", au="15 janvier 2009"
    )
    assert "état : ● réalisée" in plain(answer.text)
    assert "→" not in answer.text
    now = await card(house, "6")
    assert now.split("\n")[:3] == today.split("\n")[:3]
    then = await card(house, "6", au="1er février 2009")
    assert "● Réalisée" in then
    assert "dimanche 1er février 2009" in then.split("\n")[0]
    assert "Dit trop tôt." in then
    assert "○ À venir" in await card(house, "6", au="31 mars 2010")
    before = await house.member.slash("mesure voir", mesure="6", au="14 janvier 2009")
    assert "Rien n'est consigné au mercredi 14 janvier 2009" in before.text


async def test_the_latest_day_decides_whatever_the_order_of_recording(house: House) -> None:
    for day, state, why in (
        ("1er juin 2026", "realisee", ""),
        ("1er avril 2026", "en_cours", ""),
        ("1er mai 2026", "a_venir", "Corrigé"),
    ):
        options = {"motif": why} if why else {}
        answer = await house.coordinator.slash(
            MODIFY,
            mesure="6",
            etat=state,
            au=day,
            **options,  # type: ignore[arg-type]
        )
        assert answer.buttons[0] == "Annuler", answer
    for day, state in (
        ("31 mars 2026", "○ À venir"),
        ("30 avril 2026", "◐ En cours"),
        ("31 mai 2026", "○ À venir"),
        ("1er juin 2026", "● Réalisée"),
    ):
        assert state in await card(house, "6", au=day), day
    assert "● Réalisée" in await card(house, "6")


async def test_of_two_told_for_one_day_the_last_recorded_decides(house: House) -> None:
    for remark in ("La première.", "La seconde."):
        await house.coordinator.slash(MODIFY, mesure="6", remarque=remark, au="1er juin 2026")
        house.clock.advance(minutes=5)
    assert "La seconde." in await card(house, "6", au="1er juin 2026")
    assert "La première." not in await card(house, "6")


async def test_from_is_what_was_true_on_the_day_spoken_of(house: House) -> None:
    await house.coordinator.slash(MODIFY, mesure="6", etat="realisee")
    answer = await house.coordinator.slash(MODIFY, mesure="6", etat="en_cours", au="1er juin 2026")
    assert "○ à venir → ◐ en cours de réalisation" in answer.text
    assert "● Réalisée" in await card(house, "6")


async def test_a_card_tells_what_was_recorded_afterwards(house: House) -> None:
    await house.coordinator.slash(MODIFY, mesure="6", etat="en_cours", au="1er juin 2026")
    then = await card(house, "6", au="1er juin 2026")
    assert "23 novembre 2026 à 10 h (état au 1er juin 2026)" in then
    assert "consigné après coup" in then
    history = await house.member.slash("mesure historique", mesure="6")
    assert "23 novembre 2026 à 10 h" in plain(history.text)
    assert "au 1er juin 2026" in plain(history.text)


async def test_what_is_recorded_the_same_day_is_not_told_as_late(house: House) -> None:
    house.clock.set(2026, 11, 23, 23, 30)  # already tomorrow in UTC
    await house.coordinator.slash(MODIFY, mesure="6", etat="en_cours")
    assert query(house.folder, "SELECT recorded_at FROM change WHERE id = 2")[0][0] > "2026-11-24"  # type: ignore[operator]
    shown = await card(house, "6")
    assert "état au 23 novembre 2026" in shown
    assert "après coup" not in shown


async def test_a_list_is_as_of_its_day_too(house: House) -> None:
    await house.coordinator.slash(MODIFY, mesure="6", etat="realisee", au="1er juin 2026")
    for day, state in (("31 mai 2026", "a_venir"), ("1er juin 2026", "realisee")):
        answer = await house.member.slash("mesure liste", etat=state, texte="portrait", au=day)
        assert "6." in answer.text, day
        assert day in answer.text.split("\n")[0]


async def test_nothing_changed_can_be_told_of_a_past_day(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    await nadia.slash(MODIFY, mesure="7", etat="realisee")
    answer = await nadia.slash("mesure confirmer", mesure="7", au="31 mars 2010")
    assert "rien de changé : ◐ en cours de réalisation" in plain(answer.text)
    assert "mercredi 31 mars 2010" in answer.text


async def test_nothing_can_be_confirmed_before_the_first_state(house: House) -> None:
    with refused(house) as answers:
        answers.append(
            await house.coordinator.slash("mesure confirmer", mesure="7", au="15 janvier 2009")
        )
    assert "premier état connu" in answers[0].text
