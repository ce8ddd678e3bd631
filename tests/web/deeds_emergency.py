"""Deeds around an emergency: each on an opening of this very hour."""

from datetime import date
from uuid import UUID

from django.utils import timezone

from marugoto.disclosure.actions import emergency as emergencies
from marugoto.disclosure.actions.books import seal_everywhere
from marugoto.disclosure.codes import EmergencyReason, EmergencyState
from marugoto.disclosure.queries.emergency import own
from marugoto.people.actions.emergency import open_in_emergency
from tests.town import Town
from tests.web.deeds_purposes import PURPOSES
from tests.web.deeds_retention import RETENTION
from tests.web.filled import Fields, plain


def opened(town: Town, worker: str = "nishimura") -> UUID:
    """キヨ's household, opened now by somebody who does not see it otherwise; what the worker had open before is closed."""
    now = timezone.now()
    by = town(worker).at_moment(now)
    for line in own(by):
        if line.state is EmergencyState.OPEN:
            emergencies.end_emergency(by=by, at=now, emergency=line.emergency)
    known = {"name": "佐藤 キヨ", "birth": date(1944, 3, 3), "reason": EmergencyReason.LIFE}
    return open_in_emergency(by=by, at=now, words="電話に出ない。", **known).pk  # type: ignore[arg-type]


def closed(town: Town, worker: str) -> UUID:
    now, row = timezone.now(), opened(town, worker)
    emergencies.end_emergency(by=town(worker).at_moment(now), at=now, emergency=row)
    return row


def asked(town: Town, worker: str) -> UUID:
    now, row = timezone.now(), opened(town, worker)
    emergencies.ask_second(by=town(worker).at_moment(now), at=now, emergency=row, words="避難先に行くため。")
    return row


def sealed() -> dict[str, str]:
    """The books are closed, so that there is something to give out of the house."""
    seal_everywhere(at=timezone.now())
    return {}


EMERGENCY: tuple[tuple[str, str, Fields], ...] = (
    (
        "desk:emergency_begin",
        "nishimura",
        plain(name="石井 翔", birth="平成24年6月1日", reason="missing", words="家に帰っていない。"),
    ),
    (
        "desk:emergency_ask",
        "tanaka",
        lambda town, story: {"@emergency": opened(town, "tanaka"), "second_words": "訪ねる"},
    ),
    ("desk:emergency_second", "mori", lambda town, story: {"@emergency": asked(town, "nishimura"), "agreed": "yes"}),
    (
        "desk:emergency_account",
        "tanaka",
        lambda town, story: {"@emergency": closed(town, "tanaka"), "account": "訪ねて、会えた。"},
    ),
    (
        "desk:emergency_answer",
        "yamazaki",
        lambda town, story: {"@emergency": closed(town, "tanaka"), "verdict": "fit"},
    ),
    ("office:checkpoint_make", "shiraishi", lambda town, story: sealed()),
    ("desk:emergency_end", "tanaka", lambda town, story: {"@emergency": opened(town, "tanaka")}),
    *PURPOSES,
    *RETENTION,
)
