"""What a person cannot do, told to that person."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - it reads as what happened
    """Discord, or its client, does not let the person do this; the text says why, in French."""
