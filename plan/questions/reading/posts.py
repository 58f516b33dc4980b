"""Posts that a person holds: « le ministre des Finances », where nobody asks for money."""

from plan.questions.reading.patterns import pattern_of

_HOLDER = r"(?:premierministre|ministres?|presidente?s?|direct(?:eur|rice)s?|maire(?:sse)?s?)"
_POST = pattern_of(_HOLDER)
_OFFICE = pattern_of(rf"(?P<post>{_HOLDER}(?: \w+)?) (?:des|de la|de l|du|de|d) \w{{4,}}")


def names_post(normal: str) -> bool:
    """Tell whether a normalised sentence speaks of somebody by their post."""
    return _POST.search(normal) is not None


def without_offices(normal: str) -> str:
    """The sentence without what each post is of: no way of asking is read in it."""
    return _OFFICE.sub(r"\g<post>", normal)
