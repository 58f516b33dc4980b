"""Who may do what. Checked at every entry: command, button, form, menu."""

from dataclasses import dataclass

from plan.errors import NotAllowedError


@dataclass(frozen=True, slots=True)
class Person:
    """A member as they are at the moment of the press or command."""

    id: int
    name: str
    role_ids: frozenset[int] = frozenset()
    manages_server: bool = False

    def holds(self, role_id: int | None) -> bool:
        """Tell whether the person has the role; nobody has the role None."""
        return role_id is not None and role_id in self.role_ids


def is_coordinator(person: Person, coordination_role: int | None) -> bool:
    """Coordinators hold the role of `/reglages`, or may manage the server."""
    return person.manages_server or person.holds(coordination_role)


def require_coordinator(person: Person, coordination_role: int | None) -> None:
    """Let a coordinator pass.

    Raises:
        NotAllowedError: the person is not one.
    """
    if not is_coordinator(person, coordination_role):
        raise NotAllowedError("coordinator")
