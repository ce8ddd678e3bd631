"""The decision on 要否: written with what was looked into and talked over, kept as it stood, and taken along as a paper, a no like a yes."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import NoteTheme
from marugoto.community.labels import NOTE_THEMES
from marugoto.community.queries import dialogue as dialogues
from marugoto.evaluation.actions.necessity import decide
from marugoto.evaluation.queries import necessity
from marugoto.evaluation.rules.necessity import Answer
from marugoto.evaluation.rules.necessity_words import CALLED, OURS
from marugoto.evaluation.rules.review import may_review
from marugoto.evaluation.rules.thinking import WRITERS
from marugoto.exchange import pdf
from marugoto.exchange.rules import docx
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_era, say_moment
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.necessity import JudgementForm
from marugoto.web.office.judgement_paper import judgement_paper
from marugoto.web.office.pages.necessity import sections
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.shell.doors import Page, act, form_errors, see

SHORT = 60


@see(*WRITERS)
def new(request: HttpRequest, viewer: Viewer) -> Page:
    return _new(viewer)


@act(*WRITERS)
def write(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = JudgementForm(request.POST, answer=necessity.weighed(viewer).answer, talks=_talks(viewer))
    if form.is_valid():
        with form_errors(form):
            row = decide(by=viewer, at=at, said=form.said())
            messages.success(request, _("決めたことを、そのときの数といっしょに残しました。"))
            return redirect("office:judgement", judgement=row.pk)
    return _new(viewer, form, status=422)


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer, judgement: UUID) -> Page:
    row = _found(viewer, judgement)
    values = {
        "row": row,
        "called": CALLED[Answer(row.answer)],
        "day": say_era(row.day),
        "as_of": say_moment(row.as_of),
        "again": say_era(row.again_on),
        "sections": [{"title": title, "lines": lines} for title, lines in row.stood],
        "ours": OURS,
        "review_url": _review_url(row) if may_review(viewer.roles) else "",
    }
    return Page("office/judgement.html", values)


@see(*THINKERS)
def to_edit(request: HttpRequest, viewer: Viewer, judgement: UUID) -> HttpResponse:
    paper = judgement_paper(_found(viewer, judgement), town=directory.body(viewer.body).name)
    return _file(docx.written(paper), docx.MEDIA, "judgement.docx")


@see(*THINKERS)
def to_send(request: HttpRequest, viewer: Viewer, judgement: UUID) -> Page | HttpResponse:
    row = _found(viewer, judgement)
    try:
        made = pdf.written(judgement_paper(row, town=directory.body(viewer.body).name), at=row.made_at)
    except Refused as refused:
        return Page("office/no_paper.html", {"refused": refused, "judgement": judgement}, status=409)
    return _file(made, pdf.MEDIA, "judgement.pdf")


def _new(viewer: Viewer, form: JudgementForm | None = None, status: int = 200) -> Page:
    found = necessity.weighed(viewer)
    blank = JudgementForm(initial={"day": local_day(viewer.at)}, answer=found.answer, talks=_talks(viewer))
    values: dict[str, Any] = {
        "called": found.called,
        "head": found.headline,
        "sections": sections(found),
        "form": form or blank,
        "talked": bool(_talks_field(form or blank)),
        "ours": OURS,
    }
    return Page("office/judgement_new.html", values, status=status)


def _review_url(row: Any) -> str:
    """To a review that begins with the question of this decision."""
    question = _("「%(called)s」と決めたことを、続けるか、変えるか。") % {"called": CALLED[Answer(row.answer)]}
    return f"{reverse('office:review_new')}?{urlencode({'question': question})}"


def _talks_field(form: JudgementForm) -> Any:
    return form.fields.get("talks")


def _talks(viewer: Viewer) -> list[tuple[str, str]]:
    """The newest thirty, said so that each can be told from the others."""
    return [
        (str(row.pk), f"{say_era(row.day)} {row.partner_name}({NOTE_THEMES[NoteTheme(row.theme)]}) {row.said[:SHORT]}")
        for row in dialogues.all_heard(viewer, most=dialogues.PAGE)
    ]


def _found(viewer: Viewer, judgement: UUID) -> Any:
    row = necessity.decision(viewer, judgement)
    if row is None:
        raise Http404
    return row


def _file(made: bytes, media: str, name: str) -> HttpResponse:
    answer = HttpResponse(made, content_type=media)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store, private"
    return answer
