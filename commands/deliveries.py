"""An interaction may be delivered twice, as after a resumed connection: it is done once."""

_REMEMBERED = 1_000  # far more than can be delivered within the 3 seconds of an answer


class Deliveries:
    """The interactions that came lately."""

    def __init__(self) -> None:
        self._seen: dict[int, None] = {}

    def is_first(self, interaction_id: int) -> bool:
        """Tell whether this one had not come yet, and remember that it has."""
        if interaction_id in self._seen:
            return False
        self._seen[interaction_id] = None
        if len(self._seen) > _REMEMBERED:
            del self._seen[next(iter(self._seen))]
        return True
