"""Discord's gateway v10: https://discord.com/developers/docs/events/gateway ."""
