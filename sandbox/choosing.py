"""Choosing in a select, radio group or check boxes: labels or values in, values out."""

from __future__ import annotations

from collections.abc import Sequence

from sandbox import components as c
from sandbox.payload import Payload
from sandbox.refusals import Refused
from sandbox.world import World


def chosen_values(
    world: World, field: Payload, given: Sequence[str], *, crafted: bool = False
) -> list[str]:
    """The values behind what a person picks: an option's label or value, a name, an id.

    Refuses what is not offered, too few or too many, unless `crafted`.
    """
    if crafted:
        return list(given)
    values = [_value(world, field, one) for one in given]
    low, high = _bounds(field)
    if values and not low <= len(values) <= high:
        raise Refused(f"de {low} à {high} choix, pas {len(values)}")
    if not values and low and field.get("required", True):
        raise Refused("il faut choisir")
    return values


def _bounds(field: Payload) -> tuple[int, int]:
    if field["type"] == c.RADIO_GROUP:
        return 1, 1
    low, high = field.get("min_values"), field.get("max_values")
    if high is None:
        high = len(field["options"]) if field["type"] == c.CHECKBOX_GROUP else 1
    return 1 if low is None else low, high


def _value(world: World, field: Payload, given: str) -> str:
    kind = field["type"]
    if kind in (c.STRING_SELECT, c.RADIO_GROUP, c.CHECKBOX_GROUP):
        for option in field["options"]:
            if given in (option["value"], option["label"]):
                value: str = option["value"]
                return value
        offered = [option["label"] for option in field["options"]]
        raise Refused(f"{given!r} n'est pas offert ; il y a {offered}")
    if kind == c.ROLE_SELECT:
        return str(world.role(given).id)
    if kind == c.CHANNEL_SELECT:
        return str(world.channel(given).id)
    if kind == c.USER_SELECT:
        return str(world.user(given).id)
    return str(world.mentionable(given).id)
