"""One's own next dates, put together from what each package knows; and the same without any name, for a calendar outside."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from hashlib import sha256
from hmac import new as keyed
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries import dates as casework
from marugoto.conferences.queries import dates as conferences
from marugoto.custody.queries import dates as custody
from marugoto.evaluation.queries import necessity, self_rating
from marugoto.evaluation.rules.thinking import WRITERS
from marugoto.exchange.rules.ics import Occasion, written
from marugoto.kernel.jst import JST, local_day
from marugoto.participation.queries import match as participation
from marugoto.web.shell.matters import theme_words
from marugoto.web.shell.measures import CASEWORK, named

IN_THE_MORNING, BEFORE = timedelta(hours=8, minutes=30), timedelta(minutes=-30)  # ours: of a day, and of an hour
BACK = timedelta(days=14)  # what has just gone by may not be done yet


class DateKind(StrEnum):
    PROMISE = "promise"
    ANSWER = "answer"
    DIRECTED = "directed"
    LOOK = "look"
    VISIT = "visit"
    CONFERENCE = "conference"
    REVIEW = "review"
    STEP = "step"
    STAY = "stay"
    MEASURE = "measure"
    WEIGH = "weigh"
    RATE = "rate"


KINDS = {
    DateKind.PROMISE: gettext_lazy("約束の日"),
    DateKind.ANSWER: gettext_lazy("返事の期限"),
    DateKind.DIRECTED: gettext_lazy("指示の期限"),
    DateKind.LOOK: gettext_lazy("様子を見る日"),
    DateKind.VISIT: gettext_lazy("訪ねる日・見守る日"),
    DateKind.CONFERENCE: gettext_lazy("会議"),
    DateKind.REVIEW: gettext_lazy("プランの見直し"),
    DateKind.STEP: gettext_lazy("プランの一歩"),
    DateKind.STAY: gettext_lazy("続いているかを聞く日"),
    DateKind.MEASURE: gettext_lazy("措置の期限"),
    DateKind.WEIGH: gettext_lazy("要否を判断し直す日"),
    DateKind.RATE: gettext_lazy("自己採点の締め切り"),
}


@dataclass(frozen=True)
class Coming:
    """`title` is for the page in the house and never leaves it."""

    kind: DateKind
    ref: UUID
    day: date
    title: str
    url: str
    begins: datetime | None = None
    ends: datetime | None = None


def coming(viewer: Viewer) -> list[Coming]:
    """From two weeks ago on, the earliest first."""
    since = local_day(viewer.at) - BACK
    found = [*_of_balls(viewer, since), *_of_casework(viewer, since), *_of_conferences(viewer, since)]
    found += [*_of_measures(viewer), *_of_stays(viewer, since), *_of_thinking(viewer)]
    return sorted(found, key=lambda one: (one.day, one.begins or datetime.min.replace(tzinfo=JST), one.kind, one.title))


def nameless(found: Iterable[Coming], *, house: str, at: datetime) -> bytes:
    """The kind of date and its time, with a reminder for what is not past. `house`: the address of the page in the house, where one
    signs in to read more."""
    return written(str(_("まるごと")), [_occasion(one, house, local_day(at)) for one in found], at=at)


def _occasion(one: Coming, house: str, today: date) -> Occasion:
    reminder = BEFORE if one.begins else IN_THE_MORNING
    return Occasion(
        uid=_uid(one),
        summary=_("まるごと: %(kind)s") % {"kind": KINDS[one.kind]},
        begins=one.begins or one.day,
        ends=one.ends,
        description=_("くわしくは、庁内でサインインして読んでください。 %(house)s") % {"house": house},
        url=house,
        remind=reminder if one.day >= today else None,
    )


def _uid(one: Coming) -> str:
    """The same at every reading, and not the id by which the house knows the matter."""
    said = f"{one.kind}:{one.ref}".encode()
    return f"{keyed(settings.SECRET_KEY.encode(), said, sha256).hexdigest()[:32]}@marugoto"


def _of_balls(viewer: Viewer, since: date) -> list[Coming]:
    found = custody.coming(viewer, since=since)
    answers = [
        Coming(
            DateKind.ANSWER,
            face.offer,
            face.due,
            f"{theme_words(face.theme)} {face.number}",
            reverse("desk:offer", args=[face.offer]),
        )
        for face in found.answers
        if face.offer and face.due
    ]
    directed = [_of_ball(DateKind.DIRECTED, face, face.asked_until) for face in found.directed]
    looks = [_of_ball(DateKind.LOOK, face, face.look_on) for face in found.looks]
    visits = [_of_ball(DateKind.VISIT, face, face.due) for face in found.visits]
    return [*answers, *(one for one in (*directed, *looks, *visits) if one)]


def _of_ball(kind: DateKind, face: custody.BallFace, day: date | None) -> Coming | None:
    if day is None:
        return None
    title = f"{theme_words(face.theme)} {face.number}"
    return Coming(kind, face.ball, day, title, reverse("desk:ball", args=[face.ball]))


def _of_casework(viewer: Viewer, since: date) -> list[Coming]:
    promised = [
        Coming(
            DateKind.PROMISE,
            one.entry,
            one.day,
            f"{one.number} {one.words}",
            reverse("desk:promise", args=[one.entry]),
        )
        for one in casework.promises(viewer, since=since)
    ]
    return promised + [
        Coming(DateKind.REVIEW, one.plan, one.day, one.number, reverse("desk:plan", args=[one.plan]))
        for one in casework.reviews(viewer, since=since)
    ]


def _of_measures(viewer: Viewer) -> list[Coming]:
    """What has run out and is neither renewed nor ended stands here until it is, however long ago it was."""
    return [
        Coming(DateKind.MEASURE, one.restriction, one.due, name, reverse("desk:protection", args=[one.person]))
        for one, name in (named(viewer) if viewer.has(*CASEWORK) else [])
    ]


def _of_stays(viewer: Viewer, since: date) -> list[Coming]:
    return [
        Coming(
            DateKind.STAY,
            one.match,
            one.day,
            _("%(number)s %(place)s（%(days)d日）")
            % {"number": one.number, "place": one.place_name, "days": one.after},
            reverse("desk:match", args=[one.need]),
        )
        for one in participation.stays_due(viewer, since=since)
    ]


def _of_thinking(viewer: Viewer) -> list[Coming]:
    """Whether the project is needed stands to be judged again until it is; a round is closed to whoever has rated."""
    found, weighed = [], necessity.due_again(viewer) if viewer.has(*WRITERS) else None
    if weighed is not None:
        words = _("重層が要るかを、もう一度考えます")
        found.append(Coming(DateKind.WEIGH, weighed.pk, weighed.again_on, words, reverse("office:necessity")))
    running = self_rating.open_round(viewer)
    if running is not None and not running.own:
        words = _("互いに見ないで、四つのはたらきに点をつけます")
        url = reverse("office:rating_round", args=[running.pk])
        found.append(Coming(DateKind.RATE, running.pk, running.until, words, url))
    return found


def _of_conferences(viewer: Viewer, since: date) -> list[Coming]:
    midnight = datetime.combine(since, time(), JST)
    return [
        Coming(
            DateKind.CONFERENCE,
            one.conference,
            local_day(one.begins_at),
            one.name,
            reverse("meeting:conference", args=[one.conference]),
            one.begins_at,
            one.ends_at,
        )
        for one in conferences.sittings(viewer, since=midnight)
    ]
