"""One person: how they are called and since when, how they are reached, where they live and lived; each can be put right here."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.kernel.jst import local_day
from marugoto.people.actions import contact, death
from marugoto.people.actions import person as persons
from marugoto.people.codes import NameKind, Sex
from marugoto.people.queries.life import Life, life_of
from marugoto.retention.queries.disposal import leads
from marugoto.web.desk.forms.person import (
    AddressForm,
    CorrectionOfPersonForm,
    DeathForm,
    EndForm,
    NameForm,
    PhoneForm,
)
from marugoto.web.desk.life import said_of
from marugoto.web.shell.doors import Page, act, form_errors, see

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, person: UUID) -> Page:
    return person_page(viewer, person)


@act(*CASEWORK)
def correct(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID) -> Page | HttpResponse:
    found(viewer, person)
    form = CorrectionOfPersonForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            persons.correct_person(
                by=viewer,
                at=at,
                person=person,
                name=said["name"],
                kana=said["kana"],
                birth=said["birth"],
                birth_year=None if said["birth"] else said["birth_year"],
                sex=Sex(said["sex"]),
                keep_as=NameKind(said["keep_as"] or NameKind.SPELLING),
                seen=said["seen"],
            )
            messages.success(request, _("直しました。まえの書き方も残っています。"))
            return redirect("desk:person", person=person)
    return person_page(viewer, person, correction=form)


@act(*CASEWORK)
def add_name(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID) -> Page | HttpResponse:
    found(viewer, person)
    form = NameForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            kind, name, kana = NameKind(said["kind"]), said["other_name"], said["other_kana"]
            persons.add_name(by=viewer, at=at, person=person, kind=kind, name=name, kana=kana)
            messages.success(request, _("名前を足しました。この名前からも、さがせます。"))
            return redirect("desk:person", person=person)
    return person_page(viewer, person, name=form)


@act(*CASEWORK)
def add_phone(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID) -> Page | HttpResponse:
    found(viewer, person)
    form = PhoneForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            note, guarded = said["phone_note"], said["phone_guarded"]
            contact.add_phone(by=viewer, at=at, person=person, number=said["number"], note=note, guarded=guarded)
            messages.success(request, _("電話番号を足しました。"))
            return redirect("desk:person", person=person)
    return person_page(viewer, person, phone=form)


@act(*CASEWORK)
def add_address(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID) -> Page | HttpResponse:
    found(viewer, person)
    form = AddressForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            contact.add_address(
                by=viewer,
                at=at,
                person=person,
                text=said["text"],
                since=said["lives_since"] or local_day(at),
                postal=said["postal"],
                note=said["address_note"],
                guarded=said["address_guarded"],
            )
            messages.success(request, _("住所を足しました。まえの住所も残っています。"))
            return redirect("desk:person", person=person)
    return person_page(viewer, person, address=form)


@act(*CASEWORK)
def end_phone(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID, phone: UUID) -> Page | HttpResponse:
    found(viewer, person)
    form = EndForm(request.POST, prefix=phone.hex)
    if form.is_valid():
        with form_errors(form):
            contact.end_phone(by=viewer, at=at, phone=phone, day=form.cleaned_data["day"])
            way_back = reverse("desk:phone_again", args=[person, phone])
            messages.success(request, _("使わなくなった番号にしました。"), extra_tags=way_back)
            return redirect("desk:person", person=person)
    return person_page(viewer, person, ends={phone: form})


@act(*CASEWORK)
def end_address(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID, address: UUID) -> Page | HttpResponse:
    found(viewer, person)
    form = EndForm(request.POST, prefix=address.hex)
    if form.is_valid():
        with form_errors(form):
            contact.end_address(by=viewer, at=at, address=address, day=form.cleaned_data["day"])
            way_back = reverse("desk:address_again", args=[person, address])
            messages.success(request, _("まえの住所にしました。"), extra_tags=way_back)
            return redirect("desk:person", person=person)
    return person_page(viewer, person, ends={address: form})


@act(*CASEWORK)
def phone_again(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID, phone: UUID) -> HttpResponse:
    contact.use_phone_again(by=viewer, at=at, phone=phone)
    messages.success(request, _("いまも使う番号に戻しました。"))
    return redirect("desk:person", person=person)


@act(*CASEWORK)
def address_again(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID, address: UUID) -> HttpResponse:
    contact.live_there_again(by=viewer, at=at, address=address)
    messages.success(request, _("いまの住所に戻しました。"))
    return redirect("desk:person", person=person)


@act(*CASEWORK)
def record_death(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID) -> Page | HttpResponse:
    found(viewer, person)
    form = DeathForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            death.pass_away(by=viewer, at=at, person=person, day=form.cleaned_data["died_on"])
            way_back = reverse("desk:alive", args=[person])
            messages.success(request, _("亡くなったことを残しました。"), extra_tags=way_back)
            return redirect("desk:person", person=person)
    return person_page(viewer, person, death=form)


@act(*CASEWORK)
def take_back_death(request: HttpRequest, viewer: Viewer, at: datetime, person: UUID) -> HttpResponse:
    death.take_back_death(by=viewer, at=at, person=person)
    messages.success(request, _("取り消しました。世帯にも戻っています。"))
    return redirect("desk:person", person=person)


def found(viewer: Viewer, person: UUID) -> Life:
    """404 where there is nobody, or nobody for these eyes."""
    life = life_of(viewer, person)
    if life is None:
        raise Http404
    return life


def person_page(viewer: Viewer, person: UUID, *, ends: dict[UUID, EndForm] | None = None, **sent: Any) -> Page:
    """As it stands; with a form that was sent and is not good, 422 and that form open."""
    life = found(viewer, person)
    today = local_day(viewer.at)
    shown = {
        "correction": CorrectionOfPersonForm.of(life),
        "name": NameForm(),
        "phone": PhoneForm(),
        "address": AddressForm(),
        "death": DeathForm(),
    }
    values = {
        "life": life,
        "forms": shown | sent,
        "open": set(sent),
        "keeps": viewer.has(Role.CHIEF) and leads(viewer),
        **said_of(viewer, life, today, ends or {}),
    }
    return Page("desk/person.html", values, status=422 if sent or ends else 200)
