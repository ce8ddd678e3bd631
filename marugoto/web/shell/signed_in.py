"""Who is signed in, under which hat."""

from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from marugoto.agencies.queries.recognition import waits_to_be_recognised
from marugoto.agencies.queries.viewer import Hat, as_viewer, hats_of
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.audit import write_crossing
from marugoto.kernel.jst import local_day

HAT = "hat"
OWN_PASSWORD = "account_change_password"  # noqa: S105 — the name of a page
RECOGNITION = "account_recognition"


@dataclass(frozen=True)
class SignedIn:
    """The viewer, and every hat of the account that is in force today."""

    viewer: Viewer
    hats: list[Hat]

    @property
    def gate(self) -> str:
        """The one page that opens to an account whose paper is still open: first the password of one's own, then the number that
        a second person has to see. Empty for everybody else."""
        if not any(bool(getattr(hat, "paper_open", False)) for hat in self.hats):
            return ""
        return RECOGNITION if waits_to_be_recognised(self.viewer.worker) else OWN_PASSWORD

    @property
    def worn(self) -> Hat:
        return next(hat for hat in self.hats if hat.pk == self.viewer.duty)

    @property
    def towns(self) -> dict[str, list[Hat]]:
        """The hats by the body under which they are worn, in the order in which they began."""
        found: dict[str, list[Hat]] = {}
        for hat in self.hats:
            found.setdefault(hat.body, []).append(hat)
        return found

    @property
    def beside(self) -> dict[UUID, Hat]:
        """The worker's other hats in the same body, by team."""
        others = (hat for hat in self.hats if hat.body == self.viewer.body and hat.team_id != self.viewer.team)
        return {hat.team_id: hat for hat in others}


def own_duties(request: HttpRequest) -> frozenset[UUID]:
    """Under all hats of the account in this body: what one of them holds, oneself holds."""
    who = signed_in(request)
    return frozenset({who.viewer.duty, *(hat.pk for hat in who.beside.values())}) if who else frozenset()


def signed_in(request: HttpRequest) -> SignedIn | None:
    """None when nobody is signed in, or the account has no duty today. Looked up once per request."""
    if not hasattr(request, "marugoto_signed_in"):
        request.marugoto_signed_in = _look_up(request)  # type: ignore[attr-defined]
    return cast("SignedIn | None", request.marugoto_signed_in)  # type: ignore[attr-defined]


def _look_up(request: HttpRequest) -> SignedIn | None:
    """The account is read together with its hats, in one query; its session must still be good (password, still active)."""
    at = timezone.now()
    hats = hats_of(_account(request), local_day(at))
    account = hats[0].worker.user if hats else None
    if account is None or not _session_good(request, account):
        return None
    worn = request.session.get(HAT, "")
    hat = next((hat for hat in hats if str(hat.pk) == worn), None)
    # Nothing to choose at sign-in: the one that can do most; of several such the one at home, under the team's own body.
    hat = hat or max(hats, key=lambda one: (len(one.role_set()), one.team.body == one.body))
    return SignedIn(as_viewer(hat, at), hats)


def _account(request: HttpRequest) -> int:
    """0 when nobody is signed in: no account has that number."""
    try:
        return int(request.session.get(SESSION_KEY, 0))
    except ValueError:
        return 0


def _session_good(request: HttpRequest, user: AbstractBaseUser) -> bool:
    sealed = request.session.get(HASH_SESSION_KEY, "")
    return user.is_active and constant_time_compare(sealed, user.get_session_auth_hash())


def put_on(request: HttpRequest, hat: UUID) -> bool:
    """Change the hat of this session; only one of the account's own. Into another body it is written down before it is done:
    raises `NotWritten`."""
    who = signed_in(request)
    wanted = next((row for row in who.hats if row.pk == hat), None) if who else None
    if who is None or wanted is None:
        return False
    if wanted.body != who.viewer.body:
        write_crossing(by=as_viewer(wanted, who.viewer.at), at=timezone.now())
    if request.session.get(HAT) != str(hat):
        request.session[HAT] = str(hat)
    del request.marugoto_signed_in  # type: ignore[attr-defined]  # looked up anew under the new hat
    return True


def to_sign_in(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('shell:sign_in')}?{urlencode({'next': request.get_full_path()})}")
