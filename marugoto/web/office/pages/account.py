"""アカウント: what waits for a second person, the papers for delivery by hand, and who gave whom an account."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.actions.account import ask_back, refuse, release, suspend, withdraw
from marugoto.agencies.actions.keys import remove_keys
from marugoto.agencies.actions.recognition import recognise
from marugoto.agencies.actions.slip import show_slips
from marugoto.agencies.codes import KEEPS_HOUSE, ProposalEnd
from marugoto.agencies.labels import PROPOSAL_ENDS
from marugoto.agencies.queries import account as accounts
from marugoto.agencies.queries.account import AccountLine, ProposalLine
from marugoto.agencies.queries.keys import removals, with_keys
from marugoto.agencies.queries.recognition import Unrecognised, unrecognised
from marugoto.agencies.viewer import Viewer
from marugoto.kernel.decision import no
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import JST, local_day
from marugoto.web.office.forms.account import AnswerForm, KeysForm, RecogniseForm, SuspendForm
from marugoto.web.shell import shown_once
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id, read_page

SLOT = "first_secrets"
PAGE = 50


@see(*KEEPS_HOUSE)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _index(viewer, AnswerForm())


@act(*KEEPS_HOUSE)
def answer(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """The second person releases or refuses, each or all of what is marked."""
    form = AnswerForm(request.POST)
    chosen = _read(request.POST.getlist("proposal"))
    if form.is_valid():
        with form_errors(form):
            if not chosen:
                no("だれも選ばれていません。", "出す人か、断る人に印をつけてください。").require()
            if request.POST.get("how") == "refuse":
                refuse(by=viewer, at=at, proposals=chosen, reason=form.cleaned_data["reason"])
                messages.success(
                    request, _("%(count)d件を断りました。わけは、頼んだ人に見えます。") % {"count": len(chosen)}
                )
            else:
                release(by=viewer, at=at, proposals=chosen)
                messages.success(
                    request,
                    _("%(count)d件を出しました。はじめて入る人には、紙を手わたしします。") % {"count": len(chosen)},
                )
            return redirect("office:accounts")
    return _index(viewer, form, status=422)


@act(*KEEPS_HOUSE)
def take_back(request: HttpRequest, viewer: Viewer, at: datetime, proposal: UUID) -> HttpResponse:
    row = withdraw(by=viewer, at=at, proposal=proposal)
    messages.success(request, _("%(name)sさんの分を取り下げました。") % {"name": row.name})
    return redirect("office:accounts")


@act(*KEEPS_HOUSE)
def make_slips(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """One paper for each; what was on an earlier one is good no longer."""
    form = AnswerForm({})
    chosen = _read(request.POST.getlist("worker"))
    with form_errors(form):
        if not chosen:
            no("だれも選ばれていません。", "紙を出す人に印をつけてください。").require()
        shown = show_slips(by=viewer, at=at, workers=chosen)
        papers = [[one.name, one.login, one.secret, one.since.isoformat(), one.until.isoformat()] for one in shown]
        page = reverse("office:slips")
        return shown_once.put(request, redirect(page), slot=SLOT, secret=papers, page=page)
    return _index(viewer, form, status=422)


@see(*KEEPS_HOUSE)
def slips(request: HttpRequest, viewer: Viewer) -> Page:
    """Shown once: opened again, the page is empty."""
    papers = [
        {"name": name, "login": login, "secret": secret, "since": _day(since), "last": _day(until, before=1)}
        for name, login, secret, since, until in shown_once.take(request, slot=SLOT) or []
    ]
    address = request.build_absolute_uri("/")
    return Page("office/slips.html", {"papers": papers, "address": address})


@act(*KEEPS_HOUSE)
def meet(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """A second person has met whoever came in with a paper."""
    form = RecogniseForm(request.POST, workers=_to_meet(unrecognised(viewer)))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            row = recognise(by=viewer, at=at, worker=UUID(said["worker"]), number=said["number"])
            messages.success(request, _("%(name)sさん本人だと確かめました。もう画面が開きます。") % {"name": row.name})
            return redirect("office:accounts")
    return _index(viewer, AnswerForm(), meeting=form, status=422)


@see(*KEEPS_HOUSE)
def records(request: HttpRequest, viewer: Viewer) -> Page:
    return _records(request, viewer)


@act(*KEEPS_HOUSE)
def stop(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = SuspendForm(request.POST, workers=_workers(accounts.accounts(viewer)))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            suspend(by=viewer, at=at, worker=UUID(said["worker"]), day=said["day"], reason=said["reason"])
            messages.success(request, _("%(day)sから、そのアカウントでは入れません。") % {"day": say_day(said["day"])})
            return redirect("office:account_records")
    return _records(request, viewer, form=form, status=422)


@act(*KEEPS_HOUSE)
def take_keys(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """Somebody has lost his telephone: with his password alone he comes in, and makes himself a new key."""
    form = KeysForm(request.POST, workers=_owners(viewer))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            remove_keys(by=viewer, at=at, worker=UUID(said["owner"]), reason=said["why"])
            messages.success(request, _("鍵を外しました。本人は、パスワードだけで入り、新しい鍵を作れます。"))
            return redirect("office:account_records")
    return _records(request, viewer, keys=form, status=422)


@act(*KEEPS_HOUSE)
def back(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """Asked here, released by somebody else."""
    wanted = read_id(request.POST.get("worker", ""))
    if wanted is None:
        no("だれのアカウントか、選ばれていません。", "一覧の「戻すことを頼む」を押してください。").require()
    else:
        row = ask_back(by=viewer, at=at, worker=wanted)
        messages.success(request, _("%(name)sさんのアカウントを戻すことを頼みました。") % {"name": row.name})
    return redirect("office:accounts")


def _index(viewer: Viewer, form: AnswerForm, meeting: RecogniseForm | None = None, status: int = 200) -> Page:
    found, strangers = accounts.waiting(viewer), unrecognised(viewer)
    others = [one for one in found if not (one.asked_himself or one.concerns_himself)]
    own = [one for one in found if one.asked_himself or one.concerns_himself]
    paperless = accounts.without_slip(viewer)
    values = {
        "form": form,
        "others": [_line(one) for one in others],
        "own": [_line(one) for one in own],
        "paperless": [_line(one) for one in paperless],
        "second": accounts.second_persons(viewer),
        "strangers": [{"line": one, "when": _moment(one.begun_at)} for one in strangers],
        "to_meet": sum(one.may for one in strangers),
        "meeting": meeting or RecogniseForm(workers=_to_meet(strangers)),
        "sentence": _sentence(len(others), len(own), strangers, len(paperless)),
    }
    return Page("office/accounts.html", values, status=status)


def _to_meet(strangers: Iterable[Unrecognised]) -> list[tuple[str, str]]:
    return [(str(one.worker), one.name) for one in strangers if one.may]


def _sentence(others: int, own: int, strangers: list[Unrecognised], paperless: int) -> str:
    meet = sum(one.may for one in strangers)
    told = _("あなたの返事を待っているアカウントが%(count)d件あります。") % {"count": others} if others else ""
    if meet:
        told += _("あなたが会って確かめる人が%(count)d人います。") % {"count": meet}
    if told:
        return told
    if strangers:
        return _("本人か、ほかの人が会って確かめるのを待っている人が%(count)d人います。") % {"count": len(strangers)}
    if own:
        return _("頼んだアカウント%(count)d件が、もう一人の返事を待っています。") % {"count": own}
    if paperless:
        return _("まだ入っていない人が%(count)d人います。") % {"count": paperless}
    return _("返事を待っているアカウントはありません。")


def _records(
    request: HttpRequest,
    viewer: Viewer,
    form: SuspendForm | None = None,
    keys: KeysForm | None = None,
    status: int = 200,
) -> Page:
    words, end = request.GET.get("words", "").strip()[:60], request.GET.get("end", "")
    count = accounts.how_many(viewer, words=words, end=end)
    pages = max(1, -(-count // PAGE))
    page = min(read_page(request.GET.get("page", "1")), pages)
    people = accounts.accounts(viewer)
    found = accounts.records(viewer, words=words, end=end, first=(page - 1) * PAGE, many=PAGE)
    values = {
        "rows": [_line(one) for one in found],
        "count": count,
        "page": page,
        "pages": pages,
        "words": words,
        "ends": [("", _("すべて"), not end), ("waiting", _("返事待ち"), end == "waiting")]
        + [(one.value, str(said), end == one) for one, said in PROPOSAL_ENDS.items()],
        "form": form or SuspendForm(initial={"day": local_day(viewer.at)}, workers=_workers(people)),
        "keys": keys or KeysForm(workers=_owners(viewer)),
        "removals": [{"line": one, "when": _moment(one.at)} for one in removals(viewer)],
        "stopped": [{"line": one, "day": say_era(one.suspended)} for one in people if one.suspended],
        "sentence": _("アカウントを頼んだ記録が%(count)d件あります。") % {"count": count},
    }
    return Page("office/account_records.html", values, status=status)


def _owners(viewer: Viewer) -> list[tuple[str, str]]:
    return [(str(worker), name) for worker, name in with_keys(viewer)]


def _workers(people: Iterable[AccountLine]) -> list[tuple[str, str]]:
    return [(str(one.worker), one.name) for one in people]


def _line(one: ProposalLine) -> dict[str, Any]:
    return {
        "line": one,
        "hat": f"{one.team} {one.hat}".strip() or _("止めたアカウントを戻す"),
        "roles": "" if "・".join(one.roles) == one.hat else "、".join(one.roles),
        "known_by": one.number if one.number == one.login else f"{one.number} {one.login}".strip(),
        "since": say_era(one.since) + _("から"),
        "asked": f"{one.asked_by} {_moment(one.asked_at)}",
        "steps": _steps(one),
        "paper": _paper(one),
    }


def _steps(one: ProposalLine) -> list[str]:
    """What became of it, in order: who did it, and when."""
    told = [_("%(who)sが頼んだ(%(when)s)") % {"who": one.asked_by, "when": _moment(one.asked_at)}]
    if one.end and one.ended_at:
        what = str(PROPOSAL_ENDS[ProposalEnd(one.end)])
        told.append(
            _("%(who)sが%(what)s(%(when)s)") % {"who": one.ended_by, "what": what, "when": _moment(one.ended_at)}
        )
    if one.reason:
        told.append(_("わけ: %(reason)s") % {"reason": one.reason})
    if one.slip_at:
        told.append(_("%(who)sが紙を出した(%(when)s)") % {"who": one.slip_by, "when": _moment(one.slip_at)})
    if one.begun_at:
        told.append(_("紙で入り、パスワードを決めた(%(when)s)") % {"when": _moment(one.begun_at)})
    if one.met_at:
        told.append(_("%(who)sが会い、本人だと確かめた(%(when)s)") % {"who": one.met_by, "when": _moment(one.met_at)})
    if one.suspended:
        told.append(
            _("%(day)sから停止(%(who)s: %(why)s)")
            % {"day": say_era(one.suspended), "who": one.suspended_by, "why": one.suspended_why}
        )
    return told


def _paper(one: ProposalLine) -> str:
    if one.slip_until is None:
        return _("まだ出していません")
    if one.begun_at:
        return _("この紙で、もう入りました。本人でないなら、出し直します。")
    return _("%(last)sまで使えます") % {"last": say_era(one.slip_until - timedelta(days=1))}


def _moment(at: datetime) -> str:
    return f"{say_day(local_day(at))} {at.astimezone(JST):%H:%M}"


def _day(iso: str, before: int = 0) -> str:
    return say_era(date.fromisoformat(iso) - timedelta(days=before))


def _read(chosen: Iterable[str]) -> list[UUID]:
    return [found for found in map(read_id, chosen) if found is not None]
