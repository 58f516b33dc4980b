"""The rules of a message's components that no single field shows.

https://discord.com/developers/docs/components/reference
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sandbox import components as c
from sandbox.limits.component_forms import LAYOUT, LEGACY, MAX_COMPONENTS, MAX_TEXT
from sandbox.limits.schema import Path, Problems
from sandbox.payload import Payload


def check_components(
    components: object, filenames: Sequence[str], problems: Problems, *, layout: bool
) -> None:
    """Checks a message's components; `filenames` are the files that come or stay with it."""
    at: Path = ("components",)
    before = len(problems.tree)
    (LAYOUT if layout else LEGACY).check(components, at, problems)
    if len(problems.tree) > before or not isinstance(components, list):
        return  # the rules below read fields that must be of their type
    everything = list(c.walk(components))
    if len(everything) > MAX_COMPONENTS:
        said = f"The total number of components exceeds the maximum of {MAX_COMPONENTS}."
        problems.add(at, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", said)
    shown = sum(len(x["content"]) for x in everything if x["type"] == c.TEXT_DISPLAY)
    if shown > MAX_TEXT:
        said = f"Components displayable text size exceeds maximum size of {MAX_TEXT}"
        problems.add(at, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", said)
    check_unique(everything, at, problems)
    for number, component in enumerate(components):
        _check_rules(component, (*at, number), problems)
    _check_media(everything, filenames, at, problems)


def check_unique(everything: Sequence[Payload], at: Path, problems: Problems) -> None:
    """No `custom_id` and no `id` twice in one message or form."""
    for key, code in (
        ("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED"),
        ("id", "COMPONENT_ID_DUPLICATED"),
    ):
        given = Counter(x[key] for x in everything if x.get(key))
        for value, times in given.items():
            if times > 1:
                said = f"Component {key.replace('_', ' ')} cannot be duplicated: {value}"
                problems.add(at, code, said)


def check_select(select: Payload, at: Path, problems: Problems) -> None:
    """A select's numbers agree with one another, and its values differ."""
    options = select.get("options") or []
    low, high = select.get("min_values"), select.get("max_values")
    low, high = (1 if low is None else low), (1 if high is None else high)
    if low > high:
        said = "min_values must be less than or equal to max_values"
        problems.add((*at, "min_values"), "SELECT_COMPONENT_MIN_VALUES_TOO_LARGE", said)
    if select["type"] == c.STRING_SELECT and high > len(options):
        said = f"int value should be less than or equal to {len(options)}."
        problems.add((*at, "max_values"), "NUMBER_TYPE_MAX", said)
    seen: set[str] = set()
    for number, option in enumerate(options):
        if option["value"] in seen:
            said = "The specified option value is already used"
            where = (*at, "options", number, "value")
            problems.add(where, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", said)
        seen.add(option["value"])
    if sum(bool(option.get("default")) for option in options) > high:
        said = "Too many default values"
        problems.add((*at, "options"), "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", said)


def _check_rules(component: Payload, at: Path, problems: Problems) -> None:
    kind = component["type"]
    if kind == c.BUTTON:
        _check_button(component, at, problems)
    elif kind in c.SELECTS:
        check_select(component, at, problems)
    elif kind == c.ROW and len(component["components"]) > 1:
        for number, child in enumerate(component["components"]):
            if child["type"] in c.SELECTS:
                said = "The specified component exceeds the maximum width"
                where = (*at, "components", number)
                problems.add(where, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", said)
    for number, child in enumerate(component.get("components") or []):
        _check_rules(child, (*at, "components", number), problems)
    if component.get("accessory"):
        _check_rules(component["accessory"], (*at, "accessory"), problems)


def _check_button(button: Payload, at: Path, problems: Problems) -> None:
    if button["style"] == c.LINK_STYLE:
        _check_link(button, at, problems)
        return
    if button["style"] == c.PREMIUM_STYLE:
        if not button.get("sku_id"):
            problems.add((*at, "sku_id"), "BASE_TYPE_REQUIRED", "This field is required")
        return
    if not button.get("custom_id"):
        problems.add((*at, "custom_id"), "BASE_TYPE_REQUIRED", "A custom id is required")
    if button.get("url"):
        said = "A url cannot be specified on a button with a custom id"
        problems.add((*at, "url"), "BUTTON_COMPONENT_URL_NOT_ALLOWED", said)
    if not button.get("label") and not button.get("emoji"):
        said = "A button must have a label or an emoji"
        problems.add(at, "BUTTON_COMPONENT_LABEL_REQUIRED", said)


def _check_link(button: Payload, at: Path, problems: Problems) -> None:
    url = button.get("url")
    if not url:
        problems.add((*at, "url"), "BASE_TYPE_REQUIRED", "A url is required")
    elif not str(url).startswith(("http://", "https://", "discord://")):
        said = "Scheme must be one of ('http', 'https', 'discord')."
        problems.add((*at, "url"), "URL_TYPE_INVALID_SCHEME", said)
    if button.get("custom_id"):
        said = "A custom id and url cannot both be specified"
        problems.add((*at, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_AND_URL", said)


def _check_media(
    everything: Sequence[Payload], filenames: Sequence[str], at: Path, problems: Problems
) -> None:
    for component in everything:
        for media in c.media_of(component):
            url = str(media["url"])
            name = url.removeprefix("attachment://")
            if name != url and name not in filenames:
                said = "The referenced attachment was not found"
                problems.add(at, "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", said)
            elif name == url and component["type"] == c.FILE:
                said = "A file must be one of the message's attachments"
                problems.add(at, "UNFURLED_MEDIA_ITEM_ATTACHMENT_REFERENCE_REQUIRED", said)
            elif name == url and not url.startswith(("http://", "https://")):
                said = "Scheme must be one of ('http', 'https', 'attachment')."
                problems.add(at, "URL_TYPE_INVALID_SCHEME", said)
