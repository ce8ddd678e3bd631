"""要否: whether 重層 is needed here, weighed now: the answer, why not the others, what would turn it; and what the town says of itself."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.actions.inventory import write_trial
from marugoto.evaluation.actions.necessity import say_town
from marugoto.evaluation.queries import inventory, necessity
from marugoto.evaluation.queries.necessity import Facts, since_of, tenths, town_words, trial_words
from marugoto.evaluation.rules.gap_signal import State
from marugoto.evaluation.rules.necessity import Answer, Signal
from marugoto.evaluation.rules.necessity_sheet import MONEY, NO, Weighed, reading_words, sheet, untried
from marugoto.evaluation.rules.necessity_words import CALLED, OURS, SIGNALS, TO_TRY, flip_words, steps
from marugoto.evaluation.rules.thinking import WRITERS, may_think
from marugoto.evaluation.standards.gap_signals import GAUGES
from marugoto.kernel.era import say_era, say_moment
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.inventory import TrialForm
from marugoto.web.office.forms.necessity import TownForm
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.ui import parts


@see(*THINKERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    found = necessity.weighed(viewer)
    decided = necessity.decisions(viewer)
    values = {
        "sentence": _("%(called)s。") % {"called": found.called},
        "head": found.headline,
        "since": since_of(decided[0], found) if decided else None,
        "steps": [
            {"step": one, "said": _("はい") if one.holds else _("いいえ")} for one in steps(found.given, found.limits)
        ],
        "flips": [flip_words(one) for one in found.flips],
        "signals": [_signal(found.states[one]) for one in Signal],
        "wanted": found.wanted,
        "stands": found.stands if found.answer in NO else (),
        "schemes": found.schemes,
        "untried": untried(found),
        "town": found.town,
        "as_of": say_moment(found.as_of),
        "version": found.limits.version,
        "trials": found.tried,
        "decisions": [_decision(one) for one in decided],
        "nearly": [one.nearly for one in GAUGES if one.nearly],
        **_room(viewer),
    }
    return Page("office/necessity.html", values)


@see(*WRITERS)
def facts(request: HttpRequest, viewer: Viewer) -> Page:
    return _facts(viewer)


@act(*WRITERS)
def say_facts(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = TownForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            say_town(by=viewer, at=at, said=form.said())
            messages.success(request, _("町のことを書きました。前に書いたものも残ります。"))
            return redirect("office:necessity")
    return _facts(viewer, form, status=422)


@see(*WRITERS)
def new_trial(request: HttpRequest, viewer: Viewer) -> Page:
    asked = request.GET.get("of", "")
    form = TrialForm(initial={"signal": asked if asked in set(Signal) else ""})
    return Page("office/trial_new.html", {"form": form, **_room(viewer)})


@act(*WRITERS)
def try_out(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = TrialForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            write_trial(by=viewer, at=at, said=form.said())
            messages.success(request, _("試したことを残しました。"))
            return redirect("office:necessity")
    return Page("office/trial_new.html", {"form": form, **_room(viewer)}, status=422)


@see(*THINKERS)
def trial(request: HttpRequest, viewer: Viewer, trial: UUID) -> Page:
    return _trial(viewer, trial)


@act(*WRITERS)
def change_trial(request: HttpRequest, viewer: Viewer, at: datetime, trial: UUID) -> Page | HttpResponse:
    form = TrialForm(request.POST, again=True)
    if form.is_valid():
        with form_errors(form):
            more = {"reason": form.cleaned_data["reason"], "gone": form.cleaned_data["gone"]}
            write_trial(by=viewer, at=at, said=form.said(), line=trial, **more)
            messages.success(request, _("直しました。前の版も、下に残ります。"))
            return redirect("office:trial", trial=trial)
    return _trial(viewer, trial, form=form, status=422)


def _trial(viewer: Viewer, trial: UUID, *, form: TrialForm | None = None, status: int = 200) -> Page:
    editions = inventory.editions_of_trial(viewer, trial)
    if not editions:
        raise Http404
    row = editions[0]
    known = {name: getattr(row, name) for name in ("signal", "instrument", "since", "until", "found")}
    values = {
        "row": row,
        "words": trial_words(row),
        "editions": [
            {"row": one, "words": trial_words(one), "day": say_era(local_day(one.made_at))} for one in editions
        ],
        "form": form or TrialForm(initial=known, again=True),
        **_room(viewer),
    }
    values["writes"] = values["writes"] and not row.gone
    return Page("office/trial.html", values, status=status)


def _facts(viewer: Viewer, form: TownForm | None = None, status: int = 200) -> Page:
    said = necessity.all_town_facts(viewer)
    values = {
        "form": form or TownForm(initial=_known(said[0]) if said else {}),
        "said": [{"row": one, "words": town_words(one), "day": say_era(local_day(one.made_at))} for one in said],
        **_room(viewer),
    }
    return Page("office/town_facts.html", values, status=status)


def _known(row: Facts) -> dict[str, Any]:
    """What was said last, to go on from; its source is asked anew."""
    plain = ("desks", "depopulated", "refused_post", "sponsor", "sunset", "law", "law_source")
    signals = {name: "yes" if on else "no" for name, (on, _source) in row.said.items()}
    return (
        {name: getattr(row, name) for name in plain}
        | signals
        | {
            "staff": None if row.staff is None else tenths(row.staff),
            "headquarters": None if row.headquarters is None else tenths(row.headquarters),
            "bookkeeping": None if row.bookkeeping is None else f"{row.bookkeeping / 100:.2f}",
            "said_source": next((source for _on, source in row.said.values()), ""),
        }
    )


def _signal(state: State) -> dict[str, Any]:
    tone: parts.Tone = "late" if state.on else "done" if state.on is False else ""
    return {
        "code": state.signal.value,
        "name": SIGNALS[state.signal],
        "word": _("点いている") if state.on else _("消えている") if state.on is False else _("わからない"),
        "tone": tone,
        "said": state.said,
        "readings": [reading_words(one) for one in state.readings] or ([] if state.said else [MONEY]),
        "to_try": TO_TRY[state.signal] if state.on else "",
    }


def _decision(row: Any) -> dict[str, Any]:
    return {"row": row, "called": CALLED[Answer(row.answer)], "day": say_era(row.day), "again": say_era(row.again_on)}


def _room(viewer: Viewer) -> dict[str, Any]:
    return {"ours": OURS, "writes": bool(may_think(viewer.roles, contracted=viewer.contracted))}


def sections(found: Weighed) -> list[dict[str, Any]]:
    return [{"title": title, "lines": lines} for title, lines in sheet(found)]
