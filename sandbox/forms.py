"""Filling a form in: from what a person types to what Discord's client submits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sandbox import components as c
from sandbox.choosing import chosen_values
from sandbox.files import Upload
from sandbox.options import upload_of
from sandbox.payload import Payload, copied
from sandbox.reading import modal_fields
from sandbox.refusals import Refused
from sandbox.world import World

Typed = str | bool | int | Upload | Sequence[object] | None


def submission(
    world: World, modal: Payload, typed: Mapping[str, Typed], *, crafted: bool = False
) -> tuple[list[Payload], dict[str, list[Upload]]]:
    """Discord's submitted components, and the files by `custom_id`.

    `typed` is by label or `custom_id`; what is left out keeps the form's own values. Refuses what
    Discord's client would not send (required and empty, too long…) unless `crafted`.
    """
    fields = modal_fields(modal)
    by_name = dict(fields) | {f["custom_id"]: f for _, f in fields}
    unknown = typed.keys() - by_name.keys()
    if unknown:
        raise Refused(f"champs inconnus : {sorted(unknown)} ; il y a {[n for n, _ in fields]}")
    given = {by_name[name]["custom_id"]: value for name, value in typed.items()}
    files: dict[str, list[Upload]] = {}
    submitted = []
    for top in modal["components"]:
        shell = {"type": top["type"], "id": top["id"]}
        if top["type"] == c.LABEL:
            shell["component"] = _field(world, top["component"], given, files, crafted=crafted)
        elif top["type"] == c.ROW:
            inside = top["components"]
            filled = [_field(world, f, given, files, crafted=crafted) for f in inside]
            shell["components"] = filled
        submitted.append(shell)
    return copied(submitted), files


def _field(
    world: World,
    field: Payload,
    given: Mapping[str, Typed],
    files: dict[str, list[Upload]],
    *,
    crafted: bool,
) -> Payload:
    custom_id, kind = field["custom_id"], field["type"]
    base = {"type": kind, "id": field["id"], "custom_id": custom_id}
    value = given.get(custom_id)
    if kind == c.TEXT_INPUT:
        text = (field.get("value") or "") if value is None else str(value)
        return base | {"value": text if crafted else _text(field, text)}
    if kind == c.CHECKBOX:
        return base | {"value": bool(field.get("default")) if value is None else bool(value)}
    if kind == c.FILE_UPLOAD:
        uploads = [upload_of(v) for v in _several(value)]  # type: ignore[arg-type]
        files[custom_id] = uploads
        _check_count(field, len(uploads), crafted=crafted)
        return base | {"values": []}
    values = _defaults(field) if value is None else [str(v) for v in _several(value)]
    values = chosen_values(world, field, values, crafted=crafted)
    if kind == c.RADIO_GROUP:
        if not values and field.get("required", True) and not crafted:
            raise Refused(f"« {custom_id} » : il faut choisir")
        return base | {"value": values[0] if values else None}
    return base | {"values": values}


def _text(field: Payload, text: str) -> str:
    if not text:
        if field.get("required", True):
            raise Refused(f"« {field['custom_id']} » est requis")
        return text
    low, high = field.get("min_length") or 0, field.get("max_length") or 4000
    if not low <= len(text) <= high:
        raise Refused(f"« {field['custom_id']} » : de {low} à {high} caractères")
    return text


def _check_count(field: Payload, count: int, *, crafted: bool) -> None:
    low = field.get("min_values")
    low = (1 if field.get("required", True) else 0) if low is None else low
    if not crafted and not low <= count <= (field.get("max_values") or 1):
        raise Refused(f"« {field['custom_id']} » : {count} fichiers")


def _defaults(field: Payload) -> list[str]:
    options = field.get("options") or []
    chosen = [option["value"] for option in options if option.get("default")]
    return chosen or [str(d["id"]) for d in field.get("default_values") or []]


def _several(value: Typed) -> list[object]:
    if value is None:
        return []
    if isinstance(value, list):
        return value
    return [value]
