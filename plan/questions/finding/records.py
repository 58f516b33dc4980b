"""Everything that a plan at a day tells, as records."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from plan.definition import PlanDefinition
from plan.directory import DirectoryEntry, Section
from plan.indicator import Indicator
from plan.measure import Measure, Volet
from plan.money import Amount
from plan.organisation import Organisation
from plan.questions.finding.record import EntrySection, MeasureVolet, Record, Shelf
from plan.questions.finding.remarks import remark_records
from plan.snapshot import Snapshot
from plan.source import Fact

_WITHOUT = ", sans "  # before what an amount does not hold


def records_of(snapshot: Snapshot) -> list[Record]:
    """Everything that a plan at a day tells."""
    plan = snapshot.plan
    measures = {each.number: each for each in snapshot.measures}
    records = [
        *(_measure(each) for each in measures.values()),
        *(record for each in measures.values() for record in _volets(each)),
        *(record for each in measures.values() for record in remark_records(each)),
        *(_amount(each, measures, plan) for each in plan.amounts),
        *(_indicator(each, measures) for each in plan.indicators),
        *(_fact(each, measures, plan) for each in plan.facts),
        *(_organisation(each) for each in plan.organisations),
        *(record for each in plan.directory for record in _entry(each)),
        *(Record(Shelf.AXIS, each, f"{each.short} {each.title}") for each in plan.axes),
        *(
            Record(Shelf.DOCUMENT, each, f"{each.title} {each.date}", names=(each.title,))
            for each in plan.documents
        ),
    ]
    return with_names(records, plan)


def with_names(records: Iterable[Record], plan: PlanDefinition) -> list[Record]:
    """Records that print an acronym are also found by the name that a fact or an entry gives it."""
    names = dict(_acronyms(plan))

    def known(record: Record) -> str:
        found = dict.fromkeys(re.findall(r"[A-Z][A-Z-]+", f"{record.own} {record.near}"))
        return " ".join(names[each] for each in found if each in names)

    return [replace(each, near=f"{each.near} {known(each)}") for each in records]


def _acronyms(plan: PlanDefinition) -> Iterator[tuple[str, str]]:
    """« Conférences régionales des élus (CRE) », wherever it is printed so."""
    texts = [each.value for each in plan.facts]
    texts += [name for each in plan.directory for name in (each.carrier, *each.all_partners)]
    for text in texts:
        if found := re.fullmatch(r"(?P<name>.+) \((?P<acronym>[A-Z][A-Z-]+)\)", text):
            yield found["acronym"], found["name"]


def _name(measure: Measure | None) -> str:
    return f"{measure.definition.short} {measure.title}" if measure else ""


def _measure(measure: Measure) -> Record:
    told = [each.purpose for each in measure.amounts]
    told += [each.label for each in measure.indicators]
    told += [f"{each.label} {each.value}" for each in measure.facts]
    told += [f"{each.label} {_remarks(each)}" for each in measure.volets]
    names = (measure.title, measure.definition.short)
    return Record(
        Shelf.MEASURE, measure, _name(measure), " ".join(told), measure.number, names=names
    )


def _volets(measure: Measure) -> Iterator[Record]:
    if len(measure.volets) < 2:
        return
    for volet in measure.volets:
        own = f"{volet.label} {_remarks(volet)}"
        thing = MeasureVolet(measure, volet)
        yield Record(Shelf.VOLET, thing, own, _name(measure), measure.number)


def _remarks(volet: Volet) -> str:
    return " ".join(each.value for each in volet.remarks)


def _remark_of(measure: Measure | None, position: int | None) -> str:
    """The remarks of one volet, or of all where none is told."""
    volets = measure.volets if measure else ()
    return " ".join(_remarks(each) for each in volets if position in (None, each.position))


def _volet_label(measure: Measure | None, position: int | None) -> str:
    volets = measure.volets if measure and position else ()
    return next((each.label for each in volets if each.position == position), "")


def _amount(amount: Amount, measures: dict[int, Measure], plan: PlanDefinition) -> Record:
    measure = measures.get(amount.measure or 0)
    known = {each.acronym: each for each in plan.organisations}
    payers = " ".join(
        " ".join((key, known[key].name, *known[key].aliases)) if key in known else key
        for key in amount.payers
    )
    near = (
        _name(measure),
        _volet_label(measure, amount.volet),
        amount.source.heading,
        amount.note,
        amount.outside,
        *amount.payers,
    )
    purpose, without, left_out = amount.purpose.partition(_WITHOUT)  # it is not for what it leaves
    own = f"{purpose} {amount.recipient} {amount.period}"
    far = f"{_remark_of(measure, amount.volet)} {payers} {without} {left_out}"
    return Record(Shelf.AMOUNT, amount, own, " ".join(near), amount.measure, far)


def _indicator(indicator: Indicator, measures: dict[int, Measure]) -> Record:
    measure = measures.get(indicator.measure)
    heading = indicator.source.heading if indicator.source else ""
    values = [f"{v}" for v in (indicator.reached, indicator.target, indicator.out_of) if v]
    near = (
        _name(measure),
        _volet_label(measure, indicator.volet),
        heading,
        indicator.note,
        *values,
    )
    own = f"{indicator.label} {indicator.period} {indicator.unit}"
    far = _remark_of(measure, indicator.volet)
    return Record(Shelf.INDICATOR, indicator, own, " ".join(near), indicator.measure, far)


def _fact(fact: Fact, measures: dict[int, Measure], plan: PlanDefinition) -> Record:
    measure = measures.get(fact.measure or 0)
    axis = next((each for each in plan.axes if each.number == fact.axis), None)
    document = next((each.title for each in plan.documents if each.key == fact.source.document), "")
    near = [_name(measure), fact.source.heading, fact.source.section, document]
    near += [axis.title if axis else "", fact.date]
    own = f"{fact.label} {fact.value}"
    far = _remark_of(measure, fact.source.row)
    return Record(Shelf.FACT, fact, own, " ".join(near), fact.measure, far, (fact.value,))


def _organisation(organisation: Organisation) -> Record:
    names = (organisation.acronym, organisation.name, *organisation.aliases)
    return Record(Shelf.ORGANISATION, organisation, " ".join(names), names=names)


def _entry(entry: DirectoryEntry) -> Iterator[Record]:
    contact = entry.contact
    people = (contact.name, contact.email) if contact else ()
    own = " ".join((entry.name, *entry.aliases, *people))
    listed = " ".join(item for each in entry.sections for item in (each.title, *each.items))
    near = " ".join((entry.summary, *entry.issues, entry.carrier, *entry.all_partners, listed))
    yield Record(Shelf.ENTRY, entry, own, near, names=(entry.name, *entry.aliases))
    names = " ".join((entry.name, *entry.aliases, entry.summary))
    for section in (*entry.sections, *entry.partner_groups):
        words = " ".join((section.title, section.intro, *section.items))
        yield Record(Shelf.SECTION, EntrySection(entry, section), words, names)
        for item in section.items if len(section.items) > 1 else ():
            alone = Section(section.title, (item,))
            near = f"{names} {section.title}"
            yield Record(Shelf.SECTION, EntrySection(entry, alone), item, near)
