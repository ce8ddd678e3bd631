"""Where a search before writing finds nobody: the way to the pointer with what was typed, and who is kept under a telephone."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from marugoto.agencies.viewer import Viewer
from marugoto.people.rules.likeness import STRONG
from marugoto.people.rules.phone import digits_of
from marugoto.web.desk.twins import twins_of

CARRIED, LONGEST = ("name", "birth", "phone"), 300
WHOLE_NUMBER = 9  # digits of a telephone number, at least


def pointer_url(*, name: str = "", birth: str = "", phone: str = "") -> str:
    """The question to other offices, with what is known filled in; nothing is asked before somebody presses."""
    said = {"name": name.strip(), "birth": birth.strip(), "phone": phone.strip()}
    filled = {field: words[:LONGEST] for field, words in said.items() if words}
    page = reverse("desk:inquiries")
    return f"{page}?{urlencode(filled)}" if filled else page


def pointer_by_words(words: str) -> str:
    """From one box, in which a name or a telephone number may stand."""
    number = len(digits_of(words)) >= WHOLE_NUMBER
    return pointer_url(phone=words) if number else pointer_url(name=words)


def pointer_by(sent: Mapping[str, str], start: str = "") -> str:
    """From the fields of a form; `start`: how the names of its fields begin."""
    return pointer_url(**{field: sent.get(f"{start}{field}", "") for field in CARRIED})


def carried(said: Mapping[str, str]) -> dict[str, str]:
    """What another page carried here."""
    return {field: said[field][:LONGEST] for field in CARRIED if said.get(field)}


def kept_under(viewer: Viewer, *, name: str, phone: str) -> dict[str, Any]:
    """Records open to the viewer that may be of this caller, and the way on where there is none: three queries at most."""
    name = name.strip().removesuffix("さん").removesuffix("様")
    known = twins_of(
        viewer, name=name, phone=phone, least=STRONG
    )  # one telephone is enough to look: nothing is joined by it
    return {
        "known": [(reverse("desk:person", args=[person]), words) for person, words in known],
        "pointer": pointer_url(name=name, phone=phone),
    }
