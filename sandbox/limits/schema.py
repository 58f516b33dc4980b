"""A small form checker: specs of fields, and every fault found, at its place.

Codes and wording are Discord's own (`BASE_TYPE_REQUIRED`, « Must be 2000 or fewer in length. »…).
A null stands for an absent field, as Discord's API takes it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from sandbox.errors import DiscordError
from sandbox.payload import Payload

Path = tuple[str | int, ...]


class Problems:
    """Faults, gathered as Discord's tree of `_errors`."""

    def __init__(self) -> None:
        self.tree: Payload = {}

    def add(self, at: Path, code: str, message: str) -> None:
        """Notes a fault at a place such as `("components", 0, "label")`."""
        node = self.tree
        for part in at:
            node = node.setdefault(str(part), {})
        node.setdefault("_errors", []).append({"code": code, "message": message})

    def refuse(self) -> None:
        """Raises « Invalid Form Body » (50035) if anything was noted."""
        if self.tree:
            raise DiscordError(400, 50035, "Invalid Form Body", self.tree)


class Spec(Protocol):
    """What a field's value must be."""

    def check(self, value: object, at: Path, problems: Problems) -> None:
        """Notes what is wrong with a value that is not null."""


@dataclass(frozen=True)
class Text:
    """A string of `low` to `high` characters, matching `pattern` where given."""

    low: int = 0
    high: int | None = None
    pattern: re.Pattern[str] | None = None

    def check(self, value: object, at: Path, problems: Problems) -> None:
        """Notes what is wrong with the value."""
        if not isinstance(value, str):
            problems.add(at, "STRING_TYPE_CONVERT", f'Could not interpret "{value}" as string.')
            return
        high = self.high
        if high is not None and self.low and not self.low <= len(value) <= high:
            said = f"Must be between {self.low} and {high} in length."
            problems.add(at, "BASE_TYPE_BAD_LENGTH", said)
        elif high is not None and len(value) > high:
            problems.add(at, "BASE_TYPE_MAX_LENGTH", f"Must be {high} or fewer in length.")
        elif self.pattern is not None and not self.pattern.fullmatch(value):
            problems.add(at, "STRING_TYPE_REGEX", "String value did not match validation regex.")


@dataclass(frozen=True)
class Number:
    """A number, whole unless `real`, from `low` to `high`."""

    low: float | None = None
    high: float | None = None
    real: bool = False

    def check(self, value: object, at: Path, problems: Problems) -> None:
        """Notes what is wrong with the value."""
        kinds: tuple[type, ...] = (int, float) if self.real else (int,)
        name = "float" if self.real else "int"
        if isinstance(value, bool) or not isinstance(value, kinds):
            problems.add(at, "NUMBER_TYPE_COERCE", f'Value "{value}" is not {name}.')
            return
        assert isinstance(value, int | float)
        if self.low is not None and value < self.low:
            said = f"{name} value should be greater than or equal to {self.low}."
            problems.add(at, "NUMBER_TYPE_MIN", said)
        if self.high is not None and value > self.high:
            said = f"{name} value should be less than or equal to {self.high}."
            problems.add(at, "NUMBER_TYPE_MAX", said)


@dataclass(frozen=True)
class Flag:
    """True or false."""

    def check(self, value: object, at: Path, problems: Problems) -> None:
        """Notes what is wrong with the value."""
        if not isinstance(value, bool):
            problems.add(at, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.")


@dataclass(frozen=True)
class Id:
    """A snowflake: digits, as text or as a number."""

    def check(self, value: object, at: Path, problems: Problems) -> None:
        """Notes what is wrong with the value."""
        if isinstance(value, bool) or not str(value).isdigit():
            problems.add(at, "NUMBER_TYPE_COERCE", f'Value "{value}" is not snowflake.')


@dataclass(frozen=True)
class OneOf:
    """One of a few values."""

    values: tuple[int | str, ...]

    def check(self, value: object, at: Path, problems: Problems) -> None:
        """Notes what is wrong with the value."""
        if isinstance(value, bool) or value not in self.values:
            listed = ", ".join(map(str, self.values))
            problems.add(at, "BASE_TYPE_CHOICES", f"Value must be one of {{{listed}}}.")


@dataclass(frozen=True)
class ListOf:
    """A list of `low` to `high` values of one kind."""

    item: Spec
    low: int = 0
    high: int | None = None

    def check(self, value: object, at: Path, problems: Problems) -> None:
        """Notes what is wrong with the value."""
        if not isinstance(value, list):
            problems.add(at, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return
        high = self.high
        if high is not None and not self.low <= len(value) <= high:
            if self.low:
                said = f"Must be between {self.low} and {high} in length."
                problems.add(at, "BASE_TYPE_BAD_LENGTH", said)
            else:
                problems.add(at, "BASE_TYPE_MAX_LENGTH", f"Must be {high} or fewer in length.")
        for number, item in enumerate(value):
            if item is None:
                problems.add((*at, number), "BASE_TYPE_REQUIRED", "This field is required")
            else:
                self.item.check(item, (*at, number), problems)


@dataclass(frozen=True)
class Form:
    """An object: its fields, and which of them it cannot do without. Others are let through."""

    fields: Mapping[str, Spec]
    required: frozenset[str] = field(default_factory=frozenset)

    def check(self, value: object, at: Path, problems: Problems) -> None:
        """Notes what is wrong with the value."""
        if not isinstance(value, dict):
            said = "Only dictionaries may be used in a DictType"
            problems.add(at, "DICT_TYPE_CONVERT", said)
            return
        for name in self.required:
            if value.get(name) is None:
                problems.add((*at, name), "BASE_TYPE_REQUIRED", "This field is required")
        for name, spec in self.fields.items():
            if value.get(name) is not None:
                spec.check(value[name], (*at, name), problems)


@dataclass(frozen=True)
class ByType:
    """An object whose `type` says which form it must have."""

    forms: Mapping[int, Spec]

    def check(self, value: object, at: Path, problems: Problems) -> None:
        """Notes what is wrong with the value."""
        kind = value.get("type") if isinstance(value, dict) else None
        form = self.forms.get(kind) if isinstance(kind, int) else None
        if form is None:
            listed = ", ".join(map(str, self.forms))
            said = f'Value of field "type" must be one of ({listed}).'
            problems.add((*at, "type"), "UNION_TYPE_CHOICES", said)
        else:
            form.check(value, at, problems)


def form(required: str = "", /, **fields: Spec) -> Form:
    """A `Form`; `required` names its needed fields, with spaces between."""
    return Form(fields, frozenset(required.split()))
