"""What is told, in lines: one wording for each kind of `Told`, registered by the other modules."""

from functools import singledispatch

from replies.questions.voice import Voice


@singledispatch
def told_lines(told: object, voice: Voice) -> list[str]:  # noqa: ARG001 - the wordings use it
    """The lines that tell something; the first says it all, in a list of readings it stands alone.

    Raises:
        TypeError: nothing words this kind of thing.
    """
    raise TypeError(f"no wording for {type(told).__name__}")
