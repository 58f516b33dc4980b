"""What a bilan's own sentences tell of its plan: title, dates, announced total, full names.

Everything is found by the words around it; what a document does not say is None or empty.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from plan.money import Cents
from storage.bilan_lines import Kind, Line
from storage.sentence_case import SentenceCase

_MONTH = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_MONTHS = _MONTH.split("|")
_DAY = re.compile(rf"\b(\d{{1,2}})(?:er)?\s+({_MONTH})\s+(\d{{4}})\b", re.I)
_STATED = re.compile(r"(?:jusqu['’]au|\bau|en date du|à la date du|arrêtée?s? le)\s+$", re.I)
_ABOUT_STATE = re.compile(r"\bbilan\b|\brapport\b|\bavancement\b|\bétats?\b", re.I)
_LAUNCH = re.compile(r"dévoil|\blanc[eé]|annonc|adopt|rendu public|présent[eé]|en vigueur", re.I)
_PLAN = re.compile(r"\b(?:plan|stratégie|politique|programme|feuille de route|cadre)\b", re.I)
_TOTAL = re.compile(
    r"\b(?:investissement|enveloppe|budget|financement|effort financier|somme|montant)s?"
    r"\s+(?:budgétaire\s+)?(?:total|global)e?s?\b[^.;\d]{0,40}?"
    r"(\d+(?:[ \u00a0\u202f]\d{3})*(?:,\d+)?)\s*"
    r"(milliards?\b|millions?\b|[MG]\s?\$|\$|dollars\b)",
    re.I,
)
MAX_CENTS = 10**15  # ten thousand milliards of dollars: beyond it, no plan's total
_UNITS = {"m": 10**6, "g": 10**9}
_KINDS = (
    "ministère|secrétariat|société|office|régie|conseil|commission|agence|institut|bureau|centre"
    "|fonds|commissariat|curateur|direction|musée|bibliothèque|sûreté|tribunal|école|université"
)


def sentences(lines: Iterable[Line]) -> list[str]:
    """The sentences of a document's prose; those of its tables are not among them."""
    paragraphs = [each.text for each in lines if each.kind is Kind.PROSE]
    return [part for text in paragraphs for part in re.split(r"(?<=[.!?;])\s+(?=\S)", text)]


def document_title(lines: Sequence[Line]) -> str:
    """The first lines up to a blank one, or the first heading; empty where they are a text."""
    first = [each for each in lines if each.kind is not Kind.BLANK][:1]
    if not first or first[0].kind is Kind.ROW:
        return ""
    block = list(_block(lines, first[0]))
    title = " ".join(each.text for each in block)
    return title if len(title) <= 300 else ""


def _block(lines: Sequence[Line], first: Line) -> Iterator[Line]:
    for line in lines[first.number - 1 :]:
        if line.kind is not first.kind or line.level != first.level:
            return
        yield line


def plan_title(title: str, written: Iterable[str], in_sentences: SentenceCase) -> str:
    """The plan's title, out of « Premier bilan de la mise en œuvre du plan d'action… ».

    Where it is in capitals, it is written as the sentences write it.
    """
    found = _PLAN.search(title)
    name = title[found.start() :] if found else title
    if name.isupper():
        pattern = re.compile(re.sub(r"(?:\\?\s)+", r"\\s+", re.escape(name)), re.I)
        matches = (pattern.search(sentence) for sentence in written)
        name = next((each[0] for each in matches if each and not each[0].isupper()), name)
    name = in_sentences(name)
    return name[:1].upper() + name[1:]


def stated_on(headers: Iterable[str], written: Sequence[str]) -> date | None:
    """The date that the states hold at: « jusqu'au 31 mars 2010 ».

    A column's header decides, then a sentence about the bilan, then the date said most often.
    """
    for header in headers:
        found = _DAY.search(header)
        day = _date(found) if found else None
        if day:
            return day
    about_states = _stated_days(each for each in written if _ABOUT_STATE.search(each))
    if about_states:
        return about_states[0]
    often = Counter(_stated_days(written)).most_common(1)
    return often[0][0] if often else None


def _stated_days(written: Iterable[str]) -> list[date]:
    """The days that stand after « au », « jusqu'au »…"""
    return [
        day
        for sentence in written
        for found in _DAY.finditer(sentence)
        if _STATED.search(sentence[: found.start()]) and (day := _date(found))
    ]


def launched_on(written: Iterable[str], before: date) -> date | None:
    """The day the plan was made public: « Le 2 novembre 2008, … a dévoilé le Plan… »."""
    for sentence in written:
        if _LAUNCH.search(sentence) and _PLAN.search(sentence):
            days = (_date(found) for found in _DAY.finditer(sentence))
            known = [day for day in days if day is not None and day <= before]
            if known:
                return known[0]
    return None


def announced_total(written: Iterable[str]) -> Cents | None:
    """The plan's total: « un investissement total de 16,7 millions de dollars, le plan … »."""
    for sentence in written:
        found = _TOTAL.search(sentence) if _PLAN.search(sentence) else None
        if found:
            number = Decimal(re.sub(r"\s", "", found[1]).replace(",", "."))
            unit = found[2].lower()
            times = 10**9 if unit.startswith("milliard") else _UNITS.get(unit[0], 1)
            cents = int(number * times * 100)
            return cents if 0 < cents < MAX_CENTS else None
    return None


def dated(lines: Iterable[Line]) -> str:
    """The document's own date, « mai 2011 », where a line holds nothing else; or ''."""
    alone = re.compile(rf"(?:\d+(?:er)? )?(?:{_MONTH}) \d{{4}}", re.I)
    found = (each.text for each in lines if each.kind is Kind.PROSE and alone.fullmatch(each.text))
    text = next(found, "")
    return text[:1].lower() + text[1:]


def full_name(acronym: str, written: Iterable[str]) -> str:
    """The name before « (MAMROT) » in the sentences, from the word that says what it is; or ''."""
    marked = f"({acronym})"
    for sentence in written:
        before, found, _ = sentence.partition(marked)
        starts = list(re.finditer(rf"\b(?:{_KINDS})\b", before, re.I)) if found else []
        if starts:
            name = before[starts[-1].start() :].strip()
            if 5 < len(name) < 150 and not re.search(r"[.;:()]", name):
                return name
    return ""


def coordinator(acronyms: Sequence[str], written: Iterable[str]) -> str:
    """The MO that a sentence says coordinates or wrote; else the one printed most often."""
    for sentence in written:
        if re.search(r"coordination|coordonn|réalisé par|responsable de", sentence, re.I):
            named = [(sentence.find(f"({each})"), each) for each in set(acronyms)]
            told = sorted(pair for pair in named if pair[0] >= 0)
            if told:
                return told[0][1]
    return Counter(acronyms).most_common(1)[0][0] if acronyms else ""


def _date(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[3]), _MONTHS.index(found[2].lower()) + 1, int(found[1]))
    except ValueError:
        return None
