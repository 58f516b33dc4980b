"""The bot to compare with: discord.py alone, which answers what never changes.

It runs as `python -m bench.bare API GATEWAY [--sync] [--stalls]`, with DISCORD_TOKEN set. It asks
for the same intents and keeps the same caches as Vigie, so that only the work differs.
"""

import logging
import os
import sys

import discord
from discord import app_commands, ui

from bench.point import point_at
from bench.stalls import watch_new_loops

TEXT = (
    "**Mesure 4 · Intervenir de manière particulière sur le territoire de la métropole**\n"
    "◐ En cours de réalisation (4 volets sur 4) · Axe 1, Mise en réseau\n"
    "MAMROT (ministère des Affaires municipales, des Régions et de l'Occupation du territoire)"
)
CHOICES = [app_commands.Choice(name=f"{n}. Une mesure du plan", value=str(n)) for n in range(1, 23)]
INTENTS = discord.Intents(guilds=True, guild_messages=True)
log = logging.getLogger("bench.bare")

Interaction = discord.Interaction[discord.Client]


def layout() -> ui.LayoutView:
    """A layout the size of a measure's card, built anew for each answer as any view must be."""
    container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=0xB7791F)
    for _ in range(5):
        container.add_item(ui.TextDisplay(TEXT))
    container.add_item(ui.Separator())
    container.add_item(ui.TextDisplay("-# Premier bilan, Actions détaillées"))
    container.add_item(
        ui.ActionRow(*(ui.Button(label=f"Bouton {n}", custom_id=f"bouton:{n}") for n in range(3)))
    )
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    view.stop()
    return view


class Measures(app_commands.Group):
    """The commands that are timed, by the names and options that Vigie gives them."""

    def __init__(self) -> None:
        super().__init__(name="mesure", description="Les mesures")

    async def _choices(self, _: Interaction, __: str) -> list[app_commands.Choice[str]]:
        return CHOICES

    @app_commands.command(name="voir", description="Une mesure")
    @app_commands.autocomplete(mesure=_choices)
    async def view(self, interaction: Interaction, mesure: str) -> None:
        """A constant text."""
        del mesure
        await interaction.response.send_message(TEXT)

    @app_commands.command(name="liste", description="Les mesures")
    async def list(self, interaction: Interaction) -> None:
        """A constant text."""
        await interaction.response.send_message(TEXT)

    @app_commands.command(name="modifier", description="Un changement")
    async def modify(self, interaction: Interaction, mesure: str, remarque: str) -> None:
        """A constant text, seen by its author alone; nothing is written anywhere."""
        del mesure, remarque
        await interaction.response.send_message(TEXT, ephemeral=True)

    @app_commands.command(name="carte", description="Une mesure, en layout")
    async def card(self, interaction: Interaction) -> None:
        """A constant layout."""
        await interaction.response.send_message(view=layout())


class Bare(discord.Client):
    """The client."""

    def __init__(self, *, sync: bool) -> None:
        super().__init__(
            intents=INTENTS,
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            guild_ready_timeout=0.5,
        )
        self.tree = app_commands.CommandTree(self)
        self.tree.add_command(Measures())
        self._sync = sync

    async def setup_hook(self) -> None:
        """Register the commands, at a first start only."""
        if self._sync:
            await self.tree.sync()

    async def on_ready(self) -> None:
        """Say so."""
        log.info("ready as %s", self.user)


def main(api: str, gateway: str, *options: str) -> None:
    """Run until it is told to stop."""
    point_at(api, gateway)
    logging.basicConfig(level=logging.INFO)
    logging.getLogger("discord").setLevel(logging.WARNING)
    if "--stalls" in options:
        watch_new_loops()
    Bare(sync="--sync" in options).run(os.environ["DISCORD_TOKEN"], log_handler=None)


if __name__ == "__main__":
    main(*sys.argv[1:])
