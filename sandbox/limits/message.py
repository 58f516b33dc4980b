"""What Discord refuses in a message, new or edited."""

from __future__ import annotations

from sandbox.drafts import Draft
from sandbox.errors import bad_form, empty_message, too_large
from sandbox.limits.components import check_components
from sandbox.limits.embeds import check_embeds
from sandbox.limits.schema import Flag, Id, ListOf, Number, OneOf, Problems, Text, form
from sandbox.message import COMPONENTS_V2, EPHEMERAL, Message
from sandbox.payload import Payload

MAX_FILES = 10
MAX_FILE_BYTES = 10 * 1024 * 1024
_V2_FOREIGN = ("content", "embeds", "sticker_ids", "poll")

_ATTACHMENT = form("id", id=Id(), filename=Text(1, 1024), description=Text(0, 1024))
_ALLOWED_MENTIONS = form(
    parse=ListOf(OneOf(("users", "roles", "everyone"))),
    users=ListOf(Id(), 0, 100),
    roles=ListOf(Id(), 0, 100),
    replied_user=Flag(),
)
_REFERENCE = form("message_id", message_id=Id(), channel_id=Id(), guild_id=Id(), type=OneOf((0, 1)))
_MESSAGE = form(
    content=Text(0, 2000),
    tts=Flag(),
    flags=Number(0),
    allowed_mentions=_ALLOWED_MENTIONS,
    attachments=ListOf(_ATTACHMENT, 0, MAX_FILES),
    enforce_nonce=Flag(),
    message_reference=_REFERENCE,
)


def check_new(draft: Draft, *, may_be_ephemeral: bool = False) -> None:
    """Raises DiscordError for a message that Discord would not post."""
    body = draft.body
    layout = _flag(body, COMPONENTS_V2)
    problems = Problems()
    _check_form(body, problems)
    _refuse_absent(body, problems)
    _check_nonce(body, problems)
    if not may_be_ephemeral and _flag(body, EPHEMERAL):
        said = "Flags cannot include EPHEMERAL outside of an interaction response"
        problems.add(("flags",), "MESSAGE_FLAGS_INVALID", said)
    _check_files(draft, problems, kept=0)
    if layout:
        _check_layout_alone(body, problems)
    names = _new_names(draft)
    check_components(body.get("components") or [], names, problems, layout=layout)
    problems.refuse()
    _refuse_empty(body, bool(draft.files), layout=layout)


def check_edit(message: Message, draft: Draft) -> None:
    """Raises DiscordError for an edit that Discord would not make."""
    body = draft.body
    was, asked = message.layout, _flag(body, COMPONENTS_V2)
    if was and body.get("flags") is not None and not asked:
        said = "The IS_COMPONENTS_V2 flag cannot be removed once it has been set"
        raise bad_form("flags", "MESSAGE_FLAGS_CANNOT_REMOVE_COMPONENTS_V2", said)
    layout = was or asked
    standing = message.payload
    problems = Problems()
    _check_form(body, problems)
    kept = _kept(body, standing)
    _check_files(draft, problems, kept=len(kept))
    if layout:
        left = {name: standing.get(name) for name in ("content", "embeds")}
        _check_layout_alone(left | body, problems)
    components = body.get("components") if "components" in body else None
    if components is not None:
        check_components(components, [*kept, *_new_names(draft)], problems, layout=layout)
    problems.refuse()
    after = standing | {k: v for k, v in body.items() if k in ("content", "embeds", "components")}
    _refuse_empty(after, bool(kept or draft.files), layout=layout)


def _flag(body: Payload, flag: int) -> bool:
    flags = body.get("flags")
    return isinstance(flags, int) and bool(flags & flag)


def _check_form(body: Payload, problems: Problems) -> None:
    _MESSAGE.check(body, (), problems)
    if body.get("embeds") is not None:
        check_embeds(body["embeds"], problems)
    allowed = body.get("allowed_mentions")
    if isinstance(allowed, dict):
        for kind in ("users", "roles"):
            if kind in (allowed.get("parse") or []) and allowed.get(kind):
                said = f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.'
                at = ("allowed_mentions",)
                problems.add(at, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", said)


def _refuse_absent(body: Payload, problems: Problems) -> None:
    """Polls and stickers are not built here: said, rather than dropped in silence."""
    for name in ("poll", "sticker_ids"):
        if body.get(name) and not _flag(body, COMPONENTS_V2):
            problems.add((name,), "SANDBOX_NOT_BUILT", f"'{name}' is not part of this look-alike")


def _check_nonce(body: Payload, problems: Problems) -> None:
    nonce = body.get("nonce")
    if nonce is not None and len(str(nonce)) > 25:
        problems.add(("nonce",), "NONCE_TYPE_TOO_LONG", "Nonce must be 25 or fewer in length.")


def _check_files(draft: Draft, problems: Problems, *, kept: int) -> None:
    if any(len(upload.data) > MAX_FILE_BYTES for upload in draft.files.values()):
        raise too_large()
    if len(draft.files) + kept > MAX_FILES:
        said = f"Must be {MAX_FILES} or fewer in length."
        problems.add(("attachments",), "BASE_TYPE_MAX_LENGTH", said)


def _check_layout_alone(body: Payload, problems: Problems) -> None:
    for name in _V2_FOREIGN:
        if body.get(name):
            said = f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
            problems.add((name,), code, said)


def _new_names(draft: Draft) -> list[str]:
    listed = draft.body.get("attachments")
    about = {str(a.get("id")): a for a in listed or [] if isinstance(a, dict)}
    return [
        about.get(str(number), {}).get("filename") or upload.filename
        for number, upload in draft.files.items()
    ]


def _kept(body: Payload, standing: Payload) -> list[str]:
    """The names of the standing attachments that an edit keeps."""
    if body.get("attachments") is None:
        return [a["filename"] for a in standing["attachments"]]
    ids = {str(a.get("id")) for a in body["attachments"] if isinstance(a, dict)}
    return [a["filename"] for a in standing["attachments"] if a["id"] in ids]


def _refuse_empty(body: Payload, has_files: bool, *, layout: bool) -> None:
    if body.get("components") and layout:
        return
    if layout:
        raise bad_form("components", "BASE_TYPE_REQUIRED", "This field is required")
    said = str(body.get("content") or "").strip()
    if not (said or has_files or _full(body, "embeds") or body.get("components")):
        raise empty_message()


def _full(body: Payload, name: str) -> bool:
    return any(body.get(name) or [])
