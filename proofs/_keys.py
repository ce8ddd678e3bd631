"""A second key of each kind for somebody of the cast, so that the pages around them are there."""

import json
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import sha256, websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData


def give_keys(user: Any) -> int:
    """Answers the number of the passkey."""
    TOTP.activate(user, generate_totp_secret())
    RecoveryCodes.activate(user)
    data = {"name": "職員証", "credential": _credential(b"a key of nobody..")}
    return int(Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=data).pk)


def _credential(name: bytes) -> dict[str, Any]:
    """As a browser hands it over when it is made."""
    public = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.AT
    kept = AuthenticatorData.create(
        sha256(b"localhost"), flags, 0, AttestedCredentialData.create(Aaguid.NONE, name, public)
    )
    asked = {"type": "webauthn.create", "challenge": websafe_encode(b"once"), "origin": "https://localhost"}
    said = {
        "clientDataJSON": websafe_encode(json.dumps(asked).encode()),
        "attestationObject": websafe_encode(bytes(AttestationObject.create("none", kept, {}))),
    }
    key = websafe_encode(name)
    return {"id": key, "rawId": key, "type": "public-key", "clientExtensionResults": {}, "response": said}
