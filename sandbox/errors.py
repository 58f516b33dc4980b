"""Discord's refusals: HTTP status, JSON code, message.

Codes: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
"""

from __future__ import annotations

from sandbox.payload import Payload


class DiscordError(Exception):
    """A request that Discord refuses; `body` is what the answer carries."""

    def __init__(self, status: int, code: int, message: str, errors: Payload | None = None) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    @property
    def body(self) -> Payload:
        """`{"message", "code"}`, and `errors` (a tree of `_errors` by field) for a bad form."""
        body: Payload = {"message": self.message, "code": self.code}
        if self.errors is not None:
            body["errors"] = self.errors
        return body


_UNKNOWN = {
    "Application": 10002,
    "Channel": 10003,
    "Guild": 10004,
    "Member": 10007,
    "Message": 10008,
    "Role": 10011,
    "User": 10013,
    "Webhook": 10015,
    "interaction": 10062,
    "application command": 10063,
    "Guild Scheduled Event": 10070,
}


def unknown(what: str) -> DiscordError:
    """404 « Unknown … »: a resource that does not exist, or not any more."""
    return DiscordError(404, _UNKNOWN[what], f"Unknown {what}")


def unauthorized() -> DiscordError:
    """401: no token, or not the bot's."""
    return DiscordError(401, 0, "401: Unauthorized")


def not_found() -> DiscordError:
    """404 for a route that Discord does not have."""
    return DiscordError(404, 0, "404: Not Found")


def missing_access() -> DiscordError:
    """403: the channel or guild is not visible to the bot."""
    return DiscordError(403, 50001, "Missing Access")


def missing_permissions() -> DiscordError:
    """403: visible, but this is not allowed there."""
    return DiscordError(403, 50013, "Missing Permissions")


def cannot_message_user() -> DiscordError:
    """403: the person takes no direct messages from the bot."""
    return DiscordError(403, 50007, "Cannot send messages to this user")


def empty_message() -> DiscordError:
    """400: neither text, nor embed, nor file, nor layout."""
    return DiscordError(400, 50006, "Cannot send an empty message")


def already_acknowledged() -> DiscordError:
    """400: a second callback for one interaction."""
    return DiscordError(400, 40060, "Interaction has already been acknowledged.")


def not_the_author() -> DiscordError:
    """403: only the author edits a message."""
    return DiscordError(403, 50005, "Cannot edit a message authored by another user")


def thread_archived() -> DiscordError:
    """400: nothing changes in an archived thread until it is taken out of the archive."""
    return DiscordError(400, 50083, "Thread is archived")


def invalid_webhook_token() -> DiscordError:
    """401: the interaction's token is older than 15 minutes, or made up."""
    return DiscordError(401, 50027, "Invalid Webhook Token")


def too_large() -> DiscordError:
    """413: a file above the limit."""
    return DiscordError(413, 40005, "Request entity too large")


def bad_form(path: str, code: str, message: str) -> DiscordError:
    """400 with one fault, at a dotted path (empty: the form as a whole)."""
    fault: Payload = {"_errors": [{"code": code, "message": message}]}
    for part in reversed(path.split(".") if path else []):
        fault = {part: fault}
    return DiscordError(400, 50035, "Invalid Form Body", fault)
