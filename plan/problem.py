"""Something wrong in a plan, for whoever edits it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A code, the key or place it is about, and what was found there."""

    code: str
    about: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.about}: {self.code}" + (f" ({self.detail})" if self.detail else "")
