"""The decision on 要否: written with what was looked into and talked over, kept as it stood, and taken along as a paper, a no like a yes."""

from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import NoteTheme
from marugoto.community.labels import NOTE_THEMES
from marugoto.community.queries import dialogue as dialogues
from marugoto.disclosure.codes import PaperKind
from marugoto.disclosure.labels import PAPER_KINDS
from marugoto.evaluation.actions.necessity import decide
from marugoto.evaluation.queries import necessity
from marugoto.evaluation.queries import survey as surveys
from marugoto.evaluation.queries.judgement_paper import papers_of
from marugoto.evaluation.rules.necessity import Answer
from marugoto.evaluation.rules.necessity_sheet import Weighed
from marugoto.evaluation.rules.necessity_words import CALLED, OURS
from marugoto.evaluation.rules.review import may_review
from marugoto.evaluation.rules.thinking import WRITERS, may_think
from marugoto.exchange import pdf
from marugoto.exchange.rules import docx
from marugoto.exchange.rules.paper import Paper
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_era, say_whole_moment
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.necessity import JudgementForm
from marugoto.web.office.forms.survey import JudgementPapersForm, PaperOutForm
from marugoto.web.office.judgement_paper import judgement_paper
from marugoto.web.office.pages.necessity import sections
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.ui.fields import DateWords

SHORT = 60


@see(*WRITERS)
def new(request: HttpRequest, viewer: Viewer) -> Page:
    return _new(viewer, necessity.weighed(viewer))


@act(*WRITERS)
def write(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    found, typed = necessity.weighed(viewer, day=_day(request.POST.get("day", ""))), request.POST.copy()
    seen, typed["seen"] = typed.get("seen"), found.answer.value
    form = JudgementForm(typed, answer=found.answer, talks=_talks(viewer), waves=_waves(viewer))
    if seen and seen != found.answer.value:
        form.add_error("day", _other_answer(found))
    if form.is_valid():
        with form_errors(form):
            row = decide(by=viewer, at=at, said=form.said())
            messages.success(request, _("決めたことを、そのときの数といっしょに残しました。"))
            return redirect("office:judgement", judgement=row.pk)
    return _new(viewer, found, form, status=422)


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer, judgement: UUID) -> Page:
    return judgement_page(viewer, judgement)


def judgement_page(
    viewer: Viewer,
    judgement: UUID,
    *,
    form: JudgementPapersForm | None = None,
    out: tuple[UUID, PaperOutForm] | None = None,
    status: int = 200,
) -> Page:
    """`form`, `out`: a file that could not be added, or taken out."""
    row = _found(viewer, judgement)
    values = {
        "waves": surveys.beside_decision(viewer, judgement),
        "files": [_file_line(one, out) for one in papers_of(viewer, judgement)],
        "form": form or JudgementPapersForm(),
        "writes": bool(may_think(viewer.roles, contracted=viewer.contracted)),
        "row": row,
        "called": CALLED[Answer(row.answer)],
        "day": say_era(row.day),
        "as_of": say_whole_moment(row.as_of),
        "until": say_era(row.counted_until or local_day(row.as_of)),
        "again": say_era(row.again_on),
        "sections": [{"title": title, "lines": lines} for title, lines in row.stood],
        "ours": OURS,
        "review_url": _review_url(row) if may_review(viewer.roles) else "",
    }
    return Page("office/judgement.html", values, status=status)


@see(*THINKERS)
def to_edit(request: HttpRequest, viewer: Viewer, judgement: UUID) -> HttpResponse:
    return _file(docx.written(_paper(viewer, _found(viewer, judgement))), docx.MEDIA, "judgement.docx")


@see(*THINKERS)
def to_send(request: HttpRequest, viewer: Viewer, judgement: UUID) -> Page | HttpResponse:
    row = _found(viewer, judgement)
    try:
        made = pdf.written(_paper(viewer, row), at=row.made_at)
    except Refused as refused:
        return Page("office/no_paper.html", {"refused": refused, "judgement": judgement}, status=409)
    return _file(made, pdf.MEDIA, "judgement.pdf")


def _new(viewer: Viewer, found: Weighed, form: JudgementForm | None = None, status: int = 200) -> Page:
    begun = {"day": local_day(viewer.at), "seen": found.answer.value}
    blank = JudgementForm(initial=begun, answer=found.answer, talks=_talks(viewer), waves=_waves(viewer))
    values: dict[str, Any] = {
        "called": found.called,
        "head": found.headline,
        "sections": sections(found),
        "until": say_era(found.until),
        "earlier": found.earlier,
        "form": form or blank,
        "talked": "talks" in (form or blank).fields,
        "surveyed": "waves" in (form or blank).fields,
        "ours": OURS,
    }
    return Page("office/judgement_new.html", values, status=status)


def _paper(viewer: Viewer, row: Any) -> Paper:
    """With what stands beside it today: a file that was taken out is named no more."""
    files = [one.name for one in papers_of(viewer, row.pk) if not hasattr(one, "removal")]
    waves = [(one.name, *one.words, one.since) for one in surveys.beside_decision(viewer, row.pk)]
    return judgement_paper(row, town=directory.body(viewer.body).name, waves=waves, files=files)


def _file_line(row: Any, out: tuple[UUID, PaperOutForm] | None) -> dict[str, Any]:
    """`out`: of one file, the form that could not be done."""
    wrong = out[1] if out and out[0] == row.pk else None
    gone = getattr(row, "removal", None)
    size = f"{row.size / 1_000_000:.1f}MB" if row.size >= 1_000_000 else f"{max(1, round(row.size / 1_000))}KB"
    return {
        "pk": row.pk,
        "form": wrong or PaperOutForm(auto_id=f"out-{row.pk.hex}-%s"),
        "name": row.name,
        "kind": f"{PAPER_KINDS[PaperKind(row.kind)]} ・ {size}",
        "who": row.by_name or "",
        "day": say_era(local_day(row.made_at)),
        "gone": gone,
        "gone_on": say_era(local_day(gone.made_at)) if gone else "",
    }


def _waves(viewer: Viewer) -> list[tuple[str, str]]:
    """The newest thirty."""
    rows = surveys.waves(viewer)[: dialogues.PAGE]
    return [(str(row.line), "　".join(surveys.printed(row, surveys.inside(row))[:3])) for row in rows]


def _day(typed: str) -> date | None:
    """The day of the decision, where it can be read; else the form says what is wrong with it."""
    try:
        day: date | None = DateWords().clean(typed)
    except ValidationError:
        return None
    return day


def _other_answer(found: Weighed) -> str:
    words = _("%(until)sまでの記録では、答えは「%(called)s」です。上の答えを読んで、どうするかを選び直してください。")
    return words % {"until": say_era(found.until), "called": found.called}


def _review_url(row: Any) -> str:
    """To a review that begins with the question of this decision."""
    question = _("「%(called)s」と決めたことを、続けるか、変えるか。") % {"called": CALLED[Answer(row.answer)]}
    return f"{reverse('office:review_new')}?{urlencode({'question': question})}"


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
