"""The frame of every answer fits in a message, whatever it is given."""

from hypothesis import given
from hypothesis import strategies as st

from replies.components import texts_in
from replies.layout import MAX_TEXT, card

LINES = st.text(alphabet="ab \n", min_size=1, max_size=300)
LENGTHENED = st.tuples(LINES, st.integers(1, 12)).map(lambda pair: pair[0] * pair[1])


@given(st.lists(LENGTHENED, max_size=35), st.text(max_size=1_200))
def test_a_card_fits_in_a_message(blocks: list[str], footer: str) -> None:
    told = texts_in(card(blocks, footer=footer).components)
    assert sum(len(each["content"]) for each in told) <= MAX_TEXT


def test_of_many_short_blocks_the_first_are_shown() -> None:
    shown = card([f"{number}".ljust(190, ".") for number in range(25)])
    texts = [each["content"] for each in texts_in(shown.components)]
    assert texts[0].startswith("0.")
    assert len(texts) == 3_900 // 190
