"""Who may press each button, change each select, send each form: one entry for every control."""

from tests.permissions import measure_controls, notice_controls, other_controls
from tests.permissions.controls import CONTROLS

__all__ = ["CONTROLS", "TABLES"]
TABLES = (measure_controls, notice_controls, other_controls)  # imported, they write their entries
