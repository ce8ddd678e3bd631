"""お知らせ: what happened to balls of ours since somebody last looked; it stays until somebody says that it was read."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions import tiding as tidings
from marugoto.custody.codes import Outcome, TidingKind
from marugoto.custody.labels import OUTCOMES, TIDING_KINDS
from marugoto.custody.queries.tiding import TidingFace, unread
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from marugoto.participation.labels import PLACE_NEWS
from marugoto.participation.queries.anew import fits_now
from marugoto.web.shell.doors import Page, act, see
from marugoto.web.shell.matters import CASEWORK, MatterLine, matters_of

SHOWN = 6
MOST_FITS = 3
TO_ANSWER = frozenset({TidingKind.ASKED, TidingKind.BID, TidingKind.DIRECTED, TidingKind.ASKED_BACK})
WITH_THE_RECORD = frozenset({Outcome.MOVED_AWAY, Outcome.DIED})  # what became of the person: to whoever may read of it
LOOKS_AT_EVERY_BALL = (Role.COORDINATOR, Role.CHIEF)


@dataclass(frozen=True)
class Fitting:
    """`news`: what became of the place; `why` it fits now."""

    name: str
    news: str
    why: str


@dataclass(frozen=True)
class Told:
    """One thing to hear. `url` is empty where the ball is no longer ours to look at."""

    id: UUID
    said: str
    line: MatterLine
    about: str
    day: str
    ball: UUID | None
    to_answer: bool = False  # somebody waits for a line of ours
    came: bool = False  # a place for which our need waited
    fits: tuple[Fitting, ...] = ()  # places that became others while it waited, with why they fit now
    more_fits: int = 0
    need: UUID | None = None  # where they are taken up


def told_of(viewer: Viewer, found: list[TidingFace], lines: dict[UUID, MatterLine]) -> list[Told]:
    fits = _fits_of(viewer, found)
    return [
        Told(
            id=one.id,
            said=_said(one, lines[one.matter]),
            line=lines[one.matter],
            about=one.about.said if one.about else "",
            day=_day(viewer, local_day(one.at)),
            to_answer=one.kind in TO_ANSWER and one.holder.id == viewer.team,
            came=one.kind is TidingKind.PLACE_CAME and one.holder.id == viewer.team and viewer.has(*CASEWORK),
            ball=one.ball if one.holder.id == viewer.team or viewer.has(*LOOKS_AT_EVERY_BALL) else None,
            fits=fits.get(one.id, ())[:MOST_FITS],
            more_fits=max(0, len(fits.get(one.id, ())) - MOST_FITS),
            need=one.matter if one.id in fits else None,
        )
        for one in found
    ]


def _said(one: TidingFace, line: MatterLine) -> str:
    """Of an ending also the reason; not where it tells more than the ball's face to whom no more is open."""
    said = str(TIDING_KINDS[one.kind])
    if one.outcome is None or (line.shut and one.outcome in WITH_THE_RECORD):
        return said
    return _("%(said)s(%(why)s)") % {"said": said, "why": OUTCOMES[one.outcome]}


def _fits_of(viewer: Viewer, found: list[TidingFace]) -> dict[UUID, tuple[Fitting, ...]]:
    """By tiding, the places of which it tells; to whoever works with the need."""
    told = [one for one in found if one.kind is TidingKind.PLACE_FITS and viewer.has(*CASEWORK)]
    known = fits_now(viewer, {one.matter for one in told})
    fits = {
        one.id: tuple(
            Fitting(fit.name, str(PLACE_NEWS[fit.news]), "".join(fit.reasons))
            for fit in known.get(one.matter, ())
            if fit.at == one.at
        )
        for one in told
    }
    return {tiding: some for tiding, some in fits.items() if some}


def _day(viewer: Viewer, day: date) -> str:
    """The year is said of a day that lies in another."""
    return say_day(day) if day.year == local_day(viewer.at).year else say_era(day)


@see()
def index(request: HttpRequest, viewer: Viewer) -> Page:
    """All that were not read yet, those to oneself first."""
    heard = unread(viewer)
    return Page("shell/tidings.html", {"tidings": told_of(viewer, heard, matters_of(viewer, heard))})


@act()
def read(request: HttpRequest, viewer: Viewer, at: datetime, tiding: UUID) -> HttpResponse:
    tidings.read(by=viewer, at=at, tiding=tiding)
    return redirect("shell:today")


@act()
def read_all(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    count = tidings.read_all(by=viewer, at=at)
    messages.success(request, _("%(count)d件のお知らせを、読んだことにしました。") % {"count": count})
    return redirect("shell:today")
