"""What a person asks to change, and the events that come of it. Nothing is written here."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from plan.change_errors import (
    AlreadyConfirmedError,
    NothingToChangeError,
    NothingToConfirmError,
    ReasonNeededError,
    VoletNeededError,
)
from plan.definition import PlanDefinition
from plan.errors import DateOutOfRangeError
from plan.history import Change, ChangeKind, Event, EventField, signed
from plan.likeness import keywords
from plan.measure import Measure, Volet
from plan.option_errors import BadOptionError
from plan.permissions import Person
from plan.state import Cause, State
from plan.text import MAX_REASON, MAX_REMARK, clean, number_in_words


@dataclass(frozen=True, slots=True)
class Request:
    """A change asked for. None leaves a value as it is; an empty remark removes it.

    `adds`: the remark goes under the one in force, instead of in its place.
    `organisation` is the MO it speaks for, None for the whole volet.
    """

    state: State | None = None
    remark: str | None = None
    adds: bool = False
    cause: Cause | None = None
    clears_cause: bool = False
    reason: str = ""
    organisation: str | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether it asks for nothing: the form is wanted."""
        return (
            self.state is None
            and self.remark is None
            and self.cause is None
            and not self.clears_cause
        )


def require_as_of(day: date, today: date, plan: PlanDefinition) -> date:
    """Let a day pass that a change may speak of: from the plan's start to today.

    Raises:
        DateOutOfRangeError: it is outside.
    """
    if not plan.starts_on <= day <= today:
        raise DateOutOfRangeError(day, plan.starts_on, today)
    return day


def find_volet(measure: Measure, typed: str | None) -> Volet:
    """The volet that is meant; in a measure of one, no word is needed.

    Raises:
        VoletNeededError: several, and none named.
        BadOptionError: none is called so.
    """
    if typed is None or not typed.strip():
        if len(measure.volets) == 1:
            return measure.volets[0]
        raise VoletNeededError(measure.number, _labels(measure))
    text = typed.strip().casefold()
    number = number_in_words(text.split(".")[0].removeprefix("volet"))
    for volet in measure.volets:
        if volet.position == number:
            return volet
    wanted = set(keywords(typed))
    fitting = [each for each in measure.volets if wanted and wanted <= set(keywords(each.label))]
    if len(fitting) == 1:
        return fitting[0]
    raise BadOptionError("volet", typed, _labels(measure))


def _labels(measure: Measure) -> list[str]:
    return [volet_label(volet) for volet in measure.volets]


def volet_label(volet: Volet) -> str:
    """« 2. Ententes signées »."""
    return f"{volet.position}. {volet.label}" if volet.label else str(volet.position)


def modification(
    measure: Measure, volet: Volet, request: Request, as_of: date, person: Person, now: datetime
) -> Change:
    """The change that a request makes of a volet as it stood at `as_of`.

    Args:
        measure: as of `as_of`, so that « from » is what was true then.
        now: aware.

    Raises:
        NothingToChangeError: every value is already there.
        ReasonNeededError: the state would go backwards, or what two MOs tell differently would be
            settled, and no reason is told.
        TooLongError, ForbiddenTextError: the remark or the reason cannot be recorded.
    """
    reason = clean(request.reason, "motif", MAX_REASON)
    events = _events(measure.number, volet, request, as_of)
    if not events:
        said_on = _said_on(volet, request)
        to_confirm = said_on is not None and said_on < as_of
        raise NothingToChangeError(measure.number, said_on, request.organisation, to_confirm)
    if not reason:
        _require_no_reason(measure.number, volet, request)
    return signed(ChangeKind.MODIFY, events, person, now, request.organisation, reason)


def confirmation(
    measure: Measure,
    organisation: str | None,
    as_of: date,
    person: Person,
    now: datetime,
    since: datetime | None = None,
) -> Change:
    """« Rien de changé », dated and signed, for every volet that prints the MO (None: for all).

    Args:
        since: what was confirmed before may be said again: a collecte asks anew. Aware.

    Raises:
        NothingToConfirmError: nothing is recorded at that day yet.
        AlreadyConfirmedError: it is confirmed for that day already, and nothing changed since.
    """
    volets = [each for each in measure.volets if organisation is None or each.prints(organisation)]
    if not all(each.states for each in volets):
        raise NothingToConfirmError(measure.number, as_of, measure.first_state_on)
    said = Event(0, measure.number, None, EventField.CONFIRMED, None, None, as_of, organisation)
    events = [
        replace(said, volet=volet.position, new=volet.state_of(organisation).value)
        for volet in volets
        if not _confirmed(volet, organisation, as_of, since)
    ]
    if not events:
        raise AlreadyConfirmedError(measure.number, as_of, organisation)
    return signed(ChangeKind.CONFIRM, events, person, now, organisation)


def _confirmed(volet: Volet, organisation: str | None, as_of: date, since: datetime | None) -> bool:
    """Tell whether the volet's last word of that MO is a confirmation of that very day."""
    found = [
        each
        for each in volet.confirmations
        if each.organisation == organisation and (since is None or each.change.recorded_at >= since)
    ]
    told = [
        each.change.id
        for each in (*volet.states, *volet.remarks)
        if each.organisation in (organisation, None)
    ]
    return any(each.as_of == as_of and each.change.id > max(told, default=0) for each in found)


def _require_no_reason(number: int, volet: Volet, request: Request) -> None:
    if request.state is None or not volet.states:
        return
    if len(volet.states) > 1 and request.organisation is None:
        raise ReasonNeededError(number, settles=True)
    if request.state.rank < volet.state_of(request.organisation).rank:
        raise ReasonNeededError(number)


def _events(number: int, volet: Volet, request: Request, as_of: date) -> list[Event]:
    def event(field: EventField, old: str | None, new: str | None) -> Event:
        return Event(0, number, volet.position, field, old, new, as_of, request.organisation)

    events = []
    if request.state is not None and not _already_told(volet, request):
        old_state = volet.state_of(request.organisation).value if volet.states else None
        events.append(event(EventField.STATE, old_state, request.state.value))
    if request.remark is not None:
        own = volet.remark_of(request.organisation)
        remark = _remark(request.remark, own if request.adds else "")
        if remark != shown_remark(volet, request.organisation) and (remark or own):
            events.append(event(EventField.REMARK, own or None, remark))
    old_cause = volet.cause.value if volet.cause else None
    new_cause = request.cause.value if request.cause else None
    if (request.cause is not None or request.clears_cause) and new_cause != old_cause:
        events.append(event(EventField.CAUSE, old_cause, new_cause))
    return events


def _said_on(volet: Volet, request: Request) -> date | None:
    """The last day of which the volet says what is asked for; of a cause, it is not kept."""
    voices = (request.organisation, None)
    told = [each for each in volet.states if request.state and each.value == request.state.value]
    if request.remark is not None:
        told += [each for each in volet.remarks if each.organisation in voices]
    return max((each.as_of for each in told), default=None)


def _remark(typed: str, kept: str) -> str:
    """The remark to record; what it already holds is not added again."""
    added = clean(typed, "remarque", MAX_REMARK)
    if not kept or not added:
        return added or kept
    return kept if added in kept else clean(f"{kept}\n{added}", "remarque", MAX_REMARK)


def shown_remark(volet: Volet, organisation: str | None) -> str:
    """What an MO's form starts from: its own remark, else the whole volet's."""
    return volet.remark_of(organisation) or volet.remark_of(None)


def _already_told(volet: Volet, request: Request) -> bool:
    """The state asked for is the one that stands, for the MO or for all."""
    if not volet.states or (request.organisation is None and len(volet.states) > 1):
        return False
    return volet.state_of(request.organisation) is request.state
