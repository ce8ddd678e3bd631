"""A member of the cast at a browser without pictures: signed in, and what the page says in words."""

import re

from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import Client


def signed_in(worker: str) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
    return client


def text(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))
