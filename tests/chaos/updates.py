"""Edits of a bot that is killed -9 again and again: every answered one is there, none by halves.

`python -m tests.chaos.updates [--edits N] [--seed N]` starts `python bot.py` on a look-alike served
here. People record remarks, states, causes, values and sums, and take changes back; every few edits
the bot is killed while some are on their way, and started again. Then the database is read.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sandbox.answer import Answer
from sandbox.demo import committee_world
from sandbox.options import Given
from sandbox.server import Chat
from tests.chaos.kept import Kept, read_kept
from tests.support.programs import connected_program

MEASURES = ("1", "3", "7", "13", "17")
STATES = ("a_venir", "en_cours", "realisee")
CAUSES = ("financement", "ressources", "priorites", "approbations", "dependance", "autre")
_MOST = 9  # edits between two kills
_LATEST = 0.008  # seconds from the last edits to the kill: an edit takes about two thousandths
_LINGERING = 0.05  # seconds for what was already on its way to be read


@dataclass(frozen=True)
class Edit:
    """One command; `token` is a text or number that no other edit holds (an undo has none)."""

    path: str
    options: dict[str, Given]
    who: str = "Mathieu"
    token: str = ""

    @property
    def measure(self) -> int:
        return int(str(self.options["mesure"]))


@dataclass
class Ledger:
    """What the people saw: answered as recorded, answered as refused, or not answered at all."""

    recorded: list[Edit] = field(default_factory=list)
    refused: list[Edit] = field(default_factory=list)
    unanswered: list[Edit] = field(default_factory=list)

    def note(self, edit: Edit, answer: Answer | None) -> None:
        if answer is None or answer.failed:
            self.unanswered.append(edit)
        elif {"Annuler", "Rétablir"} & set(answer.buttons):
            self.recorded.append(edit)
        else:
            assert "Référence" not in answer.text, answer
            self.refused.append(edit)


def edits(chance: random.Random) -> Iterator[Edit]:
    """Edits without end, at random."""
    number = 0
    while True:
        number += 1
        measure = chance.choice(MEASURES)
        kind = chance.random()
        if kind < 0.15:
            yield Edit("mesure annuler", {"mesure": measure})
        elif kind < 0.3:
            options: dict[str, Given] = {"mesure": "7", "indicateur": "projets"}
            value = str(1000 + number)
            yield Edit("indicateur modifier", {**options, "valeur": value}, "Nadia", value)
        elif kind < 0.4:
            options = {"mesure": measure, "valeur": f"{number} $", "nature": "octroye"}
            purpose = f"Somme {number}."
            yield Edit("montant ajouter", {**options, "pour": purpose}, token=purpose)
        else:
            token = f"Remarque {number}."
            options = {"mesure": measure, "remarque": token, "motif": "Parce que."}
            if chance.random() < 0.7:
                options["etat"] = chance.choice(STATES)
            if chance.random() < 0.7:
                options["cause"] = chance.choice((*CAUSES, "aucune"))
            yield Edit("mesure modifier", options, "Nadia" if measure == "7" else "Mathieu", token)


async def run(total: int, seed: int, folder: Path) -> list[str]:
    """Make the edits and the kills; returns what is wrong afterwards, in words."""
    chance, ledger, made, lives = random.Random(seed), Ledger(), 0, 0
    coming = edits(chance)
    async with Chat(committee_world(), port=0) as chat:
        while made < total:
            lives += 1
            batch = [next(coming) for _ in range(min(total - made, chance.randint(1, _MOST)))]
            await _live(chat, folder, batch, ledger, chance, first=lives == 1)
            made += len(batch)
        kept = read_kept(folder)
        wrong = problems(ledger, kept) + await _shown(chat, folder)
    there = sum(bool(each.token and kept.of_token(each.token)) for each in ledger.unanswered)
    print(
        f"{lives} kills (seed {seed}): {len(ledger.recorded)} edits answered,"
        f" {len(ledger.refused)} refused, {len(ledger.unanswered)} not answered ({there} there)"
    )
    return wrong


async def _live(
    chat: Chat,
    folder: Path,
    batch: list[Edit],
    ledger: Ledger,
    chance: random.Random,
    *,
    first: bool,
) -> None:
    """A life of the bot: some edits one after the other, the last ones at once, then kill -9."""
    together = min(len(batch), chance.randint(1, 3))
    async with connected_program(chat, data=folder) as running:
        await running.line("ready")
        if first:
            nadia = chat.person("Nadia").user
            await chat.person("Mathieu").slash("equipe ajouter", organisme="MDEIE", membre=nadia)
        for edit in batch[:-together]:
            ledger.note(edit, await _make(chat, edit))
        last = [(edit, asyncio.create_task(_make(chat, edit))) for edit in batch[-together:]]
        await asyncio.sleep(chance.uniform(0, _LATEST))
        running.process.kill()
        await running.process.wait()
        await asyncio.sleep(_LINGERING)
        for edit, task in last:
            ledger.note(edit, task.result() if task.done() else None)
            task.cancel()


async def _make(chat: Chat, edit: Edit) -> Answer:
    return await chat.person(edit.who).slash(edit.path, channel=None, crafted=False, **edit.options)


def problems(ledger: Ledger, kept: Kept) -> list[str]:
    """What was answered and is not there, was refused and is, or is there by halves."""
    wrong = [f"the database is damaged: {each}" for each in kept.damage]
    told = [each for each in ledger.recorded if each.token]
    wrong += [f"lost: {each}" for each in told if len(kept.of_token(each.token)) != 1]
    wrong += [
        f"refused, and yet there: {each}"
        for each in ledger.refused
        if each.token and kept.of_token(each.token)
    ]
    for edit in (*ledger.recorded, *ledger.unanswered):
        for change in kept.of_token(edit.token) if edit.token else []:
            expected = kept.expected(change, edit.options)
            if kept.fields(change) != expected:
                wrong.append(f"by halves: {edit}: {kept.fields(change)}, not {expected}")
    undos = [each.measure for each in ledger.recorded if not each.token]
    for measure in set(undos):
        doubtful = [e for e in ledger.unanswered if not e.token and e.measure == measure]
        there = kept.undone(measure)
        if not undos.count(measure) <= there <= undos.count(measure) + len(doubtful):
            wrong.append(f"measure {measure}: {there} undone, {undos.count(measure)} answered")
    wrong += [f"a change without events: {each}" for each in kept.empty()]
    return wrong


async def _shown(chat: Chat, folder: Path) -> list[str]:
    """What a new bot tells of each measure that is not what the database holds."""
    kept, wrong = read_kept(folder), []
    async with connected_program(chat, data=folder) as running:
        await running.line("ready")
        for measure in MEASURES:
            card = await chat.person("Camille").slash("mesure voir", mesure=measure)
            remark = kept.standing(int(measure), "remarque") or ""
            if remark.startswith("Remarque ") and remark not in card.text.replace("\\", ""):
                wrong.append(f"measure {measure} does not tell {remark!r}: {card.text}")
        if await running.stop() != 0:
            wrong.append(f"it did not stop as it should:\n{running.output}")
    return wrong


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos.updates", description=__doc__)
    parser.add_argument("--edits", type=int, default=400)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    arguments = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="vigie-chaos-") as folder:
        wrong = asyncio.run(run(arguments.edits, arguments.seed, Path(folder)))
    print("\n".join(wrong) or f"nothing lost, nothing by halves ({time.monotonic() - begun:.0f} s)")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
