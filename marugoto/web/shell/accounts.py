"""Accounts are issued by the office; nobody registers by himself."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse

from marugoto.web.shell import kept_form


class ClosedDoor(DefaultAccountAdapter):
    """allauth with its door for newcomers shut, and with a form that waits for its writer."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """What was being written comes before every other page."""
        if kept_form.waits_for(request, request.user):
            return reverse("shell:kept_form")
        return str(super().get_login_redirect_url(request))
