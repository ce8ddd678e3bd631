"""One note of the diary: what was noticed, photos, what was answered, what follows."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.field_note import add_finding, blank_note
from marugoto.community.actions.field_photo import add_photos, remove_photo
from marugoto.community.actions.field_reply import reply
from marugoto.community.actions.field_task import Source, set_task
from marugoto.community.codes import InPicture, ReplyKind, WordsGone
from marugoto.community.labels import IN_PICTURE, REPLY_KINDS, WORDS_GONE
from marugoto.community.queries import field_note as notes
from marugoto.community.queries import field_task as tasks
from marugoto.community.rules.field_note import may_add, may_blank, may_reply
from marugoto.disclosure.codes import PaperKind
from marugoto.kernel.era import say_moment
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.kept_file import shown
from marugoto.web.town.audience import LEADERS, READERS, REPLIERS, WALKERS, room_of
from marugoto.web.town.forms.field_note import BlankForm, FindingForm, PhotosForm, ReplyForm
from marugoto.web.town.forms.field_task import TaskForm
from marugoto.web.town.pages.field_note import note_line
from marugoto.web.town.pages.field_task import holder_choices, task_line
from marugoto.web.town.words import plain_day


@see(*READERS)
def show(request: HttpRequest, viewer: Viewer, note: UUID) -> Page:
    return _page(viewer, note, {})


@act(*WALKERS)
def find(request: HttpRequest, viewer: Viewer, at: datetime, note: UUID) -> Page | HttpResponse:
    form = FindingForm(request.POST, auto_id="finding-%s")
    if form.is_valid():
        with form_errors(form):
            said = form.cleaned_data
            add_finding(by=viewer, at=at, note=note, theme=form.code(), words=said["words"], sure=said["sure"])
            messages.success(request, _("気づきを足しました。"))
            return redirect("town:field_note", note=note)
    return _page(viewer, note, {"finding": form}, status=422)


@act(*WALKERS)
def add_picture(request: HttpRequest, viewer: Viewer, at: datetime, note: UUID) -> Page | HttpResponse:
    form = PhotosForm.sent(request, auto_id="photo-%s")
    if form.is_valid():
        with form_errors(form):
            add_photos(by=viewer, at=at, note=note, photos=form.files_sent(), shows=form.code())
            messages.success(request, _("写真を付けました。撮った場所と時刻の情報は外してあります。"))
            return redirect("town:field_note", note=note)
    return _page(viewer, note, {"photos": form}, status=422)


@act(*REPLIERS)
def answer(request: HttpRequest, viewer: Viewer, at: datetime, note: UUID) -> Page | HttpResponse:
    form = ReplyForm(request.POST, auto_id="reply-%s")
    if form.is_valid():
        with form_errors(form):
            said = form.cleaned_data
            reply(by=viewer, at=at, note=note, kind=form.code(), words=said["words"], sure=said["sure"])
            messages.success(request, _("返事を書きました。書いた人の「今週」に出ます。"))
            return redirect("town:field_note", note=note)
    return _page(viewer, note, {"reply": form}, status=422)


@act(*REPLIERS)
def follow(request: HttpRequest, viewer: Viewer, at: datetime, note: UUID) -> Page | HttpResponse:
    form = TaskForm(request.POST, auto_id="task-%s", holders=holder_choices(viewer))
    if form.is_valid():
        with form_errors(form):
            set_task(by=viewer, at=at, source=Source(note=note), **form.values())
            messages.success(request, _("宿題を置きました。持っている人の「今週」に出ます。"))
            return redirect("town:field_note", note=note)
    return _page(viewer, note, {"task": form}, status=422)


@act(*REPLIERS)
def blank(request: HttpRequest, viewer: Viewer, at: datetime, note: UUID) -> Page | HttpResponse:
    form = BlankForm(request.POST, auto_id="blank-%s")
    if form.is_valid():
        with form_errors(form):
            blank_note(by=viewer, at=at, note=note, reason=form.code())
            messages.success(request, _("ことば・写真・返事を取り下げました。出向いたことと時間は残っています。"))
            return redirect("town:field_note", note=note)
    return _page(viewer, note, {"blank": form}, status=422)


@see(*READERS)
def picture(request: HttpRequest, viewer: Viewer, photo: UUID) -> HttpResponse:
    """Drawn anew when it was taken in: there is nothing in it but pixels."""
    found = notes.photo(viewer, photo)
    if found is None:
        raise Http404
    row, content = found
    return shown(content, PaperKind(row.kind))


@act(*REPLIERS)
def remove_picture(request: HttpRequest, viewer: Viewer, at: datetime, photo: UUID) -> HttpResponse:
    found = notes.photo(viewer, photo)
    if found is None:
        raise Http404
    remove_photo(by=viewer, at=at, photo=photo)
    messages.success(request, _("写真を外しました。"))
    return redirect("town:field_note", note=found[0].note_id)


def _page(viewer: Viewer, note: UUID, forms: Mapping[str, Any], status: int = 200) -> Page:
    row = notes.get(viewer, note)
    if row is None:
        raise Http404
    line, own = note_line(row), row.by == viewer.duty
    gone, walks, replies = bool(line["gone"]), viewer.has(*WALKERS), viewer.has(*REPLIERS)
    answered = may_reply(own=own, blank=gone)
    values = {
        **line,
        "title": _("%(day)s %(kind)s") % {"day": plain_day(row.day, local_day(viewer.at)), "kind": line["kind"]},
        "own": own,
        "why_gone": WORDS_GONE[WordsGone(row.blank.reason)] if gone else "",
        "pictures": [_picture(one) for one in notes.photos(viewer, note)],
        "answers": [_answer(one) for one in notes.replies(viewer, note)],
        "follow": [task_line(viewer, one) for one in tasks.of_source(viewer, note=note)],
        "may_add": may_add(own=own, blank=gone) if walks else None,
        "may_reply": answered if replies else None,
        "may_blank": may_blank(own=own, leads=viewer.has(*LEADERS), blank=gone) if replies else None,
        **_forms(viewer, row, forms, replies=replies),
        **room_of(viewer, "notes"),
    }
    return Page("town/field_note.html", values, status=status)


def _forms(viewer: Viewer, row: Any, forms: Mapping[str, Any], *, replies: bool) -> dict[str, Any]:
    if not replies:
        return dict.fromkeys(("finding_form", "photos_form", "reply_form", "blank_form", "task_form"))
    given = forms.get("task") or TaskForm(
        auto_id="task-%s", holders=holder_choices(viewer), initial={"holder": str(row.by)}
    )
    return {
        "finding_form": forms.get("finding") or FindingForm(auto_id="finding-%s"),
        "photos_form": forms.get("photos") or PhotosForm(auto_id="photo-%s"),
        "reply_form": forms.get("reply") or ReplyForm(auto_id="reply-%s"),
        "blank_form": forms.get("blank") or BlankForm(auto_id="blank-%s"),
        "task_form": given,
    }


def _picture(one: Any) -> dict[str, Any]:
    return {"photo": one, "shows": IN_PICTURE[InPicture(one.shows)]}


def _answer(one: Any) -> dict[str, Any]:
    return {
        "words": one.words,
        "kind": REPLY_KINDS[ReplyKind(one.kind)],
        "who": one.writer or _("仕組み"),
        "hat": one.writer_hat or "",
        "when": say_moment(one.made_at),
    }
