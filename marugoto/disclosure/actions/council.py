"""Enter a body in which agencies sit together, its members and what they promise; and say when one of them ends."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.models import Body
from marugoto.agencies.queries.directory import profile
from marugoto.agencies.queries.viewer import duties_in_force
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import CouncilKind, MemberSort, NoticeKind
from marugoto.disclosure.models import (
    Council,
    CouncilEnding,
    CouncilMember,
    CouncilMemberEnding,
    CouncilText,
)
from marugoto.disclosure.queries.council import members_in_force, still
from marugoto.disclosure.rules.basis import may_use
from marugoto.disclosure.rules.council import BY_KIND, Entry, may_belong, may_enter, may_keep
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.decision import YES, no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class Order:
    """By what it was set up or made known: its sort, name with number, and day."""

    kind: NoticeKind
    said: str
    day: date


@acting
def enter_council(
    *,
    by: Viewer,
    at: datetime,
    kind: CouncilKind,
    name: str,
    order: Order,
    since: date,
    coordinator: UUID | None = None,
) -> Council:
    """Refused where the body may not use the ground of that sort from that day on: a council it could not hold. One after the other:
    whoever enters the same at the same time finds it entered."""
    hold(Body.objects.filter(code=by.body))
    basis, said = BY_KIND[kind].basis, clean(order.said, limit=120).strip()
    name, running = clean(name, limit=60).strip(), Council.objects.within(by.body).filter(still(since), kind=kind)
    entry = Entry(
        kind=kind,
        name=name,
        notice_said=bool(said),
        since=since,
        today=local_day(at),
        coordinator=coordinator,
        usable=may_use(basis, profile=profile(by.body, since), day=since) if basis else YES,
        alone=not running.exists(),
        named_twice=running.filter(name=name).exists(),
    )
    may_enter(entry, keeps_house=by.keeps_house).require()
    return Council.objects.create(
        body=by.body,
        made_at=at,
        kind=kind,
        name=name,
        notice_kind=order.kind,
        notice=said,
        notice_day=order.day,
        coordinator_id=coordinator,
        since=since,
        by=by.duty,
    )


@acting
def end_council(*, by: Viewer, at: datetime, council: UUID, day: date, reason: str) -> CouncilEnding:
    """From that day on no conference is called under it; what was held stays under it."""
    row = _held(by, council)
    may_keep(keeps_house=by.keeps_house, running=row.ended_id is None, reasoned=bool(reason.strip())).require()
    _not_past(day, max(row.since, local_day(at)))
    ending = CouncilEnding.objects.create(
        body=by.body, made_at=at, day=day, by=by.duty, reason=clean(reason, limit=200).strip()
    )
    row.ended = ending
    row.save(update_fields=["ended"])
    return ending


@acting
def write_council_text(*, by: Viewer, at: datetime, council: UUID, words: str, since: date) -> CouncilText:
    """The next version; whoever has promised already keeps the words he was shown."""
    row = _held(by, council)
    may_keep(keeps_house=by.keeps_house, running=row.ended_id is None).require()
    words = clean(words, limit=200).strip()
    if not words:
        no("誓約の文が書かれていません。", "要綱にある文を、200字までで書いてください。").require()
    before = CouncilText.objects.within(by.body).filter(council=row).order_by("-version").first()
    if before is not None and since < before.since:
        no("前の文より早い日からになっています。", "前の文の始まりより後の日を書いてください。").require()
    return CouncilText.objects.create(
        body=by.body,
        made_at=at,
        council=row,
        version=before.version + 1 if before else 1,
        words=words,
        since=since,
        by=by.duty,
    )


@acting
def add_council_member(
    *,
    by: Viewer,
    at: datetime,
    council: UUID,
    sort: MemberSort,
    since: date,
    until: date | None = None,
    agency: UUID | None = None,
    duty: UUID | None = None,
    name: str = "",
) -> CouncilMember:
    """An agency, an agency with the one whom it appointed, or a person by name. `until` is the first day without it."""
    row, name = _held(by, council), clean(name, limit=60).strip()
    here = duties_in_force(local_day(at)).filter(body=by.body, team__agency=agency)
    same = members_in_force(by.body, since).filter(council=row, agency=agency, duty=duty, name=name)
    may_belong(
        keeps_house=by.keeps_house,
        running=row.ended_id is None,
        named=agency is not None or bool(name),
        appointed=duty is None or here.filter(pk=duty).exists(),
        here_already=same.exists(),
        since=since,
        until=until,
    ).require()
    return CouncilMember.objects.create(
        body=by.body,
        made_at=at,
        council=row,
        agency_id=agency,
        duty_id=duty,
        name=name,
        sort=sort,
        since=since,
        until=until,
        by=by.duty,
    )


@acting
def end_council_member(*, by: Viewer, at: datetime, member: UUID, day: date, reason: str) -> CouncilMemberEnding:
    """From that day on nobody of it is given a seat under this body; the secrecy of what was heard goes on."""
    rows = CouncilMember.objects.within(by.body).filter(pk=member)
    hold(rows)
    row = rows.get()
    may_keep(keeps_house=by.keeps_house, running=row.ended_id is None, reasoned=bool(reason.strip())).require()
    _not_past(day, max(row.since, local_day(at)))
    ending = CouncilMemberEnding.objects.create(
        body=by.body, made_at=at, day=day, by=by.duty, reason=clean(reason, limit=200).strip()
    )
    row.ended = ending
    row.save(update_fields=["ended"])
    return ending


def _held(by: Viewer, council: UUID) -> Council:
    """Whoever changes the same body at the same time waits, and finds what was written. Raises Council.DoesNotExist."""
    rows = Council.objects.within(by.body).filter(pk=council)
    hold(rows)
    return rows.get()


def _not_past(day: date, earliest: date) -> None:
    if day < earliest:
        no("過ぎた日からは終えられません。", "きょうか、先の日を書いてください。").require()
