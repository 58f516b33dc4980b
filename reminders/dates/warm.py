"""What costs at the first date is paid before somebody waits for it."""

from reminders.dates import engine
from reminders.working_days import public_service_holidays


def warm_up() -> None:
    """Import dateparser and the holidays and use each once: about half a second, then nothing."""
    engine.warm_up()
    public_service_holidays(2027)
