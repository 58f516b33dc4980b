"""What is not told, said plainly, without a figure that could be taken for the answer."""

from plan.money import Nature
from plan.questions.answering.answer import Answer, Gap, Missing
from plan.questions.reading.asked import Kind
from replies.names import of_the, the
from replies.questions.gaps import NATURES, SAID
from replies.questions.states import as_of
from replies.questions.voice import Voice, short_title
from replies.typography import NBSP, listing, money, plain, quoted


def refusal_lines(answer: Answer, voice: Voice) -> list[str]:
    """« Je ne trouve pas… », and what is missing."""
    missing = answer.missing
    assert missing is not None
    text = _missing(missing, answer, voice)
    return [voice.say(f"**Je ne trouve pas.** {text}", f"**I cannot find that.** {text}").strip()]


def _missing(missing: Missing, answer: Answer, voice: Voice) -> str:
    words = {
        Gap.NO_MEASURE: _no_measure,
        Gap.NO_AXIS: _no_axis,
        Gap.NO_SUM: _no_sum,
        Gap.NOT_SPENT: _not_spent,
        Gap.NO_STATE: _no_state,
        Gap.NO_CONTACT: _no_contact,
        Gap.NO_RESPONDENT: _no_respondent,
    }.get(missing.gap)
    if words:
        return words(missing, voice)
    if missing.gap is Gap.NO_AMOUNT and missing.body:
        return _nothing_paid(missing.body.acronym, voice)
    if said := SAID.get(missing.gap):
        known = _state(missing, voice) if missing.gap is Gap.NO_REASON else ""
        return f"{voice.say(*said)}{_about(missing, voice)}.{known}"
    return _other_plan(answer, voice) if missing.gap is Gap.OTHER_PLAN else _nothing(answer, voice)


def _no_measure(missing: Missing, voice: Voice) -> str:
    numbers, last = _numbers(missing), max(each.number for each in voice.plan.measures)
    return voice.say(
        f"Le plan n'a pas de mesure {numbers}{NBSP}: elles vont de 1 à {last}.",
        f"The plan has no measure {numbers}: they go from 1 to {last}.",
    )


def _no_axis(missing: Missing, voice: Voice) -> str:
    numbers, last = _numbers(missing), max(each.number for each in voice.plan.axes)
    return voice.say(
        f"Le plan n'a pas d'axe {numbers}{NBSP}: ils vont de 1 à {last}.",
        f"The plan has no axis {numbers}: they go from 1 to {last}.",
    )


def _numbers(missing: Missing) -> str:
    return listing([str(each) for each in missing.numbers])


def _nothing_paid(acronym: str, voice: Voice) -> str:
    return voice.say(
        f"Les documents ne donnent aucun montant de ce genre payé par {the(acronym, voice.plan)}.",
        f"The documents do not give any such amount paid by {plain(acronym)}.",
    )


def _no_sum(missing: Missing, voice: Voice) -> str:
    sums = listing([money(each.cents) for each in missing.sums], voice.say("ni de", "or"))
    return voice.say(f"Aucun montant de {sums} n'est dit.", f"No amount of {sums} is told.")


def _not_spent(missing: Missing, voice: Voice) -> str:
    french, english = NATURES.get(missing.nature or Nature.SPENT, NATURES[Nature.SPENT])
    return voice.say(
        f"Les documents ne donnent pas le total {french} pour le plan.",
        f"The documents do not give the total {english} for the plan.",
    )


def _no_state(missing: Missing, voice: Voice) -> str:
    assert missing.day is not None
    assert missing.first is not None
    day, first = voice.day(missing.day), voice.day(missing.first)
    if missing.day < missing.first:
        return voice.say(
            f"Rien n'est consigné au {day}{NBSP}: le premier état connu est celui du {first}.",
            f"Nothing is recorded as of {day}: the first known state is that of {first}.",
        )
    return voice.say(
        f"Aucun état n'est consigné au {day}{NBSP}: le dernier connu est celui du {first}.",
        f"No state is recorded as of {day}: the last known is that of {first}.",
    )


def _no_respondent(missing: Missing, voice: Voice) -> str:
    if missing.body is None:
        return voice.say("Aucun répondant n'est encore inscrit.", "Nobody is registered yet.")
    of_body = of_the(missing.body.acronym, voice.plan)
    return voice.say(
        f"Personne n'est encore inscrit pour répondre au nom {of_body}, et les documents ne nomment"
        " personne.",
        f"Nobody is registered to answer for {plain(missing.body.acronym)}, and the documents name"
        " nobody.",
    )


def _no_contact(missing: Missing, voice: Voice) -> str:
    if missing.entry is None:
        return voice.say(
            "Le répertoire ne donne pas ces coordonnées.", "The directory does not give that."
        )
    entry = missing.entry
    name = entry.contact.name if entry.contact and entry.contact.name else entry.name
    given = [entry.contact.name, entry.contact.email] if entry.contact else []
    told = ", ".join(plain(each) for each in given if each)
    also = f" {voice.say('La fiche donne', 'It gives')}{voice.colon} {told}." if told else ""
    return (
        voice.say(
            f"La fiche ne donne pas cela pour {plain(name)}.",
            f"The entry does not give that for {plain(name)}.",
        )
        + also
    )


def _nothing(answer: Answer, voice: Voice) -> str:
    """Nothing of the plan fits what was asked."""
    if answer.kind is Kind.STATE:
        return voice.say(
            "Aucune mesure du plan ne correspond.", "No measure of the plan corresponds to it."
        )
    return voice.say(
        f"Le plan que je suis ne dit rien de cela{NBSP}: {quoted(voice.plan.title)}.",
        f"The plan I follow does not say anything of it: {quoted(voice.plan.title)}.",
    )


def _other_plan(answer: Answer, voice: Voice) -> str:
    """What this plan does not tell of another; its own total, where money was asked."""
    plan, other = voice.plan, plain(answer.asked.other_plan)
    about = voice.say("de cet autre plan", "of that other plan")
    if other:
        about = voice.say(f"du {other}", f"of {other}")
    told = voice.say(
        f"Le plan que je suis, {quoted(plan.title)} ({plan.starts_on.year}), ne dit rien {about}.",
        f"The plan I follow, {quoted(plan.title)} ({plan.starts_on.year}), tells nothing {about}.",
    )
    if plan.announced_total is None or answer.kind not in (Kind.AMOUNT, Kind.PAYER, Kind.SUM):
        return told
    total = money(plan.announced_total)
    near = voice.say(
        f"Le plus proche{NBSP}: le total annoncé de ce plan-ci, {total}.",
        f"The nearest: the total announced for this very plan, {total}.",
    )
    return f"{told} {near}"


def _state(missing: Missing, voice: Voice) -> str:
    """«  État connu : à venir, au 31 mars 2010. », where it is one measure that has no reason."""
    day = as_of(missing.measures)
    if len(missing.measures) != 1 or day is None:
        return ""
    known = voice.say("État connu", "Known state")
    state = voice.state(missing.measures[0].state)
    return f" {known}{voice.colon} {state}, {voice.say('au', 'as of')} {voice.day(day)}."


def _about(missing: Missing, voice: Voice) -> str:
    if not missing.measures:
        return ""
    names = [f"{voice.measure(each.number)}, {short_title(each)}" for each in missing.measures[:2]]
    return f" ({'; '.join(names)})"
