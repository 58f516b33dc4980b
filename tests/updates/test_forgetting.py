"""`/equipe oublier`: a name leaves everything, the facts stay (Loi 25, right to erasure)."""

import contextlib
import sqlite3

from sandbox.answer import Answer
from storage.database import FILE_NAME
from tests.collecte.campaign import (
    allow,
    at,
    forbid,
    posted,
    read,
    run,
    set_deadline,
    set_team,
)
from tests.support.asking import plain, refused
from tests.support.database import contents, query
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


async def busier(house: House) -> None:
    """The rest of what a coordinator may do, and a message of Nadia's that becomes a remark."""
    nadia, role = house.repondante, house.world.role("Coordination")
    house.world.give_role(house.world.guild(), nadia.user, role)
    await nadia.slash("reglages conge", jour="2 mars 2027", titre="Pont")
    await nadia.slash("collecte ouvrir", echeance="Dépôt")
    await nadia.slash("rappel envoyer", echeance="Dépôt")
    await nadia.slash("collecte fermer", echeance="Dépôt")
    house.world.take_role(house.world.guild(), nadia.user, role)
    await nadia.slash("question", texte="Qui nourrit le chat du ministre?")
    message = await nadia.say("général", "Publié.")
    filed = await house.coordinator.menu("Verser au dossier", message)
    await house.coordinator.fill(filed, {"Mesure": ["6"]})


async def answers_notices(house: House) -> None:
    """Nadia presses every button of a message that asks: some posts are out, others wait."""
    nadia = house.repondante
    await set_deadline(house, organismes="MDEIE")
    await set_team(house)
    await at(house, 2027, 3, 1)
    (mdeie,) = [each for each in await at(house, 2027, 3, 17) if "Bilan" in read(each)]
    for picked in ("5", "17"):
        await nadia.choose(await nadia.press(mdeie, "Pas nous"), None, [picked])
        if picked == "5":
            await run(house)
            forbid(house)
    for place in (0, 1):
        asked = await nadia.press(mdeie, "Me le rappeler")
        await nadia.press(asked, asked.buttons[place])
        if not place:
            asked = await nadia.press(mdeie, "Me le rappeler")
            await nadia.press(asked, "En message privé")
    asked = await nadia.press(mdeie, "Rien de changé")
    await nadia.press(await nadia.choose(asked, None, ["19"]), "Confirmer")
    house.clock.advance(minutes=1)
    await run(house)
    allow(house)


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


async def test_who_recorded_nothing_is_told_so(house: House) -> None:
    assert "C'est oublié : rien n'était de sa main." in plain((await forgotten(house)).text)


async def test_no_row_and_no_byte_of_the_file_has_the_name_or_the_id(house: House) -> None:
    await busy(house)
    await busier(house)
    await answers_notices(house)
    number = house.repondante.user.id
    held = "SELECT DISTINCT kind, status FROM delivery WHERE instr(facts_json, ?) ORDER BY 1, 2"
    assert query(house.folder, held, str(number)) == [
        ("not_ours", "sent"),
        ("not_ours", "waiting"),
        ("snooze", "waiting"),
    ]
    told = await forgotten(house)
    assert told.ephemeral
    assert "n'est plus nulle part dans le dossier" in plain(told.text)
    assert "Ce qui a déjà paru dans les salons y reste" in plain(told.text)
    assert "4 changements consignés de sa main restent, sans nom" in plain(told.text)
    for table, rows in contents(house.folder).items():
        for row in rows:
            assert number not in row, table
            assert not any(NAME in str(value) or str(number) in str(value) for value in row), table
    for path in house.folder.iterdir():
        data = path.read_bytes()
        for kept in (NAME.encode(), str(number).encode(), number.to_bytes(8, "big")):
            assert kept not in data, (path.name, kept)


async def test_what_waited_goes_out_without_the_name(house: House) -> None:
    await answers_notices(house)
    await forgotten(house)
    house.clock.advance(hours=1)
    await run(house)
    (told,) = posted(house, "dit que la mesure 17")
    assert "un membre oublié dit que la mesure 17 n'est pas celle du MDEIE" in read(told)
    house.clock.advance(days=3)
    assert not any("rappel demandé" in read(each) for each in await run(house))
    assert house.chat.messages(house.world.dm(house.repondante.user)) == []


async def test_a_reminder_that_stands_in_the_channel_loses_the_name(house: House) -> None:
    await set_deadline(house, organismes="MDEIE")
    await set_team(house)
    await at(house, 2027, 3, 1)
    (mdeie,) = await at(house, 2027, 3, 17)
    asked = await house.repondante.press(mdeie, "Me le rappeler")
    await house.repondante.press(asked, asked.buttons[0])
    (reminder,) = await at(house, 2027, 3, 18)
    assert f"{house.repondante.mention}, comme demandé" in read(reminder)
    await forgotten(house)
    await house.coordinator.slash("mesure confirmer", mesure="7", organisme="MDEIE")
    await run(house)
    (edited,) = [each for each in posted(house) if each.id == reminder.id]
    assert "Comme demandé, il reste 5 mesures sur 6" in read(edited)
    assert house.repondante.mention not in read(edited)


async def test_who_comes_back_may_ask_for_the_same(house: House) -> None:
    await set_deadline(house, organismes="MDEIE")
    await set_team(house)
    await at(house, 2027, 3, 1)
    (mdeie,) = await at(house, 2027, 3, 17)
    for _ in range(2):
        asked = await house.repondante.press(mdeie, "Me le rappeler")
        await house.repondante.press(asked, asked.buttons[0])
        asked = await house.repondante.press(mdeie, "Pas nous")
        answer = await house.repondante.choose(asked, None, ["5"])
        assert answer.failed is None
        await run(house)
        await forgotten(house)
        await set_team(house)
    asked = await house.repondante.press(mdeie, "Me le rappeler")
    await house.repondante.press(asked, asked.buttons[0])
    (reminder,) = await at(house, 2027, 3, 18)
    assert f"{house.repondante.mention}, comme demandé" in read(reminder)
    assert len(posted(house, "dit que la mesure 5")) == 1


async def test_coordinators_can_have_themselves_forgotten(house: House) -> None:
    mathieu = house.coordinator
    await mathieu.slash("calendrier ajouter", titre="Dépôt", quand="31 mars 2027")
    asked = await mathieu.slash("equipe oublier", membre=mathieu.user)
    told = await mathieu.press(asked, "Confirmer")
    assert "nulle part" in plain(told.text)
    for table, rows in contents(house.folder).items():
        for row in rows:
            assert mathieu.user.id not in row, table
            assert not any(mathieu.user.name in str(value) for value in row), table
    journal = plain((await mathieu.slash("journal voir")).text)
    assert "Un membre oublié a effacé le nom d'un membre" in journal


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
    assert "Vous ne répondez pour aucun ministère" in answer.text
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


async def test_every_text_that_somebody_wrote_is_told_where_it_stands(house: House) -> None:
    await answers_for(house, "Nadia", "MDEIE")
    coordinator = house.coordinator
    await coordinator.slash(
        "calendrier ajouter", titre="Fête de NADIA tremblay", quand="3 mai 2027"
    )
    await coordinator.slash("question", texte="Où est le bureau de nadia tremblay?")
    form = await coordinator.slash("mesure modifier", mesure="6")
    await coordinator.fill(form, {"Remarque": f"**{NAME}**"})
    told = plain((await forgotten(house)).text)
    assert "nulle part" not in told
    assert (
        "Son nom est encore écrit dans des titres d'échéances ou de congés, des questions posées"
        " (elles s'effacent après un an) et des formulaires refusés (ils s'effacent après sept"
        " jours), où Vigie ne récrit rien."
    ) in told


async def test_a_program_that_reads_the_file_is_told_of(house: House) -> None:
    await answers_for(house, "Nadia", "MDEIE")
    reading = sqlite3.connect(f"{(house.folder / FILE_NAME).as_uri()}?mode=ro", uri=True)
    with contextlib.closing(reading):
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM change").fetchone()
        told = await forgotten(house)
    assert "son journal d'écriture en garde la trace jusqu'à l'arrêt de Vigie" in plain(told.text)
    await house.stop()
    assert not any(NAME.encode() in each.read_bytes() for each in house.folder.iterdir())


async def test_nobody_is_forgotten_in_another_server(house: House) -> None:
    other = house.world.add_guild("Autre comité", house.world.add_user("Étienne Morin"))
    elsewhere = house.world.add_channel(other, "ailleurs")
    await busy(house)
    rows = contents(house.folder)
    etienne = house.chat.person("Étienne")
    house.world.add_member(other, house.repondante.user)
    asked = await etienne.slash("equipe oublier", membre=house.repondante.user, channel=elsewhere)
    answer = await etienne.press(asked, "Confirmer")
    assert "rien n'était de sa main" in plain(answer.text)
    after = contents(house.folder)
    for table in ("change", "event", "assignment", "absence", "draft", "deadline"):
        assert set(rows[table]) <= set(after[table]), table
