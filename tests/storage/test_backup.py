import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from storage.backup import back_up, restore
from storage.committees import Storage
from storage.database import FILE_NAME, DataFolderError
from storage.shipped import shipped_plan
from tests.support.house import START, House


async def test_a_copy_taken_while_the_bot_runs_is_whole(house: House, tmp_path: Path) -> None:
    await house.coordinator.slash("mesure modifier", mesure="6", etat="en_cours")
    back_up(house.folder, tmp_path / "copie.sqlite")
    await house.stop()
    (house.folder / "vigie.sqlite").unlink()
    restore(house.folder, tmp_path / "copie.sqlite", START)
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
    kept = restore(folder, tmp_path / "un.sqlite", START)
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
        restore(folder, tmp_path / "un.sqlite", START)
    storage.close()


def test_a_file_that_is_no_database_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    storage = Storage.open(folder)
    storage.welcome(1, "Un", shipped_plan, START)
    storage.close()
    wrong = tmp_path / "texte.sqlite"
    wrong.write_text("ceci n'est pas une base")
    with pytest.raises(DataFolderError, match="cannot restore"):
        restore(folder, wrong, START)
    storage = Storage.open(folder)
    assert storage.committee_ids() == [1]
    storage.close()


def _copied(folder: Path, copy: Path, *committees: int) -> None:
    """A data folder with these committees, and a copy of it."""
    storage = Storage.open(folder)
    for each in committees:
        storage.welcome(each, f"Comité {each}", shipped_plan, START)
    back_up(folder, copy)
    storage.close()


def _committees(folder: Path) -> list[int]:
    storage = Storage.open(folder)
    found = storage.committee_ids()
    storage.close()
    return found


@pytest.mark.parametrize("damage", [b"", b"ceci n'est pas une base" * 400, None])
def test_a_copy_is_put_back_where_the_database_is_damaged(
    tmp_path: Path, damage: bytes | None
) -> None:
    folder = tmp_path / "data"
    _copied(folder, tmp_path / "un.sqlite", 1)
    current = folder / FILE_NAME
    whole = current.read_bytes()
    current.write_bytes(whole[:4096] + b"?" * (len(whole) - 4096) if damage is None else damage)
    broken = current.read_bytes()
    for suffix in ("-wal", "-shm"):
        current.with_name(current.name + suffix).write_bytes(b"reste" * 20)
    kept = restore(folder, tmp_path / "un.sqlite", START)
    assert kept is not None
    assert kept.read_bytes() == broken
    assert {each.name.removeprefix(kept.name) for each in folder.glob(f"{kept.name}*")} == {
        "",
        "-wal",
        "-shm",
    }
    assert not list(folder.glob("*.arriving*"))
    assert _committees(folder) == [1]


def test_what_was_only_in_the_log_is_kept_too(tmp_path: Path) -> None:
    folder, other = tmp_path / "data", tmp_path / "autre"
    _copied(folder, tmp_path / "un.sqlite", 1)
    storage = Storage.open(folder)
    storage.welcome(2, "Deux", shipped_plan, START)
    other.mkdir()
    for each in folder.glob(f"{FILE_NAME}*"):  # as a power cut leaves them
        (other / each.name).write_bytes(each.read_bytes())
    storage.close()
    assert (other / f"{FILE_NAME}-wal").stat().st_size
    kept = restore(other, tmp_path / "un.sqlite", START)
    assert kept is not None
    assert _committees(other) == [1]
    restore(other, kept, START + timedelta(hours=1))
    assert _committees(other) == [1, 2]


def test_no_safety_copy_takes_the_place_of_another(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    _copied(folder, tmp_path / "un.sqlite", 1)
    _copied(folder, tmp_path / "deux.sqlite", 2)
    moments = [START, START, START + timedelta(days=1)]
    kept = [restore(folder, tmp_path / "un.sqlite", at) for at in moments]
    names = [each.name for each in kept if each is not None]
    assert names == [
        "vigie.sqlite.before-restore-20261123T150000Z",
        "vigie.sqlite.before-restore-20261123T150000Z-2",
        "vigie.sqlite.before-restore-20261124T150000Z",
    ]
    assert kept[0] is not None
    with closing(sqlite3.connect(kept[0])) as first:
        assert first.execute("SELECT id FROM committee ORDER BY id").fetchall() == [(1,), (2,)]


@pytest.mark.parametrize("name", ["été à 50 %?.sqlite", "a#b.sqlite", "a%20b.sqlite", "a b.sqlite"])
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / f"données de {name}"
    _copied(folder, tmp_path / name, 1)
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([folder.name, name])
    restore(tmp_path / "autre", tmp_path / name, START)
    assert _committees(tmp_path / "autre") == [1]


def test_a_copy_that_is_not_sound_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    _copied(folder, tmp_path / "un.sqlite", 1)
    copy = tmp_path / "un.sqlite"
    whole = copy.read_bytes()
    copy.write_bytes(whole[:4096] + b"?" * (len(whole) - 4096))
    before = sorted(each.name for each in folder.iterdir())
    with pytest.raises(DataFolderError, match="cannot restore"):
        restore(folder, copy, START)
    assert sorted(each.name for each in folder.iterdir()) == before
    assert _committees(folder) == [1]
