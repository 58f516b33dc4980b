"""An amount that is part of another: counted once, and never more than its whole."""

import pytest

from tests.support.asking import Options, plain, refused
from tests.support.house import House
from tests.updates.test_money_changes import MODIFY, add, money


async def test_a_part_is_not_counted_twice(house: House) -> None:
    await add(house, valeur="10 000 $", pour="le tout")
    added = await add(house, valeur="4 000 $", pour="une partie", partie_de="le tout")
    assert "Partie de : mesure 6, prévu 10 000 $ · le tout" in plain(added.text)
    shown = await money(house, mesure="6")
    assert "prévu 10 000 $" in shown
    assert "\n- 4 000 $ · une partie" in shown


async def test_a_part_larger_than_its_whole_is_refused(house: House) -> None:
    await add(house, valeur="10 000 $", pour="le tout")
    with refused(house) as answers:
        answers.append(await add(house, valeur="10 001 $", pour="trop", partie_de="le tout"))
    assert "10 000 $" in plain(answers[0].text)


async def test_parts_that_their_whole_cannot_hold_together_are_refused(house: House) -> None:
    await add(house, valeur="10 000 $", pour="le tout")
    await add(house, valeur="6 000 $", pour="la première moitié", partie_de="le tout")
    with refused(house) as answers:
        options = {"valeur": "4 001 $", "pour": "la seconde", "partie_de": "le tout"}
        answers.append(await add(house, **options))
    assert "10 001 $" in plain(answers[0].text)


@pytest.mark.parametrize(
    ("which", "value"), [("une partie", "10 001 $"), ("le tout", "3 999 $"), ("le tout", "1 $")]
)
async def test_a_part_is_not_corrected_beyond_its_whole(
    house: House, which: str, value: str
) -> None:
    await add(house, valeur="10 000 $", pour="le tout")
    await add(house, valeur="4 000 $", pour="une partie", partie_de="le tout")
    correct: Options = {"montant": which, "valeur": value, "motif": "Erreur de saisie."}
    with refused(house) as answers:
        answers.append(await house.coordinator.slash(MODIFY, **correct))
    assert "ne peut pas tenir" in plain(answers[0].text)
