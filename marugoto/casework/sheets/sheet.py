"""What a version of the assessment sheet (インテーク・アセスメントシート) is made of.

A field may always be left blank, and blank means "not known", never "no". Where a field comes from stands beside it: an item that a
published paper names, one that is told from memory and not yet compared with the official form, or an idea of this system.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from marugoto.disclosure.codes import Part


class FieldKind(StrEnum):
    CHOICE = "choice"  # one of several
    SEVERAL = "several"  # as many as there are
    YES_NO = "yes_no"  # and blank, which is neither
    DAY = "day"
    NUMBER = "number"
    WORDS = "words"


class Origin(StrEnum):
    """Where a field comes from."""

    PUBLISHED = "published"
    RECALLED = "recalled"  # from memory: not verified against the official form
    OURS = "ours"


class About(StrEnum):
    HOUSEHOLD = "household"
    MEMBER = "member"


YES, NO = "yes", "no"
YES_NO = {YES: "はい", NO: "いいえ"}


@dataclass(frozen=True)
class Field:
    """`source` names the paper ([S..] of the project's notes on forms); `reported`: said to be used for the report to the state,
    printed with a thick frame; `verbatim`: kept as it was said, never put into other words; `short`: one line is enough."""

    code: str
    label: str
    kind: FieldKind
    origin: Origin
    source: str = ""
    choices: dict[str, str] = field(default_factory=dict)
    reported: bool = False
    verbatim: bool = False
    short: bool = False
    hint: str = ""

    @property
    def options(self) -> dict[str, str]:
        return YES_NO if self.kind is FieldKind.YES_NO else self.choices

    @property
    def chosen(self) -> bool:
        """Answered by codes; otherwise by words, a day or a number."""
        return bool(self.options)


@dataclass(frozen=True)
class Section:
    """`part`: in which part of the record its answers lie; `first`: shown at once, the others fold away."""

    code: str
    title: str
    about: About
    fields: tuple[Field, ...]
    part: Part = Part.SUPPORT
    first: bool = False


@dataclass(frozen=True)
class Sheet:
    """One version. `until` is exclusive; an old filled sheet is read with the version on which it was written."""

    code: str
    name: str
    since: date
    until: date | None
    sections: tuple[Section, ...]

    def of(self, about: About) -> tuple[Section, ...]:
        return tuple(section for section in self.sections if section.about is about)

    def field_of(self, about: About, code: str) -> Field | None:
        return next((one for section in self.of(about) for one in section.fields if one.code == code), None)

    def part_of(self, about: About, code: str) -> Part:
        """Raises StopIteration for a field that the sheet does not have."""
        return next(section.part for section in self.of(about) if any(one.code == code for one in section.fields))

    @property
    def verified(self) -> bool:
        """Whether no wording is told from memory."""
        return all(one.origin is not Origin.RECALLED for section in self.sections for one in section.fields)
