"""`/calendrier modifier`: before → after, and notices that follow."""

import pytest

from tests.calendar.asked import add, modify, posted, waiting
from tests.support.asking import first_line, plain, refused
from tests.support.database import query
from tests.support.house import House


async def test_the_new_date_comes_first_then_each_change_before_and_after(house: House) -> None:
    await add(house, "Bilan", "31 mars", genre="rappel", preavis="7, 0")
    answer = await modify(house, "Bilan", titre="Bilan annuel", quand="15 avril à 17 h")
    assert answer.ephemeral
    text = plain(answer.text)
    assert first_line(answer).startswith("Échéance du **jeudi 15 avril 2027 à 17")
    assert "Titre : Bilan → Bilan annuel" in text
    assert "Date : mercredi 31 mars 2027 → jeudi 15 avril 2027 à 17 h" in text
    assert "- J-7 : jeudi 8 avril 2027 à 9 h" in text.splitlines()
    assert "Genre" not in text, "what did not change is not told"
    shown = plain((await house.member.slash("calendrier voir")).text)
    assert "jeudi 15 avril 2027 à 17 h" in shown
    assert "31 mars" not in shown


async def test_of_one_that_comes_back_the_date_before_is_its_next_one(house: House) -> None:
    await add(house, "Bilan", "31 mars", genre="rappel", repetition="annuelle")
    house.clock.set(2027, 4, 1)
    text = plain((await modify(house, "Bilan", quand="15 avril 2028")).text)
    assert "Date : vendredi 31 mars 2028 → samedi 15 avril 2028" in text


async def test_notices_to_come_are_those_of_the_new_date_alone(house: House) -> None:
    await add(house, "Bilan", "31 mars", genre="rappel", preavis="7, 0")
    await modify(house, "Bilan", quand="15 avril", preavis="5, 0")
    assert waiting(house) == [
        ("2027-04-15", "[5]", "2027-04-09 09:00"),
        ("2027-04-15", "[0]", "2027-04-15 09:00"),
    ]
    house.clock.set(2027, 3, 31, 12)
    await house.wake()
    assert posted(house) == []
    house.clock.set(2027, 4, 15, 9, 1)
    await house.wake()
    assert ["aujourd'hui" in text for text in posted(house)] == [True]


async def test_what_was_sent_stays_and_is_not_sent_again(house: House) -> None:
    await add(house, "Bilan", "31 mars", genre="rappel", preavis="30, 7, 0")
    house.clock.set(2027, 3, 1, 9, 1)
    await house.wake()
    assert len(posted(house)) == 1
    answer = await modify(house, "Bilan", preavis="30, 14, 7, 0")
    assert "Déjà partis : J-30." in plain(answer.text)
    await modify(house, "Bilan", quand="2 avril")
    await modify(house, "Bilan", quand="31 mars")
    house.clock.set(2027, 3, 3)
    await house.wake()
    assert len(posted(house)) == 1
    sent = query(house.folder, "SELECT due_on, steps_json, status FROM delivery")
    assert sent == [("2027-03-31", "[30]", "sent")]
    assert [steps for _, steps, _ in waiting(house)] == ["[14]", "[7]", "[0]"]


async def test_a_title_alone_leaves_every_notice_as_it_was(house: House) -> None:
    await add(house, "Bilan", "31 mars", repetition="annuelle")
    before = query(house.folder, "SELECT * FROM occurrence")
    await modify(house, "Bilan", titre="Bilan annuel")
    assert query(house.folder, "SELECT * FROM occurrence") == before


async def test_notices_that_are_past_for_a_nearer_date_are_dropped_and_said(house: House) -> None:
    await add(house, "Bilan", "31 mars", genre="rappel")
    answer = await modify(house, "Bilan", quand="4 décembre")
    assert "Déjà passés, laissés de côté : J-30 et J-14." in plain(answer.text)
    assert [steps for _, steps, _ in waiting(house)] == ["[7]", "[3]", "[1]", "[0]"]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"preavis": "30, 7"}, "30 jours"),
        ({"preavis": "7, x"}, "preavis"),
        ({"quand": "20 novembre 2026"}, "déjà passé"),
        ({"quand": "mardi 31 mars 2027"}, "mercredi"),
        ({"quand": "30 février"}, "n'existe pas"),
        ({"titre": "  "}, "titre"),
        ({"titre": "Rapport", "quand": "31 mars"}, "existe déjà"),
        ({"organismes": "MESS, Ministère de la Magie"}, "Magie"),
        ({"genre": "autre"}, "genre"),
        ({}, "Rien à changer"),
        ({"titre": "Bilan", "quand": "11 décembre", "organismes": "tous"}, "Rien à changer"),
    ],
)
async def test_refused_and_nothing_changed(house: House, given: dict[str, str], why: str) -> None:
    await add(house, "Bilan", "11 décembre")
    await add(house, "Rapport", "31 mars")
    with refused(house) as answers:
        answer = await house.coordinator.slash(
            "calendrier modifier", echeance="Bilan", crafted=True, **given
        )
        answers.append(answer)
    assert why in plain(answer.text)


async def test_a_channel_it_cannot_write_in_is_refused(house: House) -> None:
    await add(house, "Bilan", "11 décembre")
    with refused(house) as answers:
        channel = house.world.channel("annonces")
        answers.append(await modify(house, "Bilan", salon=channel))


async def test_only_coordinators_change_a_deadline(house: House) -> None:
    await add(house, "Bilan", "11 décembre")
    with refused(house) as answers:
        answers.append(
            await house.repondante.slash("calendrier modifier", echeance="Bilan", titre="Autre")
        )


async def test_a_post_not_gone_out_follows_the_channel(house: House) -> None:
    await add(house, "Bilan", "11 décembre", genre="rappel", preavis="7, 0")
    house.chat.faults.fail("POST /channels/{channel_id}/messages", status=403)
    house.clock.set(2026, 12, 4, 9, 1)
    await house.wake()
    assert posted(house) == []
    answer = await modify(house, "Bilan", salon=house.world.channel("suivi-du-plan"))
    assert "Salon : <#" in plain(answer.text)
    house.clock.advance(hours=2)
    await house.wake()
    assert len(posted(house, "suivi-du-plan")) == 1
    assert posted(house) == []


async def test_an_open_collecte_moves_with_its_day(house: House) -> None:
    await add(house, "Bilan", "31 mars")
    house.clock.set(2027, 3, 1, 9, 1)
    await house.wake()
    await modify(house, "Bilan", quand="15 avril")
    opened = query(house.folder, "SELECT due_on, closed_at FROM collecte")
    assert opened == [("2027-04-15", None)]
    await modify(house, "Bilan", genre="rappel")
    assert query(house.folder, "SELECT closed_at IS NULL FROM collecte") == [(0,)]


async def test_an_open_collecte_closes_where_no_day_is_left(house: House) -> None:
    await add(house, "Bilan", "31 mars", repetition="annuelle")
    for year, month, day in ((2027, 4, 2), (2028, 3, 15)):
        house.clock.set(year, month, day, 9, 1)
        await house.wake()
    assert query(house.folder, "SELECT due_on FROM collecte WHERE closed_at IS NULL") == [
        ("2028-03-31",)
    ]
    await modify(house, "Bilan", repetition="aucune")
    assert query(house.folder, "SELECT * FROM collecte WHERE closed_at IS NULL") == []
    assert waiting(house) == []


async def test_a_repetition_is_changed_too(house: House) -> None:
    await add(house, "Bilan", "31 mars", genre="rappel", preavis="0")
    answer = await modify(house, "Bilan", repetition="trimestrielle")
    assert "Répétition : aucune → chaque trimestre" in plain(answer.text)
    assert [due for due, _, _ in waiting(house)] == [
        "2027-03-31",
        "2027-06-30",
        "2027-09-30",
    ]
    await modify(house, "Bilan", repetition="aucune")
    assert [due for due, _, _ in waiting(house)] == ["2027-03-31"]


async def test_the_journal_tells_what_was_and_what_is(house: House) -> None:
    await add(house, "Bilan", "31 mars")
    await modify(house, "Bilan", organismes="MESS, MICC")
    text = plain((await house.coordinator.slash("journal voir")).text)
    assert "a modifié l'échéance Bilan : Organismes : tous → MESS et MICC" in text
