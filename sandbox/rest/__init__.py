"""Discord's REST API v10, a module for each kind of resource."""

from __future__ import annotations

from sandbox.rest import (
    applications,
    callbacks,
    channels,
    commands,
    guilds,
    messages,
    scheduled_events,
    threads,
    users,
    webhooks,
)
from sandbox.rest.call import Endpoint

ENDPOINTS: list[Endpoint] = [
    endpoint
    for module in (
        users,
        applications,
        commands,
        messages,
        threads,
        channels,
        guilds,
        scheduled_events,
        callbacks,
        webhooks,
    )
    for endpoint in module.routes.endpoints
]
"""All of the look-alike's endpoints; where two fit a path, the first one has it."""
