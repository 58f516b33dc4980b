"""`/equipe`: who answers for which MO, in whose place, and who is away."""

from sandbox.permissions import MENTION_EVERYONE
from tests.support.asking import Options, is_private, plain, refused
from tests.support.database import query
from tests.support.house import House

ADD, REMOVE, AWAY, SHOW = "equipe ajouter", "equipe retirer", "equipe absence", "equipe voir"


async def test_a_member_and_a_role_are_told_and_shown(house: House) -> None:
    role = house.world.role("Répondants MDEIE")
    nadia, camille = house.repondante, house.member
    one = await house.coordinator.slash(
        ADD, organisme="mdeie", membre=nadia.user, remplacant=camille.user
    )
    assert is_private(one)
    assert f"{nadia.mention} répond maintenant pour le MDEIE" in one.text
    assert f"remplaçant : {camille.mention}" in plain(one.text)
    assert not one.notified
    await house.coordinator.slash(ADD, organisme="MESS", role=role)
    shown = await house.coordinator.slash(SHOW)
    assert is_private(shown)
    text = plain(shown.text)
    assert "2 organismes avec répondants" in text
    assert f"MDEIE : {nadia.mention} (remplaçant : {camille.mention})" in text
    assert f"MESS : <@&{role.id}>" in text
    assert "Personne ne répond encore pour : " in text
    assert "MAMROT" in text
    assert "Ministères et organismes" not in text


async def test_one_mo_alone_can_be_shown(house: House) -> None:
    for organisme, person in (("MDEIE", house.repondante), ("MESS", house.member)):
        await house.coordinator.slash(ADD, organisme=organisme, membre=person.user)
        await house.coordinator.slash(
            AWAY, membre=person.user, du="1er décembre 2026", au="15 décembre 2026"
        )
    text = (await house.coordinator.slash(SHOW, organisme="MESS")).text
    assert house.member.mention in text
    assert house.repondante.mention not in text


async def test_the_same_twice_is_refused_another_substitute_is_not(house: House) -> None:
    nadia = house.repondante.user
    await house.coordinator.slash(ADD, organisme="MDEIE", membre=nadia)
    with refused(house) as answers:
        answers.append(await house.coordinator.slash(ADD, organisme="MDEIE", membre=nadia))
    assert "répond déjà" in answers[0].text
    await house.coordinator.slash(
        ADD, organisme="MDEIE", membre=nadia, remplacant=house.member.user
    )
    rows = query(house.folder, "SELECT organisation, member_id, substitute_id FROM assignment")
    assert rows == [("MDEIE", nadia.id, house.member.user.id)]


async def test_a_substitute_is_changed_then_taken_away(house: House) -> None:
    nadia, camille, mathieu = house.repondante, house.member, house.coordinator
    for substitute in (camille.user, mathieu.user):
        answer = await mathieu.slash(
            ADD, organisme="MDEIE", membre=nadia.user, remplacant=substitute
        )
    told = plain(answer.text)
    assert f"{nadia.mention} répond toujours pour le MDEIE" in told
    assert f"remplaçant : {mathieu.mention}, au lieu de {camille.mention}." in told
    with refused(house) as answers:
        answers.append(await mathieu.slash(REMOVE, organisme="MDEIE", membre=camille.user))
    told = plain((await mathieu.slash(REMOVE, organisme="MDEIE", membre=mathieu.user)).text)
    assert f"{mathieu.mention} ne remplace plus {nadia.mention} pour le MDEIE." in told
    rows = query(house.folder, "SELECT member_id, substitute_id FROM assignment")
    assert rows == [(nadia.user.id, None)]
    trail = plain((await mathieu.slash("journal voir")).text)
    assert "a déchargé Mathieu Gagnon de répondre pour le MDEIE" in trail


async def test_a_bot_answers_for_nothing_and_replaces_nobody(house: House) -> None:
    bot, nadia = house.world.bot, house.repondante.user
    with refused(house) as answers:
        answers += [
            await house.coordinator.slash(ADD, organisme="MDEIE", membre=bot),
            await house.coordinator.slash(ADD, organisme="MDEIE", membre=nadia, remplacant=bot),
            await house.coordinator.slash(AWAY, membre=bot, du="demain", au="demain"),
        ]
    for answer in answers:
        assert f"{bot.name} est un robot" in plain(answer.text)


async def test_what_makes_no_sense_is_refused(house: House) -> None:
    nadia, world = house.repondante.user, house.world
    everyone = world.guild().roles[world.guild().id]
    tried: list[Options] = [
        {"organisme": "MDEIE"},
        {"organisme": "MDEIE", "membre": nadia, "role": world.role("Coordination")},
        {"organisme": "zzz", "membre": nadia},
        {"organisme": "Ministères et organismes du gouvernement", "membre": nadia},
        {"organisme": "Ministères et organismes à cibler", "membre": nadia},
        {"organisme": "MDEIE", "role": everyone},
        {"organisme": "MDEIE", "membre": nadia, "remplacant": nadia},
        {"organisme": "MDEIE", "membre": world.bot},
        {"organisme": "MDEIE", "membre": nadia, "remplacant": world.bot},
    ]
    with refused(house) as answers:
        for options in tried:
            answers.append(await house.coordinator.slash(ADD, **options))
        answers.append(await house.coordinator.slash(REMOVE, organisme="MDEIE", membre=nadia))
        answers.append(await house.coordinator.slash(REMOVE, organisme="MDEIE"))
    assert "Personne ne peut répondre pour" in answers[3].text
    assert "`membre` ou `role`, et un seul" in answers[0].text
    assert "seuls certains membres" in answers[5].text
    for answer in answers[7:9]:
        assert "est un robot" in answer.text
    for answer in answers:
        assert not answer.notified


async def test_a_role_that_notifies_nobody_is_told_with_what_to_do(house: House) -> None:
    guild = house.world.guild()
    quiet = house.world.add_role(guild, "Discrets")
    told = await house.coordinator.slash(ADD, organisme="MESS", role=quiet)
    assert f"ne notifiera personne quand un avis nommera <@&{quiet.id}>" in told.text
    heard = await house.coordinator.slash(
        ADD, organisme="MDEIE", role=house.world.role("Répondants MDEIE")
    )
    assert "notifiera" not in heard.text
    changed = await house.coordinator.slash("reglages modifier", role_coordination=quiet)
    for answer in (changed, await house.coordinator.slash("reglages voir")):
        assert f"ne notifiera personne quand un avis nommera <@&{quiet.id}>" in answer.text
    own = next(each for each in guild.roles.values() if each.name == "Vigie")
    house.world.edit_role(guild, own, own.permissions | MENTION_EVERYONE)
    assert "notifiera" not in (await house.coordinator.slash("reglages voir")).text


async def test_everyones_role_gives_nobody_rights(house: House) -> None:
    world = house.world
    everyone = world.guild().roles[world.guild().id]
    await house.coordinator.slash(ADD, organisme="MDEIE", role=everyone)
    await house.coordinator.slash("reglages modifier", role_coordination=everyone)
    with refused(house) as answers:
        answers.append(await house.member.slash("mesure confirmer", mesure="7"))
        answers.append(await house.member.slash("reglages voir"))


async def test_what_was_recorded_stays_when_a_person_is_taken_off(house: House) -> None:
    nadia = house.repondante
    await house.coordinator.slash(ADD, organisme="MDEIE", membre=nadia.user)
    await nadia.slash("mesure modifier", mesure="7", etat="realisee")
    told = await house.coordinator.slash(REMOVE, organisme="MDEIE", membre=nadia.user)
    assert "ne répond plus pour le MDEIE" in told.text
    assert query(house.folder, "SELECT count(*) FROM assignment") == [(0,)]
    history = plain((await house.member.slash("mesure historique", mesure="7")).text)
    assert "Nadia Tremblay, pour le MDEIE" in history


async def test_an_absence_is_told_in_full_with_who_answers_meanwhile(house: House) -> None:
    nadia, camille = house.repondante, house.member
    await house.coordinator.slash(ADD, organisme="MDEIE", membre=nadia.user)
    alone = await house.coordinator.slash(
        AWAY, membre=nadia.user, du="1er décembre", au="15 janvier"
    )
    assert is_private(alone)
    text = plain(alone.text)
    assert "du mardi 1er décembre 2026 au vendredi 15 janvier 2027" in text
    assert "Personne ne remplace ce membre" in text
    await house.coordinator.slash(
        ADD, organisme="MDEIE", membre=nadia.user, remplacant=camille.user
    )
    replaced = await house.coordinator.slash(
        AWAY, membre=nadia.user, du="aujourd'hui", au="vendredi prochain"
    )
    assert f"iront à {camille.mention}" in replaced.text
    assert not replaced.notified
    shown = plain((await house.coordinator.slash(SHOW)).text)
    assert "du mardi 1er décembre 2026 au vendredi 15 janvier 2027" in shown


async def test_who_answers_by_role_is_replaced_by_the_roles_substitute(house: House) -> None:
    role = house.world.role("Répondants MDEIE")
    await house.coordinator.slash(ADD, organisme="MDEIE", role=role, remplacant=house.member.user)
    told = await house.coordinator.slash(
        AWAY, membre=house.repondante.user, du="demain", au="vendredi prochain"
    )
    assert f"iront à {house.member.mention}" in told.text


async def test_an_absence_is_one_day_at_least_and_over_when_it_is_over(house: House) -> None:
    nadia = house.repondante.user
    with refused(house) as answers:
        answers.append(
            await house.coordinator.slash(
                AWAY, membre=nadia, du="15 décembre 2026", au="14 décembre 2026"
            )
        )
        answers.append(await house.coordinator.slash(AWAY, membre=nadia, du="bientôt", au="lundi"))
        answers.append(
            await house.coordinator.slash(AWAY, membre=nadia, du="mardi 15 janvier", au="demain")
        )
    assert "avant le mardi 15 décembre 2026. Donnez un dernier jour" in answers[0].text
    one = await house.coordinator.slash(AWAY, membre=nadia, du="demain", au="demain")
    assert "du mardi 24 novembre 2026 au mardi 24 novembre 2026" in one.text
    assert "24 novembre" in (await house.coordinator.slash(SHOW)).text
    house.clock.set(2026, 11, 25)
    assert "Absences" not in (await house.coordinator.slash(SHOW)).text


async def test_an_absence_that_overlaps_takes_the_place_of_the_one_before(house: House) -> None:
    nadia = house.repondante.user
    await house.coordinator.slash(AWAY, membre=house.member.user, du="1er décembre", au="4 janvier")
    await house.coordinator.slash(AWAY, membre=nadia, du="1er février", au="5 février")
    mistyped = await house.coordinator.slash(AWAY, membre=nadia, du="1er décembre", au="15 janvier")
    assert "Elle remplace" not in mistyped.text
    mended = await house.coordinator.slash(AWAY, membre=nadia, du="15 janvier", au="20 janvier")
    assert (
        "du vendredi 15 janvier 2027 au mercredi 20 janvier 2027. Elle remplace celle du mardi 1er"
        " décembre 2026 au vendredi 15 janvier 2027." in plain(mended.text)
    )
    again = await house.coordinator.slash(AWAY, membre=nadia, du="15 janvier", au="20 janvier")
    assert "Elle remplace" not in again.text
    away = "SELECT name, first_on, last_on FROM absence ORDER BY first_on"
    assert query(house.folder, away) == [
        ("Camille Roy", "2026-12-01", "2027-01-04"),
        ("Nadia Tremblay", "2027-01-15", "2027-01-20"),
        ("Nadia Tremblay", "2027-02-01", "2027-02-05"),
    ]


async def test_who_comes_back_early_is_away_no_more(house: House) -> None:
    nadia = house.repondante.user
    await house.coordinator.slash(AWAY, membre=nadia, du="demain", au="15 janvier")
    house.clock.set(2026, 12, 3)
    told = await house.coordinator.slash(AWAY, membre=nadia, du="hier", au="hier")
    assert "Elle remplace celle du mardi 24 novembre 2026" in plain(told.text)
    assert "Absences" not in (await house.coordinator.slash(SHOW)).text


async def test_an_absence_is_taken_away_by_its_button(house: House) -> None:
    noted = await house.coordinator.slash(
        AWAY, membre=house.repondante.user, du="demain", au="15 janvier"
    )
    told = await house.coordinator.press(noted, "Retirer l'absence")
    assert is_private(told)
    assert "du mardi 24 novembre 2026 au vendredi 15 janvier 2027 est retirée" in plain(told.text)
    assert query(house.folder, "SELECT count(*) FROM absence") == [(0,)]
    journal = plain((await house.coordinator.slash("journal voir")).text)
    assert "a retiré l'absence de Nadia Tremblay, du 24 novembre 2026 au 15 janvier" in journal
    with refused(house) as answers:
        answers.append(await house.coordinator.press(noted, "equipe.presence:1", crafted=True))
