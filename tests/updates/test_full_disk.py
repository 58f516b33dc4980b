"""A disk that refuses the commit: nothing is answered as done, nothing is remembered."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.database import query
from tests.support.house import House

_CHANGES = "SELECT count(*) FROM change"


@contextmanager
def _full_disk() -> Iterator[None]:
    """No file of this process may grow beyond a page."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_a_change_that_the_disk_refuses_is_not_answered_as_done(house: House) -> None:
    slash, before = house.coordinator.slash, query(house.folder, _CHANGES)
    with _full_disk():
        refused = await slash("mesure modifier", mesure="6", remarque="Perdue")
    assert refused.ephemeral
    assert "rien n'a été changé" in refused.text.lower()
    assert query(house.folder, _CHANGES) == before
    assert "Perdue" not in (await slash("mesure voir", mesure="6")).text

    done = await slash("mesure modifier", mesure="6", remarque="Consignée")
    assert "Consignée" in done.text
    assert query(house.folder, _CHANGES) == [(before[0][0] + 1,)]
    history = (await slash("mesure historique", mesure="6")).text
    assert history.count("Consignée") == 1
