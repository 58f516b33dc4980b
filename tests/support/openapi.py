"""Holds what the bot sends (and the chat answers) to Discord's own API description."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from sandbox.backend import Recorded

_URI = "urn:discord"
_ROOT = Path(__file__).resolve().parents[2]


def description_path() -> Path:
    """The API description, in the shared folder (`VIGIE_SHARED`, else beside the project)."""
    shared = os.environ.get("VIGIE_SHARED")
    folder = Path(shared) if shared else _ROOT.parent / "shared"
    return folder / "discord" / "openapi.json"


def check_requests(recorded: Iterable[Recorded]) -> list[str]:
    """What in these requests does not fit the description; skips the test where it is not there."""
    return _problems(recorded, answers=False)


def check_answers(recorded: Iterable[Recorded]) -> list[str]:
    """What in the chat's own answers does not fit the description; skips like `check_requests`."""
    return _problems(recorded, answers=True)


def _problems(recorded: Iterable[Recorded], *, answers: bool) -> list[str]:
    if not description_path().is_file():
        pytest.skip(f"no Discord API description: {description_path().name} is not in shared/")
    problems: dict[str, None] = {}
    for one in recorded:
        value = one.answer if answers else one.json
        where = f"{one.method} {one.template}"
        if not answers or one.status < 400:
            status = str(one.status) if answers else None
            for problem in _faults(one.method, one.template, status, json.dumps(value)):
                problems[f"{where}: {problem}"] = None
    return list(problems)


@cache
def _faults(method: str, template: str, status: str | None, text: str) -> tuple[str, ...]:
    value = json.loads(text)
    schema = _schema(method, template, status)
    if isinstance(schema, str):
        return (schema,)
    if schema is None or value is None:
        return ()
    validator = Draft202012Validator(schema, registry=_registry())
    errors = list(validator.iter_errors(value))
    if not errors:
        return ()
    found: ValidationError = best_match(iter(errors))  # type: ignore[no-untyped-call]
    at = "/".join(map(str, found.absolute_path))
    return (f"at {at or 'the top'}: {found.message[:300]}",)


@cache
def _schema(method: str, template: str, status: str | None) -> dict[str, Any] | str | None:
    """A reference to the schema; None where no body is described; a text for an unknown route."""
    path = _description()["paths"].get(template)
    if path is None or method.lower() not in path:
        return "Discord has no such route"
    operation = path[method.lower()]
    pointer = f"{_URI}#/paths/{quote(template.replace('~', '~0').replace('/', '~1'))}"
    pointer += f"/{method.lower()}"
    if status is None:
        body, pointer = operation.get("requestBody"), pointer + "/requestBody"
    else:
        body, pointer = operation["responses"].get(status), f"{pointer}/responses/{status}"
        if body is None:
            return f"Discord never answers {status} here"
    if "application/json" not in (body or {}).get("content", {}):
        return None
    return {"$ref": f"{pointer}/content/application~1json/schema"}


@cache
def _description() -> dict[str, Any]:
    """The description; ids may also be numbers, which Discord takes and discord.py sends."""
    loaded: dict[str, Any] = json.loads(description_path().read_text(encoding="utf-8"))
    schemas = loaded["components"]["schemas"]
    number = {"type": "integer", "minimum": 0}
    schemas["SnowflakeType"] = {"anyOf": [schemas["SnowflakeType"], number]}
    return loaded


@cache
def _registry() -> Registry[Any]:
    resource = Resource.from_contents(_description(), default_specification=DRAFT202012)
    registry: Registry[Any] = Registry().with_resource(_URI, resource)
    return registry
