"""`/reglages`: the coordinators' role, the channel and the hour of notices."""

import pytest

from tests.support.asking import Options, is_private, plain, refused
from tests.support.database import query
from tests.support.house import House

SET, SHOW = "reglages modifier", "reglages voir"


async def test_what_is_set_is_shown_and_the_rest_stays(house: House) -> None:
    before = await house.coordinator.slash(SHOW)
    assert is_private(before)
    assert "9 h (heure de Toronto)" in plain(before.text)
    channel, role = house.world.channel("suivi-du-plan"), house.world.role("Répondants MDEIE")
    await house.coordinator.slash(SET, salon=channel)
    await house.coordinator.slash(SET, heure="8 h 30")
    told = await house.coordinator.slash(SET, role_coordination=role)
    assert is_private(told)
    assert not told.notified
    text = plain(told.text)
    for shown in (f"<#{channel.id}>", "8 h 30", f"<@&{role.id}>"):
        assert shown in text
    assert text.startswith("Changé : le rôle de la coordination.")
    await house.restart()
    assert text.endswith(plain((await house.coordinator.slash(SHOW)).text))


async def test_what_is_set_already_is_not_set_again(house: House) -> None:
    both = await house.coordinator.slash(SET, heure="8 h", etapes="mo 10")
    told = "Changé : l'heure des avis et les étapes d'une reddition."
    assert plain(both.text).startswith(told)
    with refused(house) as answers:
        answers.append(await house.coordinator.slash(SET, heure="8 h"))
    assert "Rien à changer" in answers[0].text
    only = await house.coordinator.slash(SET, heure="8 h", etapes="mo 12")
    assert plain(only.text).startswith("Changé : les étapes d'une reddition.")


async def test_the_role_makes_coordinators_at_once(house: House) -> None:
    assert "réservée" in (await house.repondante.slash(SHOW)).text
    role = house.world.role("Répondants MDEIE")
    await house.coordinator.slash(SET, role_coordination=role)
    assert "Réglages" in (await house.repondante.slash(SHOW)).text
    other = house.world.add_role(house.world.guild(), "Secrétariat")
    await house.coordinator.slash(SET, role_coordination=other)
    assert "réservée" in (await house.repondante.slash(SHOW)).text
    house.world.give_role(house.world.guild(), "Camille", other)
    assert "Réglages" in (await house.member.slash(SHOW)).text


async def test_whoever_manages_the_server_stays_a_coordinator(house: House) -> None:
    await house.coordinator.slash(SET, role_coordination=house.world.role("Répondants MDEIE"))
    assert "Réglages" in (await house.coordinator.slash(SHOW)).text


async def test_a_channel_the_bot_cannot_write_in_is_refused(house: House) -> None:
    with refused(house) as answers:
        answers.append(
            await house.coordinator.slash(SET, salon=house.world.channel("annonces"), heure="8 h")
        )
    text = plain(answers[0].text)
    assert "Je ne peux pas écrire dans" in text
    assert "envoyer des messages" in text
    assert query(house.folder, "SELECT channel_id, notice_time FROM committee WHERE id > 0") == [
        (None, "09:00")
    ]


async def test_a_new_hour_moves_the_notices_to_come(house: House) -> None:
    await house.coordinator.slash("calendrier ajouter", titre="Dépôt", quand="31 mars 2027")
    before = query(house.folder, "SELECT send_at FROM occurrence ORDER BY id")
    await house.coordinator.slash(SET, heure="15 h 30")
    rows = query(house.folder, "SELECT send_at FROM occurrence WHERE status = 'waiting'")
    assert len(rows) == len(before)
    for (moment,) in rows:
        # 15:30 in Toronto, before the clocks go forward and after.
        assert str(moment)[11:16] in ("20:30", "19:30")
    preview = plain((await house.coordinator.slash("rappel apercu")).text)
    assert "15 h 30" in preview


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("8 h 30", "8 h 30"), ("08:30", "8 h 30"), ("13 h", "13 h"), ("0 h", "0 h")],
)
async def test_an_hour_is_read_as_people_write_it(house: House, typed: str, shown: str) -> None:
    told = await house.coordinator.slash(SET, heure=typed)
    assert f"Heure des avis : {shown} (" in plain(told.text)


async def test_what_cannot_be_set_is_refused(house: House) -> None:
    guild = house.world.guild()
    tried: list[Options] = [
        {},
        {"heure": "25 h"},
        {"heure": "tôt"},
        {"heure": ""},
        {"role_coordination": guild.roles[guild.id]},
    ]
    with refused(house) as answers:
        for options in tried:
            answers.append(await house.coordinator.slash(SET, crafted=True, **options))
        for person in (house.member, house.repondante):
            answers.append(await person.slash(SET, heure="8 h"))
            answers.append(await person.slash(SHOW))


async def test_a_role_that_was_deleted_is_told(house: House) -> None:
    guild = house.world.guild()
    role = house.world.add_role(guild, "Éphémère", mentionable=True)
    told = await house.coordinator.slash(SET, role_coordination=role)
    assert f"<@&{role.id}>, et qui peut gérer le serveur" in told.text
    house.world.delete_role(guild, role)
    told = await house.coordinator.slash("reglages voir")
    assert "un rôle qui n'existe plus" in told.text
    assert f"{role.id}" not in told.text


async def test_the_channel_is_taken_away_again(house: House) -> None:
    world = house.world
    assert "Retirer le salon" not in (await house.coordinator.slash(SHOW)).buttons
    told = await house.coordinator.slash(SET, salon=world.channel("suivi-du-plan"))
    await house.coordinator.slash("calendrier ajouter", titre="Avant", quand="31 mars 2027")
    await house.restart()
    gone = await house.coordinator.press(told, "Retirer le salon")
    assert is_private(gone)
    assert "gardent le leur" in plain(gone.text)
    assert "Salon des avis : celui de la commande" in plain(gone.text)
    assert "Retirer le salon" not in gone.buttons
    await house.coordinator.slash("calendrier ajouter", titre="Après", quand="30 mars 2027")
    assert query(house.folder, "SELECT title, channel_id FROM deadline ORDER BY id") == [
        ("Avant", world.channel("suivi-du-plan").id),
        ("Après", world.channel("général").id),
    ]
    trail = plain((await house.coordinator.slash("journal voir")).text)
    assert "Mathieu Gagnon a changé les réglages : retrait du salon des avis suivi-du-plan" in trail


async def test_the_role_is_taken_away_and_who_then_coordinates_is_told(house: House) -> None:
    role = house.world.role("Répondants MDEIE")
    await house.coordinator.slash(SET, role_coordination=role)
    shown = await house.repondante.slash(SHOW)
    gone = await house.repondante.press(shown, "Retirer le rôle")
    assert is_private(gone)
    text = plain(gone.text)
    assert "seules les personnes qui peuvent gérer le serveur" in text
    assert "Vous n'en êtes plus" in text
    assert "la personne qui a fixé l'échéance" in text
    with refused(house) as answers:
        answers.append(await house.repondante.slash(SHOW))
        answers.append(
            await house.repondante.press(shown, f"reglages.role:{role.id}", crafted=True)
        )
    assert "Coordination : qui peut gérer le serveur" in plain(
        (await house.coordinator.slash(SHOW)).text
    )
    trail = plain((await house.coordinator.slash("journal voir")).text)
    assert "a changé les réglages : retrait du rôle de coordination Répondants MDEIE" in trail


async def test_a_button_of_what_was_since_replaced_takes_nothing_away(house: House) -> None:
    world = house.world
    first = await house.coordinator.slash(
        SET, role_coordination=world.role("Répondants MDEIE"), salon=world.channel("général")
    )
    other = world.add_role(world.guild(), "Secrétariat")
    await house.coordinator.slash(
        SET, role_coordination=other, salon=world.channel("suivi-du-plan")
    )
    with refused(house) as answers:
        for label in ("Retirer le rôle", "Retirer le salon"):
            answers.append(await house.coordinator.press(first, label))
    assert all("ne mène plus à rien" in answer.text for answer in answers)


async def test_a_role_that_was_deleted_can_be_taken_away(house: House) -> None:
    guild = house.world.guild()
    role = house.world.add_role(guild, "Éphémère", mentionable=True)
    await house.coordinator.slash(SET, role_coordination=role)
    house.world.delete_role(guild, role)
    shown = await house.coordinator.slash(SHOW)
    gone = await house.coordinator.press(shown, "Retirer le rôle")
    assert "n'existe plus" not in gone.text
    assert "Vous n'en êtes plus" not in gone.text
