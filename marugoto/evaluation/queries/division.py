"""A figure divided by district, by field, or by the way from one field to another. Fields are those of the teams the facts name."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from marugoto.agencies.codes import Field
from marugoto.agencies.queries.directory import names_of_teams
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import Divided, Indicator
from marugoto.evaluation.measures import Rows, Window
from marugoto.evaluation.queries import measured
from marugoto.evaluation.queries.latest import Latest
from marugoto.evaluation.queries.window import window_of
from marugoto.evaluation.rules.figures import Share
from marugoto.ground.transaction import looking_from_the_tower

Divisions = Mapping[tuple[str, ...], Share]


@looking_from_the_tower
def divided(viewer: Viewer, indicator: Indicator, *, last: date) -> Divisions | None:
    """By the code of the district, the field, or both fields of the way; two queries at most."""
    if indicator.divisible is None:
        return None
    measure, division = indicator.divisible
    if division.by is Divided.DISTRICT:
        return measured.divided(measure, division.columns, window_of(viewer, last=last))
    return divided_by_field(viewer, measure, division.columns, last=last)


@looking_from_the_tower
def divided_by_field(
    viewer: Viewer,
    measure: Rows,
    columns: tuple[str, ...],
    *,
    last: date,
    codes: tuple[str, ...] = (),
    window: Window | None = None,
) -> Divisions:
    """`columns` name teams, which become their fields; `codes` stay as they are, behind them. `window`: other than the twelve months."""
    return _by_field(measured.divided(measure, columns + codes, window or window_of(viewer, last=last)), len(columns))


@looking_from_the_tower
def divided_last(viewer: Viewer, indicator: Indicator, kept: Latest) -> Divisions | None:
    """As `divided`, of what was counted last; one query at most."""
    found = kept.divided(indicator)
    if found is None or indicator.division is None or indicator.division.by is Divided.DISTRICT:
        return found
    return _by_field(found, len(indicator.division.columns))


def _by_field(found: Divisions, teams: int) -> Divisions:
    """So many codes of each key name teams."""
    fields = _fields({one for key in found for one in key[:teams] if one})
    sums: defaultdict[tuple[str, ...], list[Share]] = defaultdict(list)
    for key, share in found.items():
        sums[tuple(fields.get(team, Field.OTHER.value) for team in key[:teams]) + key[teams:]].append(share)
    return {key: _sum(shares) for key, shares in sums.items()}


def _fields(teams: set[str]) -> dict[str, str]:
    """By the reference as the database writes it, with or without its dashes."""
    known = names_of_teams(UUID(one) for one in teams)
    return {one: known[UUID(one)].agency.field for one in teams if UUID(one) in known}


def _sum(shares: list[Share]) -> Share:
    return Share(sum(one.n for one in shares), sum(one.k for one in shares), sum(one.running for one in shares))
