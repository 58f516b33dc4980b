"""What is said of a role that Discord would not let the bot notify."""

from replies.typography import NBSP


def silent_role(role_id: int) -> str:
    """What to do about a role that Discord would not let the bot notify."""
    return (
        f"Attention{NBSP}: Discord ne notifiera personne quand un avis nommera <@&{role_id}>."
        " Permettez à tout le monde de mentionner ce rôle (paramètres du serveur, Rôles), ou donnez"
        " à Vigie la permission de mentionner tous les rôles."
    )
