"""Plans that the facts mention beside the one followed: nothing is told of their money."""

import re
from collections.abc import Iterable

from plan.definition import PlanDefinition
from plan.questions.finding.record import Record
from plan.text import fold

_NAMED = re.compile(r"\b[Pp]lan d(?:'|’)[^().;:]{3,120}\((?P<acronym>[A-Z]{3,})\)")


class OtherPlans:
    """The acronyms of the other plans that some records mention."""

    def __init__(self, records: Iterable[Record], plan: PlanDefinition) -> None:
        texts = {text for each in records for text in (each.own, each.near) if "lan d" in text}
        found = {match["acronym"] for text in texts for match in _NAMED.finditer(text)}
        own = {each.acronym for each in plan.organisations}
        self._acronyms = {each for each in found if each not in own and each not in plan.title}

    def named_in(self, text: str) -> str:
        """The acronym of another plan that a question names, empty where it names none.

        In small letters it may be a common word: it is an acronym after an article of its own.
        """
        for each in self._acronyms:
            small = re.search(rf"\b(?:le|du|au|ce) {each.casefold()}\b", fold(text))
            if small or re.search(rf"\b{each}\b", text):
                return each
        return ""
