"""まとめて渡す: many balls at once to one team or person, each with its note; what became of each, and the way back."""

from collections import Counter
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.bundle import hand_many
from marugoto.custody.actions.bundle import take_back_bundle
from marugoto.custody.codes import EndingKind, OfferReason
from marugoto.custody.labels import ENDING_KINDS, MATTER_KINDS
from marugoto.custody.queries import bundle as bundles
from marugoto.custody.queries.ball import held_by_team
from marugoto.custody.queries.bundle import BundlePage, LinePage
from marugoto.custody.queries.face import BallFace
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.desk.forms.bundle import BundleForm
from marugoto.web.shell.balls import clock_of, how_many
from marugoto.web.shell.choices import asked_choices, colleague_choices
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id
from marugoto.web.shell.matters import MatterLine, matters_of

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)
MOST = 200


class Fate(StrEnum):
    """What became of one of them, in the order in which it is said."""

    ARRIVED = "arrived"
    WAITS = "waits"
    RETURNED = "returned"
    BACK = "back"
    REFUSED = "refused"


ALL_OF = {
    Fate.ARRIVED: gettext_lazy("%(to)sへ、%(n)sすべてを渡しました。"),
    Fate.WAITS: gettext_lazy("%(to)sに%(n)sを頼み、返事を待っています。受け取られるまで、あなたの係のボールです。"),
    Fate.RETURNED: gettext_lazy("%(to)sへの%(n)sは、受け取られませんでした。"),
    Fate.BACK: gettext_lazy("%(to)sへの%(n)sは、取り下げました。"),
    Fate.REFUSED: gettext_lazy("%(to)sへ、%(n)sのどれも渡していません。"),
}
SOME = {
    Fate.ARRIVED: gettext_lazy("渡した"),
    Fate.WAITS: gettext_lazy("返事待ち"),
    Fate.RETURNED: gettext_lazy("受け取られなかった"),
    Fate.BACK: gettext_lazy("取り下げた"),
    Fate.REFUSED: gettext_lazy("渡していない"),
}


@see(*CASEWORK)
def new(request: HttpRequest, viewer: Viewer) -> Page:
    """What the team holds, or (`?duty=`) what one person of it has in charge."""
    return _page(viewer, request.GET.get("duty", ""), None)


@act(*CASEWORK)
def send(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    whose = request.POST.get("duty", "")
    faces = _faces(viewer, whose)
    form = _form(viewer, faces, matters_of(viewer, faces), request)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            made = hand_many(
                by=viewer,
                at=at,
                wanted=form.wanted(),
                to=form.receiver(),
                reason=OfferReason(said["reason"]),
                words=said["words"],
                due=said["due"],
            )
            return redirect("desk:bundle", made.pk)
    return _page(viewer, whose, form, status=422)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, bundle: UUID) -> Page:
    found = _found(viewer, bundle)
    lines = matters_of(viewer, [one.face for one in found.lines])
    values = {
        "found": found,
        "rows": [_line(one, lines[one.face.matter]) for one in found.lines],
        "sentence": _sentence(found),
        "day": say_day(local_day(found.at)),
        "waits": sum(one.waits for one in found.lines),
    }
    return Page("desk/bundle.html", values)


@act(*CASEWORK)
def take_back(request: HttpRequest, viewer: Viewer, at: datetime, bundle: UUID) -> HttpResponse:
    found = _found(viewer, bundle)
    waiting = sum(one.waits for one in found.lines)
    done = take_back_bundle(by=viewer, at=at, bundle=bundle)
    if done < waiting:
        messages.warning(
            request,
            _("%(done)sを取り下げました。できなかったものは、わけを表に書きました。") % {"done": how_many(done)},
        )
    else:
        messages.success(request, _("%(done)sを取り下げました。") % {"done": how_many(done)})
    return redirect("desk:bundle", bundle)


def _page(viewer: Viewer, whose: str, form: BundleForm | None, status: int = 200) -> Page:
    faces = _faces(viewer, whose)
    lines = matters_of(viewer, faces)
    form = form or _form(viewer, faces, lines)
    waiting = sum(face.offer is not None for face in held_by_team(viewer))
    values = {
        "rows": [{"row": form.row(face.ball), "line": lines[face.matter], **_words(face)} for face in faces],
        "form": form,
        "whose": whose,
        "people": colleague_choices(viewer),
        "count": how_many(len(faces)),
        "waiting": waiting,
    }
    return Page("desk/bundle_new.html", values, status=status)


def _words(face: BallFace) -> dict[str, Any]:
    return {"kind": MATTER_KINDS[face.matter_kind], "person": face.in_charge_name, "clock": clock_of(face)}


def _faces(viewer: Viewer, whose: str) -> list[BallFace]:
    """What the team holds and nobody is asked to take."""
    person = read_id(whose)
    held = [face for face in held_by_team(viewer) if face.offer is None]
    return [face for face in held if person in {None, face.in_charge}][:MOST]


def _form(
    viewer: Viewer, faces: list[BallFace], lines: dict[UUID, MatterLine], request: HttpRequest | None = None
) -> BundleForm:
    known: dict[str, Any] = {
        "own": viewer.team,
        "people": colleague_choices(viewer),
        "teams": asked_choices(viewer),
        "balls": [(face.ball, f"{lines[face.matter].name} {lines[face.matter].title}") for face in faces],
    }
    return BundleForm(request.POST, **known) if request else BundleForm(**known)


def _found(viewer: Viewer, bundle: UUID) -> BundlePage:
    found = bundles.get(viewer, bundle)
    if found is None:
        raise Http404
    return found


def _sentence(found: BundlePage) -> str:
    """As it stands now: what waits for an answer is not handed on yet, and what was taken back never was."""
    to, fates = found.person or found.to.said, Counter(_fate(one) for one in found.lines)
    if len(fates) == 1:
        return ALL_OF[next(iter(fates))] % {"to": to, "n": how_many(fates.total())}
    parts = "、".join(f"{SOME[fate]}{how_many(fates[fate])}" for fate in Fate if fates[fate])
    return _("%(to)sへのボール: %(parts)s。") % {"to": to, "parts": parts}


def _fate(one: LinePage) -> Fate:
    if one.refused:
        return Fate.REFUSED
    if one.back or one.ended is EndingKind.WITHDRAWN:
        return Fate.BACK
    if one.ended in {EndingKind.DECLINED, EndingKind.LAPSED}:
        return Fate.RETURNED
    return Fate.ARRIVED if one.given or one.ended else Fate.WAITS


def _line(one: LinePage, line: MatterLine) -> dict[str, Any]:
    return {"one": one, "line": line, "kind": MATTER_KINDS[one.face.matter_kind], "said": _said(one)}


def _said(one: LinePage) -> str:
    if one.refused:
        return _("渡していません")
    if one.back:
        return _("取り下げました")
    if one.ended:
        return str(ENDING_KINDS[one.ended])
    if one.given:
        return _("%(name)sが担当しています") % {"name": one.face.in_charge_name}
    return _("返事待ち")
