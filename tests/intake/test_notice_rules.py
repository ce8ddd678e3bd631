"""Whoever noticed hears back what may be said, and nothing more; what is about one household is proposed to be read together."""

import pytest

from marugoto.intake.codes import NoticeAnswer, ToldBy
from marugoto.intake.rules.notice import Telling, answer_days, looks_alike, may_tell, propose, told_by

KNOWN = ("会", "話", "お変わり", "もう")


@pytest.mark.parametrize("answer", list(NoticeAnswer))
def test_without_consent_nothing_of_the_person_is_proposed(answer: NoticeAnswer) -> None:
    said = propose(answer, agreed=False)
    assert "お伝えできません" in said
    assert len(said) <= 200
    middle = said.removeprefix("知らせてくださり、ありがとうございました。").partition("また気になる")[0]
    assert not any(word in middle for word in KNOWN)


def test_that_somebody_is_known_already_reads_as_any_other_answer() -> None:
    assert "関わ" not in propose(NoticeAnswer.KNOWN_ALREADY, agreed=False)
    assert "もう話" in propose(NoticeAnswer.KNOWN_ALREADY, agreed=True)


@pytest.mark.parametrize(
    ("telling", "said", "allowed"),
    [
        (Telling(wants=True, words="見に行きました。"), None, False),  # somebody waits
        (Telling(wants=True, words="見に行きました。"), ToldBy.PHONE, True),
        (Telling(wants=True, words=""), ToldBy.PHONE, False),
        (Telling(wants=True), ToldBy.NO_WAY, True),
        (Telling(wants=False), None, True),
        (Telling(wants=True, on_the_porch=True), None, True),
        (Telling(wants=True, by_worker=True), None, True),
        (Telling(wants=False, words="見ました。"), ToldBy.PORCH, False),
        (Telling(wants=True, words="佐藤さんは元気です。", names=["佐藤"]), ToldBy.PHONE, False),
        (Telling(wants=True, words="佐藤さんは元気です。", names=["佐藤"], agreed=True), ToldBy.PHONE, True),
    ],
)
def test_what_may_be_told(telling: Telling, said: ToldBy | None, allowed: bool) -> None:
    assert bool(may_tell(telling, said)) is allowed


def test_it_is_told_on_the_way_it_came() -> None:
    assert told_by(Telling(wants=True, on_the_porch=True), None) is ToldBy.PORCH
    assert told_by(Telling(wants=True, by_worker=True), None) is ToldBy.TODAY
    assert told_by(Telling(wants=False), None) is ToldBy.NOT_WANTED


@pytest.mark.parametrize(("said", "days"), [("", 3), ("5", 5), ("0", 1), ("99", 20), ("三", 3)])
def test_three_opening_days_unless_the_body_says_otherwise(said: str, days: int) -> None:
    assert answer_days(said) == days


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (("北町2丁目3-5", ""), ("北町2ー3ー5", ""), True),
        (("北町2丁目3-5", ""), ("南町9丁目", ""), False),
        (("", "角の青い屋根の家のおじいさん"), ("", "青い屋根のおじいさん"), True),
        (("", ""), ("", ""), False),
        (("北町", "山本さん"), ("", "山本さん"), True),
    ],
)
def test_which_look_alike(one: tuple[str, str], other: tuple[str, str], alike: bool) -> None:
    assert looks_alike(one, other) is alike
