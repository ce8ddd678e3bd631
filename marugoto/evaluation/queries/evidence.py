"""Gather the evidence of criteria: shares over twelve months, over 36 where cases are few, groups where a test asks for them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from marugoto.agencies.codes import Field
from marugoto.agencies.labels import FIELDS
from marugoto.agencies.queries.directory import names_of_teams
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.measures import Measured, Rows
from marugoto.evaluation.queries import attestation, measured
from marugoto.evaluation.queries.latest import Counts
from marugoto.evaluation.queries.window import window_of
from marugoto.evaluation.rules.anchor import LONGER
from marugoto.evaluation.rules.evidence import Evidence, Seen
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.standards.criterion import Criterion, Piece

NO_FIELD = "分野のわからないもの"
Shares = Mapping[Measured, Share]
Groups = Mapping[tuple[Measured, str], Mapping[str, Share]]


def gather(
    viewer: Viewer, criteria: Iterable[Criterion], *, last: date, shares: Shares, counts: Counts = measured
) -> dict[str, Evidence]:
    """`shares`: what was counted already over twelve months. Four queries more at most, whatever the number of criteria.

    `counts`: who counts, or tells what was counted last.
    """
    criteria = list(criteria)
    pieces = [piece for one in criteria for piece in one.evidence.values()]
    longer = _longer(viewer, pieces, last=last, shares=shares, counts=counts)
    groups = _groups(viewer, pieces, last=last, counts=counts)
    said, path = attestation.attested_on_its_path(viewer, last=last)
    return {
        one.code: Evidence(
            {
                key: Seen(
                    piece.name,
                    shares[piece.measure],
                    piece.unit,
                    longer.get(piece.measure),
                    groups.get((piece.measure, piece.by), {}),
                )
                for key, piece in one.evidence.items()
            },
            said.get(one.code, {}),
            path,
        )
        for one in criteria
    }


def _longer(viewer: Viewer, pieces: list[Piece], *, last: date, shares: Shares, counts: Counts) -> Shares:
    few = list(dict.fromkeys(piece.measure for piece in pieces if not shares[piece.measure].enough))
    asked = [(measure, window_of(viewer, last=last, months=LONGER)) for measure in few]
    return dict(zip(few, counts.shares(asked), strict=True))


def _groups(viewer: Viewer, pieces: list[Piece], *, last: date, counts: Counts) -> Groups:
    """By the fields of the teams that the facts name in the column `by`; two queries."""
    window = window_of(viewer, last=last)
    wanted = list(dict.fromkeys((one.measure, one.by) for one in pieces if one.by))
    asked = [(measure, by) for measure, by in wanted if isinstance(measure, Rows)]
    divided = counts.dividings([(measure, by, window) for measure, by in asked])
    teams = {key for one in divided for key in one if key}
    known = names_of_teams(UUID(one) for one in teams) if teams else {}
    fields = {one: str(FIELDS[Field(known[UUID(one)].agency.field)]) for one in teams if UUID(one) in known}
    return {place: _added(own, fields) for place, own in zip(asked, divided, strict=True)}


def _added(own: Mapping[str, Share], fields: Mapping[str, str]) -> dict[str, Share]:
    sums: defaultdict[str, Share] = defaultdict(lambda: Share(0, 0))
    for key, share in own.items():
        before = sums[fields.get(key, NO_FIELD)]
        sums[fields.get(key, NO_FIELD)] = Share(before.n + share.n, before.k + share.k)
    return {name: share for name, share in sums.items() if share.n}
