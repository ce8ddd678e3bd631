"""A ball that may be handed on only once somebody has decided: ask in one press, keep what was typed, go on from there."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.custody.queries.face import BallFace
from marugoto.disclosure.actions.answered import DecisionMissing
from marugoto.disclosure.actions.purpose import ask_purpose
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.queries.purpose import get
from marugoto.kernel.decision import no
from marugoto.web.desk.forms.ball import OfferForm
from marugoto.web.shell.ids import read_id

KEPT = ("to", "reason", "words", "due", "basis", "basis_reason", "told_until")


def ask_first(
    request: HttpRequest, viewer: Viewer, at: datetime, ball: BallFace, form: OfferForm, send: Callable[[], Any]
) -> HttpResponse:
    """What would be told is found by trying to send. Where a decision is there already, the ball is simply on its way."""
    if form.chosen_basis() is not BasisCode.PURPOSE_CHANGE:
        no(
            "決定を求めるのは、「目的外の提供」で渡すときだけです。",
            "その根拠を選ぶか、そのまま「渡す」を押してください。",
        ).require()
    try:
        send()
    except DecisionMissing as missing:
        viewer.sight.lacks.clear()  # nobody was refused: the lawful way is being taken
        row = ask_purpose(
            by=viewer,
            at=at,
            receiver=UUID(form.cleaned_data["to"]),
            subjects=missing.subjects,
            parts=missing.parts,
            reason=form.cleaned_data["basis_reason"],
            until=form.cleaned_data["told_until"],
            draft=_draft(ball, form),
        )
        messages.success(
            request, _("決定を求めました。決まると、あなたの「きょう」に出ます。書いたことは残っています。")
        )
        return redirect("desk:purpose", purpose=row.pk)
    messages.success(request, _("もう決定がありました。渡そうとしています。"))
    return redirect("shell:today")


def draft_of(viewer: Viewer, ball: UUID, asked: str) -> dict[str, Any]:
    """What stood in the form about this ball when the decision was asked for; nothing where it is not the viewer's team's."""
    key = read_id(asked)
    line = get(viewer, key) if key else None
    if line is None or line.team != viewer.team or line.draft.get("ball") != str(ball):
        return {}
    return {name: value for name, value in line.draft.items() if name != "ball"}


def _draft(ball: BallFace, form: OfferForm) -> dict[str, Any]:
    """As it was typed."""
    typed = {name: form.data.get(name, "") for name in KEPT if name in form.fields}
    return {"ball": str(ball.ball), "parts": [str(part) for part in form.chosen_parts()], **typed}
