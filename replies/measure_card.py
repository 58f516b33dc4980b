"""`/mesure voir`: everything about one measure, the answer first."""

from collections.abc import Sequence
from decimal import Decimal
from zoneinfo import ZoneInfo

import discord

from plan.definition import PlanDefinition
from plan.history import ChangeKind
from plan.indicator import Indicator
from plan.measure import Measure, Statement, Volet
from plan.organisation import Organisation, PrintedOrganisation
from plan.source import Fact
from plan.state import State
from replies.amounts import amounts_block
from replies.components import button
from replies.events import author_text
from replies.layout import Reply, card
from replies.names import full_name
from replies.sources import place_text, sources_text
from replies.states import CAUSES, COLOURS, SYMBOLS, WORDS, measure_state, with_symbol
from replies.typography import (
    NBSP,
    capital,
    day_text,
    full_day,
    listing,
    moment_text,
    number,
    partial_date,
    plain,
)


def measure_card(measure: Measure, plan: PlanDefinition, zone: ZoneInfo) -> Reply:
    """The card of a measure as of `measure.at` (None: as last recorded)."""
    blocks = [
        _heading(measure),
        _volets(measure),
        _organisations(measure, plan),
        _money(measure, plan),
        _indicators(measure.indicators),
        _contradictions(measure, plan),
    ]
    buttons = [
        button("Historique", f"mesure.historique:{measure.number}:0"),
        button("Mettre à jour", f"mesure.modifier:{measure.number}", discord.ButtonStyle.primary),
    ]
    if measure.facts:
        buttons.append(button("Dates et documents", f"mesure.faits:{measure.number}"))
    buttons += [
        button(f"Mesure {number}", f"mesure.voir:{number}") for number in _related(measure, plan)
    ]
    return card(
        blocks,
        colour=COLOURS[measure.state],
        footer=_footer(measure, plan, zone),
        rows=[buttons[:5]],
    )


def _heading(measure: Measure) -> str:
    at = f" · au {full_day(measure.at)}" if measure.at else ""
    axis = measure.axis.short or measure.axis.title
    return (
        f"### Mesure {measure.number} · {plain(measure.title)}{at}\n"
        f"{measure_state(measure)} · Axe {measure.axis.number}, {plain(axis)}"
    )


def _organisations(measure: Measure, plan: PlanDefinition) -> str:
    known = {each.acronym: each for each in plan.organisations}
    names = [_printed_name(each, known) for each in measure.organisations]
    if len(names) == 1:
        return f"**MO** {names[0].replace('**', '')}"
    return "\n".join([f"**MO ({len(names)})**", *names])


def _printed_name(printed: PrintedOrganisation, known: dict[str, Organisation]) -> str:
    organisation = known[printed.acronym]
    text = full_name(organisation)
    if organisation.is_called(printed.printed) and printed.printed not in organisation.aliases:
        return text
    return f"{text}, imprimé «{NBSP}{plain(printed.printed)}{NBSP}»"


def _volets(measure: Measure) -> str:
    if len(measure.volets) == 1:
        volet = measure.volets[0]
        return "\n".join([*_differing(volet), *_remarks(volet), *_cause(volet)])
    lines = []
    for volet in measure.volets:
        mo = ""
        if volet.organisations != measure.organisations:
            mo = f" ({listing([plain(each.printed) for each in volet.organisations])})"
        label = f" · {plain(volet.label)}" if volet.label else ""
        lines.append(
            f"{SYMBOLS[volet.state]} **Volet {volet.position}{label}** · {WORDS[volet.state]}{mo}"
        )
        lines += [*_differing(volet), *_remarks(volet), *_cause(volet)]
    return "\n".join(lines)


def _differing(volet: Volet) -> list[str]:
    """Who tells which state, where two MOs tell different ones."""
    if len(volet.states) < 2:
        return []
    told = [f"{plain(each.organisation or '')}{NBSP}: {_state_of(each)}" for each in volet.states]
    return [f"États différents selon les MO\u00a0: {listing(told)}"]


def _state_of(statement: Statement) -> str:
    return with_symbol(State(statement.value))


def _remarks(volet: Volet) -> list[str]:
    several = len(volet.remarks) > 1
    lines = []
    for each in volet.remarks:
        who = f"**{plain(each.organisation)}**{NBSP}: " if each.organisation else ""
        if several and not each.organisation:
            who = f"**Ensemble**{NBSP}: "
        lines.append(f"{who}{plain(each.value)}")
    return lines


def _cause(volet: Volet) -> list[str]:
    return [f"Frein\u00a0: {CAUSES[volet.cause]}"] if volet.cause else []


def _money(measure: Measure, plan: PlanDefinition) -> str:
    if not measure.amounts:
        return ""
    payers = len(measure.organisations) > 1
    lines = amounts_block(measure.amounts, plan, notes=False, payers=payers)
    return "\n".join(["**Argent**", *lines])


def _indicators(indicators: Sequence[Indicator]) -> str:
    lines = [indicator_line(each) for each in indicators]
    return "\n".join(["**Repères**", *lines]) if lines else ""


def indicator_line(indicator: Indicator) -> str:
    """« Ententes signées · ▰▰▱ 13 sur 21 (31 mars 2010), cible 21 au 31 mars 2011 »."""
    whole = indicator.target if indicator.target is not None else indicator.out_of
    told = "aucune valeur consignée"
    if indicator.reached is not None:
        bar = f"{progress(indicator.reached, whole)} " if whole else ""
        of = f" sur {number(whole, indicator.unit)}" if whole else ""
        day = day_text(indicator.reached_on) if indicator.reached_on else ""
        dated = [indicator.period] if day in indicator.period else [day, indicator.period]
        when = ", ".join(part for part in dated if part)
        told = f"{bar}**{number(indicator.reached, indicator.unit)}**{of}"
        told += f" ({when})" if when else ""
    if indicator.target is not None:
        told += f", cible {number(indicator.target, indicator.unit)}"
        told += f" au {day_text(indicator.target_on)}" if indicator.target_on else ""
    elif indicator.target_on:
        told += f", attendu au {day_text(indicator.target_on)}"
    line = f"{capital(plain(indicator.label))} · {told}"
    return f"{line} · {plain(indicator.note)}" if indicator.note else line


def progress(reached: Decimal, whole: Decimal, width: int = 10) -> str:
    """A bar of at most ten steps, one a unit where the whole has fewer."""
    steps = int(whole) if whole == int(whole) and 0 < whole <= width else width
    filled = min(steps, max(0, int(reached * steps / whole)))
    return "▰" * filled + "▱" * (steps - filled)


def measure_facts(measure: Measure, plan: PlanDefinition) -> Reply:
    """The dates, documents and bodies that the documents tell of a measure."""
    heading = f"### Mesure {measure.number} · dates et documents"
    places = [place_text(each.source) for each in measure.facts]
    several = len(set(places)) > 1  # where all stand in one, the last line tells it
    lines = [
        f"- {_fact(each)}" + (f" [{plain(place)}]" if several else "")
        for each, place in zip(measure.facts, places, strict=True)
    ]
    return card(
        [heading, "\n".join(lines)],
        footer=sources_text([each.source for each in measure.facts], plan.documents),
        private=True,
    )


def _contradictions(measure: Measure, plan: PlanDefinition) -> str:
    """What the documents tell in two ways, each on its line with its place."""
    order = {each.key: each for each in plan.facts}
    lines, told = [], set()
    for fact in measure.facts:
        others = {key for key in fact.contradicts if key in order and key not in told}
        if others:
            told.add(fact.key)
            versions = [each for key, each in order.items() if key in (fact.key, *others)]
            first, *rest = _versions(versions, plan)
            lines += [f"- {first}", *(f"  - ou bien{NBSP}: {each}" for each in rest)]
    return "\n".join(["**Les documents se contredisent**", *lines]) if lines else ""


def _versions(facts: Sequence[Fact], plan: PlanDefinition) -> list[str]:
    """Each with its section, and its document where they are of several."""
    several = len({each.source.document for each in facts}) > 1
    places = [
        sources_text([each.source], plan.documents) if several else each.source.section
        for each in facts
    ]
    return [f"{_fact(each)} [{plain(place)}]" for each, place in zip(facts, places, strict=True)]


def _fact(fact: Fact) -> str:
    told = capital(plain(fact.label))
    if fact.value:
        told += f"{NBSP}: {plain(fact.value)}"
    return f"{told} ({partial_date(fact.date)})" if fact.date else told


def _related(measure: Measure, plan: PlanDefinition) -> list[int]:
    """The other measures that count some of the same money, at most three."""
    by_key = {each.key: each for each in plan.amounts}
    keys = {key for each in measure.amounts for key in (*each.part_of, each.same_as) if key}
    mine = {each.key for each in measure.amounts}
    keys |= {each.key for each in plan.amounts if mine.intersection((*each.part_of, each.same_as))}
    found = {by_key[key].measure for key in keys if key in by_key}
    return sorted(n for n in found if n is not None and n != measure.number)[:3]


def _footer(measure: Measure, plan: PlanDefinition, zone: ZoneInfo) -> str:
    sources = [volet.source for volet in measure.volets]
    sources += [each.source for each in measure.amounts]
    sources += [each.source for each in measure.indicators if each.source]
    place = f"{sources_text(sources, plan.documents)}, mesure {measure.number}"
    return f"{place} · {_last_change(measure, plan, zone)}"


def _last_change(measure: Measure, plan: PlanDefinition, zone: ZoneInfo) -> str:
    change = measure.last_change
    if change is None:
        since = "à cette date" if measure.at else "depuis"
        return f"état au {day_text(measure.first_state_on)} · aucune mise à jour {since}"
    as_of = max(event.as_of for event in change.events)
    stands = max(each.as_of for volet in measure.volets for each in volet.states)
    told = f"état au {day_text(as_of)}"
    if stands > as_of:  # it was recorded last, and speaks of an earlier day than what stands
        told = f"au {day_text(as_of)}; état au {day_text(stands)}"
    return (
        f"dernière mise à jour par {author_text(change, plan)},"
        f" {moment_text(change.recorded_at, zone)} ({told})" + _late(measure, zone)
    )


def _late(measure: Measure, zone: ZoneInfo) -> str:
    """Told where something was recorded after the day it speaks of."""
    told = [each for volet in measure.volets for each in (*volet.states, *volet.remarks)]
    late = any(
        each.change.kind is not ChangeKind.IMPORT
        and each.change.recorded_at.astimezone(zone).date() > each.as_of
        for each in told
    )
    return " · en partie consigné après coup" if late else ""
