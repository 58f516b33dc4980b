"""Trying the bot on the chat page: a real browser, the real chat, a real discord.py client."""

from __future__ import annotations

import re

from playwright.async_api import expect

from tests.sandbox.page_room import MARKS, Room, last, run

pytest_plugins = ["tests.sandbox.page_fixtures"]
pytestmark = MARKS


async def test_a_visitor_chooses_who_to_be_and_stays_that_person(room: Room) -> None:
    page = await room.open()
    dialog = page.get_by_role("dialog", name="Qui voulez-vous être?")
    await expect(dialog.get_by_role("button", name="Nadia Tremblay")).to_contain_text(
        "Répondante du MDEIE"
    )
    await dialog.get_by_role("button", name="Nadia Tremblay").click()
    await expect(page.get_by_role("button", name="Vous êtes Nadia Tremblay")).to_be_visible()
    await page.keyboard.type("Bonjour à tous")
    await page.keyboard.press("Enter")
    await expect(last(page)).to_contain_text("Bonjour à tous")
    await page.reload()
    await expect(page.get_by_role("button", name="Vous êtes Nadia Tremblay")).to_be_visible()
    await expect(dialog).to_have_count(0)
    assert room.chat.messages("général")[-1].author_id == room.chat.person("Nadia").user.id


async def test_a_command_by_keyboard_alone_with_autocompletion(room: Room) -> None:
    page = await room.enter()
    await page.keyboard.type("/mes vo")
    await expect(page.get_by_role("option", name="/mesure voir")).to_be_visible()
    await page.keyboard.press("Enter")
    await page.keyboard.type("14")
    choice = page.get_by_role("option", name="14 · Loger en collectif")
    await expect(choice).to_have_attribute("aria-selected", "true")
    await page.keyboard.press("Tab")
    await page.keyboard.type("pri")
    await page.keyboard.press("Enter")
    await page.keyboard.type("o")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    answer = last(page)
    await expect(answer).to_contain_text("Mesure reçue : 14")
    await expect(answer).to_contain_text("Nadia Tremblay a utilisé /mesure voir")
    await expect(answer.locator(".privacy")).to_contain_text("Visible seulement par vous")
    await expect(page.locator(".composer-text")).to_be_focused()


async def test_a_late_autocompletion_does_not_replace_a_newer_one(room: Room) -> None:
    page = await room.enter()
    await page.keyboard.type("/mesure voir 1")
    await page.wait_for_timeout(200)  # the question « 1 » has left, and its answer takes 500 ms
    await page.keyboard.type("4")
    await expect(page.get_by_role("option")).to_have_text(["14 · Loger en collectif"])
    await page.wait_for_timeout(500)
    await expect(page.get_by_role("option")).to_have_text(["14 · Loger en collectif"])


async def test_only_registered_commands_are_offered_and_required_options_asked(room: Room) -> None:
    page = await room.enter()
    await expect(page.locator(".invitation")).to_contain_text("Tapez / pour voir les commandes")
    await expect(page.locator(".example")).to_have_text(["/plan voir", "/mesure voir mesure:4"])
    await run(page, "/mesure voir ")
    await expect(page.get_by_role("alert")).to_contain_text("Il manque « mesure »")
    assert not room.chat.messages("général")
    await page.keyboard.press("Escape")
    await page.keyboard.press("Escape")
    await page.locator(".example").last.click()
    await page.keyboard.press("Enter")
    await expect(last(page)).to_contain_text("Mesure reçue : 4")


async def test_a_private_conversation_offers_only_what_can_be_used_there(room: Room) -> None:
    page = await room.enter()
    await page.get_by_role("button", name="Vigie", exact=True).click()
    await expect(page.locator(".example")).to_have_text(["/plan voir"])
    await expect(page.get_by_role("textbox", name="Message à Vigie")).to_be_focused()
    await page.keyboard.type("/")
    await expect(page.get_by_role("option", name="/plan voir")).to_be_visible()
    await expect(page.get_by_role("option", name="/mesure")).to_have_count(0)


async def test_option_names_typed_with_their_values_go_to_their_boxes(room: Room) -> None:
    page = await room.enter()
    await page.keyboard.type("/mesure voir ")
    await page.keyboard.type("mesure:4 Au:31 mars prive:ou")
    boxes = page.locator(".field-input")
    await expect(boxes).to_have_count(3)
    assert [await box.input_value() for box in await boxes.all()] == ["4", "31 mars", "ou"]
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    await expect(last(page)).to_contain_text("Mesure reçue : 4 31 mars")
    await expect(last(page).locator(".privacy")).to_be_visible()


async def test_a_choice_is_known_by_its_words_without_its_sign(room: Room) -> None:
    page = await room.enter()
    await run(page, "/mesure etats etat:à venir au:demain")
    await expect(last(page)).to_contain_text("Reçu : todo demain")


async def test_buttons_selects_and_an_application_that_stays_silent(room: Room) -> None:
    page = await room.enter()
    await run(page, "/plan pages")
    following = page.get_by_role("button", name="Suivante")
    await following.focus()
    await page.keyboard.press("Enter")
    await expect(last(page)).to_contain_text("Page 2")
    await expect(following).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(last(page)).to_contain_text("Page 3")
    await expect(page.get_by_role("button", name="Suivante")).to_be_disabled()
    await expect(page.get_by_role("button", name="Muette")).to_be_focused()
    await page.get_by_role("button", name="Muette").click()
    await expect(page.get_by_role("alert").last).to_contain_text("n'a pas répondu")
    await page.get_by_role("button", name="Axe").click()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(last(page)).to_contain_text("Choisi : Axe 2")


async def test_a_form_is_checked_then_sent(room: Room) -> None:
    page = await room.enter()
    await run(page, "/mesure modifier")
    form = page.get_by_role("dialog", name="Modifier la mesure")
    await expect(form.get_by_label("Remarque")).to_be_focused()
    await form.get_by_role("button", name="Envoyer").click()
    await expect(form.locator(".field-error").first).to_have_text("Ce champ est obligatoire.")
    await form.get_by_label("Remarque").fill("Entente signée")
    await form.get_by_label("Réalisée").check()
    await form.get_by_label("Je confirme").check()
    await form.get_by_role("button", name="Envoyer").click()
    await expect(last(page)).to_contain_text("Reçu : Entente signée / Réalisée / True")
    await expect(page.locator("dialog")).to_have_count(0)
    await page.keyboard.type("Merci")
    await expect(page.locator(".composer-text")).to_have_value("Merci")


async def test_private_answers_can_be_closed_and_are_seen_by_one(room: Room) -> None:
    page, other = await room.enter(), await room.enter("camille.roy")
    await run(page, "/plan voir")
    answer = last(page)
    await expect(answer).to_contain_text("22 mesures")
    await expect(answer.locator("img")).to_have_js_property("naturalWidth", 24)
    async with page.expect_download() as saving:
        await answer.get_by_role("link", name="Télécharger plan.csv").click()
    assert (await saving.value).suggested_filename == "plan.csv"
    await answer.get_by_role("button", name="Fermer ce message").click()
    await expect(page.locator(".message")).to_have_count(0)
    await page.reload()
    await expect(page.locator(".invitation")).to_be_visible()
    await expect(page.locator(".message")).to_have_count(0)
    await expect(other.locator(".message")).to_have_count(0)


async def test_the_menu_of_a_message_by_keyboard(room: Room) -> None:
    page = await room.enter()
    await room.chat.person("Camille").say("général", "Le chantier est ouvert")
    await expect(last(page)).to_contain_text("Le chantier est ouvert")
    await page.locator(".composer-text").focus()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("menuitem", name="Répondre")).to_be_focused()
    await page.keyboard.press("v")
    await page.keyboard.press("Enter")
    await expect(last(page)).to_contain_text("Versé : Le chantier est ouvert")


async def test_answering_and_naming_people(room: Room) -> None:
    page, other = await room.enter(), await room.enter("camille.roy")
    await page.keyboard.type("Qui vient?")
    await page.keyboard.press("Enter")
    await expect(last(other)).to_contain_text("Qui vient?")
    await last(other).click(button="right")
    await other.get_by_role("menuitem", name="Répondre").click()
    await other.keyboard.type("@Na")
    await other.keyboard.press("Enter")
    await other.keyboard.type("moi, et @vigie")
    await other.keyboard.press("Enter")
    await expect(last(page)).to_have_class(re.compile("mentioned"))
    await expect(last(page)).to_contain_text("Qui vient?")
    author = last(page).locator(".context-author")
    assert await author.evaluate("node => node.scrollWidth <= node.clientWidth"), "cut"
    users = {name: room.chat.world.user(name).mention for name in ("Nadia", "Vigie")}
    assert room.chat.messages("général")[-1].content == f"{users['Nadia']} moi, et {users['Vigie']}"


async def test_a_file_given_to_a_command(room: Room) -> None:
    page = await room.enter()
    await run(page, "/plan importer")
    await page.get_by_role("button", name="Envoyer").click()
    await expect(page.get_by_role("alert")).to_contain_text("Il manque « fichier »")
    await page.locator("[data-option=fichier] input").set_input_files(
        {"name": "plan.csv", "mimeType": "text/csv", "buffer": b"a;b\n1;2"}
    )
    await page.locator(".field-more").press("Enter")
    await expect(last(page)).to_contain_text("plan.csv : 7 octets")


async def test_pictures_and_files_of_a_layout(room: Room) -> None:
    page = await room.enter()
    await run(page, "/plan images")
    picture = page.get_by_role("button", name="Agrandir l'image : Les mesures par état")
    await expect(picture.locator("img")).to_have_js_property("naturalWidth", 24)
    await picture.click()
    await expect(page.get_by_role("dialog", name="Les mesures par état")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(picture).to_be_focused()
    await expect(last(page).get_by_role("link", name="Télécharger plan.csv")).to_be_visible()


async def test_a_form_with_a_file_and_a_person(room: Room) -> None:
    page = await room.enter()
    await run(page, "/plan pieces")
    form = page.get_by_role("dialog", name="Pièces")
    await form.get_by_label("Pièce").set_input_files(
        {"name": "entente.txt", "mimeType": "text/plain", "buffer": b"12345"}
    )
    await form.get_by_label("Qui").click()
    await page.keyboard.type("mat")
    await page.keyboard.press("Enter")
    await form.get_by_role("button", name="Envoyer").click()
    await expect(last(page)).to_contain_text("5 octets, pour Mathieu Gagnon")


async def test_a_command_named_in_a_message_can_be_tried(room: Room) -> None:
    page = await room.enter()
    await room.chat.person("Camille").say("général", "Essayez `/mesure voir mesure:14` ou `/rien`")
    await expect(last(page).locator("code")).to_have_count(2)
    await expect(last(page).get_by_role("button", name="/rien")).to_have_count(0)
    await last(page).get_by_role("button", name="/mesure voir mesure:14").click()
    await page.keyboard.press("Enter")
    await expect(last(page)).to_contain_text("Mesure reçue : 14")
