"""A chat message made plain is a text that may be recorded, and stays as it is."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plan.errors import ForbiddenTextError
from plan.text import clean, tidied

# Bits of what people paste, that may meet in every order.
_MARKS = ["*", "**", "_", "__", "~~", "||", "`", "```", "[", "](", "](<", ")", ">)", "<", ">"]
_LINES = ["# ", "## ", "> ", ">>> ", "-# ", "\n", "\r\n", " ", "\t"]
_CALLS = ["@everyone", "@here", "<@12>", "<@!1>", "<@&3>", "<#4>", "<:oui:1>", "<t:12:R>"]
_CALLS += ["https://discord.com/channels/1/2/3", "https://discord.com/channels/"]
_CALLS += ["</mesure:12>", "<id:customize>", "every", "one"]
_HIDDEN = ["\u200b", "\u202e", "\x00", "\x0b", "\u2028", "e\u0301"]
_pasted = st.lists(st.sampled_from([*_MARKS, *_LINES, *_CALLS, *_HIDDEN, "a", "mot", "1"]))
_texts = _pasted.map("".join) | st.text()


@settings(max_examples=300, deadline=None)
@given(_texts)
def test_a_message_made_plain_may_be_recorded_as_it_is(message: str) -> None:
    once = tidied(message)
    assert clean(once, "remarque", 10**6) == once
    assert tidied(once) == once


@settings(max_examples=300, deadline=None)
@given(_texts)
def test_what_was_recorded_once_is_recorded_again_as_it_is(text: str) -> None:
    try:
        recorded = clean(text, "remarque", 10**6)
    except ForbiddenTextError:
        return
    assert clean(recorded, "remarque", 10**6) == recorded
