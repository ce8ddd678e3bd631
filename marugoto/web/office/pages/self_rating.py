"""自己採点: several roles judge blind, beside what the records say; shown to all once it is closed, and raising no level."""

from datetime import datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.actions.self_rating import close_round, copy_rating, open_round, rate
from marugoto.evaluation.labels import JUDGED, RATER_ROLES
from marugoto.evaluation.queries import self_rating
from marugoto.evaluation.queries.self_rating import Round, Whole
from marugoto.evaluation.rules.second_opinion import ROLES_WANTED, Opinion
from marugoto.evaluation.rules.thinking import WRITERS, may_think
from marugoto.kernel.era import say_era
from marugoto.web.office.forms.self_rating import RatingForm, RoundCloseForm, RoundForm
from marugoto.web.office.pages.words import THINKERS, level_words
from marugoto.web.shell.doors import Page, act, form_errors, see

RATERS = (*THINKERS, Role.COUNSELLOR, Role.COMMUNITY, Role.CLERK, Role.OFFICE, Role.PRIVACY)


@see(*RATERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _index(viewer, RoundForm())


@act(*WRITERS)
def begin(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = RoundForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            row = open_round(by=viewer, at=at, until=form.cleaned_data["until"])
            messages.success(request, _("自己採点を開きました。閉じるまで、だれの点も見えません。"))
            return redirect("office:rating_round", rating_round=row.pk)
    return _index(viewer, form, status=422)


@see(*RATERS)
def show(request: HttpRequest, viewer: Viewer, rating_round: UUID) -> Page:
    return _show(viewer, rating_round)


@act(*RATERS)
def give(request: HttpRequest, viewer: Viewer, at: datetime, rating_round: UUID) -> Page | HttpResponse:
    form = RatingForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            rate(by=viewer, at=at, rating_round=rating_round, **form.said())
            messages.success(request, _("あなたの点を受け取りました。閉じるまで、だれにも見えません。"))
            return redirect("office:rating_round", rating_round=rating_round)
    return _show(viewer, rating_round, own=form, status=422)


@act(*WRITERS)
def copy(request: HttpRequest, viewer: Viewer, at: datetime, rating_round: UUID) -> Page | HttpResponse:
    form = RatingForm(request.POST, prefix="paper")
    if form.is_valid():
        with form_errors(form):
            copy_rating(by=viewer, at=at, rating_round=rating_round, **form.said())
            messages.success(request, _("紙の点を写しました。残るのは立場だけです。"))
            return redirect("office:rating_round", rating_round=rating_round)
    return _show(viewer, rating_round, paper=form, status=422)


@act(*WRITERS)
def close(request: HttpRequest, viewer: Viewer, at: datetime, rating_round: UUID) -> Page | HttpResponse:
    form = RoundCloseForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            close_round(by=viewer, at=at, rating_round=rating_round, words=form.cleaned_data["words"])
            messages.success(request, _("閉じました。みんなが同じものを見ています。"))
            return redirect("office:rating_round", rating_round=rating_round)
    return _show(viewer, rating_round, closing=form, status=422)


def _index(viewer: Viewer, form: RoundForm, status: int = 200) -> Page:
    rows = self_rating.rounds(viewer)
    running = next((row for row in rows if row.closed_id is None), None)
    values = {
        "rows": [{"row": row, "until": say_era(row.until)} for row in rows],
        "running": running,
        "sentence": _index_sentence(running),
        "form": form,
        **_room(viewer),
    }
    return Page("office/rating_rounds.html", values, status=status)


def _index_sentence(running: Round | None) -> str:
    if running is None:
        return _("いま開いている自己採点はありません。")
    return _("第%(n)d回の自己採点を、%(day)sまで受け付けています。") % {
        "n": running.number,
        "day": say_era(running.until),
    }


def _show(
    viewer: Viewer,
    rating_round: UUID,
    *,
    own: RatingForm | None = None,
    paper: RatingForm | None = None,
    closing: RoundCloseForm | None = None,
    status: int = 200,
) -> Page:
    whole = self_rating.get(viewer, rating_round)
    if whole is None:
        raise Http404
    values = {
        "row": whole.row,
        "closed": whole.closed,
        "sentence": _sentence(whole),
        "roles": [{"name": RATER_ROLES[role], "count": count} for role, count in sorted(whole.roles.items())],
        "missing": max(ROLES_WANTED - len(whole.roles), 0),
        "lines": [_opinion(name, one, whole.row.computed.get(name)) for name, one in whole.opinions.items()],
        "unproved": [_unproved(name, one, whole.row) for name, one in whole.opinions.items() if one.unproved],
        "words": [{"role": RATER_ROLES[role], "words": words} for role, words in whole.words],
        "own": whole.own,
        "form": own or RatingForm(),
        "paper": paper or RatingForm(prefix="paper"),
        "closing": closing or RoundCloseForm(),
        "until": say_era(whole.row.until),
        "levels": level_words(),
        **_room(viewer),
    }
    return Page("office/rating_round.html", values, status=status)


def _sentence(whole: Whole) -> str:
    if not whole.closed:
        return _("%(n)d人の点が届いています。閉じるまで、だれの点も見えません。") % {"n": sum(whole.roles.values())}
    split = [str(JUDGED[name]) for name, one in whole.opinions.items() if one.split]
    apart = [str(JUDGED[name]) for name, one in whole.opinions.items() if one.apart]
    said = []
    if split:
        said.append(_("「%(names)s」は、見方が割れています。点より先に話し合います。") % {"names": "」「".join(split)})
    if apart:
        said.append(_("「%(names)s」は、みんなの見方と記録が食い違っています。") % {"names": "」「".join(apart)})
    return "".join(said) or _("見方は割れておらず、記録との食い違いもありません。")


def _opinion(name: str, one: Opinion, computed: int | None) -> dict[str, Any]:
    return {
        "name": JUDGED[name],
        "scores": "・".join(map(str, one.scores)) or _("点がありません"),
        "median": "" if one.median is None else half(one.median),
        "computed": _("判定不能") if computed is None else str(computed),
        "split": one.split,
        "apart": one.apart,
        "unproved": one.unproved,
        "band": _("%(low)dから%(high)dの外に%(n)d人") % {"low": one.low, "high": one.high, "n": one.outside},
    }


def _unproved(name: str, one: Opinion, row: Round) -> dict[str, Any]:
    """Why what was said cannot be compared, and what would have to be recorded."""
    words = _(
        "みんなの見方の中央値は%(median)sですが、記録の段階は判定不能です。裏づける記録が足りないので、比べられません。"
    )
    return {
        "name": JUDGED[name],
        "words": words % {"median": half(one.median or Fraction(0))},
        "wanted": row.wanted.get(name) or [_("「整備の基準」で、要の基準(★)の「次の一歩」を記録します。")],
    }


def half(value: Fraction) -> str:
    """3, or 2.5."""
    return str(int(value)) if value.denominator == 1 else f"{int(value)}.5"


def _room(viewer: Viewer) -> dict[str, Any]:
    return {
        "writes": bool(may_think(viewer.roles, contracted=viewer.contracted)),
        "thinks": viewer.has(*THINKERS),
    }
