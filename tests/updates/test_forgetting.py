"""`/equipe oublier`: a name leaves everything, the facts stay (Loi 25, right to erasure)."""

from sandbox.answer import Answer
from tests.support.asking import plain, refused
from tests.support.database import contents
from tests.support.house import House
from tests.updates.people import answers_for, card

NAME = "Nadia Tremblay"


async def busy(house: House) -> None:
    """A member whose name and id stand wherever they can."""
    nadia = await answers_for(house, "Nadia", "MDEIE")
    coordinator = house.coordinator
    await coordinator.slash(
        "equipe ajouter", organisme="MESS", membre=house.member.user, remplacant=nadia.user
    )
    await coordinator.slash("equipe absence", membre=nadia.user, du="demain", au="demain")
    await coordinator.slash("equipe retirer", organisme="MDEIE", membre=nadia.user)
    await coordinator.slash("equipe ajouter", organisme="MDEIE", membre=nadia.user)
    await nadia.slash("mesure modifier", mesure="7", etat="realisee", remarque="Fini.")
    await nadia.slash("mesure confirmer", mesure="7")
    form = await nadia.slash("mesure modifier", mesure="7")
    await nadia.fill(form, {"Remarque": f"**{NAME}**"})
    role = house.world.role("Coordination")
    house.world.give_role(house.world.guild(), nadia.user, role)
    await nadia.slash("calendrier ajouter", titre="Dépôt", quand="31 mars 2027")
    await nadia.slash("calendrier ajouter", titre="Autre", quand="1er avril 2027")
    asked = await nadia.slash("calendrier retirer", echeance="Autre")
    await nadia.press(asked, "Confirmer")
    await nadia.slash("montant ajouter", mesure="6", valeur="1 $", pour="x", nature="prevu")
    house.world.take_role(house.world.guild(), nadia.user, role)


async def forgotten(house: House) -> Answer:
    """What a coordinator reads once Nadia is forgotten."""
    asked = await house.coordinator.slash("equipe oublier", membre=house.repondante.user)
    return await house.coordinator.press(asked, "Confirmer")


async def test_nobody_is_forgotten_before_it_is_confirmed(house: House) -> None:
    await busy(house)
    with refused(house) as answers:
        asked = await house.coordinator.slash("equipe oublier", membre=house.repondante.user)
        assert asked.buttons == ["Confirmer", "Garder"]
        answers.append(asked)
        answers.append(await house.coordinator.press(asked, "Garder"))
    assert "Rien n'a été effacé" in plain(answers[1].text)


async def test_no_row_and_no_byte_of_the_file_has_the_name_or_the_id(house: House) -> None:
    await busy(house)
    number = house.repondante.user.id
    told = await forgotten(house)
    assert told.ephemeral
    assert "3 changements consignés de sa main restent, sans nom" in plain(told.text)
    for table, rows in contents(house.folder).items():
        for row in rows:
            assert number not in row, table
            assert not any(NAME in str(value) or str(number) in str(value) for value in row), table
    for path in house.folder.iterdir():
        assert NAME.encode() not in path.read_bytes(), path.name


async def test_the_facts_stay_and_are_told_without_a_name(house: House) -> None:
    await busy(house)
    await forgotten(house)
    shown = await card(house, "7")
    assert "● Réalisée" in shown
    assert "Fini." in shown
    assert "un membre oublié à sa demande, pour le MDEIE" in shown
    history = plain((await house.member.slash("mesure historique", mesure="7")).text)
    assert "◐ en cours de réalisation → ● réalisée" in history
    journal = plain((await house.coordinator.slash("journal voir")).text)
    assert "a chargé un membre oublié de répondre pour le MDEIE" in journal
    for text in (shown, history, journal):
        assert NAME not in text


async def test_it_holds_after_a_restart(house: House) -> None:
    await busy(house)
    await forgotten(house)
    before = await card(house, "7")
    await house.restart()
    assert await card(house, "7") == before
    journal = await house.coordinator.slash("journal voir")
    assert "Référence" not in journal.text
    assert "Référence" not in (await house.coordinator.slash("calendrier voir")).text


async def test_the_rights_go_with_the_name(house: House) -> None:
    await busy(house)
    await forgotten(house)
    answer = await house.repondante.slash("mesure confirmer", mesure="7")
    assert "n'est pas de celles" in answer.text
    undone = await house.coordinator.slash("mesure annuler", mesure="7")
    assert "Annulé" in undone.text


async def test_others_of_that_name_keep_theirs(house: House) -> None:
    await busy(house)
    twin = house.world.add_user(NAME, "nadia.t2")
    house.world.add_member(house.world.guild(), twin)
    await house.coordinator.slash("equipe ajouter", organisme="SHQ", membre=twin)
    await forgotten(house)
    journal = plain((await house.coordinator.slash("journal voir")).text)
    assert f"a chargé {NAME} de répondre pour la SHQ" in journal


async def test_a_name_that_somebody_wrote_in_a_remark_is_told(house: House) -> None:
    await busy(house)
    await house.coordinator.slash(
        "mesure modifier", mesure="6", remarque=f"Demander à {NAME} du MDEIE."
    )
    told = await forgotten(house)
    assert "encore écrit dans des textes de la mesure 6" in plain(told.text)
    assert "nulle part" not in told.text


async def test_nobody_is_forgotten_in_another_server(house: House) -> None:
    other = house.world.add_guild("Autre comité", house.world.add_user("Étienne Morin"))
    elsewhere = house.world.add_channel(other, "ailleurs")
    await busy(house)
    rows = contents(house.folder)
    etienne = house.chat.person("Étienne")
    house.world.add_member(other, house.repondante.user)
    asked = await etienne.slash("equipe oublier", membre=house.repondante.user, channel=elsewhere)
    answer = await etienne.press(asked, "Confirmer")
    assert "0 changement" in plain(answer.text)
    after = contents(house.folder)
    for table in ("change", "event", "assignment", "absence", "draft", "deadline"):
        assert set(rows[table]) <= set(after[table]), table
