"""Words that lie in a table for a while and are nobody's but their writer's: sealed with a key that lies beside the database."""

import json
from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Any

from cryptography.fernet import Fernet
from django.conf import settings


def seal_words(said: Any) -> str:
    """Anything JSON can say; whoever reads the table alone reads nothing of it."""
    return _seal().encrypt(json.dumps(said, ensure_ascii=False).encode()).decode()


def unseal_words(sealed: str) -> Any:
    """Raises where the words were sealed with another key."""
    return json.loads(_seal().decrypt(sealed.encode()))


def _seal() -> Fernet:
    """Drawn from the key of the second keys, under a name of its own: none opens what the other has shut."""
    return Fernet(urlsafe_b64encode(sha256(b"unsent|" + settings.MARUGOTO_SECOND_KEY.encode()).digest()))
