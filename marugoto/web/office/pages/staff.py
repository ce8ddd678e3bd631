"""係と人: who is where with how many balls, what happens if some of them move, and how a duty or a team ends."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.codes import KEEPS_HOUSE
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.people import end_duties, end_team
from marugoto.custody.actions.stay import take_back_ending
from marugoto.custody.queries.succession import PersonLine, Rehearsal, TeamLine, leaving_soon, rehearse, staff
from marugoto.kernel.decision import no
from marugoto.kernel.era import say_day
from marugoto.web.shell.balls import how_many
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id
from marugoto.web.ui.fields import DateWords


class EndForm(forms.Form):
    """From which day on a duty or a team is no more."""

    day = DateWords(label=gettext_lazy("いつから、いなくなりますか"), required=True)
    reason = forms.CharField(
        label=gettext_lazy("わけ"), max_length=200, help_text=gettext_lazy("人事異動、退職、係の統合など。")
    )


@see(*KEEPS_HOUSE)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    teams = staff(viewer)
    hats = [person for team in teams for person in team.people]
    people, balls = len({person.worker_id for person in hats}), Counter[UUID]()
    for person in hats:
        balls[person.worker_id] += person.balls
    values = {
        "teams": [_team(team, balls) for team in teams],
        "sentence": _("%(teams)dの係に、%(people)d人がいます。") % {"teams": len(teams), "people": people},
        "leaving": [{"line": one, "day": say_day(one.day)} for one in leaving_soon(viewer)],
        "empty": [team.said for team in teams if not team.people],
    }
    return Page("office/staff.html", values)


@see(*KEEPS_HOUSE)
def rehearsal(request: HttpRequest, viewer: Viewer) -> Page:
    """Nothing is written: what would happen, by the same rule by which it then happens."""
    return _rehearsed(viewer, request.GET.getlist("duty"), EndForm(initial={"reason": _("人事異動")}))


@act(*KEEPS_HOUSE)
def end(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """All of them from the same day on, or none."""
    chosen, form = request.POST.getlist("duty"), EndForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            ended = end_duties(by=viewer, at=at, duties=_read(chosen), day=said["day"], reason=said["reason"])
            messages.success(
                request,
                _("%(count)d人の役割を%(day)sから終わりにしました。ボールはその日に次の人へ移ります。")
                % {"count": len(ended), "day": say_day(said["day"])},
            )
            return redirect("office:staff")
    return _rehearsed(viewer, chosen, form, status=422)


@act(*KEEPS_HOUSE)
def stay(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """Before its day an ending is taken back."""
    duty = read_id(request.POST.get("duty", ""))
    if duty is None:
        no("だれの役割か、選ばれていません。", "「係と人」の「取り消す」を押してください。").require()
    elif take_back_ending(by=viewer, at=at, duty=duty):
        said = _(
            "役割は続きます。アカウントはその日に止まるので、戻すことを頼みました。もう一人が出すと、止まりません。"
        )
        messages.success(request, said)
    else:
        messages.success(request, _("役割は続きます。終わりの日を取り消しました。"))
    return redirect("office:staff")


@see(*KEEPS_HOUSE)
def team(request: HttpRequest, viewer: Viewer, team: UUID) -> Page:
    return _team_page(viewer, team, EndForm())


@act(*KEEPS_HOUSE)
def close(request: HttpRequest, viewer: Viewer, at: datetime, team: UUID) -> Page | HttpResponse:
    """Refused while the team holds a ball, and for the team of last resort."""
    form = EndForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            end_team(by=viewer, at=at, team=team, day=said["day"], reason=said["reason"])
            messages.success(request, _("係を閉じました。この係に渡されていたものは、渡した係に戻りました。"))
            return redirect("office:staff")
    return _team_page(viewer, team, form, status=422)


def _rehearsed(viewer: Viewer, chosen: Iterable[str], form: EndForm, status: int = 200) -> Page:
    duties = _read(chosen)
    found = rehearse(viewer, frozenset(duties))
    values = {
        "found": found,
        "duties": [one.duty for one in found.passings],
        "sentence": _sentence(found),
        "form": form,
    }
    return Page("office/rehearsal.html", values, status=status)


def _sentence(found: Rehearsal) -> str:
    if not found.passings:
        return _("だれも選ばれていません。")
    if not found.balls:
        return _("%(people)d人が動いても、持ち手の変わるボールはありません。") % {"people": len(found.passings)}
    return _("%(people)d人が動くと、ボール%(balls)sの担当が変わります。持ち手のいないボールは出ません。") % {
        "people": len(found.passings),
        "balls": how_many(found.balls),
    }


def _team_page(viewer: Viewer, team: UUID, form: EndForm, status: int = 200) -> Page:
    found = next((one for one in staff(viewer) if one.team == team), None)
    if found is None:
        raise Http404
    return Page("office/team.html", {"team": _team(found), "line": found, "form": form}, status=status)


def _team(team: TeamLine, balls: Mapping[UUID, int] = MappingProxyType({})) -> dict[str, Any]:
    return {"line": team, "people": [_person(one, balls) for one in team.people]}


def _person(person: PersonLine, balls: Mapping[UUID, int]) -> dict[str, Any]:
    """`sum`: under all hats together, where there is another one with balls."""
    together = balls.get(person.worker_id, 0)
    return {
        "line": person,
        "sum": together if together != person.balls else 0,
        "ends": _("%(day)sから不在") % {"day": say_day(person.ends)} if person.ends else "",
    }


def _read(chosen: Iterable[str]) -> list[UUID]:
    return [found for found in map(read_id, chosen) if found is not None]
