"""Uploaded files: kept in memory, served under a path that cannot be guessed."""

from __future__ import annotations

import mimetypes
import secrets
import struct
from dataclasses import dataclass

from sandbox.payload import Payload

_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Upload:
    """A file as it came in: a name and its bytes."""

    filename: str
    data: bytes


@dataclass(frozen=True)
class StoredFile:
    """A file as it is served."""

    id: int
    filename: str
    content_type: str
    data: bytes


class Files:
    """The files, by the random key of their address."""

    def __init__(self) -> None:
        self.by_key: dict[str, StoredFile] = {}
        self.base_url = "http://127.0.0.1"

    def add(self, file_id: int, channel_id: int, upload: Upload) -> Payload:
        """Stores a file; gives Discord's attachment object, its `url` on this server."""
        guessed, _ = mimetypes.guess_type(upload.filename)
        stored = StoredFile(
            file_id, upload.filename, guessed or "application/octet-stream", upload.data
        )
        key = secrets.token_urlsafe(24)
        self.by_key[key] = stored
        url = f"{self.base_url}/attachments/{channel_id}/{file_id}/{key}/{upload.filename}"
        attachment: Payload = {
            "id": str(file_id),
            "filename": upload.filename,
            "size": len(upload.data),
            "url": url,
            "proxy_url": url,
            "content_type": stored.content_type,
        }
        if upload.data.startswith(_PNG) and len(upload.data) >= 24:
            attachment["width"], attachment["height"] = struct.unpack(">II", upload.data[16:24])
        return attachment

    def at(self, url: str) -> StoredFile | None:
        """The file that an address of ours leads to."""
        parts = url.rsplit("/", 2)
        return self.by_key.get(parts[-2]) if len(parts) == 3 else None
