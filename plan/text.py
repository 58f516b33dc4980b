"""Words as people type them: folding, numbers in words, and what a recorded text may hold."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime

from plan.errors import EmptyTextError, ForbiddenTextError, TooLongError

MAX_REASON = 500  # characters
MAX_REMARK = 4_000  # characters: what one text box of a Discord form holds
_LONGEST_NUMBER = 9  # digits; Python itself refuses to read thousands of them

_UNITS = [
    "zero",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
# Invisible characters that reorder or hide text (bidirectional controls, zero-width marks, tags).
_INVISIBLE = re.compile(
    "[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
# Formatting that would be read as such in chat; a lone * or _ is only text, and is shown as typed.
_MARKDOWN = re.compile(
    r"\*\*\S|__\S|~~\S|\|\|\S|```|`[^`\n]+`|\[[^\]\n]+\]\([^)\n]+\)|^(?:#{1,3}|-#|>{1,3}) "
    r"|(?<![\w*])\*(?=[^\s*])[^*\n]*(?<=[^\s*])\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_])[^_\n]*(?<=[^\s_])_(?![\w_])"
    r"|<(?:a?:\w+:|/[^<>\n]+:|t:-?)\d+(?::\w)?>|<id:\w+>",
    re.MULTILINE,
)
_PAIR = re.compile(r"(\*\*|__|~~|\|\||```|`)(.+?)\1", re.DOTALL)
# A link to a message of the server: it leads the public nowhere, and holds Discord's ids.
_MESSAGE_LINK = re.compile(r"<?https?://(?:\w+\.)?discord(?:app)?\.com/channels/[\w/@-]*>?[ \t]?")
_MENTION = re.compile(r"@(?:everyone|here)\b|<(?:@[!&]?|#|@&)\d+>")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_FORBIDDEN = {
    "invisible": _INVISIBLE,
    "control": _CONTROL,
    "mention": _MENTION,
    "message_link": _MESSAGE_LINK,
    "markdown": _MARKDOWN,
}


def fold(text: str) -> str:
    """Lower case, no accent, plain apostrophes and spaces: what two spellings have in common.

    >>> fold("  L’Économie  SOCIALE, œuvre ")
    "l'economie sociale, oeuvre"
    """
    text = text.replace("œ", "oe").replace("Œ", "OE").replace("’", "'").replace("ʼ", "'")
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(bare.casefold().split())


def words(text: str) -> list[str]:
    """The folded words and numbers of a text; an elided article stands apart."""
    return re.findall(r"[a-z0-9]+", fold(text))


def number_in_words(text: str) -> int | None:
    """Read a whole number from 0 to 99 written in French words, or in digits.

    >>> number_in_words("vingt et un"), number_in_words("dix-sept"), number_in_words("trois cents")
    (21, 17, None)
    """
    parts = [part for part in words(text) if part != "et"]
    if len(parts) == 1 and parts[0].isdigit():
        return int(parts[0]) if len(parts[0]) <= _LONGEST_NUMBER else None
    if not parts:
        return None
    if parts[:2] == ["quatre", "vingts"] or parts[:2] == ["quatre", "vingt"]:
        base, rest = 80, parts[2:]
    elif parts[0] in _TENS:
        base, rest = _TENS[parts[0]], parts[1:]
    else:
        base, rest = 0, parts
    below = _below_twenty(rest)
    if below is None and rest:
        return None
    total = base + (below or 0)
    if base and base not in (60, 80) and (below or 0) > 9:
        return None
    return total


def _below_twenty(parts: list[str]) -> int | None:
    if len(parts) == 1:
        part = "un" if parts[0] in ("une", "premiere", "premier") else parts[0]
        return _UNITS.index(part) if part in _UNITS else None
    if len(parts) == 2 and parts[0] == "dix" and parts[1] in _UNITS[7:10]:
        return 10 + _UNITS.index(parts[1])
    return None


def clean(text: str, what: str, limit: int) -> str:
    """Return a text fit to be recorded: trimmed, composed, with plain line ends.

    The record ends in a public document, as plain text. What would read otherwise there than in
    chat (direction marks, formatting, a call to everyone) is refused rather than quietly changed.

    Raises:
        TooLongError: over `limit` characters.
        ForbiddenTextError: « invisible », « control », « mention », « message_link » or
            « markdown », with the passage.
    """
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    composed = re.sub(r"[ \t]+\n", "\n", composed).strip()
    if len(composed) > limit:
        raise TooLongError(what, len(composed), limit)
    for why, forbidden in _FORBIDDEN.items():
        if found := forbidden.search(composed):
            raise ForbiddenTextError(what, why, _passage(composed, found, why))
    return composed


def without_hidden(text: str) -> str:
    """The text without what is not seen in it and may turn it around: a name a person chose."""
    return _INVISIBLE.sub("", text)


def unhidden(text: str) -> str:
    """The text with what hides in it, or turns it around, shown as « ▯ »."""
    return _CONTROL.sub("▯", _INVISIBLE.sub("▯", text))


def _passage(text: str, found: re.Match[str], why: str) -> str:
    """Where a forbidden thing stands: « **gras** », « # un titre », « un▯deux »."""
    line_end = f"{text}\n".index("\n", found.end())
    if why in ("invisible", "control"):
        before = text[: found.start()].rsplit(" ", maxsplit=1)[-1]
        after = text[found.end() :].split(" ", maxsplit=1)[0]
        return f"{before}▯{after}"
    if pair := _PAIR.match(text, found.start()):
        return pair[0]
    begins = found[0].endswith(" ") or found[0][:2] in ("**", "__", "~~", "||")
    return text[found.start() : line_end] if begins else found[0]


def tidied(text: str, called: Mapping[str, str] | None = None) -> str:
    """A chat message as the plain text of a record: what `clean` takes, and gives back as it is.

    Args:
        called: what stands for a mention, by the mention as typed (« <@123> »); it says the name.
    """
    for mention, name in (called or {}).items():
        text = text.replace(mention, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    while True:  # what is taken off can bring two other marks together
        plain = _CONTROL.sub("", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)))
        plain = _MENTION.sub(lambda found: found[0][1:] if found[0][0] == "@" else "", plain)
        plain = _MESSAGE_LINK.sub("", plain)
        plain = _PAIR.sub(r"\2", re.sub(r"```\w+\n", "```", plain))
        plain = _MARKDOWN.sub(lambda found: _unmarked(found[0]), plain)
        plain = re.sub(r"[ \t]+\n", "\n", plain).strip()
        if plain == text:
            return plain
        text = plain


def _unmarked(marked: str) -> str:
    """What one mark of formatting leaves: shorter than it, always.

    >>> _unmarked("[le rapport](<https://exemple.ca>)"), _unmarked("<:oui:12>"), _unmarked("## ")
    ('le rapport (https://exemple.ca)', ':oui:', '')
    """
    if link := re.fullmatch(r"\[(.+)\]\(<?(.*?)>?\)", marked):
        return f"{link[1]} ({link[2]})"
    if custom := re.fullmatch(r"<a?(:\w+:|/[^:]+:)\d+>", marked):
        return custom[1] if custom[1].startswith(":") else custom[1].rstrip(":")
    if marked.startswith("<"):
        return ""
    return re.sub(r"^(?:#{1,3}|-#|>{1,3}) $|[*_~|`]", "", marked)


def one_line(text: str, what: str, limit: int) -> str:
    """`clean`, for a title: a line break becomes a space.

    Raises:
        EmptyTextError: nothing is left.
    """
    line = " ".join(clean(text, what, limit).split())
    if not line:
        raise EmptyTextError(what)
    return line


def new_key(prefix: str, now: datetime, last_change: int) -> str:
    """A key for something recorded now, unlike any other: people never type it.

    Args:
        last_change: id of the last change recorded: two keys of the same instant differ by it.
    """
    return f"{prefix}{now.astimezone(UTC):%Y%m%d%H%M%S}-{last_change}"
