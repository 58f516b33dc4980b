"""`/reglages conge`: the committee's own working days, wherever days are counted."""

import pytest

from tests.calendar.asked import add, local, posted, waiting
from tests.support.asking import first_line, is_private, plain, refused
from tests.support.database import query
from tests.support.house import House


async def close(house: House, day: str, **given: object) -> str:
    """Have the coordinator correct a day; what is answered, in ordinary spaces."""
    answer = await house.coordinator.slash("reglages conge", jour=day, **given)  # type: ignore[arg-type]
    assert is_private(answer), answer
    return plain(answer.text)


async def test_a_day_off_sends_its_notice_the_working_day_before(house: House) -> None:
    await add(house, "Bilan", "11 décembre", genre="rappel", preavis="7, 0")
    text = await close(house, "11 décembre", titre="Fermeture")
    assert text.startswith("Congé : vendredi 11 décembre 2026 · Fermeture.")
    assert "Bilan, J-0 : vendredi 11 décembre 2026 à 9 h → jeudi 10 décembre 2026 à 9 h" in text
    assert [at for _, _, at in waiting(house)] == ["2026-12-04 09:00", "2026-12-10 09:00"]
    preview = plain((await house.coordinator.slash("rappel apercu")).text)
    assert "jeudi 10 décembre 2026 à 9 h" in preview
    answer = await add(house, "Rapport", "11 décembre", genre="rappel", preavis="0")
    assert "J-0 : jeudi 10 décembre 2026" in plain(answer.text)


async def test_a_day_that_is_worked_keeps_its_notice(house: House) -> None:
    await add(house, "Bilan", "24 décembre", genre="rappel", preavis="0")
    assert [at for _, _, at in waiting(house)] == ["2026-12-23 09:00"]
    text = await close(house, "24 décembre", ouvre=True)
    assert text.startswith("Jour ouvrable : jeudi 24 décembre 2026.")
    assert [at for _, _, at in waiting(house)] == ["2026-12-24 09:00"]
    await close(house, "24 décembre")
    assert [at for _, _, at in waiting(house)] == ["2026-12-23 09:00"]
    assert query(house.folder, "SELECT count(*) FROM holiday") == [(0,)], "as everywhere again"


async def test_working_days_in_a_date_are_the_committee_s(house: House) -> None:
    async def due(title: str) -> str:
        when = "dans 10 jours ouvrables"
        return first_line(await add(house, title, when, genre="rappel", preavis="0"))

    assert "lundi 7 décembre 2026" in await due("A")
    await close(house, "26 novembre")
    assert "mardi 8 décembre 2026" in await due("B")
    await close(house, "28 novembre", ouvre=True)
    assert "lundi 7 décembre 2026" in await due("C")


async def test_a_notice_whose_new_hour_is_past_goes_out_now(house: House) -> None:
    await add(house, "Bilan", "24 novembre", genre="rappel", preavis="0")
    text = await close(house, "24 novembre")  # it is Monday the 23rd, 10:00
    assert "→ maintenant" in text
    await house.wake()
    assert ["demain" in each for each in posted(house)] == [True]
    house.clock.set(2026, 11, 24, 12)
    await house.wake()
    assert len(posted(house)) == 1


async def test_two_notices_that_meet_once_one_is_sent_leave_the_other_to_go(house: House) -> None:
    house.clock.set(2026, 11, 23, 8)
    await add(house, "Bilan", "24 novembre", genre="rappel", preavis="1, 0")
    house.clock.set(2026, 11, 23, 9, 1)
    await house.wake()
    assert len(posted(house)) == 1
    await close(house, "24 novembre")
    await house.wake()
    assert len(posted(house)) == 2
    house.clock.set(2026, 11, 24, 12)
    await house.wake()
    assert len(posted(house)) == 2


async def test_an_earlier_hour_does_not_swallow_today_s_notice(house: House) -> None:
    await house.coordinator.slash("reglages modifier", heure="17 h")
    await add(house, "Bilan", "23 novembre", genre="rappel", preavis="0")
    await house.coordinator.slash("reglages modifier", heure="9 h")
    await house.wake()
    assert ["aujourd'hui" in each for each in posted(house)] == [True]


async def test_what_is_set_is_shown_and_kept(house: House) -> None:
    await close(house, "11 décembre", titre="Fermeture")
    await close(house, "28 novembre", ouvre=True)
    await house.restart()
    text = plain((await house.coordinator.slash("reglages voir")).text)
    assert "Congés ajoutés : vendredi 11 décembre 2026 (Fermeture)" in text
    assert "Jours ouvrables ajoutés : samedi 28 novembre 2026" in text
    house.clock.set(2026, 12, 12)
    assert "décembre" not in plain((await house.coordinator.slash("reglages voir")).text)
    journal = plain((await house.coordinator.slash("journal voir")).text)
    assert "11 décembre 2026" in journal
    assert "28 novembre 2026" in journal


async def test_another_name_for_a_day_off_of_its_own(house: House) -> None:
    await close(house, "11 décembre")
    await close(house, "11 décembre", titre="Fermeture")
    assert "Fermeture" in (await house.coordinator.slash("reglages voir")).text


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"jour": "25 décembre"}, "(Jour de Noël) est déjà un jour chômé"),
        ({"jour": "28 novembre"}, "samedi 28 novembre 2026 est déjà un jour chômé"),
        ({"jour": "26 novembre", "ouvre": True}, "est déjà un jour travaillé"),
        ({"jour": "20 novembre 2026"}, "est passé"),
        ({"jour": "bientôt"}, "Je ne comprends pas"),
        ({"jour": "26 novembre", "titre": "x" * 61}, "60"),
    ],
)
async def test_refused_and_nothing_changed(
    house: House, given: dict[str, str | bool], why: str
) -> None:
    with refused(house) as answers:
        answer = await house.coordinator.slash("reglages conge", **given)  # type: ignore[arg-type]
        answers.append(answer)
    assert why in plain(answer.text)


async def test_only_coordinators_correct_the_calendar(house: House) -> None:
    with refused(house) as answers:
        answers.append(await house.member.slash("reglages conge", jour="26 novembre"))


async def test_a_repeated_deadline_follows_in_every_year(house: House) -> None:
    await add(house, "Bilan", "11 décembre", genre="rappel", preavis="0", repetition="annuelle")
    await close(house, "10 décembre 2027")
    rows = query(house.folder, "SELECT send_at FROM occurrence ORDER BY send_at")
    assert [local(str(at)) for (at,) in rows] == ["2026-12-11 09:00", "2027-12-09 09:00"]
