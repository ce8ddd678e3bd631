"""Who had or did something with these matters in a stretch of time: for the watch over looks, which asks whether any work explains one."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.models import Absence
from marugoto.agencies.viewer import Viewer
from marugoto.custody.models import Companion, Holding, Offer, Rescue
from marugoto.disclosure.models import Grant
from marugoto.disclosure.rules.watch import Tie
from marugoto.kernel.fiscal import day_number
from marugoto.kernel.jst import JST, local_day
from marugoto.ledger.models import Fact

AT_ONCE = 2_000


def ties(viewer: Viewer, matters: Iterable[UUID], *, since: datetime, until: datetime) -> list[Tie]:
    """Balls held, offered and accompanied, whatever was done (each deed is a fact), seats and emergencies, and those who stood in."""
    found: list[Tie] = []
    for some in _some(matters):
        found += [*_held(viewer, some, since), *_offered(viewer, some, since), *_beside(viewer, some, since)]
        found += [*_done(viewer, some, since, until), *_opened_to_one(viewer, some, since, until)]
    return found + _stood_in(viewer, found, since, until)


def _held(viewer: Viewer, matters: list[UUID], since: datetime) -> Iterator[Tie]:
    rows = Holding.objects.within(viewer.body).filter(Q(until=None) | Q(until__gte=since), ball__matter__in=matters)
    for matter, team, duty, begun, ended in rows.values_list("ball__matter", "team", "in_charge", "since", "until"):
        yield Tie(matter, begun, ended, team=team, duty=duty)


def _offered(viewer: Viewer, matters: list[UUID], since: datetime) -> Iterator[Tie]:
    rows = Offer.objects.within(viewer.body).filter(Q(ended=None) | Q(ended__at__gte=since), ball__matter__in=matters)
    for matter, team, begun, ended in rows.values_list("ball__matter", "to", "made_at", "ended__at"):
        yield Tie(matter, begun, ended, team=team)


def _beside(viewer: Viewer, matters: list[UUID], since: datetime) -> Iterator[Tie]:
    beside = Companion.objects.within(viewer.body).filter(Q(until=None) | Q(until__gte=since), ball__matter__in=matters)
    for matter, team, begun, ended in beside.values_list("ball__matter", "team", "since", "until"):
        yield Tie(matter, begun, ended, team=team)
    acting = Rescue.objects.within(viewer.body).filter(until__gte=local_day(since), ball__matter__in=matters)
    for matter, team, begun, day in acting.values_list("ball__matter", "team", "since", "until"):
        yield Tie(matter, begun, _moment(day), team=team)


def _done(viewer: Viewer, matters: list[UUID], since: datetime, until: datetime) -> Iterator[Tie]:
    """A fact knows its day: it stands for the whole of it."""
    first, last = day_number(local_day(since)), day_number(local_day(until))
    rows = Fact.objects.within(viewer.body).filter(matter__in=matters, day__gte=first, day__lte=last)
    for matter, duty, day in rows.values_list("matter", "duty", "day").distinct():
        begins = datetime.combine(date.fromordinal(day), time(), JST)
        if matter is not None:
            yield Tie(matter, begins, begins + timedelta(days=1), duty=duty)


def _opened_to_one(viewer: Viewer, matters: list[UUID], since: datetime, until: datetime) -> Iterator[Tie]:
    """A seat at a conference and an emergency open to one duty; an emergency is reviewed by itself."""
    rows = Grant.objects.within(viewer.body).filter(
        Q(until=None) | Q(until__gte=since), folder__subject__in=matters, duty__isnull=False, since__lte=until
    )
    for subject, duty, begun, ended in rows.values_list("folder__subject", "duty", "since", "until").distinct():
        yield Tie(subject, begun, ended, duty=duty)


def _stood_in(viewer: Viewer, known: list[Tie], since: datetime, until: datetime) -> list[Tie]:
    rows = Absence.objects.within(viewer.body).filter(since__lte=local_day(until), until__gte=local_day(since))
    deputies: dict[UUID, list[tuple[UUID, datetime, datetime]]] = {}
    for away, deputy, begun, ended in rows.values_list("duty", "deputy", "since", "until"):
        deputies.setdefault(away, []).append((deputy, _moment(begun), _moment(ended)))
    return [
        Tie(tie.subject, begun, ended, duty=deputy)
        for tie in known
        if tie.duty is not None
        for deputy, begun, ended in deputies.get(tie.duty, ())
    ]


def _moment(when: date | datetime) -> datetime:
    return when if isinstance(when, datetime) else datetime.combine(when, time(), JST)


def _some(ids: Iterable[UUID]) -> Iterator[list[UUID]]:
    rest = sorted(set(ids))
    return (rest[start : start + AT_ONCE] for start in range(0, len(rest), AT_ONCE))
