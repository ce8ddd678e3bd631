"""Deeds around who must not see somebody, and around a measure that runs out: each on a household or a person of its own."""

from datetime import timedelta
from uuid import UUID, uuid4

from django.utils import timezone

from marugoto.casework.actions.conflict import declare_of_household
from marugoto.disclosure.actions.sign import review_sign
from marugoto.disclosure.codes import ConflictKind
from marugoto.disclosure.models import LookSign
from marugoto.disclosure.rules.watch import Sign, Verdict
from marugoto.people.actions.party import name_party
from marugoto.people.actions.person import enter_person
from marugoto.people.actions.protection import protect
from marugoto.people.queries.protection import standing_on
from tests.begun import supported
from tests.database import unwalled
from tests.story import Story
from tests.town import Town
from tests.web.filled import Fields, today


def apart(town: Town) -> UUID:
    return enter_person(by=town("tanaka"), at=town.later(), name="早川 灯", kana="はやかわ あかり").pk


def declared(town: Town) -> UUID:
    case = supported(town)
    town.later()
    made = declare_of_household(
        by=town("tanaka"),
        at=town.later(),
        case=case,
        worker=town("tanaka").worker,
        kind=ConflictKind.KIN,
    )
    return made.pk


def measured(town: Town, story: Story) -> dict[str, object]:
    today, person = timezone.localdate(), apart(town)
    listed = [town("tanaka").worker]
    town.later()
    due = today + timedelta(days=10)
    protect(by=town("tanaka"), at=town.later(), person=person, listed=listed, reason="DV等支援措置", due=due)
    town.later()
    (standing,) = standing_on(town("tanaka"), [person])
    until = (due + timedelta(days=300)).isoformat()
    return {
        "@person": person,
        "measure": str(standing.restrictions[0]),
        "until": until,
        "renewal_reason": "決定通知を確認",
    }


def guarded(town: Town) -> UUID:
    person = apart(town)
    town.later()
    protect(by=town("tanaka"), at=town.later(), person=person, listed=[town("tanaka").worker], reason="DV等支援措置")
    town.later()
    return person


def party(town: Town, _story: Story) -> dict[str, object]:
    return {"@person": guarded(town), "party_name": "早川 進", "party_birth": "昭和55年1月2日", "party_tie": "元夫"}


def named(town: Town, _story: Story) -> dict[str, object]:
    person = guarded(town)
    row = name_party(by=town("tanaka"), at=town.later(), person=person, name="早川 進")
    town.later()
    return {"@person": person, "party": str(row.pk)}


def signed(town: Town) -> LookSign:
    with unwalled():
        return LookSign.objects.create(
            body=town.body,
            made_at=town.now,
            look=uuid4(),
            worker_id=town("tanaka").worker,
            duty_id=town("tanaka").duty,
            at=town.now,
            looks=1,
            signs=Sign.NO_TIE,
        )


def questioned(town: Town) -> str:
    row = review_sign(
        by=town("shiraishi"), at=town.later(), sign=signed(town).pk, verdict=Verdict.ASKED, words="何の用でしたか。"
    )
    return str(row.pk)


RIGHTS: tuple[tuple[str, str, Fields], ...] = (
    (
        "desk:conflict_declare",
        "tanaka",
        lambda town, story: {"@case": supported(town), "worker": str(town("tanaka").worker), "kind": "kin"},
    ),
    (
        "desk:conflict_person_declare",
        "tanaka",
        lambda town, story: {"@person": apart(town), "worker": str(town("tanaka").worker), "kind": "neighbour"},
    ),
    ("desk:conflict_end", "mori", lambda town, story: {"conflict": str(declared(town)), "end_reason": "取りちがえ"}),
    ("desk:protection_renew", "tanaka", measured),
    ("desk:party_new", "tanaka", party),
    ("desk:party_end", "tanaka", named),
    (
        "office:looks_review",
        "shiraishi",
        lambda town, story: {"sign": str(signed(town).pk), "verdict": "explained", "words": "電話の記録を見た。"},
    ),
    (
        "office:limit_idle",
        "honma",
        lambda *_: {"minutes": "10", "idle_since": today(), "idle_source": "実施手順の改正"},
    ),
    (
        "office:limit_load",
        "honma",
        lambda *_: {"bar": "12", "load_since": today(), "load_source": "係長会議"},
    ),
    (
        "office:limit_notice",
        "honma",
        lambda *_: {"days": "5", "notice_since": today(), "notice_source": "要綱の改正"},
    ),
    (
        "office:check_months_set",
        "honma",
        lambda *_: {"kind": "salon", "months": "3", "since": today(), "reason": "協議体で相談"},
    ),
    ("shell:asked_answer", "tanaka", lambda town, story: {"review": questioned(town), "words": "電話に出た。"}),
)
