"""Slash commands, buttons, selects, menus: what a person does and what the bot answers."""

from __future__ import annotations

from typing import Any

import discord
import pytest
from discord import app_commands, ui

from sandbox.refusals import Refused
from sandbox.server import Chat
from tests.support.bare_client import BareClient
from tests.support.openapi import check_answers, check_requests

Choices = list[app_commands.Choice[str]]


async def test_a_slash_command_is_answered(chat: Chat, bot: BareClient) -> None:
    group = app_commands.Group(name="mesure", description="Mesures")

    @group.command(name="voir", description="Voir")
    async def see(interaction: discord.Interaction, mesure: str, rang: int = 1) -> None:
        await interaction.response.send_message(f"{mesure!r} {rang + 1}")

    bot.tree.add_command(group)
    await bot.tree.sync()
    answer = await chat.person("Nadia").slash("mesure voir", mesure="4", rang=2)
    assert answer.text == "'4' 3"
    assert not answer.ephemeral
    assert answer.message is not None
    assert answer.message.payload["interaction_metadata"]["name"] == "mesure voir"
    assert answer.message.payload["type"] == 20
    assert not check_requests(chat.recorded)
    assert not check_answers(chat.recorded)


async def test_options_are_checked_as_discords_client_does(chat: Chat, bot: BareClient) -> None:
    @bot.tree.command(name="tout", description="Toutes les sortes d'options")
    async def everything(
        interaction: discord.Interaction,
        choix: app_commands.Choice[str],
        membre: discord.Member,
        role: discord.Role,
        salon: discord.TextChannel,
        ouvre: bool,
        fichier: discord.Attachment,
    ) -> None:
        data = await fichier.read()
        said = [choix.value, membre.display_name, role.name, salon.name, ouvre, data.decode()]
        await interaction.response.send_message(" | ".join(map(str, said)))

    everything._params["choix"].choices = [app_commands.Choice(name="À venir", value="a_venir")]
    await bot.tree.sync()
    nadia = chat.person("Nadia")
    given: dict[str, Any] = {
        "choix": "À venir",
        "membre": "Camille",
        "role": "Coordination",
        "salon": "suivi-du-plan",
        "ouvre": True,
        "fichier": ("mot.txt", b"bonjour"),
    }
    answer = await nadia.slash("tout", **given)
    assert answer.text == "a_venir | Camille Roy | Coordination | suivi-du-plan | True | bonjour"
    for wrong in ({"choix": "Demain"}, {"inconnu": "x"}, {"ouvre": "oui"}):
        with pytest.raises(Refused):
            await nadia.slash("tout", **(given | wrong))
    with pytest.raises(Refused, match="absentes"):
        await nadia.slash("tout", choix="À venir")
    with pytest.raises(Refused):
        await nadia.slash("rien")


async def test_autocompletion(chat: Chat, bot: BareClient) -> None:
    @bot.tree.command(name="voir", description="Voir")
    async def see(interaction: discord.Interaction, mesure: str, au: str = "") -> None:
        await interaction.response.send_message(mesure)

    @see.autocomplete("mesure")
    async def propose(
        interaction: discord.Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        dated = interaction.namespace.au
        return [app_commands.Choice(name=f"{current} au {dated}", value="4")]

    await bot.tree.sync()
    choices = await chat.person("Nadia").complete("voir", focused="mesure", value="ent", au="hier")
    assert [(c.name, c.value) for c in choices] == [("ent au hier", "4")]


async def test_more_than_25_choices_are_refused(chat: Chat, bot: BareClient) -> None:
    codes: list[int] = []

    @bot.tree.command(name="voir", description="Voir")
    async def see(interaction: discord.Interaction, mesure: str) -> None: ...

    @see.autocomplete("mesure")
    async def propose(
        interaction: discord.Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        many = [app_commands.Choice(name=f"{n}", value=f"{n}") for n in range(26)]
        try:
            await interaction.response.autocomplete(many)
        except discord.HTTPException as refused:
            codes.append(refused.code)
        await interaction.response.autocomplete(many[:25])
        return []

    await bot.tree.sync()
    assert len(await chat.person("Nadia").complete("voir", focused="mesure", value="x")) == 25
    assert codes == [50035]


async def test_a_menu_command_brings_the_message_with_its_words(
    chat: Chat, bot: BareClient
) -> None:
    @bot.tree.context_menu(name="Verser au dossier")
    async def file_it(interaction: discord.Interaction, message: discord.Message) -> None:
        said = f"{message.author.display_name} : {message.content}"
        await interaction.response.send_message(said, ephemeral=True)

    await bot.tree.sync()
    message = await chat.person("Camille").say("général", "L'entente est signée.")
    answer = await chat.person("Nadia").menu("Verser au dossier", message)
    assert answer.text == "Camille Roy : L'entente est signée."
    assert answer.ephemeral


async def test_a_button_changes_its_message(chat: Chat, bot: BareClient) -> None:
    class Choice(ui.View):
        @ui.button(label="Annuler", custom_id="annuler")
        async def cancel(self, interaction: discord.Interaction, button: ui.Button[Choice]) -> None:
            button.disabled = True
            await interaction.response.edit_message(content="Annulé.", view=self)

        @ui.select(placeholder="État", options=[discord.SelectOption(label="À venir", value="a")])
        async def state(self, interaction: discord.Interaction, select: ui.Select[Choice]) -> None:
            await interaction.response.send_message(f"{select.values}", ephemeral=True)

    @bot.tree.command(name="changer", description="Changer")
    async def change(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("Fait.", view=Choice())

    await bot.tree.sync()
    nadia = chat.person("Nadia")
    answer = await nadia.slash("changer")
    assert answer.buttons == ["Annuler"]
    assert (await nadia.choose(answer, "État", "À venir")).text == "['a']"
    with pytest.raises(Refused):
        await nadia.choose(answer, None, "Réalisée")
    changed = await nadia.press(answer, "Annuler")
    assert changed.message is answer.message
    assert answer.text == "Annulé."
    with pytest.raises(Refused, match="désactivé"):
        await nadia.press(answer, "Annuler")


async def test_crafted_presses_reach_the_bot(chat: Chat, bot: BareClient) -> None:
    presses: list[tuple[str, int | None]] = []

    @bot.event
    async def on_interaction(interaction: discord.Interaction) -> None:
        if interaction.type is discord.InteractionType.component:
            assert isinstance(interaction.data, dict)
            presses.append((str(interaction.data.get("custom_id")), interaction.guild_id))
            await interaction.response.send_message("?", ephemeral=True)

    world = chat.world
    other = world.add_guild("Autre serveur")
    world.add_member(other, "Nadia")
    elsewhere = world.add_channel(other, "ailleurs")
    message = await chat.person("Camille").say("général", "rien à presser")
    nadia = chat.person("Nadia")
    assert (await nadia.press(message, "x:1", crafted=True)).text == "?"
    await nadia.press(message, "x:2", crafted=True, channel=elsewhere)
    assert presses == [("x:1", world.guild().id), ("x:2", other.id)]


async def test_members_permissions_are_those_of_the_moment(chat: Chat, bot: BareClient) -> None:
    @bot.tree.command(name="droits", description="Droits")
    async def rights(interaction: discord.Interaction) -> None:
        manages = interaction.permissions.manage_guild
        assert isinstance(interaction.user, discord.Member)
        roles = [role.name for role in interaction.user.roles]
        writes = interaction.app_permissions.send_messages
        await interaction.response.send_message(f"{manages} {roles} {writes}")

    await bot.tree.sync()
    mathieu, guild = chat.person("Mathieu"), chat.world.guild()
    assert (await mathieu.slash("droits")).text == "True ['@everyone', 'Coordination'] True"
    chat.world.take_role(guild, "Mathieu", "Coordination")
    assert (await mathieu.slash("droits", channel="annonces")).text == "False ['@everyone'] False"


async def test_a_hidden_command_cannot_be_sent(chat: Chat, bot: BareClient) -> None:
    @bot.tree.command(name="reglages", description="Réglages")
    @app_commands.default_permissions(manage_guild=True)
    async def settings(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("ok")

    await bot.tree.sync()
    assert (await chat.person("Mathieu").slash("reglages")).text == "ok"
    with pytest.raises(Refused):
        await chat.person("Nadia").slash("reglages")


async def test_someone_elses_private_message_cannot_be_pressed(chat: Chat, bot: BareClient) -> None:
    @bot.tree.command(name="prive", description="Privé")
    async def private(interaction: discord.Interaction) -> None:
        view = ui.View().add_item(ui.Button(label="Oui", custom_id="oui"))
        await interaction.response.send_message("à vous", view=view, ephemeral=True)

    await bot.tree.sync()
    answer = await chat.person("Nadia").slash("prive")
    with pytest.raises(Refused, match="privé"):
        await chat.person("Camille").press(answer, "Oui")


async def test_offline_is_said(chat: Chat) -> None:
    chat.world.commands[0][1] = {"id": "1", "name": "voir", "type": 1, "description": "Voir"}
    with pytest.raises(Refused, match="hors ligne"):
        await chat.person("Nadia").slash("voir")
