"""The made-up bilan that the importer's tests start from: another plan, other ministries."""

from pathlib import Path

SAMPLE = Path(__file__).with_name("bilan_mobilite.txt")
TEXT = SAMPLE.read_text(encoding="utf-8")
HEADER = next(line for line in TEXT.splitlines() if line.startswith("Mesures du plan"))


def edited(*pairs: tuple[str, str]) -> str:
    """The sample with each first text replaced by the second, once."""
    text = TEXT
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text
