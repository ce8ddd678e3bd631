"""What is shown once, to the browser that asked for it: sealed in the session, with its key in a cookie that no table knows.

Whoever reads the database or a backup of it reads no secret; and after a few minutes nobody does.
"""

import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.http import HttpRequest, HttpResponse

SECONDS = 600


def put(request: HttpRequest, answer: HttpResponse, *, slot: str, secret: Any, page: str) -> HttpResponse:
    """`page` is the address at which it is shown; the key goes to no other."""
    key = Fernet.generate_key()
    request.session[slot] = Fernet(key).encrypt(json.dumps(secret).encode()).decode()
    answer.set_cookie(
        _cookie(slot),
        key.decode(),
        max_age=SECONDS,
        path=page,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
    return answer


def take(request: HttpRequest, *, slot: str) -> Any:
    """None when there is nothing, when it was taken before, or when the minutes are over."""
    sealed, key = request.session.pop(slot, ""), request.COOKIES.get(_cookie(slot), "")
    try:
        return json.loads(Fernet(key.encode()).decrypt(str(sealed).encode(), ttl=SECONDS))
    except (InvalidToken, ValueError):
        return None


def _cookie(slot: str) -> str:
    return f"once_{slot}"
