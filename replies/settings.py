"""`/reglages voir`."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from plan.ladder import Ladder
from plan.settings import Settings
from replies.components import button
from replies.layout import Reply, card
from replies.silent_roles import silent_role
from replies.typography import NBSP, hour_text, listing, zone_text


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
    told: str = "",
    silent: bool = False,
    gone: bool = False,
) -> Reply:
    """The settings, one a line; `holidays` are lines of `replies.holidays`.

    What can be set but not left blank in a command has a button that takes it away.

    Args:
        told: what was just done, above them.
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
    row = []
    if settings.coordination_role:
        row.append(button("Retirer le rôle", f"reglages.role:{settings.coordination_role}"))
    if settings.channel_id:
        row.append(button("Retirer le salon", f"reglages.salon:{settings.channel_id}"))
    return card([told, "### Réglages", "\n".join(lines), caution], rows=[row], private=True)


def settings_changed(before: Settings, after: Settings) -> str:
    """« Changé : l'heure des avis et le salon des avis. », or that all was so already."""
    changed = [
        name
        for name, is_changed in (
            ("le rôle de la coordination", before.coordination_role != after.coordination_role),
            ("le salon des avis", before.channel_id != after.channel_id),
            ("l'heure des avis", before.notice_time != after.notice_time),
            ("les étapes d'une reddition", before.ladder != after.ladder),
        )
        if is_changed
    ]
    if not changed:
        return f"Rien à changer{NBSP}: c'est déjà ainsi."
    return f"Changé{NBSP}: {listing(changed)}."


def role_removed(*, still: bool) -> str:
    """What follows where no role coordinates any more.

    Args:
        still: whoever took it away may manage the server, and so coordinates as before.
    """
    yours = "" if still else " Vous n'en êtes plus."
    return (
        f"Le rôle de la coordination est retiré{NBSP}: seules les personnes qui peuvent gérer le"
        f" serveur coordonnent encore.{yours} Les avis qui nomment la coordination nommeront la"
        " personne qui a fixé l'échéance."
    )


def channel_removed() -> str:
    """What follows where the notices have no channel of their own any more."""
    return (
        f"Le salon des avis est retiré{NBSP}: une nouvelle échéance prendra celui où"
        " `/calendrier ajouter` est tapée, à moins d'un `salon`; celles déjà fixées gardent le"
        " leur. Si un avis ne peut pas paraître, la personne qui a fixé l'échéance en sera"
        " prévenue en message privé."
    )
