"""The plans that ship with the bot, each a folder of TOML files under `storage/plans/`.

`plan.toml` holds the plan, its axes and documents; `organisations.toml` its MOs; `mesure_*.toml` a
measure each, with its volets, amounts, indicators and facts; `repertoire_*.toml` the entries of the
directory, in their order; any other file facts alone.
"""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from plan.consistency import counts, problems
from plan.definition import Axis, MeasureDefinition, PlanDefinition
from plan.directory import DirectoryEntry
from plan.organisation import Organisation, OrganisationKind
from plan.source import Document, Source
from storage.directory_tables import read_entries
from storage.plan_tables import PlanReader
from storage.strict_toml import PlanFileError, Table, read_table

FOLDER = Path(__file__).with_name("plans")
DEFAULT = "entrepreneuriat_collectif_2008"


def shipped_plans() -> list[str]:
    """The keys of the plans that ship."""
    return sorted(path.parent.name for path in FOLDER.glob("*/plan.toml"))


@cache
def shipped_plan(key: str = DEFAULT) -> PlanDefinition:
    """A plan that ships.

    Raises:
        KeyError: none has this key.
        PlanFileError: a file has a missing, unknown or wrong key; its name and place are told.
    """
    if key not in shipped_plans():
        raise KeyError(key)
    plan, _ = read_plan_folder(FOLDER / key)
    return plan


def check(folder: Path = FOLDER) -> tuple[list[str], list[str]]:
    """What each plan of a folder counts, and all that is wrong with it, in English, line by line.

    It is for the operator's command line; a file that cannot be read is a problem like another.
    """
    lines: list[str] = []
    wrong: list[str] = []
    for path in sorted(each.parent for each in folder.glob("*/plan.toml")):
        try:
            plan, adds_up = read_plan_folder(path)
        except PlanFileError as error:
            wrong.append(f"{path.name}: {error}")
            continue
        lines.append(f"{plan.key}: {counts(plan)}")
        wrong += [f"{plan.key}: {each}" for each in problems(plan, adds_up)]
    if not lines and not wrong:
        wrong.append("no plan ships")
    return lines, wrong


def read_plan_folder(folder: Path) -> tuple[PlanDefinition, dict[str, tuple[str, ...]]]:
    """Read a plan; with it, the parts that must add up to a whole, by the whole's key.

    Raises:
        PlanFileError: as `shipped_plan`.
    """
    organisations = _organisations(read_table(folder / "organisations.toml"))
    with read_table(folder / "plan.toml") as file:
        reader = PlanReader(
            document=file.take("document", str),
            stated_on=file.take("first_state_on", date),
            organisations=organisations,
        )
        bare = _without_measures(reader, file, folder.name, organisations)
    measures, directory = _parts(reader, folder)
    reader.check_references()
    plan = replace(
        bare,
        measures=tuple(sorted(measures, key=lambda each: each.number)),
        amounts=tuple(reader.amounts),
        indicators=tuple(reader.indicators),
        facts=tuple(reader.facts),
        directory=tuple(directory),
    )
    return plan, reader.adds_up


def _without_measures(
    reader: PlanReader, file: Table, key: str, organisations: tuple[Organisation, ...]
) -> PlanDefinition:
    """What `plan.toml` tells of a plan."""
    coordinator = file.take("coordinator", str)
    reader.refer(file, "organisation", coordinator)
    documents = tuple(_document(reader, each) for each in file.tables("documents"))
    axes = tuple(_axis(reader, each) for each in file.tables("axes"))
    announced_total, announced_source = _announced(reader, file)
    return PlanDefinition(
        key=key,
        title=file.take("title", str),
        coordinator=coordinator,
        starts_on=file.take("starts_on", date),
        first_state_on=reader.stated_on,
        axes=axes,
        measures=(),
        organisations=organisations,
        years=file.get("years", int),
        announced_total=announced_total,
        announced_source=announced_source,
        documents=documents,
    )


def _parts(
    reader: PlanReader, folder: Path
) -> tuple[list[MeasureDefinition], list[DirectoryEntry]]:
    """What the other files tell: measures, entries of the directory, and facts for the reader."""
    measures: list[MeasureDefinition] = []
    directory: list[DirectoryEntry] = []
    for path in sorted(folder.glob("*.toml")):
        if path.stem in ("plan", "organisations"):
            continue
        with read_table(path) as file:
            if path.name.startswith("mesure_"):
                measures.append(reader.measure(file))
            if path.name.startswith("repertoire_"):
                directory += read_entries(reader, file)
            reader.read_facts(file)
    return measures, directory


def _organisations(file: Table) -> tuple[Organisation, ...]:
    with file:
        return tuple(_organisation(each) for each in file.tables("organisations"))


def _organisation(table: Table) -> Organisation:
    with table:
        kind = table.member("kind", OrganisationKind) if "kind" in table else OrganisationKind.NAMED
        return Organisation(
            table.take("acronym", str), table.take("name", str), table.texts("aliases"), kind
        )


def _document(reader: PlanReader, table: Table) -> Document:
    with table:
        return Document(reader.key(table, "document"), table.take("title", str), table.text("date"))


def _axis(reader: PlanReader, table: Table) -> Axis:
    with table:
        axis = Axis(table.take("number", int), table.take("title", str), table.text("short"))
    reader.declare(table, "axis", str(axis.number))
    return axis


def _announced(reader: PlanReader, file: Table) -> tuple[int | None, Source | None]:
    if "announced_total" not in file:
        return None, None
    total = file.cents("announced_total")
    with file.table("announced_source") as table:
        return total, reader.source(table, None)
