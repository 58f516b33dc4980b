"""French dates as people of Québec type them: one day, perhaps an hour, or a reasoned refusal.

`reader` holds the door; a phrase is put in canonical form (`normalise`), its hour is cut off
(`clock`), and the first rule that has its shape reads the day.
"""

from plan.dates import DateNotUnderstood, ReadDate, Reason
from reminders.dates.reader import read_date
from reminders.dates.warm import warm_up

__all__ = ["DateNotUnderstood", "ReadDate", "Reason", "read_date", "warm_up"]
