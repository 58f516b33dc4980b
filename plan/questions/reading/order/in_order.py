"""Which kind of answer comes first, once what a question names is known."""

from plan.questions.reading.asked import Asked, Kind
from plan.questions.reading.order.measures import (
    of_a_date,
    of_a_moment,
    of_a_named_state,
    of_a_span,
    of_axes,
    of_events,
    of_measures,
    of_ranks,
)
from plan.questions.reading.order.money import (
    of_a_payer,
    of_a_share,
    of_a_sum,
    of_a_use,
    of_a_way_of_paying,
    of_an_excess,
    of_how_much,
    of_what_is_in,
)
from plan.questions.reading.order.numbers import of_a_number, of_how_many
from plan.questions.reading.order.people import (
    of_a_collecte,
    of_a_name,
    of_people,
    of_people_today,
    of_those_who_did,
    of_which_body,
)
from plan.questions.reading.order.preference import Rule


def in_order(asked: Asked) -> tuple[Kind, ...]:
    """The kinds of a question, the one that the things named decide for first."""
    kinds = list(asked.kinds)
    for rule in _RULES:
        kinds = rule(asked, kinds)
    return tuple(kinds)


# Each is given what the one before it leaves.
_RULES: tuple[Rule, ...] = (
    of_what_is_in,
    of_a_sum,
    of_measures,
    of_a_number,
    of_a_date,
    of_how_much,
    of_people,
    of_a_payer,
    of_a_use,
    of_a_share,
    of_a_way_of_paying,
    of_a_span,
    of_which_body,
    of_a_name,
    of_how_many,
    of_events,
    of_axes,
    of_a_named_state,
    of_those_who_did,
    of_people_today,
    of_a_collecte,
    of_a_moment,
    of_an_excess,
    of_ranks,
)
