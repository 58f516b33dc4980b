"""Transport compression: one stream for the whole connection, flushed after each event."""

from __future__ import annotations

import importlib
import zlib
from collections.abc import Callable
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
    """`compress=zstd-stream`: from Python 3.14 on, or with the `zstandard` package."""

    def __init__(self) -> None:
        self._compress = _standard_zstd() or _packaged_zstd()

    def frame(self, text: str) -> bytes:
        """The bytes of one event."""
        return self._compress(text.encode())


def compressor(asked: str | None) -> Compressor | None:
    """The compressor for the `compress` of the query string; None for plain text frames.

    Raises ImportError where it is zstd, and there is none here.
    """
    if asked == "zlib-stream":
        return ZlibStream()
    return ZstdStream() if asked == "zstd-stream" else None


def _standard_zstd() -> Callable[[bytes], bytes] | None:
    try:
        module = importlib.import_module("compression.zstd")
    except ImportError:
        return None
    stream = module.ZstdCompressor(level=1)

    def compress(data: bytes) -> bytes:
        return bytes(stream.compress(data, mode=stream.FLUSH_BLOCK))

    return compress


def _packaged_zstd() -> Callable[[bytes], bytes]:
    module = importlib.import_module("zstandard")
    stream = module.ZstdCompressor(level=1).compressobj()

    def compress(data: bytes) -> bytes:
        return bytes(stream.compress(data) + stream.flush(module.COMPRESSOBJ_FLUSH_BLOCK))

    return compress
