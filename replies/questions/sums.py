"""How an amount is said inside a sentence: its sum and rhythm, its nature, its payers."""

from plan.money import Amount, Cents, Nature, Rhythm
from replies.amounts import NATURES
from replies.names import the
from replies.questions.voice import Voice
from replies.typography import NBSP, listing, money, plain

_ONE_MILLION = 100_000_000  # cents: from there on, sums are told in millions
_ENGLISH = {
    Nature.ANNOUNCED: "announced",
    Nature.PLANNED: "planned or reserved",
    Nature.GRANTED: "granted",
    Nature.AUTHORISED: "authorised",
    Nature.SPENT: "spent or invested",
}


def value(amount: Amount, voice: Voice, *, total_first: bool = False, bold: bool = True) -> str:
    """« **650 000 $ par année**, 5 ans (3,25 M$ en tout) »; the total first where it was asked."""
    mark = "**" if bold else ""
    sum_told, total = f"{mark}{money(amount.value)}{mark}", f"{mark}{money(amount.total)}{mark}"
    years = f"{amount.years}{NBSP}{voice.say('ans', 'years')}"
    if amount.rhythm is Rhythm.PER_YEAR:
        yearly = f"{money(amount.value)}{rhythm(amount, voice)}"
        in_all = voice.say("en tout", "in all")
        if not amount.years or amount.years < 2:
            return f"{mark}{yearly}{mark}"
        if total_first:
            return f"{total} {in_all} ({yearly} × {years})"
        return f"{mark}{yearly}{mark}, {years} ({money(amount.total)} {in_all})"
    if amount.rhythm is Rhythm.OVER_PERIOD and amount.years:
        return f"{sum_told} {voice.say('sur', 'over')} {years}"
    if amount.rhythm is Rhythm.UNTOLD:
        return f"{sum_told} ({voice.say('durée non dite', 'for how long is not told')})"
    return sum_told


def rhythm(amount: Amount, voice: Voice) -> str:
    """«  par année », or nothing."""
    return voice.say(" par année", " a year") if amount.rhythm is Rhythm.PER_YEAR else ""


def nature(kind: Nature, cents: Cents, voice: Voice) -> str:
    """« prévus », « octroyés »…: « 1 M$ prévu », and the plural from two millions on."""
    french = NATURES[kind].lower()
    if not _ONE_MILLION <= cents < 2 * _ONE_MILLION:
        french = " ou ".join(f"{each}s" for each in french.split(" ou "))
    return voice.say(french, _ENGLISH[kind])


def payers(amount: Amount, voice: Voice) -> str:
    """« le MAMROT et le MESS »."""
    if voice.english:
        return listing([plain(each) for each in amount.payers], "and")
    return listing([the(each, voice.plan) for each in amount.payers])
