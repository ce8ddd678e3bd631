"""Accounts are issued by the office; nobody registers by himself."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedDoor(DefaultAccountAdapter):
    """allauth with its door for newcomers shut."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
