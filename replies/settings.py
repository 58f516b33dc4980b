"""`/reglages voir`."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from plan.settings import Settings
from replies.layout import Reply, card
from replies.typography import NBSP, hour_text


def settings_card(settings: Settings, zone: ZoneInfo, holidays: Sequence[str] = ()) -> Reply:
    """The settings, one a line; `holidays` are lines of `replies.holidays`."""
    role = (
        f"<@&{settings.coordination_role}>, et qui peut gérer le serveur"
        if settings.coordination_role
        else "qui peut gérer le serveur"
    )
    channel = f"<#{settings.channel_id}>" if settings.channel_id else "celui de la commande"
    lines = [
        f"**Coordination**{NBSP}: {role}",
        f"**Salon des avis**{NBSP}: {channel}",
        f"**Heure des avis**{NBSP}: {hour_text(settings.notice_time)} ({zone.key})",
        *holidays,
    ]
    return card(["### Réglages", "\n".join(lines)], private=True)
