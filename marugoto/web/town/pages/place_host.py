"""What there is between the house and whoever keeps a place: promises, tries, doubts, a link of its own, and requests."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.queries.directory import names_of_duties
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.host_link import give_link, withdraw_link
from marugoto.community.actions.place_check import doubt_place, lift_promise, note_try, promise
from marugoto.community.codes import DoubtReason, PromiseKind, Sayer, TryWay
from marugoto.community.labels import DOUBTS, PROMISES, SAYERS, TRY_WAYS
from marugoto.community.queries import host_link as links
from marugoto.community.queries import place as places
from marugoto.community.queries import place_check as checks
from marugoto.community.queries.host_link import GroupLink
from marugoto.community.queries.place import PlaceFacts
from marugoto.community.queries.place_check import HostStory
from marugoto.community.rules.check import cannot_be_reached
from marugoto.community.rules.host_link import USUAL
from marugoto.exchange.queries.origin import last_import
from marugoto.kernel.era import say_whole_day
from marugoto.kernel.jst import local_day
from marugoto.web.shell import shown_once
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.town.audience import READERS, TENDERS, room_of
from marugoto.web.town.forms.place_check import DoubtForm, LinkForm, PromiseForm, TryForm
from marugoto.web.town.pages.place_story import Names, name_of, sources_of

SLOT = "host_link"


@see(*READERS)
def show(request: HttpRequest, viewer: Viewer, place: UUID) -> Page:
    page = _page(viewer, place)
    page.values["secret"] = shown_once.take(request, slot=SLOT) or ""
    page.values["whole"] = bool(settings.MARUGOTO_PORCH_URL)
    return page


@act(*TENDERS)
def note(request: HttpRequest, viewer: Viewer, at: datetime, place: UUID) -> Page | HttpResponse:
    """Nobody was reached."""
    form = TryForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            note_try(by=viewer, at=at, place=place, way=form.code())
            messages.success(
                request, _("連絡がつかなかったことを残しました。続けて3日つかないと、つなぎ先から外れます。")
            )
            return redirect("town:place_host", place=place)
    return _page(viewer, place, try_form=form)


@act(*READERS)
def doubt(request: HttpRequest, viewer: Viewer, at: datetime, place: UUID) -> Page | HttpResponse:
    form = DoubtForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            doubt_place(by=viewer, at=at, place=place, reason=form.code())
            messages.success(request, _("違いを知らせました。受け持つ係が確かめます。"))
            return redirect("town:place_host", place=place)
    return _page(viewer, place, doubt_form=form)


@act(*TENDERS)
def keep_promise(request: HttpRequest, viewer: Viewer, at: datetime, place: UUID) -> Page | HttpResponse:
    form = PromiseForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            told = {"until": form.cleaned_data["until"], "words": form.cleaned_data["words"]}
            promise(by=viewer, at=at, place=place, kind=form.code(), said_by=form.sayer(), **told)
            messages.success(request, _("約束を残しました。外への一覧とつなぎ先で、守られます。"))
            return redirect("town:place_host", place=place)
    return _page(viewer, place, promise_form=form)


@act(*TENDERS)
def lift(request: HttpRequest, viewer: Viewer, at: datetime, place: UUID, promised: str) -> HttpResponse:
    if promised not in set(PromiseKind):
        raise Http404
    lift_promise(by=viewer, at=at, place=place, kind=PromiseKind(promised))
    messages.success(request, _("約束を解きました。"))
    return redirect("town:place_host", place=place)


@act(*TENDERS)
def give(request: HttpRequest, viewer: Viewer, at: datetime, place: UUID) -> Page | HttpResponse:
    """The address stands on the next page, once."""
    form = LinkForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            given = give_link(by=viewer, at=at, place=place, until=form.day())
            page = reverse("town:place_host", args=[place])
            address = f"{settings.MARUGOTO_PORCH_URL}/{viewer.body}/host/{given.secret}/"
            return shown_once.put(request, redirect(page), slot=SLOT, secret=address, page=page)
    return _page(viewer, place, link_form=form)


@act(*TENDERS)
def withdraw(request: HttpRequest, viewer: Viewer, at: datetime, host_link: UUID) -> HttpResponse:
    found = links.link(viewer, host_link)
    if found is None:
        raise Http404
    withdraw_link(by=viewer, at=at, link=host_link)
    messages.success(request, _("リンクを取り消しました。軒先に届くと(ふつう1分ほど)開けなくなります。"))
    return redirect("town:place_host", place=found.place_id)


def _page(viewer: Viewer, place: UUID, **sent: Any) -> Page:
    """As it stands; with a form that was sent and is not good, 422."""
    found = places.by_ids(viewer, {place}).get(place)
    if found is None:
        raise Http404
    story, given = checks.of_place(viewer, place), links.of_place(viewer, place)
    asked = links.requests_of(viewer, place)
    by = {one.by for one in story.promises} | {one.by for one in story.tries}
    by |= {one.by for one in story.doubts} | {one.by for one in given}
    names = names_of_duties(by)
    until = local_day(viewer.at) + USUAL
    values: dict[str, Any] = {
        "place": found,
        "sentence": _sentence(found, story),
        "promises": [_promise(one, names, viewer) for one in story.promises],
        "tries": [(say_whole_day(one.day), TRY_WAYS[TryWay(one.way)], name_of(names, one.by)) for one in story.tries],
        "doubts": [
            (say_whole_day(one.day), DOUBTS[DoubtReason(one.reason)], name_of(names, one.by)) for one in story.doubts
        ],
        "links": [_link(one, names, viewer) for one in given],
        "requests": [
            {"id": one.asked.pk, "day": say_whole_day(local_day(one.asked.made_at)), "answered": one.answer is not None}
            for one in asked
        ],
        "sources": sources_of(last_import(viewer, place)),
        "try_form": TryForm(),
        "doubt_form": DoubtForm(),
        "promise_form": PromiseForm(),
        "link_form": LinkForm(initial={"until": until}),
        **room_of(viewer, "places"),
    }
    return Page("town/place_host.html", values | sent, status=422 if sent else 200)


def _sentence(found: PlaceFacts, story: HostStory) -> str:
    if cannot_be_reached({one.day for one in story.tries}):
        return _("続けて連絡がついていません。つなぎ先と外の一覧から、いま外れています。")
    return _("約束・連絡・リンクを、ここに残します。")


def _promise(one: Any, names: Names, viewer: Viewer) -> dict[str, Any]:
    today = local_day(viewer.at)
    stands = one.lifted_at is None and (one.until is None or today < one.until)
    return {
        "kind": one.kind,
        "what": PROMISES[PromiseKind(one.kind)],
        "who": SAYERS[Sayer(one.said_by)],
        "since": say_whole_day(one.since),
        "until": say_whole_day(one.until) if one.until else "",
        "words": one.words,
        "by": name_of(names, one.by),
        "stands": stands,
    }


def _link(one: GroupLink, names: Names, viewer: Viewer) -> dict[str, Any]:
    today = local_day(viewer.at)
    state = _("取り消した") if one.withdrawn_at else _("期限が過ぎた") if today >= one.until else _("開ける")
    return {
        "id": one.pk,
        "until": say_whole_day(one.until),
        "by": name_of(names, one.by),
        "state": state,
        "opens": one.withdrawn_at is None and today < one.until,
    }
