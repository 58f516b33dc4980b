"""The bot's application."""

from __future__ import annotations

from sandbox.payload import Payload
from sandbox.people import User
from sandbox.rest.call import Call, Routes

routes = Routes()

# Limited versions of the three privileged intents, as an application's flags tell them.
_INTENT_FLAGS = {1 << 8: 1 << 13, 1 << 1: 1 << 15, 1 << 15: 1 << 19}


def application_flags(privileged: int) -> int:
    """The application's flags for the privileged intents (bits) it has."""
    return sum(flag for intent, flag in _INTENT_FLAGS.items() if privileged & intent)


@routes.on("GET", "/applications/@me")
@routes.on("GET", "/oauth2/applications/@me")
def application(call: Call) -> Payload:
    """The application, and the team-less owner that Discord tells."""
    bot = call.world.bot
    owner = User(call.world.application_id + 1, "Équipe du bot", "equipe.du.bot")
    return {
        "id": str(call.world.application_id),
        "name": bot.name,
        "icon": None,
        "description": "",
        "summary": "",
        "type": None,
        "bot": bot.payload(),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "owner": owner.payload(),
        "team": None,
        "flags": application_flags(call.backend.privileged),
        "flags_new": str(application_flags(call.backend.privileged)),
        "hook": True,
        "is_monetized": False,
        "is_verified": False,
        "is_discoverable": False,
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "integration_types_config": {"0": {}},
        "approximate_guild_count": len(call.world.guilds),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "eligible_oauth2_scopes": ["bot", "applications.commands"],
        "explicit_content_filter": 0,
    }
