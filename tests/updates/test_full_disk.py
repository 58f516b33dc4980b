"""A disk that refuses the commit: nothing is answered as done, nothing is remembered."""

from tests.support.database import query
from tests.support.disk import full_disk
from tests.support.house import House

_CHANGES = "SELECT id FROM change ORDER BY id"


async def test_a_change_that_the_disk_refuses_is_not_answered_as_done(house: House) -> None:
    slash, before = house.coordinator.slash, query(house.folder, _CHANGES)
    with full_disk():
        refused = await slash("mesure modifier", mesure="6", remarque="Perdue")
    assert refused.ephemeral
    assert "rien n'a été changé" in refused.text.lower()
    assert query(house.folder, _CHANGES) == before
    assert "Perdue" not in (await slash("mesure voir", mesure="6")).text

    done = await slash("mesure modifier", mesure="6", remarque="Consignée")
    assert "Consignée" in done.text
    assert len(query(house.folder, _CHANGES)) == len(before) + 1
    history = (await slash("mesure historique", mesure="6")).text
    assert history.count("Consignée") == 1
