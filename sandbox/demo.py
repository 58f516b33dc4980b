"""The world that a first try starts in: a committee's server, its channels, its people."""

from __future__ import annotations

from sandbox import permissions
from sandbox.clock import Clock
from sandbox.world import World

COORDINATION = "Coordination"  # the role of those who coordinate the plan
RESPONDENTS = "Répondants MDEIE"  # the role of those who answer for the MDEIE
RESPONDENTS_OF = "MDEIE"


def committee_world(clock: Clock | None = None) -> World:
    """One server with a member, a répondante of the MDEIE, a coordinator, and the bot."""
    world = World(clock)
    camille = world.add_user("Camille Roy", note="Membre du comité")
    nadia = world.add_user("Nadia Tremblay", note="Répondante du MDEIE")
    mathieu = world.add_user("Mathieu Gagnon", note="Coordonne le plan")
    owner = world.add_user("Sylvie Lavoie", note="Propriétaire du serveur")
    guild = world.add_guild("Comité de l'entrepreneuriat collectif", owner)
    coordination = world.add_role(
        guild, COORDINATION, permissions.MANAGE_GUILD, mentionable=True, color=0x1F6FB2
    )
    respondents = world.add_role(guild, RESPONDENTS, mentionable=True, color=0x2E7D32)
    world.add_channel(guild, "général", "Tout le comité")
    world.add_channel(guild, "suivi-du-plan", "L'état des mesures, les échéances, la collecte")
    private = world.add_channel(guild, "coordination", "La coordination entre elle")
    announcements = world.add_channel(guild, "annonces", "À lire; Vigie n'y écrit pas")

    world.add_member(guild, camille)
    world.add_member(guild, nadia, respondents)
    world.add_member(guild, mathieu, coordination)

    world.set_overwrite(private, guild, deny=permissions.VIEW_CHANNEL)
    world.set_overwrite(private, coordination, allow=permissions.VIEW_CHANNEL)
    world.set_overwrite(private, world.bot, allow=permissions.VIEW_CHANNEL)
    world.set_overwrite(announcements, guild, deny=permissions.SEND_MESSAGES)
    world.set_overwrite(announcements, coordination, allow=permissions.SEND_MESSAGES)
    return world
