"""What someone asks to post, and the attachments that come of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sandbox.files import Upload
from sandbox.payload import Payload
from sandbox.places import Channel
from sandbox.world import World


@dataclass
class Draft:
    """What someone asks to post: Discord's request body, and files by their number."""

    body: Payload
    files: dict[int, Upload] = field(default_factory=dict)


def attachments_of(
    world: World, channel: Channel, draft: Draft, standing: list[Payload]
) -> list[Payload]:
    """Those kept (named by their id), then the new files, with what the body says of them."""
    described = {str(a.get("id")): a for a in draft.body.get("attachments") or []}
    listed = "attachments" in draft.body
    kept = [
        dict(a) | _described(described.get(a["id"]))
        for a in standing
        if not listed or a["id"] in described
    ]
    for number, upload in sorted(draft.files.items()):
        about = described.get(str(number), {})
        named = replace(upload, filename=about.get("filename") or upload.filename)
        kept.append(world.files.add(world.ids.next(), channel.id, named) | _described(about))
    return kept


def _described(about: Payload | None) -> Payload:
    description = (about or {}).get("description")
    return {"description": description} if description else {}
