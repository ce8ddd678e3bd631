"""A story in codes and sentences. `{who}` in a sentence stands for the person a need belongs to, as they are called."""

from dataclasses import dataclass, field
from enum import StrEnum

from marugoto.agencies.codes import Field
from marugoto.community.codes import Interest
from marugoto.custody.codes import Urgency
from marugoto.demo.households import Shape
from marugoto.intake.codes import Channel, NoticeSource, UrgentCheck
from marugoto.intake.rules.troubles import TroubleCode


class Outlook(StrEnum):
    """How far the story goes."""

    ANSWERED = "answered"  # one talk was enough
    SHORT = "short"  # a few months, one or two agencies
    LONG = "long"  # more than a year, several agencies and a conference
    QUIET = "quiet"  # nobody can be met for a long time


@dataclass(frozen=True)
class NeedSketch:
    """`who` is a person's key, empty for the whole household; `field` is the kind of agency that can take it."""

    who: str
    theme: TroubleCode
    title: str
    field: Field
    next_step: str
    urgency: Urgency = Urgency.USUAL


@dataclass(frozen=True)
class Story:
    """`notice` is who noticed, None where somebody came by themselves; `opening` are ways in which it was first told."""

    code: str
    shapes: tuple[Shape, ...]
    weight: int
    opening: tuple[str, ...]
    troubles: tuple[TroubleCode, ...]
    pressing: TroubleCode
    needs: tuple[NeedSketch, ...]
    outlook: Outlook
    notice: NoticeSource | None = None
    channel: Channel = Channel.WINDOW
    urgent: tuple[UrgentCheck, ...] = ()
    interests: tuple[Interest, ...] = ()
    lines: tuple[str, ...] = field(default=())  # what workers write on the way
    restricted: bool = False  # 支援措置
