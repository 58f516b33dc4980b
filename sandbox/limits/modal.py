"""The form of a modal: https://discord.com/developers/docs/components/reference ."""

from __future__ import annotations

from sandbox import components as c
from sandbox.limits.component_forms import MAX_COMPONENTS, SELECTS, TEXT_DISPLAY
from sandbox.limits.components import check_select, check_unique
from sandbox.limits.schema import (
    ByType,
    Flag,
    ListOf,
    Number,
    OneOf,
    Path,
    Problems,
    Spec,
    Text,
    form,
)
from sandbox.payload import Payload

MAX_ROWS = 5

_ID = Number(0, 2**31 - 1)
_CUSTOM_ID = Text(1, 100)
_TEXT_INPUT = form(
    "custom_id style",
    id=_ID,
    custom_id=_CUSTOM_ID,
    style=OneOf((1, 2)),
    label=Text(1, 45),
    value=Text(0, 4000),
    placeholder=Text(0, 100),
    required=Flag(),
    min_length=Number(0, 4000),
    max_length=Number(1, 4000),
)
_CHOICE = form(
    "label value",
    label=Text(1, 100),
    value=Text(1, 100),
    description=Text(0, 100),
    default=Flag(),
)
_RADIO = form(
    "custom_id options",
    id=_ID,
    custom_id=_CUSTOM_ID,
    options=ListOf(_CHOICE, 2, 10),
    required=Flag(),
)
_CHECKBOXES = form(
    "custom_id options",
    id=_ID,
    custom_id=_CUSTOM_ID,
    options=ListOf(_CHOICE, 1, 10),
    min_values=Number(0, 10),
    max_values=Number(1, 10),
    required=Flag(),
)
_FILE_UPLOAD = form(
    "custom_id",
    id=_ID,
    custom_id=_CUSTOM_ID,
    min_values=Number(0, 10),
    max_values=Number(1, 10),
    required=Flag(),
)
_CHECKBOX = form("custom_id", id=_ID, custom_id=_CUSTOM_ID, default=Flag())
_IN_LABEL: dict[int, Spec] = {
    c.TEXT_INPUT: _TEXT_INPUT,
    **SELECTS,
    c.FILE_UPLOAD: _FILE_UPLOAD,
    c.RADIO_GROUP: _RADIO,
    c.CHECKBOX_GROUP: _CHECKBOXES,
    c.CHECKBOX: _CHECKBOX,
}
_LABEL = form(
    "label component",
    id=_ID,
    label=Text(1, 45),
    description=Text(0, 100),
    component=ByType(_IN_LABEL),
)
_ROW = form("components", id=_ID, components=ListOf(ByType({c.TEXT_INPUT: _TEXT_INPUT}), 1, 1))
_TOP = ByType({c.ROW: _ROW, c.LABEL: _LABEL, c.TEXT_DISPLAY: TEXT_DISPLAY})
_MODAL = form(
    "custom_id title components",
    custom_id=_CUSTOM_ID,
    title=Text(1, 45),
    components=ListOf(_TOP, 1, MAX_ROWS),
)


def check_modal(modal: object) -> None:
    """Raises DiscordError for a modal that Discord would not open."""
    problems = Problems()
    _MODAL.check(modal, ("data",), problems)
    problems.refuse()
    assert isinstance(modal, dict)
    everything = list(c.walk(modal["components"]))
    at: Path = ("data", "components")
    check_unique(everything, at, problems)
    if len(everything) > MAX_COMPONENTS:
        said = f"The total number of components exceeds the maximum of {MAX_COMPONENTS}."
        problems.add(at, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", said)
    for number, top in enumerate(modal["components"]):
        if top["type"] == c.LABEL:
            _check_field(top["component"], (*at, number, "component"), problems)
        elif top["type"] == c.ROW:
            _check_row(top, (*at, number), problems)
    problems.refuse()


def _check_row(row: Payload, at: Path, problems: Problems) -> None:
    field = row["components"][0]
    if not field.get("label"):
        problems.add(
            (*at, "components", 0, "label"), "BASE_TYPE_REQUIRED", "This field is required"
        )
    _check_field(field, (*at, "components", 0), problems)


def _check_field(field: Payload, at: Path, problems: Problems) -> None:
    kind = field["type"]
    if kind == c.TEXT_INPUT:
        _check_text_input(field, at, problems)
    elif kind in c.SELECTS:
        check_select(field, at, problems)
    elif kind in (c.CHECKBOX_GROUP, c.FILE_UPLOAD):
        low, high = field.get("min_values"), field.get("max_values")
        if low is not None and high is not None and low > high:
            said = "min_values must be less than or equal to max_values"
            problems.add((*at, "min_values"), "SELECT_COMPONENT_MIN_VALUES_TOO_LARGE", said)
    if kind in (c.RADIO_GROUP, c.CHECKBOX_GROUP):
        values = [option["value"] for option in field["options"]]
        if len(set(values)) < len(values):
            said = "The specified option value is already used"
            problems.add((*at, "options"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", said)


def _check_text_input(field: Payload, at: Path, problems: Problems) -> None:
    low, high = field.get("min_length") or 0, field.get("max_length") or 4000
    if low > high:
        said = "min_length must be less than or equal to max_length"
        problems.add((*at, "min_length"), "TEXT_INPUT_COMPONENT_MIN_LENGTH_TOO_LARGE", said)
    value = field.get("value")
    if value and not low <= len(value) <= high:
        said = f"Must be between {low} and {high} in length."
        problems.add((*at, "value"), "BASE_TYPE_BAD_LENGTH", said)
