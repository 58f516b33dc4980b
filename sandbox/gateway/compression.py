"""Transport compression: one stream for the whole connection, flushed after each event."""

from __future__ import annotations

import importlib
import zlib
from typing import Protocol


class Compressor(Protocol):
    """Turns each event into the bytes of one frame."""

    def frame(self, text: str) -> bytes:
        """The bytes of one event."""


class ZlibStream:
    """`compress=zlib-stream`."""

    def __init__(self) -> None:
        self._stream = zlib.compressobj(level=1)

    def frame(self, text: str) -> bytes:
        """The bytes of one event."""
        return self._stream.compress(text.encode()) + self._stream.flush(zlib.Z_SYNC_FLUSH)


class ZstdStream:
    """`compress=zstd-stream`, where the `zstandard` package is installed (clients need it too)."""

    def __init__(self) -> None:
        module = importlib.import_module("zstandard")
        self._flush_block: int = module.COMPRESSOBJ_FLUSH_BLOCK
        self._stream = module.ZstdCompressor(level=1).compressobj()

    def frame(self, text: str) -> bytes:
        """The bytes of one event."""
        head: bytes = self._stream.compress(text.encode())
        tail: bytes = self._stream.flush(self._flush_block)
        return head + tail


def compressor(asked: str | None) -> Compressor | None:
    """The compressor for the `compress` of the query string; None for plain text frames."""
    if asked == "zlib-stream":
        return ZlibStream()
    return ZstdStream() if asked == "zstd-stream" else None
