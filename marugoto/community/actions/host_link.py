"""Give a group a link of its own, take it back, and keep what comes through it: a check, or a request to put something right.

The secret of a link is made here, goes once into the letter to the porch's page and the paper for the group, and is kept nowhere.
"""

import hashlib
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place import change_place, confirm_place
from marugoto.community.actions.place_check import promises_of
from marugoto.community.actions.place_facts import lay_times_aside
from marugoto.community.actions.place_values import area_of, held, mine
from marugoto.community.codes import ConfirmedBy
from marugoto.community.events import ChangeAnswered, ChangeAsked, HostLinked, HostLinkWithdrawn
from marugoto.community.models import ChangeRequest, ChangeRequestAnswer, Confirmation, HostLink, Place, PlaceEnding
from marugoto.community.rules import change_request as rules
from marugoto.community.rules.host_link import Link, may_give, opens
from marugoto.community.rules.place import may_tend
from marugoto.community.rules.promise import may_be_contacted, may_leave_house
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import Refused, no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@dataclass(frozen=True)
class Given:
    """The link and, this once, the secret that opens it."""

    link: HostLink
    secret: str


@acting
def give_link(*, by: Viewer, at: datetime, place: UUID, until: date) -> Given:
    """For this one place, until that day (exclusive). An older link stays until its day or until it is withdrawn."""
    may_tend(by.roles).require()
    row, day = mine(by, place), local_day(at)
    may_give(until=until, today=day).require()
    promises = promises_of(by, row, day)
    may_be_contacted(promises).require()
    if not may_leave_house(row.tier, promises):
        no("外に出さない場所には、リンクを出せません。", "見せる範囲を「だれにでも」にすると出せます。").require()
    secret = secrets.token_urlsafe(24)
    made = HostLink.objects.create(
        body=by.body, made_at=at, place=row, digest=digest_of(secret), until=until, by=by.duty
    )
    announce(HostLinked(place=row.pk, link=made.pk, until=until), by=by, at=at, area=area_of(row))
    return Given(made, secret)


@acting
def withdraw_link(*, by: Viewer, at: datetime, link: UUID) -> HostLink:
    may_tend(by.roles).require()
    row = HostLink.objects.within(by.body).select_related("place__district").get(pk=link)
    if row.withdrawn_at is not None:
        no("このリンクは、もう取り消しています。").require()
    row.withdrawn_at, row.withdrawn_by = at, by.duty
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])
    announce(HostLinkWithdrawn(place=row.place_id, link=row.pk), by=by, at=at, area=area_of(row.place))
    return row


@acting
def confirm_by_link(*, by: Viewer, at: datetime, link: UUID, said_at: datetime | None = None) -> Confirmation:
    """「変わりありません」 from the group itself, as of the moment at which the button was pressed."""
    row = _opened(by, said_at or at, link)
    return confirm_place(by=by, at=at, place=row.place_id, how=ConfirmedBy.HOST, link=row.pk, said_at=said_at)


@acting
def ask_change(
    *,
    by: Viewer,
    at: datetime,
    place: UUID,
    wants: Mapping[str, str],
    words: str = "",
    link: UUID | None = None,
    said_at: datetime | None = None,
) -> ChangeRequest:
    """What is to be put right; nothing of the place changes. Through a link, only for the place of that link, and pressed twice it is
    one request."""
    if link is None:
        may_tend(by.roles).require()
    else:
        place = _opened(by, said_at or at, link).place_id
    row = mine(by, place)
    now = words_of(row)
    asked = {
        name: clean(rules.written(name, text), limit=rules.longest(name, now))
        for name, text in wants.items()
        if name in rules.ASKABLE
    }
    differs = rules.differing(now, asked)
    words = clean(words, limit=rules.WORDS).strip()
    rules.may_ask(differs, words).require()
    if (known := _asked_already(by, link, differs, words)) is not None:
        return known
    was = {name: now[name] for name in differs}
    made = ChangeRequest.objects.create(
        body=by.body, made_at=at, place=row, link_id=link, wants=differs, was=was, words=words, by=by.duty
    )
    announce(ChangeAsked(place=row.pk, request=made.pk, fields=len(differs)), by=by, at=at, area=area_of(row))
    return made


@acting
def answer_change(
    *, by: Viewer, at: datetime, request: UUID, taken: Collection[str], words: str = ""
) -> ChangeRequestAnswer:
    """Write the chosen fields, or none. Writing them is no check: that is said apart."""
    may_tend(by.roles).require()
    asked = ChangeRequest.objects.within(by.body).select_for_update(no_key=True).get(pk=request)
    if PlaceEnding.objects.within(by.body).filter(place=asked.place_id, undone_at=None).exists():
        no("この場所は、おわりにしています。", "もう一度始めてから答えてください。").require()
    row = held(by, asked.place_id)
    rules.may_answer(
        answered=ChangeRequestAnswer.objects.within(by.body).filter(request=asked).exists(),
        asked=asked.wants,
        was=asked.was,
        now=words_of(row),
        taken=taken,
    ).require()
    chosen = {name: asked.wants[name] for name in sorted(taken)}
    if chosen:
        lay_times_aside(by, at, change_place(by=by, at=at, place=row.pk, values=chosen))
    made = ChangeRequestAnswer.objects.create(
        body=by.body, made_at=at, request=asked, taken=sorted(chosen), words=clean(words, limit=200), by=by.duty
    )
    told = ChangeAnswered(place=row.pk, request=asked.pk, taken=len(chosen), asked=len(asked.wants))
    announce(told, by=by, at=at, area=area_of(row))
    return made


def digest_of(secret: str) -> str:
    """A secret of 24 random bytes needs no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()


def words_of(place: Place) -> dict[str, str]:
    """What a group may ask to have put right, as it stands."""
    return {name: getattr(place, name) for name in rules.ASKABLE}


def _asked_already(by: Viewer, link: UUID | None, wants: Mapping[str, str], words: str) -> ChangeRequest | None:
    """The same through the same link, that nobody has answered yet."""
    answered = ChangeRequestAnswer.objects.within(by.body).values("request_id")
    waits = ChangeRequest.objects.within(by.body).filter(link=link).exclude(pk__in=answered) if link else ()
    return next((one for one in waits if one.wants == wants and one.words == words), None)


def _opened(by: Viewer, moment: datetime, link: UUID) -> HostLink:
    """In force when it was said (what was on its way while the link was withdrawn still counts), and of a place that still is and may be
    told outside."""
    row = HostLink.objects.within(by.body).select_related("place").filter(pk=link).first()
    if row is None:
        raise Refused("このリンクは見つかりません。", "町の担当に電話で知らせてください。")
    day, withdrawn = local_day(moment), row.withdrawn_at is not None and row.withdrawn_at <= moment
    opens(Link(row.until, withdrawn), today=day).require()
    ended = PlaceEnding.objects.within(by.body).filter(place=row.place_id, undone_at=None).exists()
    if ended or not may_leave_house(row.place.tier, promises_of(by, row.place, day)):
        no("この場所は、いま外に出していません。", "町の担当に電話で知らせてください。").require()
    return row
