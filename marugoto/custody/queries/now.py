"""Balls as they are now, with everything a face or a verb needs, in one query."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import (
    CharField,
    Count,
    DateField,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    UUIDField,
)
from django.db.models.functions import Coalesce

from marugoto.agencies.models import Team
from marugoto.custody.codes import EndingKind
from marugoto.custody.models import Ball, Offer
from marugoto.ground.question import Among, Ids, Question, put_together_once


@put_together_once
def balls_as_they_are(body: str, day: date) -> QuerySet[Any]:
    """Each ball with holder, person in charge, open offer, open call for help and rescue in force; one row for a ball.

    Added: what `running` reads, `to_be_handed_over` since when, `asked_by` which team
    waits for a word of the holder, `asked_until` what is directed to be done, and `declined`, the number of noes since it came to its holder.
    """
    declined = (
        Offer.objects.everywhere("counted for the ball of the outer query")
        .filter(ball=OuterRef("pk"), ended__kind=EndingKind.DECLINED, made_at__gte=OuterRef("since"))
        .order_by()
        .values("ball")
        .annotate(times=Count("pk"))
    )
    return (
        Ball.objects.within(body)
        .annotate(
            open_offer=FilteredRelation("offers", condition=Q(offers__ended=None)),
            open_asking=FilteredRelation("askings", condition=Q(askings__ended=None)),
            asked_by=F("open_asking__team"),
            asked_until=F("open_asking__due"),
            open_stuck=FilteredRelation("stucks", condition=Q(stucks__answer=None)),
            open_rescue=FilteredRelation("rescues", condition=Q(rescues__ended=None, rescues__until__gt=day)),
            open_hand_over=FilteredRelation("hand_overs", condition=Q(hand_overs__until=None)),
            to_be_handed_over=F("open_hand_over__since"),
            declined=Coalesce(Subquery(declined.values("times")), 0),
        )
        .select_related(  # type: ignore[misc]  # the names of filtered relations exist only at run time
            "holder__agency",
            "in_charge__worker",
            "settlement",
            "open_offer__to__agency",
            "open_stuck",
            "open_rescue__team__agency",
        )
    )


def _one(body: str, day: date, ball: UUID) -> QuerySet[Any]:
    return balls_as_they_are(body, day).filter(pk=ball)


_ONE = Question(_one, body=CharField(), day=DateField(), ball=UUIDField())


def ball_as_it_is(body: str, day: date, ball: UUID) -> Any:
    """As `balls_as_they_are`, one of them. Raises Ball.DoesNotExist."""
    return _ONE.one(body=body, day=day, ball=ball)


TEAM = ("", "__name", "__phone", "__hours", "__agency__short", "__agency__has_accounts")
FACE = (
    *(
        "pk",
        "number",
        "matter_kind",
        "matter",
        "theme",
        "urgency",
        "area",
        "passes",
        "made_at",
        "since",
        "touched_at",
        "look_on",
        "due_on",
    ),
    *("in_charge", "in_charge__worker__name", "settlement", "settlement__at", "settlement__outcome"),
    *(f"{team}{column}" for team in ("holder", "open_offer__to", "open_rescue__team") for column in TEAM),
    *(
        "open_offer__id",
        "open_offer__made_at",
        "open_offer__due",
        "open_rescue__id",
        "open_rescue__since",
        "open_rescue__until",
        "open_stuck__id",
        "open_stuck__at",
    ),
    *("to_be_handed_over", "asked_by", "asked_until", "declined"),
)


LYING = (  # enough to sort and count it
    *("pk", "number", "matter_kind", "matter", "urgency", "since", "touched_at", "holder", "in_charge", "settlement"),
    *("settlement__at", "open_offer__id", "open_offer__due", "open_offer__to", "open_rescue__id", "open_rescue__until"),
    *("open_rescue__team", "open_stuck__id", "open_stuck__at", "look_on", "due_on", "asked_until", "declined"),
)


def read_for_faces(balls: QuerySet[Any], *more: str) -> list[Any]:
    """Of balls as they are the columns a face is made of, and `more`, each by its name: five hundred rows cost little."""
    return list(balls.values_list(*FACE, *more, named=True))


def _of_matters(body: str, day: date, matters: Any) -> QuerySet[Any]:
    return balls_as_they_are(body, day).filter(Among("matter", matters)).values_list(*FACE)


def _some(body: str, day: date, balls: Any) -> QuerySet[Any]:
    return balls_as_they_are(body, day).filter(Among("pk", balls)).values_list(*FACE)


def read_as_they_lie(balls: QuerySet[Any], *more: str) -> list[Any]:
    """As `read_for_faces`, only what `Lying` needs."""
    return list(balls.values_list(*LYING, *more, named=True))


# As `read_for_faces` reads them.
FACES_OF_MATTERS = Question(_of_matters, body=CharField(), day=DateField(), matters=Ids())
FACES_OF_BALLS = Question(_some, body=CharField(), day=DateField(), balls=Ids())


def say_team(team: Team) -> str:
    """The team as it is said: the agency first, unless the team's name begins with it or is it."""
    return say_name(team.name, team.agency.short)


def say_name(name: str, agency: str) -> str:
    """As `say_team`, from the two names."""
    return name if not agency or name.startswith(agency) else f"{agency} {name}"


def running(row: Any, what: str) -> Any:
    """`open_offer`, `open_stuck` or `open_rescue` of a row of `balls_as_they_are`; Django leaves the name out where there is none."""
    return getattr(row, what, None)
