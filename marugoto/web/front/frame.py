"""What every page of the porch needs: whose porch, its telephone, and whether readings are shown."""

from django.http import Http404, HttpRequest
from django.urls import reverse

from marugoto.exchange.porch.queries import place as places
from marugoto.web.ui.parts import Porch

FURIGANA = "furigana"


def porch_of(request: HttpRequest, code: str) -> Porch:
    """Raises Http404 for a municipality that publishes nothing here."""
    town = places.body(code)
    if town is None:
        raise Http404
    return Porch(
        body_name=town.name,
        home_url=reverse("front:places", args=[code]),
        phone=town.phone,
        furigana=request.COOKIES.get(FURIGANA) != "off",
        furigana_url=reverse("front:furigana"),
        training=town.training,
    )
