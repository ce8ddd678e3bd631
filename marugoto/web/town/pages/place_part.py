"""Put a place right, part by part: what would change is shown before it is written, and each part is saved by itself."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place import INTERESTS, change_interests, change_place
from marugoto.community.actions.place_facts import say_day, say_times, say_traits, take_day_back
from marugoto.community.codes import Sort
from marugoto.community.labels import FAMILIES as FAMILY_WORDS
from marugoto.community.labels import PLACE_FIELDS, TRAITS
from marugoto.community.queries import place as places
from marugoto.community.queries.place import Edited
from marugoto.kernel.era import say_whole_day
from marugoto.web.shell.choices import team_choices
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.town.audience import TENDERS, room_of
from marugoto.web.town.forms import place_time
from marugoto.web.town.forms.place_parts import BY_CODE, LINKS, PARTS, Offers, Part, PartForm, initial_of
from marugoto.web.town.forms.place_time import MOST, DayForm, TimesForm
from marugoto.web.town.words import said, single_words

DIFFERENCE = tuple[str, str, str]


@see(*TENDERS)
def edit(request: HttpRequest, viewer: Viewer, place: UUID, part: str = PARTS[0].code) -> Page:
    found, chosen = _running(viewer, place), _part(part)
    form = PartForm(initial=initial_of(chosen, found), part=chosen, offers=_offers(viewer, chosen))
    return _page(viewer, found, form)


@act(*TENDERS)
def change(request: HttpRequest, viewer: Viewer, at: datetime, place: UUID, part: str) -> Page | HttpResponse:
    """Sent once, it shows what would change; sent with `sure`, it is written."""
    found, chosen = _running(viewer, place), _part(part)
    offers = _offers(viewer, chosen)
    form = PartForm(request.POST, part=chosen, offers=offers)
    if not form.is_valid():
        return _page(viewer, found, form, status=422)
    differences = _differences(found, form, offers)
    if not differences:
        form.add_error(None, _("変わったところがありません。直してから送ってください。"))
        return _page(viewer, found, form, status=422)
    stood_on = form.stand_on(found.place.version)
    if stood_on != found.place.version:
        form.add_error(
            None, _("あなたが開いたあとで、この場所が書き換えられました。違いを見て、よければ直してください。")
        )
        return _page(viewer, found, form, differences=differences, status=409)
    if not request.POST.get("sure"):
        return _page(viewer, found, form, differences=differences)
    with form_errors(form):
        _write(viewer, at, found, form, offers, stood_on)
        messages.success(request, _("場所を直しました。前の内容も残っています。"))
        return redirect("town:place", place=place)
    return _page(viewer, found, form, differences=differences, status=409)


@act(*TENDERS)
def times(request: HttpRequest, viewer: Viewer, at: datetime, place: UUID) -> Page | HttpResponse:
    found, form = _running(viewer, place), TimesForm(request.POST, lines=MOST)
    if form.is_valid():
        with form_errors(form):
            changed = say_times(by=viewer, at=at, place=place, lines=form.said())
            words = _("開く日時を書きました。") if changed else _("開く日時は、前と同じです。")
            messages.success(request, words)
            return redirect("town:place_edit_part", place=place, part="when")
    return _when_page(viewer, found, times_form=form, status=422)


@act(*TENDERS)
def day(request: HttpRequest, viewer: Viewer, at: datetime, place: UUID) -> Page | HttpResponse:
    found, form = _running(viewer, place), DayForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            told = {name: form.cleaned_data[name] for name in ("day", "opens", "closes", "words")}
            say_day(by=viewer, at=at, place=place, is_open=form.cleaned_data["is_open"] == "yes", **told)
            messages.success(request, _("その日だけのことを書きました。"))
            return redirect("town:place_edit_part", place=place, part="when")
    return _when_page(viewer, found, day_form=form, status=422)


@act(*TENDERS)
def day_back(request: HttpRequest, viewer: Viewer, at: datetime, place: UUID) -> HttpResponse:
    _running(viewer, place)
    take_day_back(by=viewer, at=at, place=place, day=_iso(request.POST.get("day", "")))
    messages.success(request, _("その日は、いつもどおりに戻しました。"))
    return redirect("town:place_edit_part", place=place, part="when")


def _write(viewer: Viewer, at: datetime, found: Edited, form: PartForm, offers: Offers, stood_on: int) -> None:
    place, interests = found.place.pk, form.interests()
    change_place(by=viewer, at=at, place=place, values=_wanted(found, form, offers), version=stood_on)
    if interests is not None:
        change_interests(by=viewer, at=at, place=place, interests=interests)
    for family in form.part.families:
        say_traits(by=viewer, at=at, place=place, family=family, answers=form.answers(family))


def _wanted(found: Edited, form: PartForm, offers: Offers) -> dict[str, Any]:
    """Without the links that the box could not offer (ended, or not for these eyes): left empty there, they stay as they are."""
    now = {name: getattr(found.place, f"{name}_id") for name in offers}
    unseen = {name for name, key in now.items() if key and str(key) not in dict(offers[name])}
    return {name: value for name, value in form.values().items() if value or name not in unseen}


def _differences(found: Edited, form: PartForm, offers: Offers) -> list[DIFFERENCE]:
    """Label, what stands there now, what would stand there; in the order of the page."""
    now, wanted = initial_of(form.part, found), form.values()
    told: list[DIFFERENCE] = []
    for name in (name for name in form.part.fields if name != INTERESTS):
        pair = tuple(_shown(name, value, offers) for value in (now[name], wanted[name]))
        if pair[0] != pair[1]:
            told.append((str(PLACE_FIELDS[name]), said(name, pair[0]), said(name, pair[1])))
    if (chosen := form.interests()) is not None and set(chosen) != set(found.interests):
        was, becomes = ("、".join(sorted(codes)) for codes in (found.interests, chosen))
        told.append((str(PLACE_FIELDS[INTERESTS]), said(INTERESTS, was), said(INTERESTS, becomes)))
    for family in form.part.families:
        for trait, answer in form.answers(family).items():
            if (answer or "") != found.traits.get(trait, ""):
                told.append((str(TRAITS[trait]), said(trait, found.traits.get(trait, "")), said(trait, answer or "")))
    return told


def _shown(name: str, value: Any, offers: Offers) -> str:
    """A link by its name, all else as it stands."""
    text = "" if value is None else str(value)
    return dict(offers.get(name, [])).get(text, "") if name in LINKS else text


def _iso(text: str) -> date:
    """Of a press on this page; anything else was never on it."""
    try:
        return date.fromisoformat(text)
    except ValueError as strange:
        raise Http404 from strange


def _part(code: str) -> Part:
    if code not in BY_CODE:
        raise Http404
    return BY_CODE[code]


def _running(viewer: Viewer, place: UUID) -> Edited:
    found = places.edited(viewer, place)
    if found is None:
        raise Http404
    return found


def _offers(viewer: Viewer, part: Part) -> Offers:
    """Only for the links of this part: what is not asked is not read."""
    read = {
        "district": lambda: [(str(one.pk), one.name) for one in directory.districts(viewer)],
        "owner": lambda: team_choices(viewer),
        "run_by": lambda: [(str(key), name) for key, name in places.names_of(viewer, Sort.ORGANISATION)],
        "held_at": lambda: [(str(key), name) for key, name in places.names_of(viewer, Sort.SPOT)],
    }
    return {name: read[name]() for name in part.fields if name in read}


def _when_page(viewer: Viewer, found: Edited, status: int, **forms: Any) -> Page:
    chosen = BY_CODE["when"]
    return _page(
        viewer, found, PartForm(initial=initial_of(chosen, found), part=chosen, offers={}), status=status, **forms
    )


def _page(
    viewer: Viewer,
    found: Edited,
    form: PartForm,
    *,
    differences: list[DIFFERENCE] | None = None,
    times_form: TimesForm | None = None,
    day_form: DayForm | None = None,
    status: int = 200,
) -> Page:
    values: dict[str, Any] = {
        "form": form,
        "part": form.part,
        "parts": PARTS,
        "place": found.place,
        "differences": differences or [],
        "groups": [
            (words, group)
            for words, group in zip([FAMILY_WORDS[one] for one in form.part.families], form.trait_groups, strict=True)
        ],
        **room_of(viewer, "places"),
    }
    if form.part.code == "when":
        values |= {
            "times_form": times_form or place_time.form_of(found.times),
            "day_form": day_form or DayForm(),
            "days": [(one.day.isoformat(), say_whole_day(one.day), single_words(one)) for one in found.days],
        }
    return Page("town/place_edit.html", values, status=status)
