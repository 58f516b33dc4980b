"""A small bot with one of everything that the page has to show."""

from __future__ import annotations

import asyncio
import io
import struct
import zlib

import discord
from discord import app_commands, ui

from tests.support.bare_client import BareClient

MEASURES = {
    "4": "4 · Agir sur le territoire de la métropole",
    "1": "1 · Réseauter",
    "14": "14 · Loger en collectif",
}


def png(width: int = 24, height: int = 16) -> bytes:
    """A plain picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\x0b\x5d\x6b" * width) * height
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


class Form(ui.Modal, title="Modifier la mesure"):
    """A form with a text, a choice of one and a box to tick."""

    remark: ui.Label[Form] = ui.Label(
        text="Remarque", component=ui.TextInput(style=discord.TextStyle.paragraph, min_length=3)
    )
    state: ui.Label[Form] = ui.Label(
        text="État",
        component=ui.RadioGroup(
            options=[discord.RadioGroupOption(label=x, value=x) for x in ("À venir", "Réalisée")]
        ),
    )
    sure: ui.Label[Form] = ui.Label(text="Je confirme", component=ui.Checkbox())

    async def on_submit(self, interaction: discord.Interaction) -> None:
        told = [self.remark.component, self.state.component, self.sure.component]
        values = " / ".join(str(getattr(part, "value", None)) for part in told)
        await interaction.response.send_message(f"Reçu : {values}", ephemeral=True)


class Evidence(ui.Modal, title="Pièces"):
    """A form with a file and a person."""

    file: ui.Label[Evidence] = ui.Label(text="Pièce", component=ui.FileUpload())
    who: ui.Label[Evidence] = ui.Label(text="Qui", component=ui.UserSelect())

    async def on_submit(self, interaction: discord.Interaction) -> None:
        assert isinstance(self.file.component, ui.FileUpload)
        assert isinstance(self.who.component, ui.UserSelect)
        data = await self.file.component.values[0].read()
        told = f"{len(data)} octets, pour {self.who.component.values[0].display_name}"
        await interaction.response.send_message(told)


class Pager(ui.View):
    """A message that its buttons change, and a select."""

    page = 1

    @ui.button(label="Précédente", custom_id="pages:0", disabled=True)
    async def previous(self, interaction: discord.Interaction, _: ui.Button[Pager]) -> None:
        await self._turn(interaction, self.page - 1)

    @ui.button(label="Suivante", custom_id="pages:2")
    async def next(self, interaction: discord.Interaction, _: ui.Button[Pager]) -> None:
        await self._turn(interaction, self.page + 1)

    async def _turn(self, interaction: discord.Interaction, page: int) -> None:
        """The buttons of three pages: each says where it leads, so their ids change."""
        self.page = page
        self.previous.custom_id, self.next.custom_id = f"pages:{page - 1}", f"pages:{page + 1}"
        self.previous.disabled, self.next.disabled = page == 1, page == 3
        await interaction.response.edit_message(content=f"Page {page}", view=self)

    @ui.button(label="Muette", custom_id="muette")
    async def mute(self, interaction: discord.Interaction, _: ui.Button[Pager]) -> None:
        """Never answers."""

    @ui.select(placeholder="Axe", options=[discord.SelectOption(label=f"Axe {n}") for n in "123"])
    async def axis(self, interaction: discord.Interaction, chosen: ui.Select[Pager]) -> None:
        await interaction.response.send_message(f"Choisi : {chosen.values[0]}")


def card(title: str) -> ui.LayoutView:
    """A layout with a container, a section with its button, and a long word."""
    section: ui.Section[ui.LayoutView] = ui.Section(
        ui.TextDisplay(f"### {title}\n◐ En cours de réalisation"),
        accessory=ui.Button(label="Historique", custom_id="historique"),
    )
    words: ui.TextDisplay[ui.LayoutView] = ui.TextDisplay(
        "**MO** MAMROT\n-# " + "anticonstitutionnellement" * 8
    )
    box: ui.Container[ui.LayoutView] = ui.Container(
        section, ui.Separator(), words, accent_colour=0xC99A1C
    )
    view = ui.LayoutView()
    view.add_item(box)
    return view


def pictures() -> ui.LayoutView:
    """A layout with a picture and a file that come with the message."""
    gallery: ui.MediaGallery[ui.LayoutView] = ui.MediaGallery(
        discord.MediaGalleryItem("attachment://plan.png", description="Les mesures par état")
    )
    view = ui.LayoutView()
    view.add_item(gallery).add_item(ui.File("attachment://plan.csv"))
    return view


def files() -> list[discord.File]:
    contents = {"plan.png": png(), "plan.csv": b"a;b"}
    return [discord.File(io.BytesIO(data), name) for name, data in contents.items()]


def bot() -> BareClient:
    """A client with these commands, not yet connected."""
    client = BareClient()
    client.tree.add_command(measure_commands())
    client.tree.add_command(plan_commands())

    async def verser(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"Versé : {message.content}", ephemeral=True)

    client.tree.add_command(app_commands.ContextMenu(name="Verser au dossier", callback=verser))
    return client


def measure_commands() -> app_commands.Group:
    mesure = app_commands.Group(
        name="mesure",
        description="Les mesures du plan",
        allowed_contexts=app_commands.AppCommandContext(guild=True),
    )

    @mesure.command(name="voir", description="Tout sur une mesure")
    @app_commands.describe(mesure="Numéro ou mots", au="À quelle date", prive="Pour moi seul")
    async def voir(
        interaction: discord.Interaction, mesure: str, au: str = "", prive: bool = False
    ) -> None:
        title = f"Mesure reçue : {mesure} {au}".rstrip()
        await interaction.response.send_message(view=card(title), ephemeral=prive)

    @voir.autocomplete("mesure")
    async def complete(_: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        if typed == "1":
            await asyncio.sleep(0.5)
        fit = [n for n in MEASURES if n.startswith(typed)]
        return [app_commands.Choice(name=MEASURES[n], value=n) for n in fit]

    @mesure.command(name="etats", description="Par état")
    @app_commands.choices(
        etat=[
            app_commands.Choice(name="○ à venir", value="todo"),
            app_commands.Choice(name="● réalisée", value="done"),
        ]
    )
    async def etats(interaction: discord.Interaction, etat: str, au: str = "") -> None:
        await interaction.response.send_message(f"Reçu : {etat} {au}")

    @mesure.command(name="modifier", description="Ouvre un formulaire")
    async def modifier(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Form())

    return mesure


def plan_commands() -> app_commands.Group:
    plan = app_commands.Group(name="plan", description="Le plan")

    @plan.command(name="voir", description="Où en est le plan")
    async def plan_voir(interaction: discord.Interaction) -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        await interaction.followup.send("22 mesures", files=files())

    @plan.command(name="images", description="Une image et un fichier dans une mise en page")
    async def images(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(view=pictures(), files=files())

    @plan.command(name="pieces", description="Demande un fichier")
    async def pieces(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Evidence())

    @plan.command(name="pages", description="Un message à boutons")
    async def pages(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("Page 1", view=Pager())

    @plan.command(name="importer", description="Lit un fichier")
    async def importer(interaction: discord.Interaction, fichier: discord.Attachment) -> None:
        data = await fichier.read()
        await interaction.response.send_message(f"{fichier.filename} : {len(data)} octets")

    return plan
