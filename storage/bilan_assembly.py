"""What was read of a bilan document → a plan's definition."""

import re
import textwrap
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from plan.definition import Axis, MeasureDefinition, PlanDefinition, VoletDefinition
from plan.organisation import Organisation, OrganisationKind, PrintedOrganisation, find_printed
from plan.source import Document, Source
from plan.text import fold, words
from storage import bilan_front as front
from storage.bilan_lines import Kind, Line
from storage.bilan_table import ReadMeasure, ReadVolet
from storage.sentence_case import SentenceCase

DOCUMENT, ROWS = "bilan", "Actions détaillées"
_EVERYONE = re.compile(r"(?:tous les |toutes les |l'ensemble des )?(?:ministeres|organismes)\b.*")
_NOBODY = re.compile(
    r".*\ba (?:cibler|determiner|preciser|confirmer|identifier|designer|venir)\b.*"
    r"|.*\bnon (?:determine|precise|designe)e?s?\b.*"
)


def assemble(
    lines: Sequence[Line],
    measures: Sequence[ReadMeasure],
    known: Sequence[Organisation],
    first_state_on: date,
) -> PlanDefinition:
    """The plan of a document that has no problem, its measures in order of number."""
    written = front.sentences(lines)
    remarks = [volet.remark for each in measures for volet in each.volets]
    in_sentences = SentenceCase([*written, *remarks])
    heading = front.document_title(lines)
    title = front.plan_title(heading, written, in_sentences) or "Plan d'action"
    organisations = _organisations(measures, known, [*written, *remarks])
    names = [name for each in measures for volet in each.volets for name in volet.names]
    axes = _axes(measures, ("", fold(heading)), title, in_sentences)
    total = front.announced_total(written)
    return PlanDefinition(
        key="_".join(words(title))[:60],
        title=title,
        coordinator=front.coordinator([organisations[name].acronym for name in names], written),
        starts_on=front.launched_on(written, first_state_on) or first_state_on,
        first_state_on=first_state_on,
        years=_years(title),
        announced_total=total,
        announced_source=None if total is None else _place_of_total(lines, in_sentences),
        axes=tuple(axes.values()),
        measures=tuple(
            MeasureDefinition(
                number=each.number,
                title=each.title,
                axis=axes[fold(each.section)].number,
                volets=tuple(_volets(each, organisations)),
            )
            for each in sorted(measures, key=lambda each: each.number)
        ),
        organisations=tuple({each.acronym: each for each in organisations.values()}.values()),
        documents=(Document(DOCUMENT, in_sentences(heading) or title, front.dated(lines)),),
    )


def _axes(
    measures: Sequence[ReadMeasure],
    no_axis: Collection[str],
    title: str,
    in_sentences: SentenceCase,
) -> dict[str, Axis]:
    """The axes by their folded heading, numbered as they come.

    Args:
        no_axis: folded headings that are no axis: the plan is one itself, of its own title.
    """
    found: dict[str, Axis] = {}
    for section in (each.section for each in measures):
        named = title if fold(section) in no_axis else _axis_title(section, in_sentences)
        found.setdefault(fold(section), Axis(len(found) + 1, named))
    return found


def _volets(
    measure: ReadMeasure, organisations: Mapping[str, Organisation]
) -> Iterable[VoletDefinition]:
    for row, volet in enumerate(measure.volets, 1):
        printed = {organisations[name].acronym: name for name in reversed(volet.names)}
        yield VoletDefinition(
            position=row,
            label=_label(volet) if len(measure.volets) > 1 else "",
            remark=volet.remark,
            printed=volet.printed,
            organisations=tuple(
                PrintedOrganisation(acronym, name) for acronym, name in reversed(printed.items())
            ),
            state=volet.state,
            source=Source(DOCUMENT, ROWS, measure.number, row),
        )


def _label(volet: ReadVolet) -> str:
    """A name for a row that has none of its own: how its remark begins, else its MOs."""
    return textwrap.shorten(volet.remark or volet.printed, 50, placeholder="…")


def _organisations(
    measures: Sequence[ReadMeasure], known: Sequence[Organisation], written: Sequence[str]
) -> dict[str, Organisation]:
    """The organisation of each name printed, whatever its case."""
    found: dict[str, Organisation] = {}
    for name in (name for each in measures for volet in each.volets for name in volet.names):
        if name not in found:
            new = _organisation(name, known, written)
            by_acronym = {each.acronym: each for each in found.values()}
            found[name] = find_printed(name, found.values()) or by_acronym.get(new.acronym, new)
    return found


def _organisation(name: str, known: Sequence[Organisation], written: Sequence[str]) -> Organisation:
    """The known one; but an acronym that the document itself spells out means what it says."""
    alike = find_printed(name, known)
    if alike and alike.kind is not OrganisationKind.NAMED:
        return alike
    spelt = front.full_name(name, written)
    if alike and (not spelt or fold(spelt) == fold(alike.name) or name != alike.acronym):
        return alike
    kind = OrganisationKind.NAMED
    if _NOBODY.fullmatch(fold(name)):
        kind = OrganisationKind.UNNAMED
    elif _EVERYONE.fullmatch(fold(name)):
        kind = OrganisationKind.EVERYONE
    return Organisation(name, spelt or name, kind=kind)


def _axis_title(section: str, in_sentences: SentenceCase) -> str:
    """A heading without its « Axe 1 : »."""
    title = re.sub(r"(?i)^(?:axe|orientation)\s+(?:\d+|[ivx]+)\s*[.:–—-]*\s*(?=\S)", "", section)
    written = in_sentences(title)
    return written[:1].upper() + written[1:]


def _years(title: str) -> int | None:
    """« Plan d'action 2020-2025 » runs for 5 years."""
    found = re.search(r"\b(\d{4})\s*(?:-|–|à|au)\s*(\d{4})\b", title)
    years = int(found[2]) - int(found[1]) if found else 0
    return years if 0 < years <= 20 else None


def _place_of_total(lines: Sequence[Line], in_sentences: SentenceCase) -> Source:
    section = ""
    for line in lines:
        if line.kind is Kind.HEADING:
            section = in_sentences(line.text)
        elif line.kind is Kind.PROSE and front.announced_total(front.sentences([line])) is not None:
            break
    return Source(DOCUMENT, section)
