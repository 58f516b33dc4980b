"""Numbers and sums: what the bot writes, it reads back as the same."""

from collections.abc import Callable
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from plan.numbers import read_sum, read_value
from plan.option_errors import OtherUnitError, UnreadableError
from replies.refusals import word
from replies.typography import money, number

_CENTS = st.integers(1, 10**14)


@given(_CENTS | st.integers(1, 10**7).map(lambda each: each * 1_000_000))
def test_a_sum_reads_back_as_it_is_written(cents: int) -> None:
    assert read_sum(money(cents)) == cents
    assert read_sum(f"  {money(cents).replace(chr(0xA0), ' ')} ") == cents


@given(
    st.decimals(0, 10**12, places=0)
    | st.decimals(0, 10**9, places=1)
    | st.decimals(0, 10**9, places=2),
    st.sampled_from(["", "%"]),
)
def test_a_value_reads_back_as_it_is_written(value: Decimal, unit: str) -> None:
    assert read_value(number(value, unit), unit).number == value
    assert read_value(number(value, unit), None).unit == unit


def refusal(read: Callable[[str], object], typed: str) -> UnreadableError | OtherUnitError | None:
    """How a text is refused, or None where it is read; any other error is a fault."""
    try:
        read(typed)
    except (UnreadableError, OtherUnitError) as refused:
        return refused
    return None


@given(st.text(max_size=30) | st.text("0123456789 ,.$%kMm-", max_size=20))
def test_whatever_is_typed_is_read_or_refused_with_examples(typed: str) -> None:
    refused = refusal(lambda text: money(read_sum(text)), typed)
    assert refused is None or (refused.typed == typed and word(refused))
    for unit in ("", "%"):
        refused = refusal(lambda text, unit=unit: number(read_value(text, unit).number), typed)  # type: ignore[misc]
        assert refused is None or (refused.typed == typed and word(refused))


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(",."))
def test_thousands_or_decimals_are_never_guessed(whole: int, rest: int, mark: str) -> None:
    """« 650,000 » is 650 000 in English and 650 in French."""
    typed = f"{whole}{mark}{rest:03}"
    assert refusal(read_sum, typed)
    assert refusal(lambda text: read_value(text, ""), typed)
