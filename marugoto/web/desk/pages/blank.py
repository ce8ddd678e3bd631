"""The forms of the entrance on paper: for a visit, for a window without a screen, for the day on which nothing works."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.web.desk.forms.intake import ConsultationForm, NoticeForm
from marugoto.web.shell.doors import Page, see

AT_THE_HEAD = frozenset({"papers", "pressing", "heard", "day", "hour"})  # each paper begins with when it was heard
TAKES_IN = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see()
def papers(request: HttpRequest, viewer: Viewer) -> Page:
    """Made from the forms of the screen, so that what was written by hand has its field; a window gets the notice alone."""
    sheets = [{"title": _("気づき(つなぐシート)"), "lines": _lines(NoticeForm(agreements=[]))}]
    if viewer.has(*TAKES_IN):
        form = ConsultationForm()
        urgent = [name for name in form.fields if name.startswith("urgent_")]
        form.order_fields(urgent)  # what cannot wait stands first on paper too
        sheets.insert(0, {"title": _("相談受付票"), "lines": _lines(form)})
    return Page("desk/papers.html", {"sheets": sheets})


def _lines(form: forms.Form) -> list[dict[str, Any]]:
    """When it was heard stands at the head, other papers are laid beside; trouble marked twice, ○ and ◎, stands in one list."""
    lines = [_line(bound.field, str(bound.label)) for bound in form if bound.name not in AT_THE_HEAD]
    if "pressing" in form.fields:
        marked = next(line for line in lines if line["label"] == str(form["troubles"].label))
        marked["label"] = f"{marked['label']}・{form['pressing'].label}"
    return lines


def _line(field: forms.Field, label: str) -> dict[str, Any]:
    choices = [str(words) for code, words in getattr(field, "choices", []) if code]
    if isinstance(field, forms.BooleanField):
        choices = [_("はい")]
    return {"label": label, "choices": choices, "long": isinstance(field.widget, forms.Textarea)}
