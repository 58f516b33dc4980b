"""What the bot may do where, and what it is told when it may not."""

from __future__ import annotations

import io

import discord
import pytest

from sandbox import permissions
from sandbox.refusals import Refused
from sandbox.server import Chat
from tests.support.bare_client import BareClient, refusal
from tests.support.openapi import check_answers, check_requests


def _channel(bot: BareClient, name: str = "général") -> discord.TextChannel:
    found = discord.utils.get(bot.guilds[0].text_channels, name=name)
    assert found is not None
    return found


async def test_a_channel_the_bot_may_not_write_in(chat: Chat, bot: BareClient) -> None:
    with pytest.raises(discord.Forbidden) as refused:
        await _channel(bot, "annonces").send("x")
    assert refused.value.code == 50013
    files = permissions.ATTACH_FILES
    assert chat.world.can(chat.world.bot, "général", files)
    assert not chat.world.can(chat.world.bot, "annonces", files), "no files without messages"


async def test_a_channel_the_bot_does_not_see(chat: Chat, bot: BareClient) -> None:
    channel = _channel(bot)
    chat.world.set_overwrite("général", chat.world.bot, deny=permissions.VIEW_CHANNEL)
    with pytest.raises(discord.Forbidden) as refused:
        await channel.send("x")
    assert refused.value.code == 50001


async def test_a_deleted_channel(chat: Chat, bot: BareClient) -> None:
    channel = _channel(bot)
    chat.world.delete_channel("général")
    with pytest.raises(discord.NotFound) as refused:
        await channel.send("x")
    assert refused.value.code == 10003


async def test_files_and_embeds_need_their_permission(chat: Chat, bot: BareClient) -> None:
    channel = _channel(bot)
    lost = permissions.ATTACH_FILES | permissions.EMBED_LINKS
    chat.world.set_overwrite("général", chat.world.bot, deny=lost)
    await channel.send("du texte passe")
    with pytest.raises(discord.Forbidden) as no_file:
        await channel.send(file=discord.File(io.BytesIO(b"x"), "x.txt"))
    with pytest.raises(discord.Forbidden) as no_embed:
        await channel.send(embed=discord.Embed(title="x"))
    assert (no_file.value.code, no_embed.value.code) == (50013, 50013)


async def test_without_history_the_channel_reads_empty(chat: Chat, bot: BareClient) -> None:
    channel = _channel(bot)
    sent = await channel.send("x")
    chat.world.set_overwrite("général", chat.world.bot, deny=permissions.READ_MESSAGE_HISTORY)
    assert [m async for m in channel.history()] == []
    with pytest.raises(discord.Forbidden):
        await channel.fetch_message(sent.id)


async def test_an_interaction_is_answered_where_the_bot_cannot_write(
    chat: Chat, bot: BareClient
) -> None:
    @bot.tree.command(name="voir", description="Voir")
    async def see(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("ici")

    await bot.tree.sync()
    assert (await chat.person("Mathieu").slash("voir", channel="annonces")).text == "ici"


async def test_people_have_permissions_too(chat: Chat) -> None:
    nadia = chat.person("Nadia")
    with pytest.raises(Refused):
        await nadia.say("annonces", "x")
    with pytest.raises(Refused):
        await nadia.say("coordination", "x")
    await chat.person("Mathieu").say("coordination", "x")
    chat.world.take_role(chat.world.guild(), "Mathieu", "Coordination")
    with pytest.raises(Refused):
        await chat.person("Mathieu").say("coordination", "x")


async def test_direct_messages_may_be_closed(chat: Chat, bot: BareClient) -> None:
    nadia = await bot.fetch_user(chat.world.user("Nadia").id)
    await nadia.send("bonjour")
    assert chat.messages(chat.world.dm("Nadia"))[0].content == "bonjour"
    chat.world.user("Nadia").dms_open = False
    with pytest.raises(discord.Forbidden) as refused:
        await nadia.send("encore")
    assert refused.value.code == 50007
    stranger = chat.world.add_user("Inconnue")
    with pytest.raises(discord.Forbidden) as refused:
        await (await bot.fetch_user(stranger.id)).send("x")
    assert refused.value.code == 50007
    assert not check_requests(chat.recorded)
    assert not check_answers(chat.recorded)


async def test_private_threads_are_for_their_members(chat: Chat, bot: BareClient) -> None:
    thread = await _channel(bot).create_thread(name="Répétition", invitable=False)
    nadia, camille = chat.person("Nadia"), chat.person("Camille")
    await thread.add_user(discord.Object(nadia.user.id))
    await thread.send("entre nous")
    await nadia.say(thread.id, "oui")
    with pytest.raises(Refused):
        await camille.say(thread.id, "non")
    await thread.edit(archived=True)
    channel = chat.world.channel(thread.id)
    assert channel.thread is not None
    assert channel.thread.archived
    assert not check_requests(chat.recorded)
    assert not check_answers(chat.recorded)


async def test_an_archived_thread_changes_only_once_it_is_out_of_the_archive(
    chat: Chat, bot: BareClient
) -> None:
    thread = await _channel(bot).create_thread(name="Suivi")
    kept = chat.world.channel(thread.id)
    assert kept.thread is not None
    kept.thread.owner_id = chat.person("Nadia").user.id
    chat.world.edit_role(chat.world.guild(), chat.world.role("Vigie"), permissions.MEMBER_DEFAULT)
    message = await thread.send("avant")
    kept.thread.archived = True
    for attempt in (message.edit(content="après"), message.delete(), thread.edit(name="Autre")):
        with pytest.raises(discord.HTTPException) as refused:
            await attempt
        assert (refused.value.status, refused.value.code) == (400, 50083)
    assert [each.content for each in chat.messages(thread.id)] == ["avant"]
    await thread.edit(archived=False)
    await message.edit(content="après")
    kept.thread.archived = True
    await thread.send("un message l'en sort aussi")
    assert not kept.thread.archived
    kept.thread.archived = kept.thread.locked = True
    with pytest.raises(discord.HTTPException) as refused:
        await thread.send("verrouillé")
    assert refused.value.code == 50083
    with pytest.raises(discord.Forbidden) as refused:
        await thread.edit(archived=False)
    assert refused.value.code == 50013
    assert not check_requests(chat.recorded)
    assert not check_answers(chat.recorded)


async def test_starting_a_thread_needs_the_permission(chat: Chat, bot: BareClient) -> None:
    lost = permissions.CREATE_PRIVATE_THREADS
    chat.world.set_overwrite("général", chat.world.bot, deny=lost)
    with pytest.raises(discord.Forbidden) as refused:
        await _channel(bot).create_thread(name="x")
    assert refused.value.code == 50013


async def test_scheduled_events(chat: Chat, bot: BareClient) -> None:
    guild = bot.guilds[0]
    start = discord.utils.utcnow().replace(year=2040)
    event = await guild.create_scheduled_event(
        name="Reddition",
        start_time=start,
        end_time=start.replace(year=2041),
        privacy_level=discord.PrivacyLevel.guild_only,
        entity_type=discord.EntityType.external,
        location="Québec",
    )
    await event.edit(name="Reddition de comptes", location="Montréal")
    others = event.id + 1
    held = chat.world.guild().events
    held[others] = held[event.id] | {"id": str(others), "creator_id": "12"}
    for method, body in (("PATCH", {"name": "x"}), ("DELETE", None)):
        denied = await refusal(bot, method, f"/guilds/{guild.id}/scheduled-events/{others}", body)
        assert (denied.status, denied.code) == (403, 50013)
    fetched = await guild.fetch_scheduled_event(event.id)
    assert (fetched.name, fetched.location) == ("Reddition de comptes", "Montréal")
    path = f"/guilds/{guild.id}/scheduled-events"
    assert (await refusal(bot, "POST", path, {"name": "x"})).code == 50035
    past = {
        "name": "x",
        "privacy_level": 2,
        "entity_type": 3,
        "entity_metadata": {"location": "x"},
        "scheduled_start_time": "2011-03-31T00:00:00+00:00",
        "scheduled_end_time": "2011-04-01T00:00:00+00:00",
    }
    assert (await refusal(bot, "POST", path, past)).code == 50035
    await fetched.delete()
    gone = await refusal(bot, "GET", f"{path}/{event.id}")
    assert (gone.status, gone.code) == (404, 10070)
    own = chat.world.role("Vigie")
    for lacking in (permissions.MEMBER_DEFAULT, permissions.MANAGE_EVENTS):
        chat.world.edit_role(chat.world.guild(), own, lacking)
        denied = await refusal(bot, "POST", path, past)
        assert (denied.status, denied.code) == (403, 50013)
    assert not check_answers(chat.recorded)


async def test_a_guild_the_bot_left(chat: Chat, bot: BareClient) -> None:
    guild = chat.world.guild()
    chat.world.kick_bot(guild)
    refused = await refusal(bot, "GET", f"/guilds/{guild.id}")
    assert refused.code == 50001
    assert (await refusal(bot, "GET", "/guilds/12")).code == 10004
    message = await chat.person("Nadia").say("général", "x")
    with pytest.raises(Refused, match="pas dans ce serveur"):
        await chat.person("Nadia").press(message, "x", crafted=True)
