"""The tables of a plan's TOML files → the domain.

A sum is in dollars. Where something stands is told by one of `row` (the measure's table),
`highlights` (the sub-heading of a page of « Faits saillants », in our words) or `section`.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from plan.definition import MeasureDefinition, VoletDefinition
from plan.indicator import Indicator
from plan.money import Amount, Nature, Rhythm
from plan.organisation import Organisation, PrintedOrganisation, find_printed, split_printed
from plan.source import Fact, Source
from plan.source_consistency import FACT_KINDS
from plan.state import State
from storage.strict_toml import Table

ROWS, HIGHLIGHTS = "Actions détaillées", "Faits saillants"


@dataclass
class PlanReader:
    """Reads tables, keeping what the files share and the references to check at the end.

    `document` and `stated_on` hold where a table tells no other. `adds_up` has the parts that a
    file says make up a whole, by the whole's key.
    """

    document: str
    stated_on: date
    organisations: tuple[Organisation, ...]
    amounts: list[Amount] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    adds_up: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _declared: set[tuple[str, str]] = field(default_factory=set)
    _references: list[tuple[Table, str, str]] = field(default_factory=list)

    def measure(self, file: Table) -> MeasureDefinition:
        """Read a measure's file, all but its facts."""
        number = file.take("number", int)
        self.declare(file, "measure", str(number))
        self.refer(file, "axis", str(axis := file.take("axis", int)))
        volets = enumerate(file.tables("volets"), 1)
        measure = MeasureDefinition(
            number=number,
            axis=axis,
            title=file.take("title", str),
            short=file.text("short"),
            volets=tuple(self._volet(each, number, row) for row, each in volets),
        )
        self.amounts += [self._amount(each, number) for each in file.tables("amounts")]
        self.indicators += [self._indicator(each, number) for each in file.tables("indicators")]
        self.facts += [self._fact(each, number) for each in file.tables("facts")]
        return measure

    def read_facts(self, file: Table) -> None:
        """Read the facts that belong to no measure's file."""
        self.facts += [self._fact(each) for each in file.tables("facts")]

    def source(self, table: Table, measure: int | None) -> Source:
        """Where a table's content stands."""
        if sum(key in table for key in ("row", "highlights", "section")) != 1:
            raise table.error("one of row, highlights or section tells where it stands")
        document = table.text("document") or self.document
        self.refer(table, "document", document)
        row = table.get("row", int)
        if row is not None:
            self.refer(table, "row", f"{measure}/{row}")
            return Source(document, ROWS, measure, row)
        heading = table.text("highlights")
        return Source(
            document, HIGHLIGHTS if heading else table.text("section"), measure, None, heading
        )

    def key(self, table: Table, kind: str) -> str:
        """The table's own key, which no other of its kind has."""
        key = table.take("key", str)
        self.declare(table, kind, key)
        return key

    def declare(self, table: Table, kind: str, key: str) -> None:
        """Note that something exists."""
        if (kind, key) in self._declared:
            raise table.error(f"the {kind} {key} stands twice")
        self._declared.add((kind, key))

    def refer(self, table: Table, kind: str, *keys: str) -> None:
        """Note that a table speaks of things, empty keys aside."""
        self._references += [(table, kind, key) for key in keys if key]

    def check_references(self) -> None:
        """Raise for the first thing spoken of that no file declares."""
        self._declared |= {("organisation", each.acronym) for each in self.organisations}
        for table, kind, key in self._references:
            if (kind, key) not in self._declared:
                raise table.error(f"there is no {kind} {key}")

    def _volet(self, table: Table, measure: int, row: int) -> VoletDefinition:
        self.declare(table, "row", f"{measure}/{row}")
        with table:
            cell = table.take("printed", str)
            return VoletDefinition(
                position=row,
                label=table.text("label"),
                remark=table.take("remark", str),
                printed=cell,
                organisations=tuple(self._printed(table, each) for each in split_printed(cell)),
                state=table.member("state", State),
                source=Source(self.document, ROWS, measure, row),
            )

    def _printed(self, table: Table, printed: str) -> PrintedOrganisation:
        found = find_printed(printed, self.organisations)
        if found is None:
            raise table.error(f"no organisation is printed {printed}")
        return PrintedOrganisation(found.acronym, printed)

    def _amount(self, table: Table, measure: int) -> Amount:
        with table:
            source = self.source(table, measure)
            amount = Amount(
                key=self.key(table, "amount"),
                measure=measure,
                volet=table.get("volet", int) or source.row,
                value=table.cents("value"),
                nature=table.member("nature", Nature),
                rhythm=table.member("rhythm", Rhythm),
                years=table.get("years", int),
                period=table.text("period"),
                payers=table.texts("payers"),
                recipient=table.text("recipient"),
                purpose=table.take("purpose", str),
                part_of=table.texts("part_of"),
                same_as=table.text("same_as"),
                outside=table.text("outside"),
                note=table.text("note"),
                as_of=table.get("as_of", date) or self.stated_on,
                source=source,
            )
            if parts := table.texts("adds_up"):
                self.adds_up[amount.key] = parts
        self.refer(table, "amount", *amount.part_of, amount.same_as, *parts)
        self.refer(table, "organisation", *amount.payers)
        self.refer(table, "row", f"{measure}/{amount.volet}" if amount.volet else "")
        return amount

    def _indicator(self, table: Table, measure: int) -> Indicator:
        with table:
            source = self.source(table, measure)
            indicator = Indicator(
                key=self.key(table, "indicator"),
                measure=measure,
                volet=table.get("volet", int) or source.row,
                label=table.take("label", str),
                unit=table.text("unit"),
                target=table.get("target", Decimal),
                target_on=table.get("target_on", date),
                out_of=table.get("out_of", Decimal),
                reached=table.get("reached", Decimal),
                reached_on=table.get("reached_on", date),
                period=table.text("period"),
                note=table.text("note"),
                source=source,
            )
        self.refer(table, "row", f"{measure}/{indicator.volet}" if indicator.volet else "")
        return indicator

    def _fact(self, table: Table, measure: int | None = None) -> Fact:
        with table:
            measure = measure or table.get("measure", int)
            fact = Fact(
                key=self.key(table, "fact"),
                kind=table.take("kind", str),
                label=table.take("label", str),
                source=self.source(table, measure),
                value=table.text("value"),
                date=table.text("date"),
                measure=measure,
                axis=table.get("axis", int),
                contradicts=table.texts("contradicts"),
            )
        if fact.kind not in FACT_KINDS:
            raise table.error(f"kind is {fact.kind}, not one of {', '.join(FACT_KINDS)}")
        self.refer(table, "fact", *fact.contradicts)
        self.refer(table, "measure", str(measure or ""))
        self.refer(table, "axis", str(fact.axis or ""))
        return fact
