"""What `/reglages` sets for a committee."""

from dataclasses import dataclass
from datetime import time

from plan.ladder import DEFAULT_LADDER, Ladder


@dataclass(frozen=True, slots=True)
class Settings:
    """`notice_time` is wall time in the committee's zone; ids are Discord's."""

    coordination_role: int | None
    channel_id: int | None
    notice_time: time
    ladder: Ladder = DEFAULT_LADDER
