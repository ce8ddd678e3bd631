"""What stands in the forms around an offer: the answer heard by telephone, many balls at once, what follows on silence."""

from typing import Any
from uuid import UUID

from marugoto.casework.actions.bundle import Receiver, Wanted, hand_many
from marugoto.casework.actions.need import add_need
from marugoto.custody.actions.care import call_stuck
from marugoto.custody.codes import OfferReason
from marugoto.intake.rules.troubles import TroubleCode
from tests.begun import asked_outside, heard
from tests.story import Story
from tests.town import Town
from tests.web.filled import Fields, soon, today

WANTED = "手続きに一緒に行ってほしいです。"


def many(town: Town, story: Story) -> dict[str, Any]:
    ball, team = fresh(town, story), town.team("north-care-desk")
    chosen = {f"take_{ball.hex}": "on", f"note_{ball.hex}": WANTED}
    return {"to": f"team:{team}", "reason": "nearer", **chosen}


def fresh(town: Town, story: Story) -> UUID:
    add: dict[str, Any] = {"case": story.case, "theme": TroubleCode.HOUSING, "title": "住むところ"}
    return add_need(by=town("tanaka"), at=town.later(), **add).ball_id


def bundled(town: Town, story: Story) -> dict[str, Any]:
    to, wanted = Receiver(town.team("north-care-desk")), [Wanted(fresh(town, story), WANTED)]
    made = hand_many(by=town("tanaka"), at=town.later(), wanted=wanted, to=to, reason=OfferReason.NEARER)
    return {"@bundle": made.pk}


def stuck(town: Town) -> dict[str, Any]:
    """A ball whose holder called for help without a word."""
    ball = heard(town).ball_id
    call_stuck(by=town("tanaka"), at=town.later(), ball=ball)
    return {"@ball": ball, "words": "三回訪ねて、会えていません。"}


OFFERS: tuple[tuple[str, str, Fields], ...] = (
    (
        "desk:hear",
        "tanaka",
        lambda town, story: {
            "@offer": asked_outside(town),
            "said": "taken_on",
            "who": "連携室の佐々木さん",
            "means": "telephone",
            "declined_by": "agency",
            "day": today(),
        },
    ),
    (
        "desk:offer_send",
        "tanaka",
        lambda town, story: {"to": str(town.team("north-care-desk")), "reason": "nearer", "words": "お願いします。"},
    ),
    ("desk:stuck_words", "tanaka", lambda town, story: stuck(town)),
    ("desk:bundle_send", "tanaka", many),
    ("desk:bundle_take_back", "tanaka", bundled),
    (
        "office:limit_set",
        "honma",
        lambda *_: {"urgency": "slow", "answer": "9", "unattended": "30", "since": today(), "reason": "夏の体制"},
    ),
    (
        "office:steps_set",
        "honma",
        lambda town, story: {"alarm": "stuck", "tower": "0", "chief": "3", "since": today(), "reason": "夏の体制"},
    ),
    (
        "office:limit_answer_set",
        "honma",
        lambda town, story: {"kind": "need", "within": "4", "since": today(), "reason": "夏の体制"},
    ),
    (
        "office:route_mute",
        "honma",
        lambda town, story: {
            "mute-alarm": "late",
            "mute-kind": "need",
            "mute-until": soon(),
            "mute-reason": "夏の体制",
        },
    ),
    (
        "office:reach",
        "honma",
        lambda town, story: {"team": str(town.team("hospital-link")), "phone": "0000-22-6001", "hours": "午前"},
    ),
)
