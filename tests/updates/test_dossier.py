"""« Verser au dossier »: a message becomes a measure's remark."""

from dataclasses import replace
from pathlib import Path

import pytest
from discord.utils import snowflake_time

from replies.typography import day_text
from sandbox.answer import Answer
from sandbox.demo import committee_world
from sandbox.files import Upload
from sandbox.person import Person
from storage.shipped import shipped_plan
from tests.support.asking import is_private, plain, refused
from tests.support.database import contents, query
from tests.support.house import TORONTO, House, open_house
from tests.updates.people import answers_for, card

MENU = "Verser au dossier"


async def filed(house: House, person: Person, text: str) -> Answer:
    """The form that opens on a message of Camille's."""
    return await person.menu(MENU, await house.member.say("général", text))


async def test_a_message_is_added_to_the_remark_in_force(house: House) -> None:
    form = await filed(house, house.coordinator, "Le portrait est publié.")
    assert form.fields["Remarque"]["value"] == "Le portrait est publié."
    told = await house.coordinator.fill(form, {"Mesure": ["6"]})
    assert is_private(told)
    assert "remarque, ajouté à la suite : « Le portrait est publié. »" in plain(told.text)
    shown = await card(house, "6")
    assert "Le groupe de travail dira" in shown
    assert "le calendrier.\nLe portrait est publié." in shown
    await house.coordinator.press(told, "Annuler")
    assert "Le portrait est publié." not in await card(house, "6")
    assert "Le groupe de travail dira" in await card(house, "6")


async def test_the_same_message_is_not_added_twice(house: House) -> None:
    form = await filed(house, house.coordinator, "Le portrait est publié.")
    await house.coordinator.fill(form, {"Mesure": ["6"]})
    again = await house.coordinator.fill(form, {"Mesure": ["6"]})
    assert "Rien à changer" in again.text
    assert again.buttons == []
    assert query(house.folder, "SELECT count(*) FROM change") == [(2,)]
    assert query(house.folder, "SELECT count(*) FROM action WHERE kind = 'versement'") == [(1,)]


async def test_replacing_shows_the_remark_in_force_and_waits_for_a_yes(house: House) -> None:
    form = await filed(house, house.coordinator, "Le portrait est publié.")
    asked = await house.coordinator.fill(
        form, {"Mesure": ["6"], "Remarque en vigueur": ["La remplacer par ceci"]}
    )
    assert is_private(asked)
    assert "« Le groupe de travail dira" in plain(asked.text)
    assert "« Le portrait est publié. »" in plain(asked.text)
    assert query(house.folder, "SELECT count(*) FROM change") == [(1,)]
    told = await house.coordinator.press(asked, "Confirmer")
    assert "le calendrier. » → « Le portrait est publié. »" in plain(told.text)
    shown = await card(house, "6")
    assert "Le portrait est publié." in shown
    assert "Le groupe de travail dira" not in shown


async def test_a_remark_changed_meanwhile_is_not_replaced(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    form = await filed(house, house.coordinator, "Le portrait est publié.")
    asked = await house.coordinator.fill(
        form, {"Mesure": ["7"], "Remarque en vigueur": ["remplacer"]}
    )
    await nadia.slash("mesure modifier", mesure="7", remarque="Écrite entretemps.")
    told = await house.coordinator.press(asked, "Confirmer")
    assert "changée entretemps par Nadia Tremblay" in plain(told.text)
    assert "Écrite entretemps." in await card(house, "7")
    again = await house.coordinator.press(told, "Reprendre")
    assert again.fields["Remarque"]["value"] == "Le portrait est publié."


async def test_what_is_public_tells_neither_author_nor_link_and_the_journal_does(
    house: House,
) -> None:
    message = await house.member.say("général", "Le portrait est publié.")
    form = await house.coordinator.menu(MENU, message)
    await house.coordinator.fill(form, {"Mesure": ["6"]})
    history = await house.member.slash("mesure historique", mesure="6")
    recorded = query(house.folder, "SELECT old, new FROM event WHERE change_id = 2")
    for public in (await card(house, "6"), history.text, str(recorded)):
        assert "Camille" not in public
        assert "http" not in public
        assert str(message.id) not in public
        assert str(house.member.user.id) not in public
    day = day_text(snowflake_time(message.id).astimezone(TORONTO).date()).replace("\u00a0", " ")
    whole = await house.coordinator.slash("journal voir")
    of_measure = await house.coordinator.slash("journal voir", mesure="6")
    for journal in (plain(whole.text), plain(of_measure.text)):
        assert f"a versé à la mesure 6 un message de Camille Roy ({day})" in journal
        assert f"/{message.channel_id}/{message.id}" in journal
    elsewhere = await house.coordinator.slash("journal voir", mesure="7")
    assert "versé" not in elsewhere.text


async def test_the_author_of_a_filed_message_can_be_forgotten(house: House) -> None:
    message = await house.member.say("général", "Le portrait est publié.")
    form = await house.coordinator.menu(MENU, message)
    await house.coordinator.fill(form, {"Mesure": ["6"]})
    asked = await house.coordinator.slash("equipe oublier", membre=house.member.user)
    await house.coordinator.press(asked, "Confirmer")
    journal = plain((await house.coordinator.slash("journal voir")).text)
    assert "un message de un membre oublié" not in journal
    assert "un message d'un membre oublié" in journal
    rows = str(contents(house.folder))
    for trace in ("Camille Roy", str(house.member.user.id), str(message.id)):
        assert trace not in rows, trace


async def test_a_repondant_is_offered_the_measures_of_the_mo_alone(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    form = await filed(house, nadia, "Un fait.")
    offered = {int(each["value"]) for each in form.fields["Mesure"]["options"]}
    plan = shipped_plan()
    printed = {
        each.number
        for each in plan.measures
        if any(p.acronym == "MDEIE" for volet in each.volets for p in volet.organisations)
    }
    assert offered == printed
    told = await nadia.fill(form, {"Mesure": ["7"]})
    assert "pour le MDEIE" in told.text


async def test_others_are_refused_the_form_and_what_they_forge(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    with refused(house) as answers:
        answers.append(await filed(house, house.member, "Un fait."))
    form = await filed(house, nadia, "Un fait.")
    for person, measure in ((house.member, "7"), (nadia, "3"), (nadia, "99")):
        answer = await person.fill(form, {"Mesure": [measure]}, crafted=True)
        assert is_private(answer)
        assert answer.modal is None
    assert query(house.folder, "SELECT count(*) FROM change") == [(1,)]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Un **fait** *important* et ||caché||", "Un fait important et caché"),
        ("# Titre\n> cité\n-# petit", "Titre\ncité\npetit"),
        ("Voir [le site](https://exemple.ca/a_b_c)", "Voir le site (https://exemple.ca/a_b_c)"),
        ("```py\nx = 1\n```", "x = 1"),
        ("```tout en bloc```", "tout en bloc"),
        ("@everyone c'est fait, @here aussi", "everyone c'est fait, here aussi"),
        ("un\u200bdeux \u202etrois", "undeux trois"),
        ("Fini <:oui:123456789012345678> le <t:1700000000:D>", "Fini :oui: le"),
        ("var_nom_long, 4 * 5 * 6", "var_nom_long, 4 * 5 * 6"),
        ("Voir https://discord.com/channels/1/2/3 pour la suite", "Voir pour la suite"),
    ],
)
async def test_formatting_and_calls_become_plain_text(house: House, typed: str, kept: str) -> None:
    form = await filed(house, house.coordinator, typed)
    assert form.fields["Remarque"]["value"].startswith(kept)
    told = await house.coordinator.fill(form, {"Mesure": ["6"]})
    assert "Annuler" in told.buttons, told
    assert not (await house.member.slash("mesure voir", mesure="6")).notified


async def test_mentions_are_told_by_name(house: House) -> None:
    nadia, role = house.repondante, house.world.role("Coordination")
    channel = house.world.channel("suivi-du-plan")
    form = await filed(
        house,
        house.coordinator,
        f"{nadia.mention} et <@&{role.id}> : voir <#{channel.id}>, pas <@1>",
    )
    value = form.fields["Remarque"]["value"]
    assert value == "Nadia Tremblay et Coordination : voir #suivi-du-plan, pas"


async def test_an_author_with_a_decorated_name_can_be_told(house: House) -> None:
    user = house.world.add_user("*Zoé* **la** [grande](http://x.ca)")
    house.world.add_member(house.world.guild(), user)
    message = await house.chat.person(user).say("général", "C'est signé.")
    form = await house.coordinator.menu(MENU, message)
    told = await house.coordinator.fill(form, {"Mesure": ["6"]})
    assert "Annuler" in told.buttons, told
    journal = (await house.coordinator.slash("journal voir")).text
    assert r"\*Zoé\*" in journal


@pytest.mark.parametrize("text", ["", "\u200b", "<@1>"])
async def test_a_message_without_a_text_is_refused(house: House, text: str) -> None:
    message = await house.member.say("général", text, files=[Upload("photo.png", b"x")])
    with refused(house) as answers:
        answers.append(await house.coordinator.menu(MENU, message))
    assert "pas de texte" in answers[0].text


async def test_the_bots_own_cards_have_no_text_to_file(house: House) -> None:
    shown = await house.member.slash("mesure voir", mesure="6")
    with refused(house) as answers:
        answers.append(await house.coordinator.menu(MENU, shown))
    assert "pas de texte" in answers[0].text


async def test_a_message_too_long_for_what_is_there_can_be_shortened(house: House) -> None:
    """A text box of Discord's holds 4 000 characters, as does the longest message."""
    message = await house.member.say("général", "é" * 2000)
    message.payload["content"] = "é" * 4000
    form = await house.coordinator.menu(MENU, message)
    assert form.fields["Remarque"]["value"] == "é" * 4000
    told = await house.coordinator.fill(form, {"Mesure": ["6"]})
    assert "Raccourcissez" in told.text
    again = await house.coordinator.press(told, "Reprendre")
    done = await house.coordinator.fill(again, {"Remarque": "é" * 3000})
    assert "Annuler" in done.buttons, done


async def test_an_emptied_box_does_not_erase_the_measures_remark(house: House) -> None:
    form = await filed(house, house.coordinator, "Un fait.")
    answer = await house.coordinator.fill(form, {"Mesure": ["6"], "Remarque": "  "})
    assert is_private(answer)
    assert "La remarque est vide" in answer.text
    assert "Le groupe de travail dira" in await card(house, "6")


async def test_a_measure_of_several_volets_asks_which_and_keeps_the_text(house: House) -> None:
    form = await filed(house, house.coordinator, "Deux ententes de plus.")
    asked = await house.coordinator.fill(form, {"Mesure": ["4"]})
    assert is_private(asked)
    assert "Lequel" in asked.text or "quel" in asked.text
    assert query(house.folder, "SELECT count(*) FROM change") == [(1,)]
    told = await house.coordinator.choose(asked, None, ["2"])
    assert "volet 2, remarque" in plain(told.text)
    assert "Deux ententes de plus." in await card(house, "4")
    other = await filed(house, house.coordinator, "Un autre fait.")
    direct = await house.coordinator.fill(other, {"Mesure": ["4"], "Volet": "3"})
    assert "volet 3, remarque" in plain(direct.text)


async def test_who_answers_for_two_mos_says_for_which(house: House) -> None:
    omar = await answers_for(house, "Omar Diallo", "MDEIE", "MESS")
    form = await filed(house, omar, "Un fait.")
    refusal = await omar.fill(form, {"Mesure": ["6"], "Au nom de": []})
    assert "MDEIE ou MESS" in refusal.text
    again = await omar.press(refusal, "Reprendre")
    assert again.fields["Remarque"]["value"].startswith("Un fait.")
    told = await omar.fill(again, {"Au nom de": ["MESS"]})
    assert "pour le MESS" in told.text


async def test_a_refused_form_is_kept_with_its_measure(house: House) -> None:
    form = await filed(house, house.coordinator, "Un fait.")
    refusal = await house.coordinator.fill(form, {"Mesure": ["6"], "Remarque": "Un **fait**."})
    again = await house.coordinator.press(refusal, "Reprendre")
    assert again.fields["Remarque"]["value"] == "Un **fait**."
    chosen = [o["value"] for o in again.fields["Mesure"]["options"] if o.get("default")]
    assert chosen == ["6"]


async def test_a_plan_of_more_than_25_measures_asks_for_the_number_in_a_text_box(
    tmp_path: Path,
) -> None:
    plan = shipped_plan()
    themes = ("forêt", "pêche", "musique", "quincaillerie")
    more = [
        replace(plan.measures[5], number=number, title=f"Soutenir la {theme}", short="")
        for number, theme in enumerate(themes, 23)
    ]
    world = committee_world()
    async with open_house(tmp_path, world) as house:
        larger = replace(plan, measures=(*plan.measures, *more))
        house.storage.import_plan(world.guild().id, larger, house.clock.now())
        form = await filed(house, house.coordinator, "Un fait.")
        assert "options" not in form.fields["Mesure"]
        for typed, told in (("99", "Aucune mesure"), (" ", "Aucune mesure"), ("étude", "Précisez")):
            answer = await house.coordinator.fill(form, {"Mesure": typed}, crafted=True)
            assert told in answer.text, typed
            again = await house.coordinator.press(answer, "Reprendre")
            assert again.fields["Remarque"]["value"].startswith("Un fait."), typed
        for typed, told in (("m25", "Mesure 25"), ("quincaillerie", "Mesure 26")):
            done = await house.coordinator.fill(form, {"Mesure": typed})
            assert told in plain(done.text)
