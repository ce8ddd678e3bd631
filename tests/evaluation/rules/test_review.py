"""A review step by step: every no with its reason, and the first and the last day on which each thing may be said."""

from datetime import date, timedelta
from typing import Any

import pytest

from marugoto.agencies.codes import Role
from marugoto.evaluation.codes import Effect, Proof, ReviewSaid
from marugoto.evaluation.rules import review
from tests.evaluation.rules.answers import says

TODAY = date(2026, 11, 30)
YESTERDAY, TOMORROW, FAR = (TODAY + timedelta(days=days) for days in (-1, 1, 400))
TOO_FAR = FAR + timedelta(days=1)
GONE, DISTANT = "{}が過ぎています。", "{}が遠すぎます。"


def asked(rule: Any, known: dict[str, Any], values: dict[str, Any], reason: str, plain: tuple[str, ...] = ()) -> bool:
    """`plain`: what is handed over without its name."""
    said = known | values
    first = [said.pop(name) for name in plain]
    return says(rule(*first, **said), reason)


@pytest.mark.parametrize(
    ("role", "reason"),
    [
        (Role.PLANNER, ""),
        (Role.CHIEF, ""),
        (Role.COORDINATOR, ""),
        (Role.COUNSELLOR, "見直しを書けるのは"),
        (Role.MAYOR, "見直しを書けるのは"),
    ],
)
def test_who_reviews(role: Role, reason: str) -> None:
    assert says(review.may_review(frozenset({role})), reason)
    assert says(review.may_review(frozenset()), "見直しを書けるのは")


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, ""),
        ({"question": " "}, "問いが書かれていません。"),
        ({"means": 0}, "見直す手段が選ばれていません。"),
        ({"due": TODAY}, ""),
        ({"due": YESTERDAY}, GONE.format("結論を出す日")),
        ({"due": FAR}, ""),
        ({"due": TOO_FAR}, DISTANT.format("結論を出す日")),
    ],
)
def test_what_it_opens_with(values: dict[str, Any], reason: str) -> None:
    known = {"question": "届いているか", "due": TOMORROW, "today": TODAY, "means": 1}
    assert asked(review.may_open, known, values, reason, ("question",))


@pytest.mark.parametrize(
    ("values", "reason"),
    [({}, ""), ({"closed": True}, "もう閉じた見直しです。"), ({"picked": 0}, "指標が選ばれていません。")],
)
def test_what_is_cited(values: dict[str, Any], reason: str) -> None:
    assert asked(review.may_cite, {"closed": False, "picked": 1}, values, reason)


BARE = {"would_change": "", "becomes": "", "team": False, "due": None}


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, ""),
        ({"said": ReviewSaid.STOP}, ""),
        ({"closed": True}, "もう閉じた見直しです。"),
        ({"decided": True}, "この手段には、もう答えています。"),
        ({"reason": " "}, "わけが書かれていません。"),
        ({"said": ReviewSaid.KEEP, **BARE}, "続けるときは"),
        ({"said": ReviewSaid.KEEP, **BARE, "would_change": "半分"}, ""),
        ({"said": ReviewSaid.TARGET, **BARE}, "何をどう変えるか"),
        ({"said": ReviewSaid.TARGET, **BARE, "becomes": "50%"}, ""),  # a target has no holder
        ({"would_change": ""}, ""),
        ({"becomes": " "}, "何をどう変えるか"),
        ({"team": False}, "だれがするか"),
        ({"said": ReviewSaid.STOP, "team": False}, "だれがするか"),
        ({"due": None}, "いつまでにするかが書かれて"),
        ({"due": YESTERDAY}, GONE.format("いつまでにするか")),
        ({"due": TODAY}, ""),
    ],
)
def test_what_is_decided_of_a_means(values: dict[str, Any], reason: str) -> None:
    known = {"said": ReviewSaid.MEANS, "closed": False, "decided": False, "reason": "数字から", "becomes": "当番に"}
    known |= {"would_change": "", "team": True, "due": TOMORROW, "today": TODAY}
    assert asked(review.may_decide, known, values, reason, ("said",))


@pytest.mark.parametrize(
    ("said", "closed", "why", "reason"),
    [
        ([ReviewSaid.MEANS], False, "", ""),
        ([ReviewSaid.STOP, ReviewSaid.KEEP], False, "", ""),
        ([ReviewSaid.KEEP], False, "まだ早い", ""),
        ([ReviewSaid.KEEP, ReviewSaid.TARGET], False, " ", "手段を変える決定が一つも"),
        ([ReviewSaid.MEANS, None], False, "", "まだ答えていない手段が1つ"),
        ([None, None], False, "まだ早い", "まだ答えていない手段が2つ"),
        ([ReviewSaid.MEANS], True, "", "もう閉じた見直しです。"),
    ],
)
def test_when_it_closes(said: list[ReviewSaid | None], closed: bool, why: str, reason: str) -> None:
    assert says(review.may_close(said, closed=closed, why_kept=why), reason)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, ""),
        ({"closed_on": None}, "まだ閉じていない"),
        ({"published": True}, "公表したことは、もう"),
        ({"where": " "}, "どこに公表したか"),
        ({"day": TOMORROW}, "公表した日が先です。"),
        ({"day": TODAY}, ""),
        ({"day": YESTERDAY - timedelta(days=1)}, "公表した日が、見直しを閉じた日"),
    ],
)
def test_what_is_published(values: dict[str, Any], reason: str) -> None:
    known = {"where": "広報", "closed_on": YESTERDAY, "published": False, "day": YESTERDAY, "today": TODAY}
    assert asked(review.may_publish, known, values, reason, ("where",))


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, ""),
        ({"holds": False}, "書けるのは、ボールを持っている係だけ"),
        ({"done": True}, "変えたことは、もう"),
        ({"proof": None}, "何の、どこが"),
        ({"was": " "}, "何の、どこが"),
        ({"becomes": ""}, "何の、どこが"),
        ({"becomes": "週1回 "}, "前といまが同じ文です。"),
        ({"effective": TODAY}, ""),
        ({"effective": TOMORROW, "check_on": FAR}, "始まる日が先です。"),
        ({"opened": TODAY}, "始まる日が、見直しを始めた日より前"),
        ({"opened": YESTERDAY}, ""),
        ({"check_on": YESTERDAY}, "ききめを確かめる日が、始まる日より後"),
        ({"check_on": TODAY}, ""),
        ({"effective": YESTERDAY - timedelta(days=1), "check_on": YESTERDAY}, GONE.format("ききめを確かめる日")),
        ({"check_on": TOO_FAR}, DISTANT.format("ききめを確かめる日")),
    ],
)
def test_a_means_is_changed(values: dict[str, Any], reason: str) -> None:
    known = {"proof": next(iter(Proof)), "holds": True, "done": False, "was": "週1回", "becomes": "週3回"}
    known |= {"effective": YESTERDAY, "check_on": TOMORROW, "opened": date(2026, 4, 1), "today": TODAY}
    assert asked(review.may_change_means, known, values, reason, ("proof",))


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, ""),
        ({"holds": False}, "書けるのは"),
        ({"changed": False}, "まだ変えたこと"),
        ({"checked": True}, "ききめは、もう"),
        ({"said": None}, "ききめが書かれていません。"),
        ({"words": " "}, "ききめが書かれていません。"),
        ({"check_on": TOMORROW}, "ききめを確かめる日("),
        ({"check_on": TOMORROW, "said": Effect.SAME}, "ききめを確かめる日("),
        ({"check_on": TOMORROW, "said": Effect.WORSE}, ""),
        ({"check_on": None}, ""),
    ],
)
def test_what_came_of_it(values: dict[str, Any], reason: str) -> None:
    known = {"said": Effect.BETTER, "words": "待つ日がへった", "holds": True, "changed": True, "checked": False}
    known |= {"check_on": TODAY, "today": TODAY}
    assert asked(review.may_check_effect, known, values, reason, ("said", "words"))


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, ""),
        ({"changed": False}, "まだ変えたこと"),
        ({"undone": True}, "もう元に戻しています。"),
        ({"reason": " "}, "元に戻したわけ"),
    ],
)
def test_what_is_undone(values: dict[str, Any], reason: str) -> None:
    assert asked(
        review.may_undo, {"reason": "人が足りない", "changed": True, "undone": False}, values, reason, ("reason",)
    )


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, ""),
        ({"words": " "}, "何を試すか"),
        ({"stop_rule": " "}, "やめる目安"),
        ({"until": TODAY, "since": TODAY}, "終わる日が、始まる日より後"),
        ({"until": TODAY, "since": YESTERDAY}, ""),
        ({"team": False}, "だれがするか"),
        ({"until": YESTERDAY, "since": date(2026, 4, 1)}, GONE.format("試しが終わる日")),
        ({"until": TOO_FAR}, DISTANT.format("試しが終わる日")),
    ],
)
def test_what_is_tried(values: dict[str, Any], reason: str) -> None:
    known = {"words": "出張所", "stop_rule": "3か月で0件", "since": TODAY, "until": TOMORROW, "today": TODAY}
    assert asked(review.may_try, known | {"team": True}, values, reason, ("words", "stop_rule"))


@pytest.mark.parametrize(
    ("values", "reason"),
    [({}, ""), ({"holds": False}, "書けるのは"), ({"ended": True}, "この試しは"), ({"finding": " "}, "わかったこと")],
)
def test_what_a_trial_found(values: dict[str, Any], reason: str) -> None:
    assert asked(
        review.may_end_pilot, {"finding": "来ない", "holds": True, "ended": False}, values, reason, ("finding",)
    )
