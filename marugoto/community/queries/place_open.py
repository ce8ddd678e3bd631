"""Which places are open on a weekday, as far as their times or their words say it."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.community.models import Place, PlaceDay, PlaceTime
from marugoto.community.queries.place_whole import rest_of, single_of, times_line
from marugoto.community.rules.opening import Single, Times
from marugoto.community.rules.weekdays import weekdays_in
from marugoto.kernel.jst import local_day


def open_on(viewer: Viewer, weekday: str) -> Q:
    """By its times; where they are only words, by the weekdays these name as open. What rests for weeks is not open then: three
    queries, however many places."""
    if weekday not in set("0123456"):
        return Q(pk__in=[])
    timed = PlaceTime.objects.within(viewer.body)
    there = timed.filter(weekday=int(weekday)).values("place_id")
    spoken = Place.objects.within(viewer.body).exclude(days="").order_by().values_list("days", flat=True).distinct()
    saying_so = [words for words in spoken if int(weekday) in weekdays_in(words)]
    in_words = ~Q(pk__in=timed.values("place_id")) & Q(days__in=saying_so)
    return (Q(pk__in=there) | in_words) & ~Q(pk__in=_resting(viewer))


def _resting(viewer: Viewer) -> list[UUID]:
    """Only of those that have a season or days that differ: the others never rest."""
    today, body = local_day(viewer.at), viewer.body
    times, days = PlaceTime.objects.within(body), PlaceDay.objects.within(body).filter(day__gte=today)
    seasonal, shut = times.exclude(first_month=None), days.filter(is_open=False)
    may_rest = Q(place__in=seasonal.values("place_id")) | Q(place__in=shut.values("place_id"))
    places: dict[UUID, Place] = {}
    lines: dict[UUID, list[Times]] = defaultdict(list)
    singles: dict[UUID, dict[date, Single]] = defaultdict(dict)
    for line in times.filter(may_rest).select_related("place"):
        places[line.place_id] = line.place
        lines[line.place_id].append(times_line(line))
    for day in days.filter(may_rest).select_related("place"):
        places[day.place_id] = day.place
        singles[day.place_id][day.day] = single_of(day)
    return [key for key, place in places.items() if rest_of(place, tuple(lines[key]), singles[key], today)]
