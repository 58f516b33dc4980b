"""What a run of the bench is told."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """`questions` of each kind to each bot, `starts` of each bot; `folder` is a temporary one."""

    questions: int
    starts: int
    folder: Path
