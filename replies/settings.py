"""`/reglages voir`."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from plan.ladder import Ladder
from plan.settings import Settings
from replies.layout import Reply, card
from replies.silent_roles import silent_role
from replies.typography import NBSP, hour_text, zone_text


def ladder_text(ladder: Ladder) -> str:
    """« un message par MO dès J-14, aux remplaçants aussi dès J-3, à la coordination dès J-1 »."""
    return (
        f"un message par MO dès J-{ladder.by_organisation},"
        f" aux remplaçants aussi dès J-{ladder.substitutes},"
        f" à la coordination aussi dès J-{ladder.coordinators}"
    )


def settings_card(
    settings: Settings,
    zone: ZoneInfo,
    holidays: Sequence[str] = (),
    *,
    silent: bool = False,
    gone: bool = False,
) -> Reply:
    """The settings, one a line; `holidays` are lines of `replies.holidays`.

    Args:
        silent: naming the coordinators' role notifies nobody.
        gone: the server has no such role any more.
    """
    role = f"<@&{settings.coordination_role}>, et " if settings.coordination_role else ""
    if gone:
        role = "un rôle qui n'existe plus (`role_coordination` en nomme un autre), et "
    channel = f"<#{settings.channel_id}>" if settings.channel_id else "celui de la commande"
    lines = [
        f"**Coordination**{NBSP}: {role}qui peut gérer le serveur",
        f"**Salon des avis**{NBSP}: {channel}",
        f"**Heure des avis**{NBSP}: {hour_text(settings.notice_time)} ({zone_text(zone)})",
        f"**Étapes d'une reddition**{NBSP}: {ladder_text(settings.ladder)}",
        *holidays,
    ]
    caution = (
        silent_role(settings.coordination_role) if silent and settings.coordination_role else ""
    )
    return card(["### Réglages", "\n".join(lines), caution], private=True)
