"""Words that lie in a table for a while and are nobody's but their writer's: sealed with a key that lies beside the database."""

import json
from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings


def seal_words(said: Any) -> str:
    """Anything JSON can say; whoever reads the table alone reads nothing of it."""
    return _seal().encrypt(json.dumps(said, ensure_ascii=False).encode()).decode()


def unsealed(sealed: str) -> Any:
    """None where they were sealed with another key, as after a backup was brought back without it: nobody reads them any more."""
    try:
        return json.loads(_seal().decrypt(sealed.encode()))
    except InvalidToken:
        return None


def _seal() -> Fernet:
    """Drawn from the key of the second keys, under a name of its own: none opens what the other has shut."""
    return Fernet(urlsafe_b64encode(sha256(b"unsent|" + settings.MARUGOTO_SECOND_KEY.encode()).digest()))
