"""The two kinds of door.

`see` reads and renders a page in one snapshot, commits the audit row, and only then lets the answer go.
`act` runs one action in one transaction under the idempotency key of the form: the same press twice is one deed, one answer.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import wraps
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, OperationalError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext as _

from marugoto.agencies.codes import KEEPS_HOUSE, Role
from marugoto.agencies.queries.calendar import standing
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.audit import NotWritten, write_look, written_meanwhile
from marugoto.disclosure.actions.refusal import tell_refusals
from marugoto.ground.actions import submission
from marugoto.ground.context import entered
from marugoto.ground.transaction import reading
from marugoto.ground.underway import can_go_ahead
from marugoto.kernel.decision import Refused
from marugoto.web.shell import kept_form, leaving
from marugoto.web.shell.frame import frame_of, hat_label
from marugoto.web.shell.ids import read_id
from marugoto.web.shell.signed_in import SignedIn, put_on, signed_in, to_sign_in
from marugoto.web.ui.refill import with_way_out

View = Callable[..., Any]
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Page:
    """What a view answers with: a template, its values, and the status."""

    template: str
    values: dict[str, Any] = field(default_factory=dict)
    status: int = 200


def see(*roles: Role) -> Callable[[View], View]:
    """A page that reads: `view(request, viewer, …) -> Page | HttpResponse`. Other roles get 404, like a page that is not there."""

    def door(view: View) -> View:
        @wraps(view)
        def walk(request: HttpRequest, **places: Any) -> HttpResponse:
            who = signed_in(request)
            if who is None:
                return to_sign_in(request)
            if gate := who.gate:
                return redirect(gate)
            _audience(who.viewer, roles)
            ahead = can_go_ahead()
            with reading(who.viewer):
                answer = _filled(request, who, view(request, who.viewer, **places))
                sight = who.viewer.sight
                if not ahead or leaving.BACK in request.session or not (sight.folders or sight.searched):
                    answer = _drawn(request, answer)
                    if leaving.BACK in request.session:
                        answer = leaving.put_back(request, who.viewer, answer)
            return _witnessed(request, who.viewer, answer)

        return _told(walk, "see", roles)

    return door


def act(*roles: Role, ahead: Callable[[HttpRequest], Any] | None = None) -> Callable[[View], View]:
    """A form that was sent: `view(request, viewer, at, …) -> redirect | Page`. A Page means that nothing was done.

    `ahead`: what takes long and needs no tables (a file that is read) comes before the transaction, in which everybody else would wait
    for it; the view is handed what it answers, as `ahead`.
    """

    def door(view: View) -> View:
        @wraps(view)
        def walk(request: HttpRequest, **places: Any) -> HttpResponse:
            if request.method != "POST":
                return _to_the_page_above(request)
            who = signed_in(request)
            if who is None:
                return kept_form.keep(request)
            if gate := who.gate:
                return redirect(gate)
            who = _under_its_hat(request, who)
            _audience(who.viewer, roles)
            if ahead is not None:
                places["ahead"] = ahead(request)
            return _done_once(request, who, view, places)

        return _told(walk, "act", roles)

    return door


def _under_its_hat(request: HttpRequest, who: SignedIn) -> SignedIn:
    """The day's page lists what came for any of the worker's hats in this body: such a form names the hat it is sent under, and so
    puts it on. Into another body no form leads: that is a press of its own."""
    named = read_id(request.POST.get("hat", ""))
    if named not in {hat.pk for hat in who.beside.values()}:
        return who
    if submission.read_reader(request.POST.get("key", "")) != named:
        return who
    return (signed_in(request) if put_on(request, named) else None) or who


def _to_the_page_above(request: HttpRequest) -> HttpResponse:
    """An address that only takes forms, opened by itself (a form came back with errors, and is loaded again)."""
    path = request.path_info
    while path.strip("/"):
        path = f"{path.rstrip('/').rpartition('/')[0]}/"
        with suppress(Resolver404):
            if getattr(resolve(path).func, "door", "") == "see":
                return redirect(path)
    raise Http404


def _told(walk: View, kind: str, roles: tuple[Role, ...]) -> View:
    """Every view says what kind of door it has and for whom: tests walk through all of them."""
    vars(walk).update(door=kind, audience=roles)
    return walk


def _audience(viewer: Viewer, roles: tuple[Role, ...]) -> None:
    if roles and not viewer.has(*roles):
        raise Http404
    if roles == KEEPS_HOUSE and not viewer.keeps_house:
        raise Http404  # the head of an agency under contract


def _done_once(request: HttpRequest, who: SignedIn, view: View, places: dict[str, Any]) -> HttpResponse:
    key = submission.read_key(request.POST.get("key", ""))
    if key is None:
        return _refusal(
            request, who, Refused(_("画面が古くなっています。"), _("もう一度画面を開いて、送り直してください。")), 400
        )
    reader = submission.read_reader(request.POST["key"])
    if reader not in {None, who.viewer.duty}:
        return _refusal(request, who, _other_hat(who, reader), 409, reopen=reader)
    at = who.viewer.at  # one moment for all of it: what this deed opens, it may see
    try:
        answer = _do(request, who, view, places, key, at)
    except Refused as refused:
        _tell_lacks(who)
        return _refusal(request, who, refused, 409)
    except ObjectDoesNotExist as missing:  # nothing was written: it is not there, or not for these eyes
        raise Http404 from missing
    except (IntegrityError, OperationalError) as trouble:
        former = submission.answer_of(key, who.viewer.duty)
        if former is None:  # two hands at once, and nothing of this one was written
            logger.warning("refused after %s at %s", type(trouble).__name__, request.path)
            return _refusal(request, who, _at_once(), 409)
        answer = former
    if 300 <= answer.status_code < 400:
        kept_form.sent(request)
        leaving.was_sent(request, who.viewer)
    else:
        _tell_lacks(who)
    return _witnessed(request, who.viewer, answer)


def _tell_lacks(who: SignedIn) -> None:
    """What could not be told for want of a basis: a fact of its own, since all else of the deed is undone."""
    if who.viewer.sight.lacks:
        tell_refusals(by=who.viewer, at=who.viewer.at)


def _at_once() -> Refused:
    return Refused(_("同じときに、ほかの操作がありました。"), _("画面を開き直して、もう一度してください。"))


def _other_hat(who: SignedIn, reader: UUID | None) -> Refused:
    """The form was opened under one hat and sent under another, or by somebody who is signed in here no more."""
    opened = next((hat for hat in who.hats if hat.pk == reader), None)
    if opened is None:
        return Refused(
            _("この画面は、別の人がサインインしていたときのものです。"), _("もう一度画面を開いて、書いてください。")
        )
    if opened.body != who.viewer.body:
        return Refused(
            _("この画面は、%(town)sの「%(opened)s」として開いたものです。いまは%(here)sの「%(worn)s」です。")
            % {
                "town": standing(opened.body).name,
                "opened": opened.name,
                "here": standing(who.viewer.body).name,
                "worn": who.viewer.hat,
            },
            _("どちらの自治体にも書き込んでいません。下の帽子のボタンで開き直して、送ってください。"),
        )
    return Refused(
        _("この画面は「%(opened)s」として開いたものです。いまは「%(worn)s」です。")
        % {"opened": opened.name, "worn": who.viewer.hat},
        _("どちらとして送るかを選び、もう一度画面を開いて送ってください。"),
    )


class _NothingDone(Exception):
    """Rolls the transaction back: the form was not good, its page is answered instead."""

    def __init__(self, answer: HttpResponse) -> None:
        self.answer = answer


def _do(
    request: HttpRequest, who: SignedIn, view: View, places: dict[str, Any], key: UUID, at: datetime
) -> HttpResponse:
    former = submission.answer_of(key, who.viewer.duty)
    if former is not None:
        return former
    try:
        with transaction.atomic(), entered(who.viewer):
            submission.begin(key=key, sender=who.viewer.duty, route=request.path, at=at)
            answer = _render(request, who, view(request, who.viewer, at, **places))
            if not 300 <= answer.status_code < 400:
                raise _NothingDone(answer)
            submission.finish(key=key, status=answer.status_code, location=answer["Location"])
    except _NothingDone as nothing:
        return nothing.answer
    return answer


def _render(request: HttpRequest, who: SignedIn, answer: Any) -> HttpResponse:
    return _drawn(request, _filled(request, who, answer))


def _filled(request: HttpRequest, who: SignedIn, answer: Any) -> Any:
    """With what every page needs."""
    if not isinstance(answer, Page):
        return answer
    values = {
        "frame": frame_of(request, who),
        "viewer": who.viewer,
        "key": submission.new_key(who.viewer.duty),
        **answer.values,
    }
    return replace(answer, values=values)


def _drawn(request: HttpRequest, answer: Any) -> HttpResponse:
    if not isinstance(answer, Page):
        return answer
    return with_way_out(render(request, answer.template, answer.values, status=answer.status))


def _witnessed(request: HttpRequest, viewer: Viewer, answer: Any) -> HttpResponse:
    """The answer, once its look is written; a page that is not drawn yet is drawn meanwhile."""
    match = request.resolver_match
    page = match.view_name if match else ""
    matter = ",".join(str(place) for place in match.kwargs.values()) if match else ""
    try:
        if isinstance(answer, Page):
            with written_meanwhile(by=viewer, at=timezone.now(), page=page, matter=matter):
                answer = _drawn(request, answer)
        else:
            write_look(by=viewer, at=timezone.now(), page=page, matter=matter)
    except NotWritten:
        return render(request, "shell/not_written.html", {}, status=503)
    return answer


def _refusal(
    request: HttpRequest, who: SignedIn, refused: Refused, status: int, *, reopen: UUID | None = None
) -> HttpResponse:
    """The sentence, the way on, and everything that was typed, so that nothing is lost; another's words are not shown. `reopen`:
    under another of one's own hats, which the page was opened with, it opens again."""
    reader = submission.read_reader(request.POST.get("key", ""))
    hats = {hat.pk: hat for hat in who.hats}
    own = reader is None or reader in hats
    again, back = hats.get(reopen) if reopen else None, request.META.get("HTTP_REFERER", "/")
    typed = [field for field in kept_form.typed_fields(request) if field.by_hand] if own else []
    values = {
        "frame": frame_of(request, who),
        "refused": refused,
        "typed": typed,
        "back": back,
        "again": {"hat": again.pk, "hat_name": hat_label(again, many=True)} if again else None,
        "where": urlsplit(back)._replace(scheme="", netloc="").geturl() or "/",
    }
    return render(request, "shell/refused.html", values, status=status)


@contextmanager
def form_errors(form: Any) -> Iterator[None]:
    """Turn a refusal of the domain into an error of the form, so that the page is shown again with what was typed."""
    try:
        yield
    except Refused as refused:
        form.add_error(None, f"{refused.sentence}{refused.way_on}")
