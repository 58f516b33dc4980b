"""TOML read strictly: what is missing, unknown or of another type is an error with its place."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

_Value = TypeVar("_Value")
_Member = TypeVar("_Member", bound=Enum)


class PlanFileError(Exception):
    """A file of a plan that cannot be read: which one, where in it, and why."""

    def __init__(self, file: str, place: str, reason: str) -> None:
        super().__init__(": ".join(part for part in (file, place, reason) if part))
        self.file = file
        self.place = place
        self.reason = reason


class Table:
    """A TOML table. Leaving its `with` block checks that every key was read."""

    def __init__(self, data: dict[str, object], file: str, place: str = "") -> None:
        self._unread = dict(data)
        self.file = file
        self.place = place

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        if kind is None and self._unread:
            raise self.error(f"unknown key {', '.join(sorted(self._unread))}")

    def __contains__(self, key: str) -> bool:
        return key in self._unread

    def error(self, reason: str) -> PlanFileError:
        """An error at this table."""
        return PlanFileError(self.file, self.place, reason)

    def take(self, key: str, kind: type[_Value]) -> _Value:
        """The value of a key that must be there."""
        found = self.get(key, kind)
        if found is None:
            raise self.error(f"missing key {key}")
        return found

    def get(self, key: str, kind: type[_Value]) -> _Value | None:
        """The value of a key, or None where it is absent.

        An integer is a Decimal too; a time is no date, and a truth value no number.
        """
        value = self._unread.pop(key, None)
        if kind is Decimal and type(value) is int:
            value = Decimal(value)
        if value is None:
            return None
        if type(value) is not kind:
            raise self.error(f"{key} is {value!r}, not a {kind.__name__}")
        return value

    def text(self, key: str) -> str:
        """A text, empty where the key is absent; an empty text written down is an error."""
        found = self.get(key, str)
        if found is not None and not found.strip():
            raise self.error(f"{key} is empty")
        return found or ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty where the key is absent."""
        return tuple(self._list(key, str))

    def integers(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers, empty where the key is absent."""
        return tuple(self._list(key, int))

    def cents(self, key: str) -> int:
        """A sum of dollars that must be there, as cents."""
        value = self.take(key, Decimal) * 100
        if value <= 0 or value != value.to_integral_value():
            raise self.error(f"{key} is no sum of dollars")
        return int(value)

    def member(self, key: str, kind: type[_Member]) -> _Member:
        """A member of an enumeration, by its value."""
        value = self.take(key, str)
        try:
            return kind(value)
        except ValueError:
            known = ", ".join(str(each.value) for each in kind)
            raise self.error(f"{key} is {value!r}, not one of {known}") from None

    def table(self, key: str) -> "Table":
        """A table that must be there."""
        return Table(self.take(key, dict), self.file, f"{self.place} {key}".strip())

    def tables(self, key: str) -> Iterator["Table"]:
        """The tables of an array, each with its rank or its own key in its place."""
        for rank, data in enumerate(self._list(key, dict), 1):
            name = data.get("key", rank)
            yield Table(data, self.file, f"{self.place} {key} {name}".strip())

    def _list(self, key: str, kind: type[_Value]) -> list[_Value]:
        found = self.get(key, list) or []
        if not all(type(each) is kind for each in found):
            raise self.error(f"{key} holds something else than {kind.__name__}")
        return found


def read_table(path: Path) -> Table:
    """The whole of a TOML file in UTF-8, decimal numbers exact.

    Raises:
        PlanFileError: it is absent, or no TOML.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PlanFileError(path.name, "", str(error)) from error
    return Table(data, path.name)
