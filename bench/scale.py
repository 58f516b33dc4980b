"""Reading and changing a plan far larger than any: 1,000 measures, 5,000 changes, in process."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bench.settings import Settings
from bench.table import ms, p50, p95, table
from plan.changes import Request, modification
from plan.definition import MeasureDefinition, PlanDefinition
from plan.errors import DomainError
from plan.find import find_measure, ranked_measures
from plan.measure import Measure
from plan.permissions import Person
from plan.questions.ask import Asker
from plan.questions.finding.ground import Ground
from reminders.dates import read_date, warm_up
from replies.lists import Filter, measure_list
from replies.measure_card import measure_card
from storage.committee import Committee
from storage.committees import Storage
from storage.shipped import shipped_plan

MEASURES, CHANGES = 1_000, 5_000
_COMMITTEE = 1
_ZONE = ZoneInfo("America/Toronto")
_NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
_SOMEBODY = Person(id=2, name="Mathieu Gagnon", manages_server=True)
_PAST = date(2012, 3, 31)
_QUESTIONS = (
    "où en est la mesure 4?",
    "cb pour le portail",
    "qui s'occupe du portrait de l'aide domestique?",
    "combien d'ententes ont été signées avec les CRE?",
    "quelles mesures du MSSS sont à venir?",
    "laquelle des deux études coûte le plus cher?",
    "quand le rapport d'étape sur la culture a-t-il été déposé?",
    "est-ce que les montants balancent avec le total annoncé?",
    "how many projects were accepted in the metropolis?",
    "c'est qui le contact pour les matières résiduelles?",
    "quel est le salaire de la présidente?",
    "combien le MAMROT a-t-il octroyé en tout?",
)
_DATES = ("31 mars", "dans 2 semaines", "vendredi prochain", "2027-03-31", "fin mars", "31/03/2027")


async def compare(settings: Settings) -> list[str]:
    """Print the times of the plan that ships beside those of the large one."""
    small = _timed(settings.folder / "small", shipped_plan(), 0)
    large = _timed(settings.folder / "large", enlarged(shipped_plan(), MEASURES), CHANGES)
    rows = [
        (name, ms(p50(small[name])), ms(p95(small[name])), ms(p50(large[name])),
         ms(p95(large[name])))
        for name in small
    ]  # fmt: skip
    heads = ("domain and storage, ms", "22 p50", "22 p95", f"{MEASURES} p50", f"{MEASURES} p95")
    title = f"22 measures as shipped, and {MEASURES} measures with {CHANGES} changes"
    return [table(title, heads, rows)]


def enlarged(plan: PlanDefinition, measures: int) -> PlanDefinition:
    """A plan of so many measures: the same ones over and over, renumbered, with all they hold."""
    size = len(plan.measures)

    def measure(index: int) -> MeasureDefinition:
        original = plan.measures[index % size]
        return replace(original, number=index + 1, title=f"{original.title} {index // size + 1}")

    def number(of: int | None, lap: int) -> int | None:
        return None if of is None else of + lap * size

    laps = range(measures // size)
    return replace(
        plan,
        measures=tuple(measure(index) for index in range(measures)),
        amounts=tuple(
            replace(
                each,
                key=f"{each.key}.{lap}",
                measure=number(each.measure, lap),
                part_of=tuple(f"{key}.{lap}" for key in each.part_of),
                same_as=each.same_as and f"{each.same_as}.{lap}",
            )
            for lap in laps
            for each in plan.amounts
        ),
        indicators=tuple(
            replace(each, key=f"{each.key}.{lap}", measure=each.measure + lap * size)
            for lap in laps
            for each in plan.indicators
        ),
        facts=tuple(
            replace(each, key=f"{each.key}.{lap}", measure=number(each.measure, lap))
            for lap in laps
            for each in plan.facts
        ),
    )


def _timed(folder: Path, plan: PlanDefinition, changes: int) -> dict[str, list[float]]:
    storage = Storage.open(folder)
    committee = storage.welcome(_COMMITTEE, "Comité", lambda: plan, _NOW)
    base = committee.measures()
    for turn in range(changes):
        _change(committee, turn, base)
    storage.close()
    found = {"open, and read for the first time": _repeated(lambda _: _opened(folder), 5)}
    storage = Storage.open(folder)
    committee = storage.committee(_COMMITTEE)
    base, asked, asker = committee.measures(), Filter(), Asker()
    _asked(asker, 0, committee)
    warm_up()
    steps: dict[str, Callable[[int], object]] = {
        "a measure's card": lambda turn: measure_card(
            committee.measure(turn % 22 + 1), committee.plan, _ZONE
        ),
        "the list's first page": lambda _: measure_list(
            committee.measures(), [], asked, 0, committee.plan
        ),
        "a measure found by words": lambda _: _found("portrait immigrantes", committee),
        "autocomplete": lambda _: ranked_measures("entreprenariat", committee.plan),
        "a question, read and answered": lambda turn: _asked(asker, turn, committee),
        "a date, read": lambda turn: read_date(_DATES[turn % len(_DATES)], _NOW.astimezone(_ZONE)),
        "all as of another day": lambda turn: committee.measures(
            date.fromordinal(_PAST.toordinal() + turn)
        ),
        "a change, committed": lambda turn: _change(committee, changes + turn, base),
        "a question, the first after a change": lambda turn: _asked_again(
            asker, turn, committee, base
        ),
        "all read again after a change": lambda turn: _read_again(committee, turn, base),
    }
    for name, step in steps.items():
        found[name] = _repeated(step, 40)
    storage.close()
    return found


def _change(committee: Committee, turn: int, base: Sequence[Measure]) -> None:
    measure = base[turn % len(base)]
    request = Request(remark=f"Remarque {turn} du comité")
    committee.record(
        modification(measure, measure.volets[0], request, _NOW.date(), _SOMEBODY, _NOW)
    )


def _read_again(committee: Committee, turn: int, base: Sequence[Measure]) -> None:
    _change(committee, turn, base[::-1])
    committee.measures()


def _asked(asker: Asker, turn: int, committee: Committee) -> None:
    ground = Ground(committee.snapshot(), _NOW.date(), committee.changes())
    asker.answer(_QUESTIONS[turn % len(_QUESTIONS)], ground)


def _asked_again(asker: Asker, turn: int, committee: Committee, base: Sequence[Measure]) -> None:
    _change(committee, turn, base[::-1])
    _asked(asker, turn, committee)


def _found(typed: str, committee: Committee) -> object:
    try:
        return find_measure(typed, committee.plan)
    except DomainError:
        return None


def _opened(folder: Path) -> None:
    storage = Storage.open(folder)
    storage.committee(_COMMITTEE).measures()
    storage.close()


def _repeated(step: Callable[[int], object], number: int) -> list[float]:
    samples = []
    for turn in range(number):
        begun = time.perf_counter()
        step(turn)
        samples.append(time.perf_counter() - begun)
    return samples
