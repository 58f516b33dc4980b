"""What the chat page shows: widths, colours, Markdown, presence, and coming back."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, ViewportSize, expect

from sandbox.demo import committee_world
from sandbox.server import Chat
from tests.sandbox.page_room import MARKS, NARROW, WIDE, Room, last, run

pytest_plugins = ["tests.sandbox.page_fixtures"]
pytestmark = MARKS

LONG = "anticonstitutionnellement" * 12

# A message, and the HTML of its text. What is not Discord's Markdown stays text.
MARKDOWN = [
    ("**gras** *it* __so__ ~~ba~~", "<strong>gras</strong> <em>it</em> <u>so</u> <s>ba</s>"),
    ("`a<b>` et \\*rien\\*", "<code>a&lt;b&gt;</code> et *rien*"),
    ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
    ("[non](javascript:alert(1))", "[non](javascript:alert(1))"),
    ("un_nom_de_fichier", "un_nom_de_fichier"),
    (
        "[oui](https://exemple.quebec/a)",
        '<a href="https://exemple.quebec/a" target="_blank" rel="noopener noreferrer">oui</a>',
    ),
    ("***les deux***", "<strong><em>les deux</em></strong>"),
    ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
]
BLOCKS = [
    ("> a\n> b\nc", ["BLOCKQUOTE: a\nb", "DIV: c"]),
    ("# T\n-# petit", ["DIV: T", "DIV: petit"]),
    ("1. a\n2. b", ["OL: ab"]),
    ("- a\n  - b\n- c", ["UL: abc"]),
    ("```py\n**x**\n```", ["PRE: **x**"]),
    ("150\u00a0000 $\n\n  ├ suite", ["DIV: 150\u00a0000 $\n\n  ├ suite"]),
]

# Every text that stands out too little from what is behind it (WCAG 2.2, 1.4.3: 4.5 to 1).
FAINT = """() => {
  const pen = Object.assign(document.createElement('canvas'), {width: 1, height: 1})
    .getContext('2d', {willReadFrequently: true});
  const rgba = (colour) => {
    pen.clearRect(0, 0, 1, 1); pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255];
  };
  const over = (top, under) => top.slice(0, 3).map((v, i) => v * top[3] + under[i] * (1 - top[3]));
  const light = (colour) => colour.slice(0, 3).map((v) => v / 255)
    .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (node) => {
    if (!node) return [255, 255, 255];
    const own = rgba(getComputedStyle(node).backgroundColor);
    return own[3] === 1 ? own : over(own, behind(node.parentElement));
  };
  return [...document.querySelectorAll('body *')].filter((node) => {
    const said = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    const style = getComputedStyle(node);
    if (!said || style.visibility === 'hidden' || !node.getClientRects().length) return false;
    if (node.closest('.sr-only, :disabled, noscript')) return false;
    const ground = behind(node), [dark, bright] =
      [light(over(rgba(style.color), ground)), light(ground)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05) < 4.5;
  }).map((node) => node.className + ': ' + node.textContent.slice(0, 40));
}"""


async def wider_than_the_window(page: Page) -> list[str]:
    found: list[str] = await page.evaluate(
        "[document.documentElement, ...document.querySelectorAll('body, .log, .message-main')]"
        ".filter(node => node.scrollWidth > node.clientWidth).map(node => node.className)"
    )
    return found


@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["phone", "desk"])
async def test_nothing_is_wider_than_the_window(room: Room, viewport: ViewportSize) -> None:
    page = await room.enter(viewport=viewport)
    await room.chat.person("Camille").say("général", f"{LONG}\n```\n{LONG}\n```\n> {LONG}")
    await run(page, "/mesure voir 4")
    await expect(last(page)).to_contain_text("Mesure reçue")
    assert await wider_than_the_window(page) == []
    if viewport is NARROW:
        await page.get_by_role("button", name="Salons").click()
        await expect(page.get_by_role("button", name="général")).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("button", name="Salons")).to_be_focused()
        await page.keyboard.press("Enter")
        await page.get_by_role("button", name="suivi-du-plan").click()
        await expect(page.locator("#channel-name")).to_have_text("suivi-du-plan")


TABLET: ViewportSize = {"width": 900, "height": 800}
# The words that the tools of the message under the pointer hide.
HIDDEN = """() => {
  const tools = [...document.querySelectorAll('.message-tools')].find((node) => node.offsetWidth);
  const box = tools.getBoundingClientRect();
  return [...document.querySelectorAll('.message-main, .message-time')].filter((node) => {
    const text = node.getBoundingClientRect();
    return text.left < box.right && box.left < text.right && getComputedStyle(node).opacity !== '0'
      && text.top < box.bottom && box.top < text.bottom;
  }).map((node) => node.textContent);
}"""


@pytest.mark.parametrize("viewport", [NARROW, TABLET, WIDE], ids=["phone", "tablet", "desk"])
async def test_the_tools_of_a_message_hide_no_word(room: Room, viewport: ViewportSize) -> None:
    page = await room.enter(viewport=viewport)
    for text in ("Le premier. " * 20, "Le deuxième. " * 20, "Court."):
        await room.chat.person("Camille").say("général", text)
    await expect(page.locator(".message")).to_have_count(3)
    for message in await page.locator(".message").all():
        await message.hover()
        await expect(message.get_by_role("button", name="Actions du message")).to_be_visible()
        assert await page.evaluate(HIDDEN) == []
    await last(page).get_by_role("button", name="Actions du message").click()
    await expect(page.get_by_role("menuitem", name="Répondre")).to_be_focused()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_every_text_stands_out(room: Room, dark: bool) -> None:
    page = await room.enter(dark=dark)
    nadia = room.chat.world.user("Nadia").mention
    await room.chat.person("Camille").say("général", f"{nadia} `code` -# x\n-# petit\n> cité")
    await run(page, "/plan voir")
    await expect(last(page)).to_contain_text("22 mesures")
    await run(page, "/mesure modifier")
    form = page.get_by_role("dialog", name="Modifier la mesure")
    await form.get_by_role("button", name="Envoyer").click()
    assert await page.evaluate(FAINT) == []
    await page.keyboard.press("Escape")
    await expect(page.locator("dialog")).to_have_count(0)
    await page.locator(".composer-text").fill("/")
    await expect(page.get_by_role("option")).not_to_have_count(0)
    assert await page.evaluate(FAINT) == []


async def test_markdown_is_drawn_as_on_discord_and_never_as_markup(room: Room) -> None:
    page = await room.enter()
    for text, html in MARKDOWN:
        message = await room.chat.person("Camille").say("général", text)
        drawn = page.locator(f"[data-id='{message.id}'] .md-text")
        assert await drawn.inner_html() == html
    for text, blocks in BLOCKS:
        message = await room.chat.person("Camille").say("général", text)
        body = page.locator(f"[data-id='{message.id}'] .md > *")
        await expect(body.first).to_be_visible()
        read = "nodes => nodes.map(node => node.tagName + ': ' + node.textContent)"
        assert await body.evaluate_all(read) == blocks
    hidden = await room.chat.person("Camille").say("général", "||caché|| <t:0:D> <#1>")
    veil = page.locator(f"[data-id='{hidden.id}']").get_by_role("button", name="Contenu masqué")
    await veil.press("Enter")
    await expect(last(page).locator(".spoiler")).to_have_class("spoiler shown")
    await expect(last(page)).to_contain_text("#salon-inconnu")


async def test_unread_channels_read_only_ones_and_a_bot_that_leaves(room: Room) -> None:
    page = await room.enter()
    await room.chat.person("Mathieu").say("annonces", "Réunion jeudi")
    channel = page.get_by_role("button", name="annonces")
    await expect(channel).to_have_accessible_name("annonces non lu")
    await channel.click()
    await expect(last(page)).to_contain_text("Réunion jeudi")
    await expect(channel).to_have_accessible_name("annonces")
    await page.reload()
    await expect(page.locator("#channel-name")).to_have_text("annonces")
    closed = page.get_by_role("textbox", name="Vous ne pouvez pas écrire ici.")
    await expect(closed).to_be_disabled()
    await expect(page.locator("#presence")).to_have_text("Vigie est en ligne")
    await room.client.close()
    await expect(page.locator("#presence")).to_have_text("Vigie est hors ligne")


async def test_it_comes_back_when_the_chat_does(room: Room) -> None:
    page = await room.enter()
    await room.chat.stop()
    await expect(page.locator(".band")).to_contain_text("La connexion est interrompue")
    async with Chat(committee_world(), port=room.chat.port) as chat:
        await chat.person("Camille").say("général", "De retour")
        await expect(last(page)).to_contain_text("De retour")
        await expect(page.get_by_role("button", name="Vous êtes Nadia Tremblay")).to_be_visible()
    room.problems.clear()  # the browser says that a socket was refused, as it should
