"""What the standard says of a body, as far as the procedure on 要否 and the second opinion ask: stages, what cannot be judged, P.1."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    functions, each with its level and its figures; so many of them, `earlier`, stand from a half-year held fast. `wanted`:
    by function, what its core criteria that cannot be judged would take, in words."""

    looked_into: int | None
    unknown: tuple[str, ...]
    stages: Mapping[str, int]
    blind: frozenset[str]
    steps: tuple[str, ...] = ()
    stands: tuple[str, ...] = ()
    earlier: int = 0
    wanted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def judged(viewer: Viewer, *, last: date, kept: Latest | None = None, anew: bool = False) -> Judged:
    """As it was counted last; where nothing was counted yet, or `anew`, as it is counted now, up to `last`. `kept`: where it was asked
    for already."""
    kept = kept or latest(viewer)
    found = profile(viewer, last=last) if anew or not kept.as_of else profile(viewer, last=kept.today, kept=kept)
    unknown = [code for one, stage in found.stages.items() if one is not Function.P for code in stage.unknown]
    core = [one for one in found.judged.values() if one.criterion.core and one.criterion.function is not Function.P]
    wanted = [*([LOOKED_INTO] if found.level(LOOKED_INTO) is None else []), *unknown]
    return Judged(
        looked_into=found.level(LOOKED_INTO),
        unknown=tuple(unknown),
        stages={one.value: stage.stage for one, stage in found.stages.items()},
        blind=frozenset(one.value for one, stage in found.stages.items() if stage.unknown),
        steps=tuple(_towards(found.judged[code]) for code in wanted),
        stands=tuple(_stands(one) for one in core),
        earlier=sum(is_earlier(one) for one in core),
        wanted={
            one.value: tuple(_towards(found.judged[code]) for code in stage.unknown)
            for one, stage in found.stages.items()
        },
    )


def is_earlier(one: Criterion) -> bool:
    """Does the level that stands rest on a half-year held fast, and not on the records of now?"""
    return bool(one.before) and (one.standing.kept or one.standing.falling)


def _towards(one: Criterion) -> str:
    return f"{_named(one)}: {one.verdict.next_step}"


def _named(one: Criterion) -> str:
    return f"「{one.criterion.name}」({one.criterion.code})"


def _stands(one: Criterion) -> str:
    """A level that stands from a half-year held fast says the number of that half-year, and where the records of now give less."""
    word = UNKNOWN if one.level is None else f"{LEVELS[one.level]}({one.level})"
    if not is_earlier(one):
        return f"{_named(one)}: {word}。{one.verdict.stands}"
    held = one.before[-1]
    rests = f"{say_half_year(held.anchor)}に残した数は{said_of(held.share)}"
    lower = f"いまの12か月の記録だけなら段階{one.verdict.level}({one.verdict.word})ですが、段階はまだ変わっていません。"
    now = lower if one.standing.falling else ""
    return f"{_named(one)}: {word}。{rests}。{now}"
