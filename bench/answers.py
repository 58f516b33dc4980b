"""How long a person waits for an answer: the whole bot, a bare one, and a bare one's layout.

The questions are put one at a time, in an order drawn anew each round, so that what the machine
does meanwhile falls on all alike.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from itertools import cycle

from bench.bots import BARE, WHOLE, Bot, housed
from bench.settings import Settings
from bench.table import ms, p50, p95, table, times
from sandbox.options import Given
from storage.committees import Storage

SETTLED = 3.0  # seconds after ready, when what was put off until then is done
_REST = 0.004  # seconds between two questions: the tail of one answer is not in the next
_WARM_UP = 20  # questions of each kind that are not counted
Ask = Callable[[Bot, int], Awaitable[object]]

_LISTS: tuple[dict[str, Given], ...] = (
    {},
    {"etat": "en_cours"},
    {"organisme": "MAMROT"},
    {"texte": "entreprises"},
    {"axe": "2"},
)
_TYPED = ("", "4", "ent", "entreprenariat", "métropole", "jeunes", "arts et culture")


async def view(bot: Bot, turn: int) -> None:
    """`/mesure voir`, each measure in its turn."""
    _require(await bot.member.slash("mesure voir", mesure=str(turn % 22 + 1)))


async def list_(bot: Bot, turn: int) -> None:
    """`/mesure liste`, with each filter in its turn; the bare bot has none."""
    options = _LISTS[turn % len(_LISTS)] if bot.module == WHOLE else {}
    _require(await bot.member.slash("mesure liste", channel=None, crafted=False, **options))


async def complete(bot: Bot, turn: int) -> None:
    """What `mesure` could be, for each text in its turn."""
    typed = _TYPED[turn % len(_TYPED)]
    await bot.member.complete("mesure voir", focused="mesure", value=typed)


async def modify(bot: Bot, turn: int) -> None:
    """`/mesure modifier`, always to something new; the whole bot commits it to disk."""
    number, remark = str(turn % 3 + 5), f"Remarque {turn} du comité"
    slash = bot.coordinator.slash
    _require(await slash("mesure modifier", mesure=number, remarque=remark))


async def card(bot: Bot, turn: int) -> None:
    """The bare bot's constant layout; the whole bot's answers are layouts already."""
    if bot.module == BARE:
        _require(await bot.member.slash("mesure carte"))
    else:
        await view(bot, turn)


@dataclass
class Samples:
    """One bot's waits, in seconds, and the processor time an answer took it."""

    waits: list[float] = field(default_factory=list)
    cpu: float = 0.0


async def compare(settings: Settings) -> list[str]:
    """Print the waits, side by side."""
    kinds: tuple[tuple[str, Ask, str], ...] = (
        ("/mesure voir", view, "1.5 ×"),
        ("/mesure voir, bare layout", card, ""),
        ("/mesure liste", list_, "1.5 ×"),
        ("autocomplete of mesure", complete, "1.5 ×"),
        ("/mesure modifier", modify, "2 ×"),
    )
    rows = []
    async with (
        housed(BARE, settings.folder / "answers") as bare,
        housed(WHOLE, settings.folder / "answers") as whole,
    ):
        await bare.start("--sync")
        await whole.start()
        await asyncio.sleep(SETTLED)
        for name, ask, goal in kinds:
            a, b = await _interleaved(bare, whole, ask, settings.questions)
            rows.append((
                name, ms(p50(a.waits)), ms(p50(b.waits)), times(p50(b.waits), p50(a.waits)),
                ms(p95(a.waits)), ms(p95(b.waits)), times(p95(b.waits), p95(a.waits)), goal,
                ms(a.cpu), ms(b.cpu),
            ))  # fmt: skip
        memory = [bare.memory(), whole.memory()]
    heads = ("answer, ms", "bare p50", "Vigie p50", "ratio", "bare p95", "Vigie p95", "ratio",
             "goal", "bare cpu", "Vigie cpu")  # fmt: skip
    answers = table(f"Answers (n = {settings.questions} each, interleaved)", heads, rows)
    commits = _commits(settings)
    return [
        answers,
        f"A row committed to this disk, and nothing else: p50 {ms(p50(commits))} ms,"
        f" p95 {ms(p95(commits))} ms (WAL, synchronous=FULL)\n",
        f"Memory after these answers: bare {memory[0]:.1f} MB, Vigie {memory[1]:.1f} MB\n",
    ]


def _commits(settings: Settings) -> list[float]:
    """The time of a commit by itself, which `/mesure modifier` waits for and the bare bot not."""
    storage = Storage.open(settings.folder / "commits")
    samples = []
    for turn in range(settings.questions):
        time.sleep(_REST)
        begun = time.perf_counter()
        storage.settings.set("bench", str(turn))
        samples.append(time.perf_counter() - begun)
    storage.close()
    return samples


async def _interleaved(bare: Bot, whole: Bot, ask: Ask, number: int) -> tuple[Samples, Samples]:
    draw = random.Random(number)
    found = {bare.module: Samples(), whole.module: Samples()}
    turns = cycle(range(1_000_000))
    for _ in range(_WARM_UP):
        turn = next(turns)
        for bot in (bare, whole):
            await ask(bot, turn)
    used = {bot.module: bot.cpu() for bot in (bare, whole)}
    for _ in range(number):
        turn = next(turns)
        for bot in draw.sample((bare, whole), 2):
            await asyncio.sleep(_REST)
            begun = time.perf_counter()
            await ask(bot, turn)
            found[bot.module].waits.append(time.perf_counter() - begun)
    for bot in (bare, whole):
        found[bot.module].cpu = (bot.cpu() - used[bot.module]) / number
    return found[bare.module], found[whole.module]


def _require(answer: object) -> None:
    failed = getattr(answer, "failed", None)
    if failed is not None:
        raise RuntimeError(failed)
