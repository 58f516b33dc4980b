"""`/calendrier voir`, `/calendrier retirer` and `/rappel apercu`."""

import re
from typing import Any

import pytest

from tests.support.asking import first_line, is_private, plain, refused
from tests.support.database import query
from tests.support.house import House


async def add(house: House, title: str, when: str, **options: Any) -> None:
    answer = await house.coordinator.slash(
        "calendrier ajouter", titre=title, quand=when, genre="rappel", **options
    )
    assert f"· {title}" in answer.text, answer


async def test_deadlines_come_nearest_first(house: House) -> None:
    for title, when in (("Loin", "31 mars 2028"), ("Près", "1er décembre"), ("Milieu", "31 mars")):
        await add(house, title, when)
    answer = await house.member.slash("calendrier voir")
    assert not answer.ephemeral
    assert not answer.notified
    text = plain(answer.text)
    assert "3 échéances à venir" in first_line(answer)
    assert text.index("Près") < text.index("Milieu") < text.index("Loin")
    assert "mardi 1er décembre 2026, dans 8 jours" in text


async def test_hours_of_one_day_come_in_order(house: House) -> None:
    for title, when in (
        ("Midi", "1er décembre à midi"),
        ("Jour", "1er décembre"),
        ("Matin", "1er décembre à 9 h"),
    ):
        await add(house, title, when)
    text = (await house.member.slash("calendrier voir")).text
    assert text.index("Matin") < text.index("Midi") < text.index("Jour"), "no hour: the day's end"


async def test_every_deadline_is_on_a_page(house: House) -> None:
    for rank in range(1, 24):
        await add(house, f"Dépôt {rank:02d}", f"{rank} mars 2027")
    answer = await house.member.slash("calendrier voir")
    assert "23 échéances à venir" in first_line(answer)
    seen = re.findall(r"Dépôt \d\d", answer.text)
    for _ in range(2):
        answer = await house.member.press(answer, "Suivante")
        seen += re.findall(r"Dépôt \d\d", answer.text)
    assert seen == [f"Dépôt {rank:02d}" for rank in range(1, 24)]
    assert "page 3 de 3" in answer.text


@pytest.mark.parametrize(
    ("when", "told"),
    [("aujourd'hui", "aujourd'hui"), ("demain", "demain"), ("dans 30 jours", "dans 30 jours")],
)
async def test_days_left_are_said_in_french(house: House, when: str, told: str) -> None:
    await add(house, "Dépôt", when)
    assert told in (await house.member.slash("calendrier voir")).text


async def test_what_is_over_is_not_to_come(house: House) -> None:
    await add(house, "Fini", "demain")
    house.clock.set(2026, 11, 24, 23, 59)
    assert "Fini" in (await house.member.slash("calendrier voir")).text
    house.clock.set(2026, 11, 25, 0, 0)
    assert "Aucune échéance à venir" in (await house.member.slash("calendrier voir")).text


@pytest.mark.parametrize(
    ("repetition", "following"),
    [
        ("annuelle", "vendredi 31 mars 2028"),
        ("trimestrielle", "mercredi 30 juin 2027"),
        ("mensuelle", "vendredi 30 avril 2027"),
    ],
)
async def test_a_repeated_deadline_comes_back(
    house: House, repetition: str, following: str
) -> None:
    await add(house, "Dépôt", "31 mars 2027", repetition=repetition)
    assert "mercredi 31 mars 2027" in (await house.member.slash("calendrier voir")).text
    house.clock.set(2027, 4, 1)
    assert following in (await house.member.slash("calendrier voir")).text


async def test_february_29th_comes_back_on_the_28th(house: House) -> None:
    await add(house, "Bissextile", "29 février 2028", repetition="annuelle")
    house.clock.set(2028, 3, 1)
    assert "mercredi 28 février 2029" in (await house.member.slash("calendrier voir")).text
    house.clock.set(2031, 3, 1)
    assert "dimanche 29 février 2032" in (await house.member.slash("calendrier voir")).text


async def test_many_deadlines_fit_in_an_answer(house: House) -> None:
    for day in range(1, 31):
        await add(house, f"{'Un titre fort long ' * 4}{day}", f"{day} avril 2027")
    answer = await house.member.slash("calendrier voir")
    assert not answer.ephemeral
    assert "30 échéances à venir" in first_line(answer)
    assert "page 1 de 3" in answer.text
    preview = await house.coordinator.slash("rappel apercu")
    assert is_private(preview)
    assert "Référence" not in preview.text


async def test_a_withdrawal_asks_first(house: House) -> None:
    await add(house, "Dépôt", "31 mars 2027")
    with refused(house) as answers:
        answers.append(await house.coordinator.slash("calendrier retirer", echeance="Dépôt"))
    assert answers[0].buttons == ["Confirmer", "Garder"]
    assert "mercredi 31 mars 2027" in answers[0].text
    kept = await house.coordinator.press(answers[0], "Garder")
    assert "gardée" in kept.text
    assert "Dépôt" in (await house.member.slash("calendrier voir")).text


async def test_confirmed_it_goes_with_its_notices(house: House) -> None:
    await add(house, "Dépôt", "31 mars 2027")
    asked = await house.coordinator.slash("calendrier retirer", echeance="Dépôt")
    done = await house.coordinator.press(asked, "Confirmer")
    assert done.message is asked.message, "the answer takes the place of the question"
    assert done.buttons == []
    assert "Aucune échéance" in (await house.member.slash("calendrier voir")).text
    assert "Aucun avis" in (await house.coordinator.slash("rappel apercu")).text
    kept = query(house.folder, "SELECT title, withdrawn_by FROM deadline")
    assert kept == [("Dépôt", house.coordinator.user.id)], "who withdrew it is kept"


@pytest.mark.parametrize(
    "typed",
    ["dépôt du bilan", "DEPOT DU BILAN", "bilan", "depot bilann", "Dépôt du bilan (31 mars 2027)"],
)
async def test_a_deadline_is_found_by_its_words(house: House, typed: str) -> None:
    await add(house, "Dépôt du bilan", "31 mars 2027")
    await add(house, "Réunion du comité", "30 avril 2027")
    asked = await house.coordinator.slash("calendrier retirer", echeance=typed)
    assert "Dépôt du bilan" in asked.text


async def test_an_exact_title_is_not_ambiguous(house: House) -> None:
    await add(house, "Bilan", "31 mars 2027")
    await add(house, "Bilan annuel", "30 avril 2027")
    asked = await house.coordinator.slash("calendrier retirer", echeance="bilan")
    assert "31 mars 2027" in asked.text


async def test_two_of_one_title_are_told_apart_by_their_dates(house: House) -> None:
    await add(house, "Bilan", "31 mars 2027")
    await add(house, "Bilan", "30 avril 2027")
    with refused(house) as answers:
        answers.append(await house.coordinator.slash("calendrier retirer", echeance="Bilan"))
    text = plain(answers[0].text)
    assert "- Bilan (31 mars 2027)" in text
    assert "- Bilan (30 avril 2027)" in text
    label = "Bilan (30 avril 2027)"
    asked = await house.coordinator.slash("calendrier retirer", echeance=label)
    assert "vendredi 30 avril 2027" in asked.text


@pytest.mark.parametrize("typed", ["zzz", "999", "   ", "1" * 6000, "x" * 6000, "@everyone"])
async def test_an_unknown_deadline_is_refused(house: House, typed: str) -> None:
    await add(house, "Dépôt", "31 mars 2027")
    with refused(house) as answers:
        for path in ("calendrier retirer", "rappel apercu"):
            answers.append(await house.coordinator.slash(path, echeance=typed))
    for answer in answers:
        assert answer.text.startswith("Aucune échéance ne correspond à")


async def test_the_preview_tells_what_when_and_where(house: House) -> None:
    await add(house, "Dépôt", "31 mars 2027", salon="suivi-du-plan")
    answer = await house.coordinator.slash("rappel apercu")
    assert is_private(answer)
    text = plain(answer.text)
    assert "6 avis à venir" in first_line(answer)
    assert f"<#{house.world.channel('suivi-du-plan').id}>" in text
    assert re.search(r"J-30\W+lundi 1er mars 2027 à 9 h", text)
    assert "mercredi 31 mars 2027" in text
    assert "Rien n'est envoyé" in text
    assert house.chat.messages("suivi-du-plan") == []


async def test_the_preview_of_one_deadline_is_of_that_one(house: House) -> None:
    await add(house, "Dépôt", "31 mars 2027")
    await add(house, "Réunion", "30 avril 2027")
    answer = await house.coordinator.slash("rappel apercu", echeance="Réunion")
    assert "Réunion" in answer.text
    assert "Dépôt" not in answer.text


async def test_the_preview_is_what_goes_out(house: House) -> None:
    """In the order of time, and as the addition told it."""
    await add(house, "Second", "2 mai 2027", preavis="14, 0")
    await add(house, "Premier", "31 mars 2027", preavis="30, 7")
    text = plain((await house.coordinator.slash("rappel apercu")).text)
    told = list(dict.fromkeys(re.findall(r"J-\d+\W+(\w+ \d+(?:er)? \w+ 2027)", text)))
    assert told == [
        "lundi 1er mars 2027",
        "mercredi 24 mars 2027",
        "vendredi 16 avril 2027",
        "vendredi 30 avril 2027",
    ]
