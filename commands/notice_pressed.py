"""What a button of a notice is about, and who may press it."""

from collections.abc import Sequence
from dataclasses import dataclass

from commands.answers import send
from commands.context import Context, Interaction, context_of
from plan.collecte import Account
from plan.deadline_errors import CollecteClosedError
from plan.errors import NotAllowedError, NotFoundError, StaleControlError
from plan.measure import Measure
from reminders.campaign import Campaign, campaign_about
from replies import notice_answers as replies
from replies.layout import Reply


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a notice's button is about."""

    context: Context
    campaign: Campaign
    account: Account
    token: str

    @property
    def answerable(self) -> tuple[Measure, ...]:
        """What the person may answer for of what the MO owes; a coordinator: all of it."""
        return self.account.owed if self.context.rights.coordinates else self.account.own

    def numbers(self, picked: str) -> list[int]:
        """The measures picked, of those the person may answer for."""
        return [m.number for m in self.answerable if picked in (replies.ALL, str(m.number))]


def pressed_by(interaction: Interaction, arguments: Sequence[str]) -> Pressed:
    """What was pressed, by somebody who answers for that MO at this very moment.

    Raises:
        NotAllowedError: they do not.
        CollecteClosedError: nothing is answered from there any more.
        StaleControlError: the button means nothing any more.
    """
    context = context_of(interaction)
    campaign, organisation = campaign_of(interaction, context, arguments)
    account = campaign.account(organisation)
    if account is None:
        raise StaleControlError
    rights = context.rights
    if not rights.coordinates and organisation not in rights.organisations:
        raise NotAllowedError("other_organisation", organisation)
    closed_at = campaign.collecte.closed_at if campaign.collecte else None
    if closed_at is not None:
        day = closed_at.astimezone(context.zone).date()
        raise CollecteClosedError(campaign.deadline.title, day)
    return Pressed(context, campaign, account, arguments[0])


def campaign_of(
    interaction: Interaction, context: Context, arguments: Sequence[str]
) -> tuple[Campaign, str]:
    """The campaign that a button's token belongs to, and the MO its post is for.

    Raises:
        StaleControlError: the token is not of this committee, or its deadline was withdrawn.
    """
    services = interaction.client.services
    delivery = services.storage.deliveries.by_token(context.committee.id, arguments[0])
    if delivery is None:
        raise StaleControlError
    try:
        deadline = context.committee.deadlines.get(delivery.post.deadline_id)
    except NotFoundError:
        raise StaleControlError from None
    campaign = campaign_about(context.committee, deadline, delivery.post.due_on)
    return campaign, delivery.post.recipient


async def is_over(interaction: Interaction, pressed: Pressed) -> bool:
    """Answer where nothing is left that the person may answer for."""
    if pressed.answerable:
        return False
    await send(interaction, nothing_left(pressed))
    return True


def nothing_left(pressed: Pressed) -> Reply:
    """What is said where nothing is left that the person may answer for."""
    if pressed.account.owed and not pressed.answerable:
        return replies.for_coordination(pressed.account)
    return replies.nothing_owed(pressed.account.organisation, pressed.context.plan)
