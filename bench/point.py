"""Making discord.py talk to a look-alike: the one thing that both bots' processes change."""

import discord
from yarl import URL


def point_at(api: str, gateway: str) -> None:
    """Set the addresses that discord.py uses in the place of Discord's own."""
    discord.http.Route.BASE = api
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = URL(gateway)
