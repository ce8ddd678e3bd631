"""What a fact may carry: references, codes, numbers and dates; never a name, never words.

Every package declares its events as frozen dataclasses deriving `Event`; the fields are laid into the columns of the envelope
by their type, in the order of declaration.
"""

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

REFS, CODES, NUMBERS = 3, 4, 4
CODE_LENGTH = 40


class NotAFact(TypeError):
    """An event carries what no fact may carry (a name, free text, a float, too many fields)."""


@dataclass(frozen=True, kw_only=True)
class Event:
    """Base of all events. `kind` is past tense ("ball.offered"); `version` grows when the meaning of a field changes."""

    kind: ClassVar[str]
    version: ClassVar[int] = 1


def columns(event: Event) -> dict[str, UUID | str | int]:
    """The event's own fields as columns ref_1…, code_1…, num_1…; raises `NotAFact`."""
    laid: dict[str, UUID | str | int] = {}
    for name, column in layout(type(event)).items():
        value = _plain(getattr(event, name), name)
        if value is not None:
            laid[column] = value
    return laid


def layout(kind: type[Event]) -> dict[str, str]:
    """Field name → column, from the declared types alone, so that a measure can name the field it reads."""
    counts = {"ref": 0, "code": 0, "num": 0}
    limits = {"ref": REFS, "code": CODES, "num": NUMBERS}
    laid = {}
    for field in fields(kind):
        family = _family(field.type, f"{kind.__name__}.{field.name}")
        counts[family] += 1
        if counts[family] > limits[family]:
            raise NotAFact(f"{kind.__name__} has more than {limits[family]} fields of the family {family}")
        laid[field.name] = f"{family}_{counts[family]}"
    return laid


def _family(annotation: Any, where: str) -> str:
    options = [part for part in getattr(annotation, "__args__", (annotation,)) if part is not type(None)]
    if len(options) == 1 and isinstance(options[0], type):
        if issubclass(options[0], UUID):
            return "ref"
        if issubclass(options[0], StrEnum):
            return "code"
        if issubclass(options[0], int | date):
            return "num"
    raise NotAFact(f"{where}: {annotation!r} may not stand in a fact")


def _plain(value: Any, name: str) -> UUID | str | int | None:
    if value is None or isinstance(value, UUID):
        return value
    if isinstance(value, StrEnum):
        if len(value.value) > CODE_LENGTH:
            raise NotAFact(f"{name}: code longer than {CODE_LENGTH}")
        return value.value
    if isinstance(value, bool | int):
        return int(value)
    if isinstance(value, date):
        return value.toordinal()
    raise NotAFact(f"{name}: {type(value).__name__} may not stand in a fact")
