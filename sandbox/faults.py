"""Faults made to order: requests that fail, connections that drop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

When = Literal["before", "after"]


@dataclass
class Fault:
    """The next `times` requests to a route go wrong: `status` 0 drops the connection.

    `when` "after" lets the request do its work first: only its answer is lost. With `seconds`,
    nothing is lost, but the request waits that long before it is served; a 429 asks the client
    to wait that long.
    """

    method: str
    template: str
    times: int
    status: int
    when: When
    seconds: float = 0


class Faults:
    """The faults still to happen. A route is `"POST /channels/{channel_id}/messages"`."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def fail(self, route: str, times: int = 1, status: int = 503, when: When = "before") -> None:
        """The next requests to a route answer a 5xx (or any status)."""
        self._add(route, times, status, when)

    def drop(self, route: str, times: int = 1, when: When = "before") -> None:
        """The next requests to a route get no answer: the connection is cut."""
        self._add(route, times, 0, when)

    def slow(self, route: str, seconds: float, times: int = 1) -> None:
        """The next requests to a route wait before they are served, as on a bad day."""
        method, template = route.split(" ", 1)
        self._waiting.append(Fault(method, template, times, 200, "before", seconds))

    def limit(self, route: str, seconds: float, times: int = 1) -> None:
        """The next requests to a route are over a limit, and are to be asked again that later."""
        method, template = route.split(" ", 1)
        self._waiting.append(Fault(method, template, times, 429, "before", seconds))

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        self._waiting.clear()

    def next_for(self, method: str, template: str) -> Fault | None:
        """The fault that this request meets, now counted."""
        for fault in self._waiting:
            if fault.method == method and fault.template == template:
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return None

    def _add(self, route: str, times: int, status: int, when: When) -> None:
        method, template = route.split(" ", 1)
        self._waiting.append(Fault(method, template, times, status, when))
