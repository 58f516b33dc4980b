"""The operator's command line."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.committees import UNSEEN, Storage
from storage.shipped import shipped_plan
from tests.storage.bilan_sample import SAMPLE, edited
from tests.support.database import contents, query
from tests.support.disk import full_disk
from tests.support.programs import assert_fatal, program


async def test_help_tells_every_command(tmp_path: Path) -> None:
    async with program("--help", data=tmp_path) as running:
        assert await running.end() == 0
    for command in ("run", "import", "backup", "restore", "forget-server", "check"):
        assert command in running.output


async def test_an_unknown_command_is_refused(tmp_path: Path) -> None:
    async with program("dance", data=tmp_path) as running:
        assert await running.end() == 2
    assert "Traceback" not in running.output


async def test_check_prints_the_counts(tmp_path: Path) -> None:
    async with program("check", data=tmp_path / "none") as running:
        assert await running.end() == 0, running.output
    assert "5 axes, 22 measures (5 a_venir, 13 en_cours, 4 realisee), 30 volets" in running.output
    assert not (tmp_path / "none").exists(), "it touches no data"


async def test_a_bilan_is_imported_for_the_servers_to_come(tmp_path: Path) -> None:
    async with program("import", str(SAMPLE), data=tmp_path) as running:
        assert await running.end() == 0, running.output
    with closing(Storage.open(tmp_path)) as storage:
        plan = storage.committee(UNSEEN).plan
        assert "mobilité" in plan.title.lower()
        assert len(plan.measures) == 6
    assert "6 measures" in running.output


async def test_an_import_replaces_the_plan_of_the_one_server(tmp_path: Path) -> None:
    with closing(Storage.open(tmp_path)) as storage:
        storage.welcome(42, "Comité", shipped_plan, datetime.now(UTC))
    async with program("import", str(SAMPLE), data=tmp_path) as running:
        assert await running.end() == 0, running.output
    assert "42" in running.output
    rows = query(tmp_path, "SELECT origin, replaced_at IS NULL FROM plan ORDER BY id")
    assert rows == [("shipped", 0), ("imported", 1)], "the old one stays in the history"


async def test_of_several_servers_one_must_be_named(tmp_path: Path) -> None:
    with closing(Storage.open(tmp_path)) as storage:
        for server in (42, 43):
            storage.welcome(server, "Comité", shipped_plan, datetime.now(UTC))
    async with program("import", str(SAMPLE), data=tmp_path) as running:
        assert await running.end() == 1
    assert "--server" in running.output
    async with program("import", str(SAMPLE), "--server", "43", data=tmp_path) as running:
        assert await running.end() == 0, running.output
    rows = query(tmp_path, "SELECT committee_id FROM plan WHERE origin = 'imported'")
    assert rows == [(43,)]


async def test_on_a_full_disk_nothing_is_imported(tmp_path: Path) -> None:
    with closing(Storage.open(tmp_path)) as storage:
        storage.welcome(42, "Comité", shipped_plan, datetime.now(UTC))
    before = contents(tmp_path)
    with full_disk(48 * 1024):
        async with program("import", str(SAMPLE), data=tmp_path) as running:
            await assert_fatal(running, "as it was")
    assert len(running.lines) == 1
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["absent.txt", "."])
async def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    async with program("import", str(tmp_path / name), data=tmp_path / "data") as running:
        assert await running.end() == 1
    assert len(running.lines) == 1
    assert "cannot read" in running.output


async def test_a_malformed_bilan_is_refused_with_line_numbers(tmp_path: Path) -> None:
    bad = tmp_path / "bilan.txt"
    bad.write_text(edited(("\tMesure réalisée", "\tpresque finie")), encoding="utf-8")
    lines = bad.read_text(encoding="utf-8").splitlines()
    number = next(rank for rank, line in enumerate(lines, 1) if "presque finie" in line)
    async with program("import", str(bad), data=tmp_path / "data") as running:
        assert await running.end() == 1
    assert str(number) in running.output
    assert "nothing was imported" in running.output
    assert "Traceback" not in running.output
    assert not (tmp_path / "data").exists()


async def test_what_is_no_bilan_is_refused(tmp_path: Path) -> None:
    bad = tmp_path / "lettre.txt"
    bad.write_text("Madame,\n\nVoici ma lettre.\n", encoding="utf-8")
    async with program("import", str(bad), data=tmp_path / "data") as running:
        assert await running.end() == 1
    assert "nothing was imported" in running.output


async def test_a_backup_is_restored(tmp_path: Path) -> None:
    data, copy = tmp_path / "data", tmp_path / "copie.sqlite"
    async with program("import", str(SAMPLE), data=data) as running:
        assert await running.end() == 0
    async with program("backup", str(copy), data=data) as running:
        assert await running.end() == 0, running.output
    other = tmp_path / "other"
    async with program("restore", str(copy), data=other) as running:
        assert await running.end() == 0, running.output
    assert query(other, "SELECT count(*) FROM measure") == [(6,)]
    (other / "vigie.sqlite").write_text("ceci n'est plus une base", encoding="utf-8")
    for _ in range(2):
        async with program("restore", str(copy), data=other) as running:
            assert await running.end() == 0, running.output
        assert "what was there is in" in running.output
    kept = sorted(other.glob("vigie.sqlite.before-restore-*"))
    assert len(kept) == 2
    assert kept[0].read_text(encoding="utf-8") == "ceci n'est plus une base"
    assert query(other, "SELECT count(*) FROM measure") == [(6,)]
