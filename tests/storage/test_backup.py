from pathlib import Path

import pytest

from storage.backup import back_up, restore
from storage.committees import Storage
from storage.database import DataFolderError
from storage.shipped import shipped_plan
from tests.support.house import START, House


async def test_a_copy_taken_while_the_bot_runs_is_whole(house: House, tmp_path: Path) -> None:
    await house.coordinator.slash("mesure modifier", mesure="6", etat="en_cours")
    back_up(house.folder, tmp_path / "copie.sqlite")
    await house.stop()
    (house.folder / "vigie.sqlite").unlink()
    restore(house.folder, tmp_path / "copie.sqlite")
    await house.start()
    answer = await house.member.slash("mesure voir", mesure="6")
    assert "En cours de réalisation" in answer.text


def test_what_was_there_is_kept_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    storage = Storage.open(folder)
    storage.welcome(1, "Un", shipped_plan, START)
    back_up(folder, tmp_path / "un.sqlite")
    storage.welcome(2, "Deux", shipped_plan, START)
    storage.close()
    kept = restore(folder, tmp_path / "un.sqlite")
    assert kept is not None
    assert kept.is_file()
    storage = Storage.open(folder)
    assert storage.committee_ids() == [1]
    storage.close()


def test_a_running_bot_is_not_restored_under_its_feet(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    storage = Storage.open(folder)
    storage.welcome(1, "Un", shipped_plan, START)
    back_up(folder, tmp_path / "un.sqlite")
    with pytest.raises(DataFolderError, match="another Vigie"):
        restore(folder, tmp_path / "un.sqlite")
    storage.close()


def test_a_file_that_is_no_database_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    storage = Storage.open(folder)
    storage.welcome(1, "Un", shipped_plan, START)
    storage.close()
    wrong = tmp_path / "texte.sqlite"
    wrong.write_text("ceci n'est pas une base")
    with pytest.raises(DataFolderError, match="cannot restore"):
        restore(folder, wrong)
    storage = Storage.open(folder)
    assert storage.committee_ids() == [1]
    storage.close()
