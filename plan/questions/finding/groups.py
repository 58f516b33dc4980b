"""The measures of a snapshot that an MO or an axis has."""

from plan.definition import Axis
from plan.measure import Measure
from plan.organisation import Organisation
from plan.snapshot import Snapshot


def measures_of(body: Organisation, snapshot: Snapshot) -> tuple[Measure, ...]:
    """The measures that print an MO."""
    return tuple(
        each
        for each in snapshot.measures
        if any(printed.acronym == body.acronym for printed in each.organisations)
    )


def measures_in(axis: Axis, snapshot: Snapshot) -> tuple[Measure, ...]:
    """The measures of an axis."""
    return tuple(each for each in snapshot.measures if each.axis == axis)
