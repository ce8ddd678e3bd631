"""Who may see a folder: the pure rule, the SQL filter and PostgreSQL's own row security give one answer in every world."""

from datetime import UTC, datetime, timedelta
from itertools import product
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction

from marugoto.agencies.codes import Field
from marugoto.agencies.models import Agency, Body, Duty, Team, Worker
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.models import (
    Consent,
    Folder,
    Grant,
    GrantEnding,
    Restriction,
    RestrictionEnding,
    RestrictionListing,
)
from marugoto.disclosure.queries.folder import Open
from marugoto.disclosure.rules.access import Eyes, FolderFace, GrantFace, ListingFace, RestrictionFace, may_see
from marugoto.ground.context import entered
from tests.database import take_statistics, unwalled

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
BODY, ELSEWHERE = "990019", "990027"
TICK = timedelta(microseconds=1)

# A grant: to whom, since when, until when, taken back when. None: there is no grant.
TO = ("my team", "my duty", "another team", "another duty")
SINCE = (NOW - TICK, NOW, NOW + TICK)
UNTIL = (None, NOW, NOW + TICK)
ENDED = (None, NOW - TICK, NOW, NOW + TICK)
GRANTS = (None, *product(TO, SINCE, UNTIL, ENDED))
# A restriction: am I listed, and until when, or somebody else; since when, ended when. None: there is none.
LISTED = ("me", "me until now", "me until soon", "somebody else")
RESTRICTIONS = (None, *product(LISTED, (NOW - TICK, NOW, NOW + TICK), (None, NOW, NOW + TICK)))
WORLDS = [
    (body, grant, restriction)
    for body, grant, restriction in product((BODY, ELSEWHERE), GRANTS, RESTRICTIONS)
    if grant is None or grant[2] is None or grant[2] > grant[1]
]


class Town:
    """Two teams, two workers, two duties: enough for every relation the rule knows."""

    def __init__(self) -> None:
        Body.objects.create(code=BODY, name="みなも市")
        kept = {"body": BODY, "made_at": NOW}
        agency = Agency.objects.create(name="福祉総合相談課", short="福祉", field=Field.GENERAL, **kept)
        self.mine = Team.objects.create(agency=agency, name="一係", **kept)
        self.other = Team.objects.create(agency=agency, name="二係", **kept)
        worker = Worker.objects.create(name="田中 美咲", kana="たなか みさき", **kept)
        colleague = Worker.objects.create(name="小川 直子", kana="おがわ なおこ", **kept)
        hat = {"name": "相談支援員", "roles": "counsellor", "since": NOW.date(), **kept}
        self.duty = Duty.objects.create(worker=worker, team=self.mine, **hat)
        self.other_duty = Duty.objects.create(worker=colleague, team=self.other, **hat)
        self.viewer = Viewer(
            body=BODY,
            worker=worker.pk,
            duty=self.duty.pk,
            team=self.mine.pk,
            agency=agency.pk,
            roles=frozenset(),
            at=NOW,
        )

    def addressee(self, to: str) -> tuple[UUID | None, UUID | None]:
        return {
            "my team": (self.mine.pk, None),
            "my duty": (None, self.duty.pk),
            "another team": (self.other.pk, None),
            "another duty": (None, self.other_duty.pk),
        }[to]

    def listing(self, listed: str) -> tuple[UUID, datetime | None]:
        until = {"me until now": NOW, "me until soon": NOW + TICK}.get(listed)
        return (self.other_duty.worker_id if listed == "somebody else" else self.viewer.worker), until


def ruled(town: Town, world: tuple) -> bool:
    body, grant, restriction = world
    grants = ()
    if grant:
        team, duty = town.addressee(grant[0])
        grants = (GrantFace(team=team, duty=duty, since=grant[1], until=grant[2], ended=grant[3]),)
    restrictions = ()
    if restriction:
        listing = ListingFace(*town.listing(restriction[0]))
        restrictions = (RestrictionFace(listed=(listing,), since=restriction[1], ended=restriction[2]),)
    eyes = Eyes(body=BODY, worker=town.viewer.worker, duty=town.duty.pk, team=town.mine.pk, at=NOW)
    return bool(may_see(eyes, FolderFace(body=body, grants=grants, restrictions=restrictions)))


def settle(town: Town) -> dict[UUID, tuple]:
    """One folder for every world, with its grant and restriction as rows."""
    rows: dict[type, list] = {
        kind: [] for kind in (Folder, Grant, GrantEnding, Restriction, RestrictionEnding, RestrictionListing)
    }
    worlds = {}
    for world in WORLDS:
        body, grant, restriction = world
        kept = {"body": body, "made_at": NOW}
        folder = Folder(subject_kind="person", subject=uuid4(), part=Part.BASIC, basis=BasisCode.OWN_DUTY, **kept)
        rows[Folder].append(folder)
        worlds[folder.pk] = world
        if grant:
            team, duty = town.addressee(grant[0])
            line = Grant(
                folder=folder,
                kind=folder.subject_kind,
                team_id=team,
                duty_id=duty,
                basis=BasisCode.OWN_DUTY,
                since=grant[1],
                until=grant[2],
                by=town.duty.pk,
                **kept,
            )
            rows[Grant].append(line)
            if grant[3]:
                rows[GrantEnding].append(GrantEnding(grant=line, ended_at=grant[3], by=town.duty.pk, **kept))
        if restriction:
            shut = Restriction(folder=folder, since=restriction[1], by=town.duty.pk, reason="支援措置", **kept)
            listed, until = town.listing(restriction[0])
            rows[Restriction].append(shut)
            rows[RestrictionListing].append(RestrictionListing(restriction=shut, worker_id=listed, until=until, **kept))
            if restriction[2]:
                rows[RestrictionEnding].append(
                    RestrictionEnding(restriction=shut, ended_at=restriction[2], by=town.duty.pk, reason="終了", **kept)
                )
    for kind, lines in rows.items():
        kind.objects.bulk_create(lines, batch_size=500)
    return worlds


@pytest.fixture
def settled(db: None) -> tuple[Town, dict[UUID, tuple]]:
    with unwalled():
        town = Town()
        worlds = settle(town)
    take_statistics()  # or PostgreSQL takes the tables for empty, or for what they held before
    return town, worlds


@pytest.mark.django_db
def test_the_sql_filter_says_what_the_rule_says(settled: tuple[Town, dict[UUID, tuple]]) -> None:
    town, worlds = settled
    with transaction.atomic(), entered(town.viewer):
        shown = set(Folder.objects.within(BODY).filter(Open(town.viewer, "pk")).values_list("pk", flat=True))
    expected = {folder for folder, world in worlds.items() if ruled(town, world)}
    assert len(worlds) > 1_000
    assert 0 < len(expected) < len(worlds)
    assert shown == expected


@pytest.mark.postgres
@pytest.mark.django_db
def test_row_security_says_it_on_its_own(settled: tuple[Town, dict[UUID, tuple]]) -> None:
    """Raw SQL without any filter, under the signed context: a row in every folder, and only the open ones come back."""
    town, worlds = settled
    with unwalled():
        Consent.objects.bulk_create(
            Consent(body=world[0], made_at=NOW, folder_id=folder, person=uuid4(), state="not_asked", by=town.duty.pk)
            for folder, world in worlds.items()
        )
    take_statistics()
    with transaction.atomic(), entered(town.viewer), connection.cursor() as cursor:
        cursor.execute("SELECT folder_id FROM disclosure_consent")
        shown = {row[0] for row in cursor.fetchall()}
    assert shown == {folder for folder, world in worlds.items() if ruled(town, world)}
