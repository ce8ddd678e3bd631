"""What the standard says of a body, as far as the procedure on 要否 and the second opinion ask: stages, what cannot be judged, P.1."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.queries.latest import Latest, latest
from marugoto.evaluation.queries.profile import Judged as Criterion
from marugoto.evaluation.queries.profile import profile
from marugoto.evaluation.rules.figures import said_of
from marugoto.evaluation.rules.half_year import say_half_year
from marugoto.evaluation.rules.level import LEVELS, UNKNOWN
from marugoto.evaluation.rules.stage import Function

LOOKED_INTO = "P.1"


@dataclass(frozen=True)
class Judged:
    """`looked_into`: the level of P.1; `unknown`: core criteria of the three functions; `stages`: by function, 0 where one cannot be
    judged, and those stand in `blind`. `steps`: what each of the unknown would take, in words; `stands`: the core criteria of the three
    functions, each with its level and its figures; so many of them, `earlier`, stand from a half-year held fast."""

    looked_into: int | None
    unknown: tuple[str, ...]
    stages: Mapping[str, int]
    blind: frozenset[str]
    steps: tuple[str, ...] = ()
    stands: tuple[str, ...] = ()
    earlier: int = 0


def judged(viewer: Viewer, *, last: date, kept: Latest | None = None) -> Judged:
    """As it was counted last; where nothing was counted yet, as it is counted now. `kept`: where it was asked for already."""
    kept = kept or latest(viewer)
    found = profile(viewer, last=kept.today, kept=kept) if kept.as_of else profile(viewer, last=last)
    unknown = [code for one, stage in found.stages.items() if one is not Function.P for code in stage.unknown]
    core = [one for one in found.judged.values() if one.criterion.core and one.criterion.function is not Function.P]
    wanted = [*([LOOKED_INTO] if found.level(LOOKED_INTO) is None else []), *unknown]
    return Judged(
        looked_into=found.level(LOOKED_INTO),
        unknown=tuple(unknown),
        stages={one.value: stage.stage for one, stage in found.stages.items()},
        blind=frozenset(one.value for one, stage in found.stages.items() if stage.unknown),
        steps=tuple(f"{_named(found.judged[code])}: {found.judged[code].verdict.next_step}" for code in wanted),
        stands=tuple(_stands(one) for one in core),
        earlier=sum(_is_earlier(one) for one in core),
    )


def _is_earlier(one: Criterion) -> bool:
    return bool(one.before) and (one.standing.kept or one.standing.falling)


def _named(one: Criterion) -> str:
    return f"「{one.criterion.name}」({one.criterion.code})"


def _stands(one: Criterion) -> str:
    """A level that stands from a half-year held fast says the number of that half-year, and where the records of now give less."""
    word = UNKNOWN if one.level is None else f"{LEVELS[one.level]}({one.level})"
    if not _is_earlier(one):
        return f"{_named(one)}: {word}。{one.verdict.stands}"
    held = one.before[-1]
    rests = f"{say_half_year(held.anchor)}に残した数は{said_of(held.share)}"
    now = f"いまの記録だけでは「{one.verdict.word}」です。" if one.standing.falling else ""
    return f"{_named(one)}: {word}。{rests}。{now}"
