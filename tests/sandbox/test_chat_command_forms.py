"""Registering commands: what Discord keeps and what it refuses."""

from __future__ import annotations

from typing import Any

import discord
import pytest
from discord import app_commands
from discord.http import Route

from sandbox.server import Chat
from tests.support.bare_client import BareClient, refusal
from tests.support.openapi import check_answers, check_requests


def _path(chat: Chat) -> str:
    return f"/applications/{chat.world.application_id}/commands"


def _option(name: str = "mesure", kind: int = 3, **more: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, "description": "x"} | more


def _command(*options: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"name": "mesure", "description": "Mesures", "options": list(options)} | more


def _choices(count: int, size: int = 1) -> list[dict[str, Any]]:
    return [{"name": f"{n}", "value": "v" * size} for n in range(count)]


GROUP = _option("g", 2, options=[_option("s", 1)])
BAD_COMMANDS: list[dict[str, Any]] = [
    _command(name="Mesure"),
    _command(name="mesure voir"),
    _command(name="x" * 33),
    _command(name=""),
    _command(name="é!"),
    _command(description=""),
    _command(description="x" * 101),
    _command(*[_option(f"o{n}") for n in range(26)]),
    _command(_option("a"), _option("b", required=True)),
    _command(_option("a"), _option("a")),
    _command(_option("A")),
    _command(_option(kind=12)),
    _command(_option(description="")),
    _command(_option(choices=_choices(26))),
    _command(_option(choices=_choices(1, 101))),
    _command(_option(choices=[{"name": "", "value": "a"}])),
    _command(_option(choices=_choices(2) + _choices(1))),
    _command(_option(kind=4, choices=_choices(1))),
    _command(_option(autocomplete=True, choices=_choices(1))),
    _command(_option(kind=5, autocomplete=True)),
    _command(_option("a", 1), _option("b", 3)),
    _command(_option("g", 2, options=[_option("h", 2, options=[_option("s", 1)])])),
    _command(_option("g", 2, options=[_option("s", 3)])),
    _command(_option("s", 1, options=[_option("t", 1)])),
    _command(_option("s", 1, options=[_option("Mal")])),
    _command(name_localizations={"fr-CA": "mesure"}),
    _command(name_localizations={"fr": "Mesure"}),
    _command(description_localizations={"fr": "x" * 101}),
    _command(contexts=[5]),
    {"name": "Verser", "type": 3, "description": "x"},
    {"name": "x" * 33, "type": 3},
]


async def test_bad_commands_are_refused(chat: Chat, bot: BareClient) -> None:
    for command in BAD_COMMANDS:
        for method, body in (("PUT", [command]), ("POST", command)):
            refused = await refusal(bot, method, _path(chat), body)
            assert (refused.status, refused.code) == (400, 50035), command
    assert not chat.world.commands[0]


async def test_a_command_holds_8000_characters(chat: Chat, bot: BareClient) -> None:
    options = [_option(f"o{n}", choices=_choices(25, 10)) for n in range(25)]
    good = _command(*options)
    await bot.http.request(Route("PUT", _path(chat)), json=[good])
    long = _command(*[_option(f"o{n}", choices=_choices(25, 14)) for n in range(25)])
    refused = await refusal(bot, "PUT", _path(chat), [long])
    assert "8000" in refused.text


async def test_a_translation_counts_where_it_is_longer(chat: Chat, bot: BareClient) -> None:
    options = [
        _option(f"o{n}", choices=_choices(25, 10), description_localizations={"fr": "x" * 100})
        for n in range(25)
    ]
    assert (await refusal(bot, "PUT", _path(chat), [_command(*options)])).code == 50035


async def test_a_hundred_commands_and_no_more(chat: Chat, bot: BareClient) -> None:
    hundred = [_command(name=f"c{n}") for n in range(100)]
    await bot.http.request(Route("PUT", _path(chat)), json=hundred)
    assert (await refusal(bot, "POST", _path(chat), _command())).code == 30032
    assert (await refusal(bot, "PUT", _path(chat), [*hundred, _command()])).code == 30032
    twice = [_command(), _command()]
    assert (await refusal(bot, "PUT", _path(chat), twice)).code == 50035


async def test_a_synced_tree_comes_back_the_same(chat: Chat, bot: BareClient) -> None:
    group = app_commands.Group(name="réglages", description="Réglages", guild_only=True)

    @group.command(name="voir", description="Voir")
    @app_commands.choices(genre=[app_commands.Choice(name="États", value="etats")])
    @app_commands.describe(genre="Le genre", rang="Le rang")
    async def see(
        interaction: discord.Interaction,
        genre: app_commands.Choice[str],
        rang: app_commands.Range[int, 1, 5] = 1,
        salon: discord.TextChannel | None = None,
    ) -> None: ...

    @bot.tree.context_menu(name="Verser au dossier")
    async def file_it(interaction: discord.Interaction, message: discord.Message) -> None: ...

    bot.tree.add_command(group)
    synced = await bot.tree.sync()
    fetched = await bot.tree.fetch_commands()
    assert [c.name for c in fetched] == ["réglages", "Verser au dossier"]
    assert [c.id for c in synced] == [c.id for c in fetched]
    again = await bot.tree.sync()
    assert [c.id for c in again] == [c.id for c in synced], "a command keeps its id"
    await fetched[1].delete()
    with pytest.raises(discord.NotFound) as refused:
        await bot.tree.fetch_command(fetched[1].id)
    assert refused.value.code == 10063
    edited = await fetched[0].edit(description="Autre chose")
    assert edited.description == "Autre chose"
    assert not check_requests(chat.recorded)
    assert not check_answers(chat.recorded)


async def test_guild_commands_are_for_their_guild(chat: Chat, bot: BareClient) -> None:
    other = chat.world.add_guild("Autre")
    chat.world.add_member(other, "Nadia")
    elsewhere = chat.world.add_channel(other, "ailleurs")

    @bot.tree.command(name="ici", description="Ici", guild=discord.Object(other.id))
    async def here(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"{interaction.guild_id}")

    await bot.tree.sync(guild=discord.Object(other.id))
    nadia = chat.person("Nadia")
    assert (await nadia.slash("ici", channel=elsewhere)).text == str(other.id)
    with pytest.raises(Exception, match="pas inscrite"):
        await nadia.slash("ici", channel="général")


async def test_another_applications_commands_are_not_ours(chat: Chat, bot: BareClient) -> None:
    refused = await refusal(bot, "PUT", "/applications/12/commands", [])
    assert (refused.status, refused.code) == (403, 20012)
