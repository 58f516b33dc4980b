"""Discord's rate limits: 50 requests a second in all, 5 per 5 seconds for a channel's messages.

https://discord.com/developers/docs/topics/rate-limits
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sandbox.clock import Clock
from sandbox.payload import Payload

GLOBAL_LIMIT, GLOBAL_SECONDS = 50, 1.0
BUCKET_LIMIT, BUCKET_SECONDS = 5, 5.0


@dataclass
class _Window:
    opened: float
    used: int = 0


@dataclass(frozen=True)
class Verdict:
    """The headers an answer carries and, where the request is over a limit, the 429's body."""

    headers: dict[str, str]
    refusal: Payload | None = None


class RateLimits:
    """Counts requests in fixed windows of the clock's time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._global = _Window(0.0)
        self._buckets: dict[tuple[str, str, str], _Window] = {}

    def admit(self, method: str, template: str, major: str) -> Verdict:
        """Counts one request; `major` is the channel, guild or webhook it is about."""
        now = self._clock.now()
        wait = _spend(self._global, now, GLOBAL_LIMIT, GLOBAL_SECONDS)
        if wait > 0:
            headers = {"X-RateLimit-Global": "true", "X-RateLimit-Scope": "global"}
            return refused(wait, headers, is_global=True)
        if "/messages" not in template or method == "GET" or "/webhooks/" in template:
            return Verdict({})
        key = (method, template, major)
        bucket = self._buckets.setdefault(key, _Window(now))
        wait = _spend(bucket, now, BUCKET_LIMIT, BUCKET_SECONDS)
        headers = self._headers(key, bucket, now)
        if wait > 0:
            return refused(wait, headers | {"X-RateLimit-Scope": "user"}, is_global=False)
        return Verdict(headers)

    @staticmethod
    def _headers(key: tuple[str, str, str], bucket: _Window, now: float) -> dict[str, str]:
        end = bucket.opened + BUCKET_SECONDS
        named = hashlib.md5(" ".join(key[:2]).encode(), usedforsecurity=False).hexdigest()
        return {
            "X-RateLimit-Limit": str(BUCKET_LIMIT),
            "X-RateLimit-Remaining": str(max(0, BUCKET_LIMIT - bucket.used)),
            "X-RateLimit-Reset": f"{end:.3f}",
            "X-RateLimit-Reset-After": f"{max(0.0, end - now):.3f}",
            "X-RateLimit-Bucket": named,
        }


def _spend(window: _Window, now: float, limit: int, seconds: float) -> float:
    """Counts one use; gives the seconds to wait where the window is full."""
    if now - window.opened >= seconds:
        window.opened, window.used = now, 0
    if window.used >= limit:
        return max(0.001, window.opened + seconds - now)
    window.used += 1
    return 0.0


def refused(wait: float, headers: dict[str, str], *, is_global: bool) -> Verdict:
    """A 429 that asks to wait some seconds."""
    wait = round(wait, 3)
    body: Payload = {
        "message": "You are being rate limited.",
        "retry_after": wait,
        "global": is_global,
    }
    # discord.py takes a 429 without `Via` for a ban by the front server.
    return Verdict(headers | {"Retry-After": f"{wait:.3f}", "Via": "1.1 sandbox"}, body)
