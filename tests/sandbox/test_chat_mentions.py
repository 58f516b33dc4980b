"""Whom a message really notifies."""

from __future__ import annotations

import discord
from discord import ui

from sandbox import permissions
from sandbox.message import NOBODY
from sandbox.people import User
from sandbox.server import Chat
from tests.support.bare_client import BareClient

NONE = discord.AllowedMentions.none()


def _channel(bot: BareClient, name: str = "général") -> discord.TextChannel:
    found = discord.utils.get(bot.guilds[0].text_channels, name=name)
    assert found is not None
    return found


def _nadia(chat: Chat) -> User:
    return chat.world.user("Nadia")


async def test_named_people_are_notified_unless_told_otherwise(chat: Chat, bot: BareClient) -> None:
    nadia = _nadia(chat)
    sent = await _channel(bot).send(f"{nadia.mention} à vous")
    assert [user.id for user in sent.mentions] == [nadia.id]
    quiet = await _channel(bot).send(f"{nadia.mention} à vous", allowed_mentions=NONE)
    assert not quiet.mentions
    loud, silent = chat.messages("général")
    assert loud.notified.users == {nadia.id}
    assert silent.notified == NOBODY


async def test_allowed_mentions_name_whom_they_allow(chat: Chat, bot: BareClient) -> None:
    nadia, camille = _nadia(chat), chat.world.user("Camille")
    allowed = discord.AllowedMentions(users=[discord.Object(nadia.id)], roles=False, everyone=False)
    await _channel(bot).send(
        f"{nadia.mention} {camille.mention} @everyone", allowed_mentions=allowed
    )
    notified = chat.messages("général")[0].notified
    assert notified.users == {nadia.id}
    assert not notified.everyone


async def test_layout_texts_notify_and_code_does_not(chat: Chat, bot: BareClient) -> None:
    nadia, camille = _nadia(chat), chat.world.user("Camille")
    view = ui.LayoutView().add_item(
        ui.TextDisplay(f"{nadia.mention} doit `{camille.mention}`, \\{camille.mention}")
    )
    await _channel(bot).send(view=view)
    assert chat.messages("général")[0].notified.users == {nadia.id}


async def test_roles_answer_only_where_they_may(chat: Chat, bot: BareClient) -> None:
    guild = chat.world.guild()
    mute = chat.world.add_role(guild, "Muet")
    heard = chat.world.role("Répondants MDEIE")
    await _channel(bot).send(f"{mute.mention} {heard.mention} @everyone")
    notified = chat.messages("général")[0].notified
    assert notified.roles == {heard.id}
    assert not notified.everyone
    own = chat.world.role("Vigie")
    chat.world.edit_role(guild, own, own.permissions | permissions.MENTION_EVERYONE)
    await _channel(bot).send(f"{mute.mention} @everyone")
    louder = chat.messages("général")[1].notified
    assert louder.roles == {mute.id}
    assert louder.everyone


async def test_who_cannot_see_a_channel_is_not_notified(chat: Chat, bot: BareClient) -> None:
    nadia, mathieu = _nadia(chat), chat.world.user("Mathieu")
    stranger = chat.world.add_user("Inconnue")
    said = f"{nadia.mention} {mathieu.mention} {stranger.mention}"
    await _channel(bot, "coordination").send(said)
    assert chat.messages("coordination")[0].notified.users == {mathieu.id}


async def test_private_answers_and_edits_notify_nobody(chat: Chat, bot: BareClient) -> None:
    nadia = _nadia(chat)

    @bot.tree.command(name="dire", description="Dire")
    async def say(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"{nadia.mention}", ephemeral=True)

    await bot.tree.sync()
    answer = await chat.person("Camille").slash("dire")
    assert answer.notified == NOBODY
    sent = await _channel(bot).send("rien")
    edited = await sent.edit(content=f"{nadia.mention}")
    assert [user.id for user in edited.mentions] == [nadia.id]
    assert chat.messages("général")[-1].notified == NOBODY


async def test_a_deferred_answer_notifies_when_it_comes(chat: Chat, bot: BareClient) -> None:
    nadia = _nadia(chat)

    @bot.tree.command(name="dire", description="Dire")
    async def say(interaction: discord.Interaction) -> None:
        await interaction.response.defer(thinking=True)
        await interaction.edit_original_response(content=f"{nadia.mention}")

    await bot.tree.sync()
    answer = await chat.person("Camille").slash("dire")
    await answer.filled()
    assert answer.notified.users == {nadia.id}


async def test_without_the_content_intent_words_are_blank(chat: Chat, bot: BareClient) -> None:
    camille, mention = chat.person("Camille"), chat.world.bot.mention
    plain = await camille.say("général", "pas pour le bot")
    await camille.say("général", f"{mention} pour le bot")
    private = chat.world.dm("Camille")
    await camille.say(private, "en privé")
    await chat.wait_message(private, "en privé")
    assert (await _channel(bot).fetch_message(plain.id)).content == ""
    assert [m.content for m in bot.seen] == ["", f"{mention} pour le bot", "en privé"]
    assert bot.seen[1].mentions[0] == bot.user
