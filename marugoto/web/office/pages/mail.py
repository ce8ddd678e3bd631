"""メール: how many of the morning's digests went out, and for whom it did not work."""

from django.http import HttpRequest

from marugoto.agencies.codes import KEEPS_HOUSE
from marugoto.agencies.viewer import Viewer
from marugoto.exchange.labels import MAIL_STATES
from marugoto.exchange.queries.mail import book
from marugoto.kernel.era import say_day
from marugoto.web.shell.doors import Page, see


@see(*KEEPS_HOUSE)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    found = book(viewer)
    values = {
        "sender": found.sender,
        "days": [
            (
                say_day(one.day),
                [(said, one.counts[state]) for state, said in MAIL_STATES.items() if state in one.counts],
            )
            for one in found.days
        ],
        "troubles": [(say_day(one.day), MAIL_STATES[one.state], one) for one in found.troubles],
    }
    return Page("office/mail.html", values)
