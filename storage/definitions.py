"""A plan's definition: rows ⇄ `PlanDefinition`."""

import json
from datetime import date
from decimal import Decimal

from sqlite_utils import Database

from plan.definition import Axis, MeasureDefinition, PlanDefinition, VoletDefinition
from plan.indicator import Indicator
from plan.money import Amount, Nature, Rhythm
from plan.organisation import Organisation, OrganisationKind, PrintedOrganisation
from plan.source import Document, Fact
from plan.state import State
from storage.directory_rows import directory_entry, directory_row
from storage.rows import (
    Row,
    from_day,
    known_source,
    source_from_json,
    source_to_json,
    to_day,
    to_json,
)


def insert_definition(db: Database, plan_id: int, plan: PlanDefinition) -> None:
    """Write the parts of a plan whose `plan` row is already there, inside the caller's write."""

    def insert(table: str, rows: list[Row]) -> None:
        db.table(table).insert_all({"plan_id": plan_id, **row} for row in rows)

    insert("document", [
        {"rank": rank, "key": each.key, "title": each.title, "date": each.date}
        for rank, each in enumerate(plan.documents)
    ])  # fmt: skip
    insert("axis", [{"number": a.number, "title": a.title, "short": a.short} for a in plan.axes])
    insert("organisation", [
        {"rank": rank, "acronym": each.acronym, "name": each.name,
         "aliases_json": to_json(each.aliases), "kind": each.kind.value}
        for rank, each in enumerate(plan.organisations)
    ])  # fmt: skip
    insert("measure", [
        {"number": m.number, "axis": m.axis, "title": m.title, "short": m.short}
        for m in plan.measures
    ])  # fmt: skip
    insert("volet", [_volet_row(m.number, volet) for m in plan.measures for volet in m.volets])
    insert("volet_organisation", [
        {"measure": m.number, "position": volet.position, "rank": rank,
         "acronym": each.acronym, "printed": each.printed}
        for m in plan.measures for volet in m.volets
        for rank, each in enumerate(volet.organisations)
    ])  # fmt: skip
    insert("amount", [_amount_row(rank, each) for rank, each in enumerate(plan.amounts)])
    insert("indicator", [_indicator_row(rank, each) for rank, each in enumerate(plan.indicators)])
    insert("fact", [_fact_row(rank, each) for rank, each in enumerate(plan.facts)])
    insert("directory_entry", [directory_row(*ranked) for ranked in enumerate(plan.directory)])


def read_definition(db: Database, row: Row) -> PlanDefinition:
    """Build the plan whose row in `plan` is given."""

    def rows(table: str, order: str) -> list[Row]:
        return list(
            db.query(f"SELECT * FROM {table} WHERE plan_id = ? ORDER BY {order}", [row["id"]])
        )

    printed: dict[tuple[int, int], list[PrintedOrganisation]] = {}
    for each in rows("volet_organisation", "measure, position, rank"):
        place = (each["measure"], each["position"])
        printed.setdefault(place, []).append(PrintedOrganisation(each["acronym"], each["printed"]))
    volets: dict[int, list[VoletDefinition]] = {}
    for each in rows("volet", "measure, position"):
        organisations = tuple(printed.get((each["measure"], each["position"]), ()))
        volets.setdefault(each["measure"], []).append(_volet(each, organisations))
    return PlanDefinition(
        key=row["key"],
        title=row["title"],
        coordinator=row["coordinator"],
        starts_on=date.fromisoformat(row["starts_on"]),
        first_state_on=date.fromisoformat(row["first_state_on"]),
        years=row["years"],
        announced_total=row["announced_cents"],
        announced_source=source_from_json(row["announced_source_json"]),
        axes=tuple(Axis(a["number"], a["title"], a["short"]) for a in rows("axis", "number")),
        measures=tuple(
            MeasureDefinition(
                m["number"], m["title"], m["axis"], tuple(volets.get(m["number"], ())), m["short"]
            )
            for m in rows("measure", "number")
        ),
        organisations=tuple(_organisation(each) for each in rows("organisation", "rank")),
        documents=tuple(
            Document(each["key"], each["title"], each["date"]) for each in rows("document", "rank")
        ),
        amounts=tuple(_amount(each) for each in rows("amount", "rank")),
        indicators=tuple(_indicator(each) for each in rows("indicator", "rank")),
        facts=tuple(_fact(each) for each in rows("fact", "rank")),
        directory=tuple(directory_entry(each) for each in rows("directory_entry", "rank")),
    )


def _volet_row(measure: int, volet: VoletDefinition) -> Row:
    return {
        "measure": measure,
        "position": volet.position,
        "label": volet.label,
        "remark": volet.remark,
        "printed": volet.printed,
        "state": volet.state.value,
        "source_json": source_to_json(volet.source),
    }


def _volet(row: Row, organisations: tuple[PrintedOrganisation, ...]) -> VoletDefinition:
    return VoletDefinition(
        position=row["position"],
        label=row["label"],
        remark=row["remark"],
        printed=row["printed"],
        organisations=organisations,
        state=State(row["state"]),
        source=known_source(row["source_json"]),
    )


def _organisation(row: Row) -> Organisation:
    return Organisation(
        row["acronym"],
        row["name"],
        tuple(json.loads(row["aliases_json"])),
        OrganisationKind(row["kind"]),
    )


def _amount_row(rank: int, amount: Amount) -> Row:
    details = {
        "payers": list(amount.payers),
        "recipient": amount.recipient,
        "period": amount.period,
        "note": amount.note,
        "outside": amount.outside,
    }
    return {
        "rank": rank,
        "key": amount.key,
        "measure": amount.measure,
        "volet": amount.volet,
        "cents": amount.value,
        "nature": amount.nature.value,
        "rhythm": amount.rhythm.value,
        "years": amount.years,
        "purpose": amount.purpose,
        "as_of": from_day(amount.as_of),
        "details_json": to_json(details),
        "part_of_json": to_json(amount.part_of),
        "same_as": amount.same_as,
        "source_json": source_to_json(amount.source),
    }


def _amount(row: Row) -> Amount:
    details = json.loads(row["details_json"])
    return Amount(
        key=row["key"],
        measure=row["measure"],
        volet=row["volet"],
        value=row["cents"],
        nature=Nature(row["nature"]),
        rhythm=Rhythm(row["rhythm"]),
        years=row["years"],
        purpose=row["purpose"],
        as_of=date.fromisoformat(row["as_of"]),
        part_of=tuple(json.loads(row["part_of_json"])),
        same_as=row["same_as"],
        source=known_source(row["source_json"]),
        payers=tuple(details.pop("payers")),
        **details,
    )


def _indicator_row(rank: int, indicator: Indicator) -> Row:
    def number(value: Decimal | None) -> str | None:
        return None if value is None else str(value)

    return {
        "rank": rank,
        "key": indicator.key,
        "measure": indicator.measure,
        "volet": indicator.volet,
        "label": indicator.label,
        "unit": indicator.unit,
        "target": number(indicator.target),
        "target_on": from_day(indicator.target_on),
        "out_of": number(indicator.out_of),
        "reached": number(indicator.reached),
        "reached_on": from_day(indicator.reached_on),
        "period": indicator.period,
        "note": indicator.note,
        "source_json": source_to_json(indicator.source),
    }


def _indicator(row: Row) -> Indicator:
    def number(text: str | None) -> Decimal | None:
        return None if text is None else Decimal(text)

    return Indicator(
        key=row["key"],
        measure=row["measure"],
        volet=row["volet"],
        label=row["label"],
        unit=row["unit"],
        target=number(row["target"]),
        target_on=to_day(row["target_on"]),
        out_of=number(row["out_of"]),
        reached=number(row["reached"]),
        reached_on=to_day(row["reached_on"]),
        period=row["period"],
        note=row["note"],
        source=source_from_json(row["source_json"]),
    )


def _fact_row(rank: int, fact: Fact) -> Row:
    return {
        "rank": rank,
        "key": fact.key,
        "measure": fact.measure,
        "axis": fact.axis,
        "kind": fact.kind,
        "label": fact.label,
        "value": fact.value,
        "date": fact.date,
        "contradicts_json": to_json(fact.contradicts),
        "source_json": source_to_json(fact.source),
    }


def _fact(row: Row) -> Fact:
    return Fact(
        key=row["key"],
        kind=row["kind"],
        label=row["label"],
        value=row["value"],
        date=row["date"],
        measure=row["measure"],
        axis=row["axis"],
        contradicts=tuple(json.loads(row["contradicts_json"])),
        source=known_source(row["source_json"]),
    )
