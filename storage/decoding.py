"""Bytes of a file somebody sends → text, without ever guessing."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What a French text holds beyond ASCII. Another encoding read as Windows-1252 gives other signs:
# « é » is Ž in Mac Roman, ‚ in code page 850, Ã© in UTF-8.
_FRENCH = re.compile(
    r"[\x00-\x7fàâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»‹›’‘“”–—…•·°ºª²³½¼¾×±€¢©®™\xa0\xad]*"
)


class UnknownEncodingError(Exception):
    """Neither UTF-8, nor Windows-1252 beyond doubt."""


def decode(data: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding: « utf-8 », « utf-16 » or « windows-1252 ».

    UTF-16 needs its mark. Windows-1252 is taken only where the text then has French letters alone.

    Raises:
        UnknownEncodingError: nothing fits.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _decoded(data, name), name.removesuffix("-sig")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text = _decoded(data, "cp1252")
    if not _FRENCH.fullmatch(text):
        raise UnknownEncodingError
    return text, "windows-1252"


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnknownEncodingError from error
