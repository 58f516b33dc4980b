"""The form of embeds.

https://discord.com/developers/docs/resources/message#embed-object-embed-limits
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sandbox.limits.schema import Flag, ListOf, Number, Problems, Text, form
from sandbox.payload import Payload

MAX_TOTAL = 6000

_URL = Text(0, 2048)
_MEDIA = form(url=_URL)
_FIELD = form("name value", name=Text(1, 256), value=Text(1, 1024), inline=Flag())
_EMBED = form(
    title=Text(0, 256),
    description=Text(0, 4096),
    url=_URL,
    timestamp=Text(1, 40),
    color=Number(0, 0xFFFFFF),
    footer=form(text=Text(0, 2048), icon_url=_URL),
    author=form(name=Text(0, 256), url=_URL, icon_url=_URL),
    image=_MEDIA,
    thumbnail=_MEDIA,
    fields=ListOf(_FIELD, 0, 25),
)
EMBEDS = ListOf(_EMBED, 0, 10)


def check_embeds(embeds: object, problems: Problems) -> None:
    """Checks each embed, and that all together stay within 6,000 characters."""
    before = len(problems.tree)
    EMBEDS.check(embeds, ("embeds",), problems)
    if len(problems.tree) > before or not isinstance(embeds, list):
        return
    if sum(map(len, _texts(embeds))) > MAX_TOTAL:
        said = f"Embed size exceeds maximum size of {MAX_TOTAL}"
        problems.add(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", said)


def _texts(embeds: Iterable[Payload]) -> Iterator[str]:
    for embed in embeds:
        yield embed.get("title") or ""
        yield embed.get("description") or ""
        yield (embed.get("footer") or {}).get("text") or ""
        yield (embed.get("author") or {}).get("name") or ""
        for field in embed.get("fields") or []:
            yield field["name"]
            yield field["value"]
