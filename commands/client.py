"""The client: it registers the commands, welcomes servers, and hands every press to its control."""

import asyncio
import hashlib
import logging
from collections.abc import Sequence

import discord
from discord import app_commands

from commands import controls, question
from commands.answers import answer_error
from commands.context import Interaction, ServiceClient, Services
from commands.deliveries import Deliveries
from commands.registry import CONTROLS, commands
from commands.versions import require_same_version
from reminders.events import EventKeeper
from reminders.outlet import DiscordOutlet
from storage.rows import to_json

log = logging.getLogger(__name__)
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # the bot is never heard
_LONGEST_ANSWER = 3.0  # seconds: what Discord waits for
_LONGEST_WAIT = 30.0  # seconds that a request waits for a rate limit; one told to wait more fails
_ANSWERING = (
    "CommandTree-invoker",
    "discord.py: on_interaction",
    "discord.py: on_message",
)  # names of discord.py's tasks
INTENTS = discord.Intents(guilds=True, guild_messages=True)  # none is privileged


class Tree(app_commands.CommandTree[ServiceClient]):
    """The commands, with the one handler of their errors."""

    def __init__(self, client: ServiceClient) -> None:
        super().__init__(client)
        self._deliveries = Deliveries()

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Let a command pass once, as it is registered now."""
        if not self._deliveries.is_first(interaction.id):
            return False
        require_same_version(interaction)
        return True

    async def on_error(
        self, interaction: Interaction, error: app_commands.AppCommandError, /
    ) -> None:
        """Answer whatever went wrong."""
        await answer_error(interaction, error)


class Vigie(ServiceClient):
    """The bot."""

    def __init__(self, services: Services, *, guild_ready_timeout: float = 0.5) -> None:
        """Args: guild_ready_timeout: seconds without a further server until it counts as ready."""
        super().__init__(
            intents=INTENTS,
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            max_ratelimit_timeout=_LONGEST_WAIT,
            guild_ready_timeout=guild_ready_timeout,
        )
        self.services = services
        self._deliveries = Deliveries()
        self.events = EventKeeper(self, services.storage, services.zone, services.clock.now)
        self.tree = Tree(self)
        for command in commands():
            command.guild_only = True  # the older way to say so
            command.allowed_contexts = app_commands.AppCommandContext(guild=True)
            command.allowed_installs = app_commands.AppInstallationType(guild=True)
            self.tree.add_command(command)

    async def setup_hook(self) -> None:
        """Register the commands where Discord does not have them as they are now."""
        payload = [command.to_dict(self.tree) for command in self.tree.get_commands()]
        digest = hashlib.sha256(to_json(payload).encode()).hexdigest()
        settings = self.services.storage.settings
        if settings.get("commands") != f"{digest} {await self._registered()}":
            synced = await self.tree.sync()
            settings.set("commands", f"{digest} {_ids(synced)}")
            log.info("%d commands registered", len(synced))

    async def _registered(self) -> str:
        """The ids of the commands that Discord has; none where it does not tell them."""
        try:
            return _ids(await self.tree.fetch_commands())
        except discord.HTTPException as error:
            log.warning("the commands are registered anew: %s", error)
            return ""

    async def on_ready(self) -> None:
        """Welcome the servers and begin to post; a new session does it again without harm."""
        storage, there = self.services.storage, {guild.id for guild in self.guilds}
        for gone in set(storage.present_ids()) - there:
            self._leave(gone)
        for guild in self.guilds:
            await self.on_guild_join(guild)
        self.services.reminders.start(DiscordOutlet(self))
        self.events.start()
        log.info("ready as %s; servers: %d", self.user, len(self.guilds))

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Give a server seen for the first time its copy of the plan that ships."""
        services = self.services
        services.storage.welcome(guild.id, guild.name, services.shipped, services.clock.now())
        services.reminders.resume()

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Post nothing more in a server that the bot is no longer in."""
        self._leave(guild.id)

    def _leave(self, server_id: int) -> None:
        log.info("no longer in server %s: nothing more is posted for it", server_id)
        self.services.storage.leave(server_id, self.services.clock.now())

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server that Discord had lost, or that came after the others, is caught up with."""
        if self.is_ready():
            await self.on_guild_join(guild)
            self.events.kick(guild.id)

    async def close(self) -> None:
        """Let the events' request in hand end, then leave."""
        try:
            await self.events.stop()
        finally:
            await super().close()

    async def finish(self) -> None:
        """Wait, a few seconds at most, for the answers in hand; a longer one is cut short."""
        me = asyncio.current_task()
        in_hand = [
            task for task in asyncio.all_tasks() if task is not me and task.get_name() in _ANSWERING
        ]
        if in_hand:
            _, unfinished = await asyncio.wait(in_hand, timeout=_LONGEST_ANSWER)
            for task in unfinished:
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Answer buttons, selects and forms; commands come through the tree."""
        if controls.is_control(interaction) and self._deliveries.is_first(interaction.id):
            await controls.dispatch(interaction, CONTROLS)

    async def on_message(self, message: discord.Message) -> None:
        """Answer a question that is put to the bot by name."""
        await question.on_message(self, message)


def _ids(registered: Sequence[app_commands.AppCommand]) -> str:
    return " ".join(sorted(f"{each.id}" for each in registered))
