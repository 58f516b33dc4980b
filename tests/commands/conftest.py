"""A second plan, for what must not pass from one server to another."""

from dataclasses import replace

import pytest

from plan.definition import PlanDefinition
from storage.shipped import shipped_plan


@pytest.fixture
def another_plan() -> PlanDefinition:
    """A plan of one measure, with no amount, indicator or fact."""
    shipped = shipped_plan()
    measure = replace(shipped.measures[0], title="Une mesure d'ailleurs", short="")
    return replace(
        shipped,
        key="ailleurs",
        title="Plan d'ailleurs",
        axes=shipped.axes[:1],
        measures=(measure,),
        amounts=(),
        indicators=(),
        facts=(),
        directory=(),
        announced_total=None,
        announced_source=None,
    )
