"""Second keys of an account as they lie in the table: sealed by a key that lies with the other keys of the installation."""

from base64 import urlsafe_b64encode
from hashlib import sha256

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings

SEALED = "sealed:"  # what was kept before is read as it is, and sealed when its owner makes himself another


class SealedKeys(DefaultMFAAdapter):
    """Whoever reads the table makes no number with it; without the key of the installation it breaks, and does not let in."""

    def encrypt(self, text: str) -> str:
        return SEALED + _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        if not encrypted_text.startswith(SEALED):
            return encrypted_text
        return _seal().decrypt(encrypted_text.removeprefix(SEALED).encode()).decode()


def _seal() -> Fernet:
    return Fernet(urlsafe_b64encode(sha256(settings.MARUGOTO_SECOND_KEY.encode()).digest()))
