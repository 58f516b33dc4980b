"""The directory, the MOs and the parts of the plan in sentences."""

from collections.abc import Sequence

from plan.definition import Axis
from plan.directory import DirectoryEntry
from plan.measure import Volet
from plan.organisation import Organisation
from plan.questions.answering.told.facts import ContactTold, EntryTold
from plan.questions.answering.told.measures import CoordinatorTold, ListTold, NameTold
from plan.questions.reading.asked import Focus
from replies.names import full_name
from replies.questions.lines import told_lines
from replies.questions.states import of_volet
from replies.questions.voice import Voice
from replies.states import SYMBOLS
from replies.typography import capital, clip, listing, plain

_LONGEST = 700  # characters of a list of names


@told_lines.register
def contact_lines(told: ContactTold, voice: Voice) -> list[str]:
    """« **name**, email : entry. », what was wanted of it first."""
    contact = told.entry.contact
    assert contact is not None
    fields = {
        Focus.EMAIL: contact.email,
        Focus.PHONE: contact.phone,
        Focus.TOLL_FREE: contact.toll_free,
        Focus.ADDRESS: ", ".join(contact.address.splitlines()),
    }
    first = [value for field, value in fields.items() if field in told.wanted and value]
    others = [contact.name, contact.email]
    if not contact.name or not contact.email:
        free = f"{contact.toll_free} ({voice.say('sans frais', 'toll-free')})"
        others += [contact.phone, free if contact.toll_free else ""]
    rest = [each for each in others if each and each not in first]
    if not first and rest:
        first.append(rest.pop(0))
    parts = [*(f"**{plain(each)}**" for each in first), *(plain(each) for each in rest)]
    line = f"{', '.join(parts)}{voice.colon} {plain(told.entry.name)}."
    return [line, *_carried_by(told.entry, voice)]


def _carried_by(entry: DirectoryEntry, voice: Voice) -> list[str]:
    if not entry.carrier:
        return []
    carried = voice.say("Organisme porteur", "Carried by")
    return [f"{carried}{voice.colon} {plain(entry.carrier)}."]


@told_lines.register
def entry_lines(told: EntryTold, voice: Voice) -> list[str]:
    """What was asked of an entry, or the entry in brief."""
    entry = told.entry
    name = plain(entry.name)
    if told.focus is Focus.CARRIER and entry.carrier:
        return [f"**{plain(entry.carrier)}**{voice.colon} {name}."]
    if told.focus is Focus.PARTNERS:
        return _listed(f"{name}, {voice.say('partenaires', 'partners')}", entry.all_partners, voice)
    if told.focus is Focus.ISSUES:
        return _listed(f"{name}, {voice.say('enjeux ciblés', 'issues')}", entry.issues, voice)
    if told.section is not None:
        heading = [f"**{name} · {plain(told.section.title)}**"]
        if told.section.intro:
            heading.append(plain(told.section.intro))
        return [*heading, *(f"- {plain(each)}" for each in told.section.items)]
    if told.items:
        return [
            f"**{name}** ({len(told.items)}){voice.colon}",
            *(f"- {plain(each)}" for each in told.items),
        ]
    return _in_brief(entry, voice)


def _in_brief(entry: DirectoryEntry, voice: Voice) -> list[str]:
    """Summary, carrier or first list, contact, measures."""
    lines = [f"**{plain(entry.name)}**{voice.colon} {plain(entry.summary)}"]
    lines += _carried_by(entry, voice) or _sections(entry, voice)
    if entry.contact and entry.contact.name:
        contact = f"{plain(entry.contact.name)}, {plain(entry.contact.email)}"
        lines.append(f"Contact{voice.colon} {contact}.")
    return lines + _in_plan(entry.measures, voice)


def _sections(entry: DirectoryEntry, voice: Voice) -> list[str]:
    if not entry.sections:
        return []
    first, *others = entry.sections
    lines = [f"- {plain(each)}" for each in first.items]
    if others:
        titles = " · ".join(plain(each.title) for each in others)
        lines.append(f"{voice.say('Aussi', 'Also')}{voice.colon} {titles}.")
    return lines


def _in_plan(numbers: Sequence[int], voice: Voice) -> list[str]:
    if not numbers:
        return []
    in_plan = voice.say("Dans le plan", "In the plan")
    return [f"{in_plan}{voice.colon} {voice.measures(numbers)}."]


def _listed(heading: str, names: tuple[str, ...], voice: Voice) -> list[str]:
    if not names:
        none = voice.say("Je ne trouve pas de nom", "I cannot find any name")
        return [f"{capital(heading)}{voice.colon} {none}."]
    text = " · ".join(plain(each) for each in names)
    return [f"**{capital(heading)}** ({len(names)}){voice.colon} {clip(text, _LONGEST)}."]


@told_lines.register
def name_lines(told: NameTold, voice: Voice) -> list[str]:
    """The full name, the other acronyms printed, then the measures."""
    lines = [f"{full_name(told.organisation)}."]
    if told.organisation.name == told.organisation.acronym and told.organisation.acronym.isupper():
        untold = "Les documents n'en donnent pas le nom au long."
        lines.append(voice.say(untold, "The documents do not give its full name."))
    others = [plain(each) for each in told.organisation.aliases if each.isupper()]
    if others:
        same = voice.say(" : c'est le même organisme", ": the same body")
        lines.append(f"{voice.say('Aussi imprimé', 'Also printed')} {listing(others)}{same}.")
    return lines + _in_plan([each.number for each in told.measures], voice)


@told_lines.register
def coordinator_lines(told: CoordinatorTold, voice: Voice) -> list[str]:
    """Who coordinates the plan."""
    name = full_name(told.organisation) if told.organisation else f"**{plain(told.acronym)}**"
    lead = voice.say("Le plan est coordonné par", "The plan is coordinated by")
    return [f"{lead} {name}."]


@told_lines.register
def list_lines(told: ListTold, voice: Voice) -> list[str]:
    """Axes, volets, MOs or sectors, with how many they are."""
    nouns = {
        "axes": voice.say("axes", "axes"),
        "volets": voice.say("volets", "parts"),
        "organismes": voice.say("ministères et organismes nommés", "ministries and agencies named"),
        "secteurs": voice.say("secteurs stratégiques", "strategic sectors"),
    }
    noun = nouns[told.what]
    if len(told.things) == 1:
        noun = " ".join(word.removesuffix("s") for word in noun.split())
    about = ""
    if told.measure is not None:
        about = f", {voice.measure(told.measure.number)}"
    if told.by:
        about = f", {plain(told.by)}"
    heading = f"**{len(told.things)} {noun}**{about}{voice.colon}"
    if told.what == "volets" and told.measure is None:  # of all the measures: too many to name
        return [f"**{len(told.things)} {noun}**."]
    names = [_named(each, voice) for each in told.things]
    if told.what == "organismes":
        return [f"{heading} {listing(names, voice.say('et', 'and'))}."]
    return [heading, *(f"- {each}" for each in names)]


def _named(thing: Axis | Volet | Organisation | DirectoryEntry, voice: Voice) -> str:
    if isinstance(thing, Axis):
        return f"**{thing.number}** · {plain(thing.title)}"
    if isinstance(thing, Volet):
        label = plain(thing.label) or plain(clip(thing.remark_of(None), 80))
        state = of_volet(thing.state, voice)
        return f"{SYMBOLS[thing.state]} **{thing.position}** · {label} · {state}"
    if isinstance(thing, Organisation):
        return plain(thing.acronym)
    return plain(thing.name)
