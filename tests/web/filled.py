"""What stands in a form when it is sent."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from tests.story import Story
from tests.town import Town

Fields = Callable[[Town, Story], dict[str, Any]]


def plain(**fields: Any) -> Fields:
    return lambda town, story: fields


def soon() -> str:
    return (timezone.localdate() + timedelta(days=20)).isoformat()


def today() -> str:
    return timezone.localdate().isoformat()


def prefixed(of: UUID, **fields: Any) -> dict[str, Any]:
    """Where a page has one form for each of several things."""
    return {f"{of.hex}-{name}": value for name, value in fields.items()}
