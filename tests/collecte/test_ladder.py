"""Who is told what, as a reporting deadline comes near."""

from tests.collecte.campaign import (
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
from tests.support.asking import Options, plain
from tests.support.house import House


async def test_each_rung_names_whom_it_should(house: House) -> None:
    await set_deadline(house)
    await set_team(house)
    (opening,) = await at(house, 2027, 3, 1)
    assert not opening.notified
    assert "dans 30 jours" in read(opening)
    assert "MDEIE : 6 mesures" in read(opening)
    for day, days, people in [
        ((2027, 3, 17), "dans 14 jours", {"Nadia"}),
        ((2027, 3, 24), "dans 7 jours", {"Nadia"}),
        ((2027, 3, 25), "dans 6 jours", {"Nadia", "Camille"}),  # Good Friday and Monday are off
        ((2027, 3, 30), "demain", {"Nadia", "Camille", "Mathieu"}),
        ((2027, 3, 31), "aujourd'hui, dernier appel", {"Nadia", "Camille", "Mathieu"}),
    ]:
        mdeie, saa = await at(house, *day)
        assert days in read(mdeie)
        assert notified(mdeie, house) == people
        assert notified(saa, house) == {"Mathieu"}
        assert "personne ne répond encore pour le SAA" in read(saa)
    (closing,) = await at(house, 2027, 4, 1)
    assert not closing.notified
    assert "collecte fermée" in read(closing)
    assert "0 MO sur 2 a répondu" in read(closing)
    assert "SAA : 3 mesures sur 3 sans réponse (14, 15 et 22)" in read(closing)


async def test_the_next_notice_tells_who_will_be_added(house: House) -> None:
    await set_deadline(house)
    await set_team(house)
    await at(house, 2027, 3, 1)
    mdeie, saa = await at(house, 2027, 3, 24)
    assert "Prochain avis : jeudi 25 mars 2027 (J-3, devancé à un jour ouvrable)" in read(mdeie)
    assert "aussi au remplaçant" in read(mdeie)
    assert "remplaçant" not in read(saa)
    mdeie, saa = await at(house, 2027, 3, 25)
    assert "aussi au remplaçant et à la coordination" in read(mdeie)
    assert "(J-1), aussi à la coordination" in read(saa)
    mdeie, _ = await at(house, 2027, 3, 31)
    assert "La collecte ferme le jeudi 1er avril 2027" in read(mdeie)


async def test_the_last_rungs_list_the_missing_for_the_coordination(house: House) -> None:
    await set_deadline(house)
    await set_team(house)
    await at(house, 2027, 3, 1)
    mdeie, _ = await at(house, 2027, 3, 25)
    assert "manque encore" not in read(mdeie)
    mdeie, _ = await at(house, 2027, 3, 30)
    assert "il manque encore le MDEIE (6 mesures) et le SAA (3 mesures)." in read(mdeie)


async def test_a_member_who_is_away_is_skipped_for_the_substitute(house: House) -> None:
    await set_deadline(house)
    await set_team(house)
    away: Options = {"membre": "Nadia Tremblay", "du": "15 mars 2027", "au": "20 mars 2027"}
    answer = await house.coordinator.slash("equipe absence", **away)
    assert answer.failed is None
    await at(house, 2027, 3, 1)
    mdeie, _ = await at(house, 2027, 3, 17)
    assert notified(mdeie, house) == {"Camille"}
    mdeie, _ = await at(house, 2027, 3, 24)
    assert notified(mdeie, house) == {"Nadia"}


async def test_where_all_are_away_the_coordination_is_told(house: House) -> None:
    await set_deadline(house)
    await set_team(house)
    for who in ("Nadia Tremblay", "Camille Roy"):
        away: Options = {"membre": who, "du": "15 mars 2027", "au": "20 mars 2027"}
        await house.coordinator.slash("equipe absence", **away)
    await at(house, 2027, 3, 1)
    mdeie, _ = await at(house, 2027, 3, 17)
    assert notified(mdeie, house) == {"Mathieu"}
    assert "tous ceux qui répondent pour le MDEIE sont absents" in read(mdeie)


async def test_the_coordination_is_named_once_for_all_that_nobody_answers_for(house: House) -> None:
    await set_deadline(house, organismes="SAA, MSSS, MICC")
    await at(house, 2027, 3, 1)
    messages = await at(house, 2027, 3, 17)
    assert [notified(each, house) for each in messages] == [{"Mathieu"}, set(), set()]
    for each in messages:
        assert "ersonne ne répond encore pour" in read(each)


async def test_the_role_of_the_settings_is_the_coordination(house: House) -> None:
    await set_deadline(house, organismes="SAA")
    await house.coordinator.slash("reglages modifier", role_coordination="Coordination")
    await at(house, 2027, 3, 1)
    (saa,) = await at(house, 2027, 3, 17)
    assert notified(saa, house) == {"Coordination"}


async def test_without_organisations_every_measure_is_owed_by_whom_it_names(house: House) -> None:
    await set_deadline(house, organismes=None)
    answer = await house.member.slash("collecte etat")
    lines = {
        line.partition(" : ")[0]: line for line in plain(answer.text).splitlines() if ":" in line
    }
    mamrot = lines["MAMROT"].replace(",", " ").split()
    assert {"9", "11"} <= set(mamrot)  # those of all MOs are its ministry's
    asked = " ".join(lines.values()).replace(",", " ").split()
    assert "21" not in asked  # « à cibler »: nobody's yet
    assert {str(n) for n in range(1, 23)} - set(asked) == {"21"}


async def test_the_steps_are_the_committees_own(house: House) -> None:
    await set_deadline(house, organismes="MDEIE")
    await set_team(house)
    typed = "mo 30, remplaçants 7 et coordination J-3"
    answer = await house.coordinator.slash("reglages modifier", etapes=typed)
    assert "un message par MO dès J-30" in plain(answer.text)
    shown = await house.coordinator.slash("reglages voir")
    assert "aux remplaçants aussi dès J-7, à la coordination aussi dès J-3" in plain(shown.text)
    (mdeie,) = await at(house, 2027, 3, 1)
    assert notified(mdeie, house) == {"Nadia"}
    (mdeie,) = await at(house, 2027, 3, 24)
    assert notified(mdeie, house) == {"Nadia", "Camille"}
    (mdeie,) = await at(house, 2027, 3, 25)
    assert notified(mdeie, house) == {"Nadia", "Camille", "Mathieu"}


async def test_steps_that_make_no_sense_are_refused(house: House) -> None:
    for typed in ("", "quatorze", "mo 14, mo 7", "mo 3, remplaçants 7", "mo 999", "mo -3"):
        answer = await house.coordinator.slash("reglages modifier", etapes=typed or " ")
        assert answer.ephemeral
        told = "ne peut pas être" if typed.strip() else "est vide"
        assert f"L'option `etapes` {told}" in plain(answer.text), typed
    shown = await house.coordinator.slash("reglages voir")
    assert "un message par MO dès J-14" in plain(shown.text)


async def test_the_notices_typed_are_the_steps_and_the_first_opens_the_collecte(
    house: House,
) -> None:
    await set_deadline(house, organismes="MDEIE", preavis="7, 1")
    await set_team(house)
    await house.repondante.slash("mesure confirmer", mesure="6")
    assert await at(house, 2027, 3, 1) == []
    assert "pas encore ouverte" in (await house.member.slash("collecte etat")).text
    (mdeie,) = await at(house, 2027, 3, 24)
    assert "il reste 6 mesures sur 6" in read(mdeie)  # what came before does not count
    await confirm_all(house, mdeie)
    await run(house)
    assert len(posted(house, "tous les MO ont répondu")) == 1
    assert await at(house, 2027, 3, 30) == []


async def test_a_plain_reminder_has_plain_notices(house: House) -> None:
    await set_deadline(house, titre="Rencontre", genre="rappel", quand="31 mars", preavis="7, 1, 0")
    await set_team(house)
    for day in ((2027, 3, 24), (2027, 3, 30), (2027, 3, 31)):
        (post,) = await at(house, *day)
        assert "Concerne : MDEIE et SAA" in read(post)
        assert not post.notified
    assert await at(house, 2027, 4, 1) == []
    assert await at(house, 2027, 4, 5) == []


async def test_nine_o_clock_stays_nine_across_both_clock_changes(house: House) -> None:
    once: Options = {"preavis": "3, 0", "repetition": None}
    await set_deadline(house, titre="Printemps", quand="15 mars 2027", **once)
    await set_deadline(house, titre="Automne", quand="8 novembre 2027", **once)
    for day in ((3, 12), (3, 15), (11, 5), (11, 8)):
        assert await at(house, 2027, *day, 8, 59) == []
        assert await at(house, 2027, *day, 9, 0) != []
    planned = {each["prevu"] for each in await ledger(house) if each["etape"].startswith("J-")}
    assert planned == {
        "2027-03-12T09:00:00-05:00",
        "2027-03-15T09:00:00-04:00",
        "2027-11-05T09:00:00-04:00",
        "2027-11-08T09:00:00-05:00",
    }


async def test_an_mo_that_has_answered_hears_no_more_and_the_last_is_thanked_once(
    house: House,
) -> None:
    await set_deadline(house)
    await set_team(house)
    await at(house, 2027, 3, 1)
    mdeie, _ = await at(house, 2027, 3, 17)
    await confirm_all(house, mdeie)
    assert await run(house) == []
    assert "le MDEIE est à jour : 6 mesures sur 6" in read(mdeie)
    (saa,) = await at(house, 2027, 3, 24)
    assert "SAA" in read(saa)
    await confirm_all(house, saa, "Mathieu")
    await run(house)
    assert len(posted(house, "tous les MO ont répondu")) == 1
    for day in ((2027, 3, 25), (2027, 3, 30), (2027, 3, 31), (2027, 4, 1)):
        assert await at(house, *day) == []
    assert len(posted(house, "Merci à chacun")) == 1
