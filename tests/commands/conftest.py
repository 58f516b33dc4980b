"""What tests of commands start from, beside a house of their own."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio

from plan.definition import PlanDefinition
from storage.shipped import shipped_plan
from tests.support.bare_client import point_discord_at
from tests.support.house import House, open_house
from tests.support.openapi import check_requests, description_path


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def module_house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """The house behind `standing`."""
    async with open_house(tmp_path_factory.mktemp("standing")) as house:
        yield house
        described = description_path().is_file()
        problems = check_requests(house.chat.recorded) if described else []
    assert problems == []


@pytest.fixture
def standing(module_house: House) -> House:
    """A house that the tests of a module share, marked `SHARED`: they change nothing in it."""
    point_discord_at(module_house.chat)  # another test's house may have come between
    return module_house


@pytest.fixture
def another_plan() -> PlanDefinition:
    """A second plan, of one measure, with no amount, indicator or fact."""
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
