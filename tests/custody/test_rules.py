"""Every verb in every state by everybody: a yes, or a sentence that says why and what to do instead."""

from datetime import date, timedelta
from itertools import product

import pytest

from marugoto.custody.codes import Decliner, DeclineReason, EndingKind, MatterKind, Stance, StuckOutcome
from marugoto.custody.rules import ball as rules
from marugoto.custody.rules import care
from marugoto.custody.rules.ball import Answer, Asked, Held
from marugoto.custody.rules.team import Receiver, may_be_in_charge, may_end_duty, may_end_team, may_hold
from marugoto.kernel.decision import Decision

TODAY = date(2026, 11, 24)
HOLDER, OFFERED, COMPANION, RESCUER, TOWER, BESIDE = (
    Stance.HOLDER,
    Stance.OFFERED,
    Stance.COMPANION,
    Stance.RESCUER,
    Stance.TOWER,
    Stance.BESIDE,
)
WHO = (HOLDER, OFFERED, COMPANION, RESCUER, TOWER, BESIDE)
STATES = {
    "held": Held("総合係", "田中"),
    "offered": Held("総合係", "田中", offered_to="包括係"),
    "stuck": Held("総合係", "田中", stuck=True),
    "kept": Held("総合係", "田中", rescued=True),
    "settled": Held("総合係", "田中", settled=True),
}
NEED = MatterKind.NEED
SCHOOL = Receiver("学校係")
ASKED = Asked("包括係")
ANSWER = Answer(Decliner.AGENCY, DeclineReason.NO_ROOM, instead=True)

VERBS = {
    "offer": lambda held, who: rules.may_offer(held, who, to=SCHOOL, is_holder=False),
    "hand over": lambda held, who: rules.may_hand_over(held, who, to=SCHOOL),
    "catch": lambda held, who: rules.may_catch(held, who, _asked(held)),
    "decline": lambda held, who: rules.may_decline(held, who, _asked(held), answer=ANSWER),
    "withdraw": lambda held, who: rules.may_withdraw(held, who, _asked(held)),
    "assign": lambda held, who: rules.may_assign(held, who, same=False),
    "touch": lambda held, who: rules.may_touch(held),
    "settle": lambda held, who: rules.may_settle(held, who, kind=NEED, with_matter=False),
    "reopen": lambda held, who: rules.may_reopen(held, who, kind=NEED),
    "accompany": lambda held, who: care.may_accompany(held, who, team=SCHOOL, is_holder=False, already=False),
    "rescue": lambda held, who: care.may_rescue(held, who, until=TODAY + timedelta(days=14), today=TODAY),
    "end rescue": lambda held, who: care.may_end_rescue(held, who, running=held.rescued),
    "call": lambda held, who: care.may_call_stuck(held, who),
    "answer: alone": lambda held, who: _answer(held, who, StuckOutcome.SELF),
    "answer: together": lambda held, who: _answer(held, who, StuckOutcome.JOINT),
    "answer: taken": lambda held, who: _answer(held, who, StuckOutcome.TAKEN),
}
EVERYBODY, LIVE = frozenset(WHO), ("held", "offered", "stuck", "kept")
# verb → states in which somebody may → who may there. Everything that is not named here is a no.
ALLOWED = {
    "offer": {state: {HOLDER, RESCUER} for state in ("held", "stuck", "kept")},
    "hand over": {state: {HOLDER, RESCUER, TOWER} for state in LIVE},
    "catch": {"offered": {OFFERED}},
    "decline": {"offered": {OFFERED}},
    "withdraw": {"offered": {HOLDER, RESCUER}},
    "assign": {state: {HOLDER} for state in LIVE},
    "touch": dict.fromkeys(LIVE, EVERYBODY),
    "settle": {state: {HOLDER} for state in ("held", "stuck")},
    "reopen": {"settled": {HOLDER, TOWER}},
    "accompany": {state: {HOLDER, RESCUER, TOWER} for state in LIVE},
    "rescue": {state: {TOWER} for state in ("held", "offered", "stuck")},
    "end rescue": {"kept": {RESCUER, TOWER}},
    "call": {state: {HOLDER, COMPANION, RESCUER, TOWER} for state in ("held", "offered", "kept")},
    "answer: alone": {"stuck": {HOLDER, TOWER}},
    "answer: together": {"stuck": {TOWER}},
    "answer: taken": {"stuck": {TOWER}},
}


def _asked(held: Held) -> Asked:
    return ASKED if held.offered_to else Asked("包括係", EndingKind.DECLINED)


def _answer(held: Held, who: frozenset[Stance], outcome: StuckOutcome) -> Decision:
    return care.may_answer_stuck(held, who, outcome=outcome, waiting=held.stuck)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("who", WHO)
def test_who_may_do_what_in_which_state(verb: str, state: str, who: Stance) -> None:
    decision = VERBS[verb](STATES[state], frozenset({who}))
    assert bool(decision) is (who in ALLOWED[verb].get(state, ())), (verb, state, who)
    if not decision:
        assert decision.reason.endswith("。"), "a no is a sentence"
        assert decision.way_on.endswith("。"), "and says what to do instead"


def test_several_stances_allow_what_one_of_them_allows() -> None:
    """In a small town the holder is the control tower too."""
    for verb, state, (one, other) in product(VERBS, STATES, product(WHO, WHO)):
        both = bool(VERBS[verb](STATES[state], frozenset({one, other})))
        each = [bool(VERBS[verb](STATES[state], frozenset({who}))) for who in (one, other)]
        assert both is any(each), (verb, state, one, other)


ALONE = {MatterKind.NEED, MatterKind.DECISION}
AGAIN = ALONE | {MatterKind.CONSULTATION}


@pytest.mark.parametrize("kind", MatterKind)
def test_a_ball_is_not_ended_behind_its_matters_back(kind: MatterKind) -> None:
    held, settled = STATES["held"], STATES["settled"]
    assert rules.may_settle(held, {HOLDER}, kind=kind, with_matter=True)
    alone = rules.may_settle(held, {HOLDER}, kind=kind, with_matter=False)
    again = rules.may_reopen(settled, {HOLDER}, kind=kind)
    assert bool(alone) is (kind in ALONE)
    assert bool(again) is (kind in AGAIN)
    for decision in (alone, again):
        assert decision or (decision.reason.endswith("。") and decision.way_on.endswith("。"))
    assert "持ち手の係だけ" in rules.may_settle(held, {BESIDE}, kind=kind, with_matter=False).reason, (
        "others learn no more"
    )


@pytest.mark.parametrize(
    ("team", "may", "says"),
    [
        (Receiver("学校係"), True, ""),
        (Receiver("学校係", stands=False), False, "いまこの自治体の係にありません"),
        (Receiver("みなも病院", has_accounts=False), False, "アカウントがない"),
        (Receiver("学校係", staffed=False), False, "担当になれる人がいません"),
    ],
)
def test_which_team_can_hold(team: Receiver, may: bool, says: str) -> None:
    decision = may_hold(team)
    assert bool(decision) is may
    assert says in decision.reason
    assert bool(rules.may_offer(STATES["held"], {HOLDER}, to=team, is_holder=False)) is may


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (Answer(Decliner.AGENCY, DeclineReason.NO_ROOM, instead=True), ""),
        (Answer(Decliner.AGENCY, DeclineReason.NO_ROOM, words="年明けなら"), ""),
        (Answer(Decliner.PERSON, DeclineReason.PERSON_DOES_NOT_WISH, words="いまは会いたくない"), ""),
        (Answer(Decliner.AGENCY, DeclineReason.NO_ROOM), "代わりの案"),
        (Answer(Decliner.AGENCY, DeclineReason.NO_ROOM, words="  "), "代わりの案"),
        (Answer(Decliner.AGENCY, DeclineReason.OTHER, instead=True), "断るわけ"),
        (Answer(Decliner.AGENCY, DeclineReason.PERSON_DOES_NOT_WISH, words="本人が"), "合っていません"),
        (Answer(Decliner.PERSON, DeclineReason.NO_ROOM, words="手が"), "合っていません"),
    ],
)
def test_a_no_needs_its_reason_and_what_instead(answer: Answer, says: str) -> None:
    decision = rules.may_decline(STATES["offered"], {OFFERED}, ASKED, answer=answer)
    assert bool(decision) is (not says)
    assert says in decision.reason


@pytest.mark.parametrize(
    ("ended", "says"),
    [
        (EndingKind.CAUGHT, "先に包括係が受け取りました。"),
        (EndingKind.DECLINED, "包括係が先に断りました。"),
        (EndingKind.WITHDRAWN, "総合係が先に取り下げました。"),
        (EndingKind.LAPSED, "返事の期限が過ぎて"),
    ],
)
def test_who_comes_second_reads_what_the_first_did(ended: EndingKind, says: str) -> None:
    for verb in (rules.may_catch, rules.may_withdraw):
        assert says in verb(STATES["held"], {HOLDER, OFFERED}, Asked("包括係", ended)).reason
    lapse = rules.may_lapse(STATES["held"], Asked("包括係", ended), due=TODAY, today=TODAY + timedelta(days=1))
    assert says in lapse.reason


HELD = STATES["held"]
ELSEWHERE = Held("包括係", "小川")


@pytest.mark.parametrize(
    ("seen", "now", "says"),
    [
        (STATES["offered"], ELSEWHERE, "先に包括係が受け取りました。担当は小川さんです。"),
        (HELD, STATES["settled"], "先に総合係がおわりにしました。"),
        (STATES["settled"], HELD, "先にもう一度始まり"),
        (HELD, STATES["offered"], "先に包括係へ渡され"),
        (STATES["offered"], HELD, "包括係への渡しは、先に終わりました。"),
        (HELD, HELD, "いまは総合係の田中さんが持っています。"),
    ],
)
def test_the_hand_that_came_second_is_told_who_was_first(seen: Held, now: Held, says: str) -> None:
    decision = rules.moved_meanwhile(seen, now)
    assert not decision
    assert says in decision.reason
    assert decision.way_on


@pytest.mark.parametrize(("today", "may"), [(TODAY, False), (TODAY + timedelta(days=1), True)])
def test_the_due_day_itself_still_counts(today: date, may: bool) -> None:
    assert bool(rules.may_lapse(STATES["offered"], ASKED, due=TODAY, today=today)) is may
    assert bool(rules.may_due(TODAY, today=TODAY)) is True
    assert bool(rules.may_due(TODAY - timedelta(days=1), today=TODAY)) is False


@pytest.mark.parametrize(("days", "may"), [(0, False), (1, True), (62, True), (63, False)])
def test_a_rescue_has_its_day(days: int, may: bool) -> None:
    until = TODAY + timedelta(days=days)
    assert bool(care.may_rescue(HELD, {TOWER}, until=until, today=TODAY)) is may


@pytest.mark.parametrize(
    ("is_holder", "already", "stands", "may"),
    [(False, False, True, True), (True, False, True, False), (False, True, True, False), (False, False, False, False)],
)
def test_who_may_become_a_companion(is_holder: bool, already: bool, stands: bool, may: bool) -> None:
    team = Receiver("学校係", stands=stands)
    assert bool(care.may_accompany(HELD, {HOLDER}, team=team, is_holder=is_holder, already=already)) is may


@pytest.mark.parametrize(
    ("who", "own", "running", "may"),
    [
        (HOLDER, False, True, True),
        (TOWER, False, True, True),
        (COMPANION, True, True, True),
        (COMPANION, False, True, False),
        (BESIDE, False, True, False),
        (HOLDER, False, False, False),
    ],
)
def test_who_may_end_a_companionship(who: Stance, own: bool, running: bool, may: bool) -> None:
    assert bool(care.may_end_companionship(HELD, {who}, own=own, running=running)) is may


@pytest.mark.parametrize(
    ("last_resort", "balls", "keeps_house", "stands", "says"),
    [
        (False, 0, True, True, ""),
        (True, 0, True, True, "最後の受け皿"),
        (False, 300, True, True, "ボールを300個持っている"),
        (False, 0, False, True, "庶務か課長"),
        (False, 0, True, False, "もう閉じています"),
    ],
)
def test_when_a_team_may_end(last_resort: bool, balls: int, keeps_house: bool, stands: bool, says: str) -> None:
    team = Receiver("学校係", stands=stands)
    decision = may_end_team(team, last_resort=last_resort, balls=balls, keeps_house=keeps_house)
    assert bool(decision) is (not says)
    assert says in decision.reason


@pytest.mark.parametrize(
    ("in_force", "keeps_house", "somebody_left", "unread", "says"),
    [
        (True, True, True, 0, ""),
        (False, True, True, 0, "もう終わっています"),
        (True, False, True, 0, "庶務か課長"),
        (True, True, False, 0, "だれもいなくなります"),
        (True, True, True, 3, "閉じた記録が3件"),
    ],
)
def test_when_a_duty_may_end(in_force: bool, keeps_house: bool, somebody_left: bool, unread: int, says: str) -> None:
    decision = may_end_duty(
        in_force=in_force, keeps_house=keeps_house, somebody_left=somebody_left, left_to_nobody=unread
    )
    assert bool(decision) is (not says)
    assert says in decision.reason


@pytest.mark.parametrize(("named", "of_team", "may"), [(False, False, True), (True, True, True), (True, False, False)])
def test_in_charge_is_somebody_of_the_team(named: bool, of_team: bool, may: bool) -> None:
    assert bool(may_be_in_charge(named=named, of_team=of_team, team="学校係")) is may
