"""A figure divided by district, by field, or by the way from one field to another. Fields are those of the teams the facts name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from marugoto.agencies.codes import Field
from marugoto.agencies.queries.directory import names_of_teams
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import Divided, Indicator
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
    found = measured.divided(measure, division.columns, window_of(viewer, last=last))
    return found if division.by is Divided.DISTRICT else by_field(found)


@looking_from_the_tower
def divided_last(viewer: Viewer, indicator: Indicator, kept: Latest) -> Divisions | None:
    """As `divided`, of what was counted last; one query at most."""
    found = kept.divided(indicator)
    if found is None or indicator.division is None or indicator.division.by is Divided.DISTRICT:
        return found
    return by_field(found)


def by_field(found: Divisions) -> Divisions:
    """Each key names teams: one query."""
    return all_by_field([(found, len(next(iter(found), ())))])[0]


def all_by_field(tables: Sequence[tuple[Divisions, int]]) -> list[Divisions]:
    """So many codes of each key name teams, which become their fields; what stands behind them stays as it is. One query for all."""
    fields = _fields({one for found, teams in tables for key in found for one in key[:teams] if one})
    return [_summed(found, teams, fields) for found, teams in tables]


def _summed(found: Divisions, teams: int, fields: Mapping[str, str]) -> Divisions:
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
