"""Tables above the case: topics, what was settled, from level to level, and the patterns that feed them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Field
from marugoto.agencies.labels import FIELDS
from marugoto.agencies.queries.directory import duties_at_the_table
from marugoto.agencies.viewer import Viewer
from marugoto.conferences.actions import topic as verbs
from marugoto.conferences.actions.topic import Subject
from marugoto.conferences.codes import Followed, KindCode
from marugoto.conferences.kinds import kind_of, of_topics
from marugoto.conferences.queries import topic as topics
from marugoto.web.meeting.forms.topic import RaiseForm, ResolveForm, ResultForm, TopicForm
from marugoto.web.meeting.pages.conference import CASEWORK, hosted
from marugoto.web.meeting.seats import seat_choices
from marugoto.web.meeting.sheet import sheet
from marugoto.web.meeting.topics import THINKERS
from marugoto.web.shell.doors import Page, act, form_errors


@act(*CASEWORK)
def put(request: HttpRequest, viewer: Viewer, at: datetime, conference: UUID) -> Page | HttpResponse:
    row, form = hosted(viewer, conference), TopicForm(request.POST, auto_id="topic-%s")
    if not kind_of(row.kind).of_topics:
        raise Http404
    if form.is_valid():
        with form_errors(form):
            subject = Subject(form.cleaned_data["title"], form.cleaned_data["words"])
            verbs.raise_topic(by=viewer, at=at, kind=KindCode(row.kind), subject=subject, conference=row)
            messages.success(request, _("議題に入れました。名前は出さずに話します。"))
            return redirect("meeting:conference", conference=conference)
    return sheet(viewer, conference, forms={"topic": form}, status=422)


@act(*CASEWORK)
def take(request: HttpRequest, viewer: Viewer, at: datetime, conference: UUID, topic: UUID) -> HttpResponse:
    row, found = hosted(viewer, conference), topics.topic(viewer, topic)
    if found is None:
        raise Http404
    verbs.take_topic(by=viewer, at=at, topic=found, conference=row)
    messages.success(request, _("議題に入れました。名前は出さずに話します。"))
    return redirect("meeting:conference", conference=conference)


@act(*CASEWORK)
def resolve(request: HttpRequest, viewer: Viewer, at: datetime, topic: UUID) -> Page | HttpResponse:
    row = _hosted(viewer, topics.topic(viewer, topic))
    takers = seat_choices(duties_at_the_table(viewer))
    form = ResolveForm(request.POST, takers=takers, auto_id=f"resolve-{topic}-%s")
    if form.is_valid():
        with form_errors(form):
            said = form.cleaned_data
            taker = UUID(said["taken_by"])
            verbs.resolve(by=viewer, at=at, topic=row, words=said["words"], taken_by=taker, due=said["due"])
            messages.success(request, _("決めました。だれが、いつまでにするかが、この画面に残ります。"))
            return redirect("meeting:conference", conference=row.conference_id)
    return sheet(viewer, row.conference_id, forms={f"resolve-{topic}": form}, status=422)


@act(*CASEWORK)
def raise_on(request: HttpRequest, viewer: Viewer, at: datetime, resolution: UUID) -> Page | HttpResponse:
    row = topics.resolution(viewer, resolution)
    topic = _hosted(viewer, row.topic if row else None)
    kinds = [(kind.code.value, kind.name) for kind in of_topics()]
    form = RaiseForm(request.POST, kinds=kinds, auto_id=f"raise-{resolution}-%s")
    if form.is_valid() and row is not None:
        with form_errors(form):
            kind = KindCode(form.cleaned_data["kind"])
            verbs.raise_to(by=viewer, at=at, resolution=row, kind=kind)
            messages.success(request, _("「%(name)s」の議題の候補に入れました。") % {"name": kind_of(kind).name})
            return redirect("meeting:conference", conference=topic.conference_id)
    return sheet(viewer, topic.conference_id, forms={f"raise-{resolution}": form}, status=422)


@act(*CASEWORK)
def result(request: HttpRequest, viewer: Viewer, at: datetime, resolution: UUID) -> Page | HttpResponse:
    row = topics.resolution(viewer, resolution)
    topic = _hosted(viewer, row.topic if row else None)
    form = ResultForm(request.POST, auto_id=f"result-{resolution}-%s")
    if form.is_valid() and row is not None:
        with form_errors(form):
            said = form.cleaned_data
            became = Followed(said["result"])
            verbs.follow_resolution(by=viewer, at=at, resolution=row, result=became, words=said["words"])
            messages.success(request, _("決定がどうなったかを残しました。"))
            return redirect("meeting:conference", conference=topic.conference_id)
    return sheet(viewer, topic.conference_id, forms={f"result-{resolution}": form}, status=422)


@act(*THINKERS)
def pattern(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """A way between two fields waits for the next meeting on policy: no number goes with it, and no name."""
    fields = set(Field)
    sender, to = request.POST.get("sender", ""), request.POST.get("receiver", "")
    if sender not in fields or to not in fields:
        raise Http404
    title = _("つなぎの型: %(sender)s → %(to)s") % {"sender": FIELDS[Field(sender)], "to": FIELDS[Field(to)]}
    subject = Subject(title, sender=Field(sender), receiver=Field(to))
    verbs.raise_topic(by=viewer, at=at, kind=KindCode.POLICY, subject=subject)
    messages.success(request, _("施策の会議の議題の候補に入れました。"))
    return redirect("office:patterns")


def _hosted(viewer: Viewer, topic: Any) -> Any:
    """A topic on the agenda of a conference that the viewer's team called."""
    if topic is None or topic.conference_id is None:
        raise Http404
    hosted(viewer, topic.conference_id)
    return topic
