"""Sign-in by account: password with TOTP, passkeys. Only the pages an installation needs; nobody registers by himself."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from marugoto.agencies.queries.account import may_sign_in
from marugoto.kernel.jst import local_day
from marugoto.web.shell.accounts import OwnPassword
from marugoto.web.shell.accounts import recognition as own_recognition
from marugoto.web.shell.signed_in import signed_in, to_sign_in

View = Callable[..., HttpResponse]


def own(view: View) -> View:
    """Not for a suspended account, and not before it is its worker's own: who came in with a paper that is not his, or sits at a
    machine that was lost, would leave a key of his behind."""

    @wraps(view)
    def walk(request: HttpRequest, **places: Any) -> HttpResponse:
        who = signed_in(request)
        if who is not None and (gate := who.gate):
            return redirect(gate)
        if who is None and _shut(request):
            return to_sign_in(request)
        return view(request, **places)

    return walk


def _shut(request: HttpRequest) -> bool:
    """The session stands, and the account opens nothing."""
    return request.user.is_authenticated and not may_sign_in(request.user.pk, local_day(timezone.now()))


urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", OwnPassword.as_view(), name="account_change_password"),
    path("recognition/", own_recognition, name="account_recognition"),
    path("two-step/", own(mfa.index), name="mfa_index"),
    path("two-step/authenticate/", mfa.authenticate, name="mfa_authenticate"),
    path("two-step/reauthenticate/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("two-step/totp/activate/", own(totp.activate_totp), name="mfa_activate_totp"),
    path("two-step/totp/deactivate/", own(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("two-step/recovery-codes/", own(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "two-step/recovery-codes/generate/", own(recovery.generate_recovery_codes), name="mfa_generate_recovery_codes"
    ),
    path(
        "two-step/recovery-codes/download/", own(recovery.download_recovery_codes), name="mfa_download_recovery_codes"
    ),
    path("passkeys/", own(webauthn.list_webauthn), name="mfa_list_webauthn"),
    path("passkeys/add/", own(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path("passkeys/login/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("passkeys/reauthenticate/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("passkeys/<int:pk>/remove/", own(webauthn.remove_webauthn), name="mfa_remove_webauthn"),
    path("passkeys/<int:pk>/edit/", own(webauthn.edit_webauthn), name="mfa_edit_webauthn"),
]
