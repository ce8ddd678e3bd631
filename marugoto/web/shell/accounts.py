"""Accounts are issued by two of the office; nobody registers by himself. The first secret is changed before anything opens."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import ChangePasswordForm
from allauth.account.views import PasswordChangeView
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from marugoto.agencies.actions.slip import begin_account
from marugoto.agencies.queries.account import may_sign_in
from marugoto.agencies.queries.keys import removed_since
from marugoto.agencies.queries.recognition import own_number
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.shell import kept_form, leaving
from marugoto.web.shell.signed_in import OWN_PASSWORD, signed_in, to_sign_in


class ClosedDoor(DefaultAccountAdapter):
    """allauth with its door for newcomers shut, and with a form that waits for its writer."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Who is suspended, or whose paper is not good yet or no longer, hears it when the password was right, and only then."""
        user = super().authenticate(request, **credentials)
        if user is not None:
            said = may_sign_in(user.pk, local_day(timezone.now()))
            if not said:
                raise ValidationError(f"{said.reason}{said.way_on}", code="not_now")
        return user

    def pre_login(self, request: HttpRequest, user: AbstractBaseUser, **said: Any) -> HttpResponse | None:
        request.marugoto_keys_taken = removed_since(user.pk, user.last_login)  # type: ignore[attr-defined]  # before it is now
        answer: HttpResponse | None = super().pre_login(request, user, **said)
        return answer

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **said: Any) -> HttpResponse:
        """Whose keys were taken away hears it the next time he comes in: if he did not ask for it, somebody else did."""
        request.marugoto_onward = leaving.came_in(request)  # type: ignore[attr-defined]  # before any other page
        if request.marugoto_onward:  # type: ignore[attr-defined]
            said["redirect_url"] = None
        answer: HttpResponse = super().post_login(request, user, **said)
        taken = getattr(request, "marugoto_keys_taken", None)
        if taken is not None:  # the last message that is left is the one that is shown
            messages.warning(
                request,
                _(
                    "%(day)sに、%(who)sさんがあなたの鍵(二段階の確かめ)を外しました。頼んでいないときは、すぐ課長に知らせてください。"
                )
                % {"day": say_day(local_day(taken.at)), "who": taken.by},
            )
        return answer

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """What was being written comes before every other page."""
        if kept_form.waits_for(request, request.user):
            return reverse("shell:kept_form")
        return getattr(request, "marugoto_onward", "") or str(super().get_login_redirect_url(request))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("shell:today")


class OwnPasswordForm(ChangePasswordForm):
    """Another one than before; and one that was handed over is good for its days only."""

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if said.get("password1") and said.get("password1") == said.get("oldpassword"):
            self.add_error("password1", _("いまのものと同じです。自分だけが知る、別のパスワードを書いてください。"))
        allowed = may_sign_in(self.user.pk, local_day(timezone.now()))
        if not allowed:
            self.add_error(None, f"{allowed.reason}{allowed.way_on}")
        return said


class OwnPassword(PasswordChangeView):
    """The password of one's own; where it takes the place of a first secret, that is written down."""

    form_class = OwnPasswordForm

    def dispatch(self, request: HttpRequest, *args: Any, **places: Any) -> HttpResponse:
        """Who comes in by another way, and has no password, has none to change."""
        if request.user.is_authenticated and not request.user.has_usable_password():
            messages.info(request, _("このアカウントには、変えるパスワードがありません。"))
            return redirect("shell:today")
        answer: HttpResponse = super().dispatch(request, *args, **places)
        return answer

    def form_valid(self, form: OwnPasswordForm) -> HttpResponse:
        who, at = signed_in(self.request), timezone.now()
        with transaction.atomic():
            if who is not None and who.gate == OWN_PASSWORD:
                begin_account(by=who.viewer, at=at)
            answer: HttpResponse = super().form_valid(form)
        return answer

    def get_form(self, form_class: Any = None) -> OwnPasswordForm:
        form: OwnPasswordForm = super().get_form(form_class)
        who = signed_in(self.request)
        if who is not None and who.gate == OWN_PASSWORD:
            form.fields["oldpassword"].label = _("紙の合いことば")
        return form

    def get_context_data(self, **values: Any) -> dict[str, Any]:
        who = signed_in(self.request)
        return super().get_context_data(**values) | {"first_secret": who is not None and who.gate == OWN_PASSWORD}


def recognition(request: HttpRequest) -> HttpResponse:
    """The number that somebody who has met the newcomer writes down; nothing else opens before."""
    who = signed_in(request)
    if who is None:
        return to_sign_in(request)
    number, able = own_number(who.viewer)
    if not number:
        return redirect(who.gate if who.gate == OWN_PASSWORD else "shell:today")
    return render(request, "account/recognition.html", {"name": who.viewer.name, "number": number, "able": able})
