"""The one rule that judges: few cases, fields, what is attested, how sure, and the words of the next step."""

from datetime import date
from fractions import Fraction

from marugoto.evaluation.codes import Path, Word
from marugoto.evaluation.rules.ask import (
    Against,
    AtLeast,
    AtMost,
    Declared,
    Either,
    EveryGroup,
    Few,
    Groups,
    Nothing,
    Number,
    Recorded,
    SomeGroups,
    Unrecorded,
)
from marugoto.evaluation.rules.evidence import Evidence, Said, Seen
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.level import Verdict, judge, level_of, sureness
from marugoto.evaluation.standards import BY_CODE
from tests.evaluation.standards.golden import GOLDEN
from tests.evaluation.standards.golden_case import number, of
from tests.evaluation.standards.invented import NONE, UNTIL, evidence, said

BAR = Fraction(1, 2)
TWO, THREE = AtLeast(2, "半分以上", "a", BAR), AtLeast(3, "80%以上", "a", Fraction(4, 5))
FIRST = Recorded(1, "記録がある", "a", "あります")


def seen(share: Share, *, longer: Share | None = None, groups: dict[str, Share] | None = None) -> Seen:
    return Seen("返事", share, "件", longer, groups or {})


def known(a: Seen, words: Said | None = None, path: Path = Path.EXISTING) -> Evidence:
    return Evidence({"a": a}, {"": words} if words else {}, path)


def met(
    ask: AtLeast | AtMost | Few | SomeGroups | EveryGroup | Groups | Number | Nothing | Recorded, a: Seen
) -> bool | None:
    return ask.answer(known(a)).met


def test_ten_cases_give_a_percentage_and_nine_do_not() -> None:
    assert met(TWO, seen(of(10, 5))) is True
    assert met(TWO, seen(of(10, 4))) is False
    assert met(TWO, seen(of(9, 9))) is None
    assert met(TWO, seen(NONE)) is None
    assert met(AtMost(2, "半分以下", "a", BAR), seen(of(10, 5))) is True
    assert met(AtMost(2, "半分以下", "a", BAR), seen(of(10, 6))) is False
    assert met(AtMost(2, "半分以下", "a", BAR), seen(of(9, 0))) is None
    assert met(AtMost(2, "半分以下", "a", BAR), seen(NONE)) is None


def test_all_there_are_is_a_percentage_of_few() -> None:
    for ask in (AtLeast(2, "", "a", BAR, whole=True), AtMost(2, "", "a", BAR, whole=True)):
        assert met(ask, seen(of(2, 1))) is True
        assert met(ask, seen(NONE)) is None
        assert ask.answer(known(seen(of(2, 1)))).share is None  # of all there are nothing is uncertain
    assert AtLeast(2, "", "a", BAR, whole=True).answer(known(seen(of(4, 1)))).stands == "4件中1件(25%)"
    assert AtLeast(2, "", "a", BAR, whole=True).answer(known(seen(of(40, 10)))).stands == "40件中10件(25%)"
    assert AtMost(2, "", "a", BAR, whole=True).answer(known(seen(of(4, 3)))).towards == "「返事」を3件から2件に減らすと"
    assert met(AtLeast(2, "", "a", BAR, whole=True), seen(of(4, 1), longer=of(40, 40))) is False
    assert met(AtMost(2, "", "a", BAR, whole=True), seen(of(4, 3), longer=of(40, 0))) is False


def test_at_most_reads_what_at_least_reads() -> None:
    half = AtMost(2, "半分以下", "a", BAR)
    wide = half.answer(known(seen(of(4, 4), longer=of(12, 3))))
    assert (wide.met, wide.stands, wide.share) == (True, "12件中3件(25%)(36か月)", of(12, 9))
    whole = AtMost(2, "", "a", BAR, whole=True).answer(known(seen(of(4, 3), longer=of(12, 3))))
    assert (whole.met, whole.stands, whole.share) == (False, "4件中3件(75%)", None)
    assert half.answer(known(seen(of(20, 20)))).towards == "「返事」を20件から10件に減らすと"


def test_what_is_met_leads_nowhere() -> None:
    assert TWO.answer(known(seen(of(10, 5)))).towards == ""
    assert "対象なし" in TWO.answer(known(seen(NONE))).towards
    assert "対象なし" not in TWO.answer(known(seen(of(1, 1)))).towards


def test_nothing_of_nothing_is_no_share() -> None:
    assert NONE.ratio is None
    assert not NONE.at_least(BAR)
    assert not NONE.at_most(BAR)


def test_few_cases_are_read_over_36_months() -> None:
    wide = seen(of(4, 1), longer=of(12, 9))
    assert TWO.answer(known(wide)).stands == "12件中9件(75%)(36か月)"
    assert met(TWO, wide) is True
    assert met(TWO, seen(of(10, 1), longer=of(12, 9))) is False  # enough as it is
    assert met(TWO, seen(of(4, 1), longer=of(9, 9))) is None
    assert not seen(of(4, 1), longer=of(4, 1)).wide
    assert not seen(of(4, 1)).wide
    assert seen(of(4, 1)).read == of(4, 1)
    assert seen(of(9, 1)).said == "9件中1件(少ないので割合は出しません)"


def test_of_few_cases_the_last_five_are_walked_through() -> None:
    few, five, four = seen(of(6, 6)), said(Word.WALKED, cases=5, passed=5), said(Word.WALKED, cases=4, passed=4)
    assert TWO.answer(known(few, five)).met is True
    assert THREE.answer(known(few, five)).met is True
    assert TWO.answer(known(few, five)).attested
    assert TWO.answer(known(few, five)).stands == "少ないので割合は見ず、直近の5件を一つずつたどり、5件が「はい」"
    one_no = said(Word.WALKED, cases=5, passed=4)
    assert THREE.answer(known(few, one_no)).met is False
    assert TWO.answer(known(few, one_no)).met is None
    assert "「いいえ」だった1件" in THREE.answer(known(few, one_no)).towards
    assert TWO.answer(known(few, four)).met is None
    assert TWO.answer(known(few, said(Word.NO_CASE))).met is None
    assert TWO.answer(known(seen(of(20, 1)), five)).met is False  # enough cases: the percentage counts
    assert judge((FIRST, TWO, THREE), known(few, five)).level == 3


def test_a_small_town_walks_through_all_it_had() -> None:
    three = said(Word.WALKED, cases=3, passed=3)
    assert TWO.answer(known(seen(of(3, 3)), three, Path.SMALL)).met is True
    assert TWO.answer(known(seen(of(3, 3)), three, Path.EXISTING)).met is None
    assert TWO.answer(known(seen(of(4, 3)), three, Path.SMALL)).met is None
    assert TWO.answer(known(seen(of(1, 0), longer=of(4, 4)), three, Path.SMALL)).met is None
    assert TWO.answer(known(seen(of(9, 5)), said(Word.WALKED, cases=5, passed=5), Path.SMALL)).met is True
    assert known(seen(of(9, 2)), path=Path.SMALL).last_cases(seen(of(9, 2))) == 5
    for path in Path:
        assert TWO.answer(known(seen(NONE), said(Word.WALKED, cases=5, passed=5), path)).met is None  # no record of any


def test_no_such_case_is_no_level() -> None:
    none = judge((FIRST, TWO, THREE), known(seen(NONE), said(Word.NO_CASE)))
    assert (none.level, none.no_case) == (None, True)
    assert none.reason == "対象なしと書かれています。前の段階がそのまま残ります。"
    assert none.next_step == "当たることが出てきたら、また判定が始まります。"
    some = judge((FIRST, TWO, THREE), known(seen(of(20, 20)), said(Word.NO_CASE)))
    assert (some.level, some.no_case) == (3, False)
    ruled = {"template": said(), "": said(Word.NO_CASE)}
    assert BY_CODE["F3.2"].judge(evidence("F3.2", {}, ruled)).level is None
    walked = judge((FIRST, TWO, THREE), known(seen(NONE), said(Word.WALKED, cases=5, passed=5)))
    assert not walked.no_case


def test_numbers_are_counted_and_nothing_recorded_is_unknown() -> None:
    two = Number(2, "", "a", 2)
    assert [met(two, seen(number(k))) for k in (1, 2, 3)] == [False, True, True]
    assert met(two, seen(of(5, 1))) is False
    assert met(two, seen(NONE)) is None
    assert two.answer(known(seen(number(1)))).towards == "「返事」があと1件あると"
    assert Number(2, "", "a", 4, small=2).answer(known(seen(number(2)), path=Path.SMALL)).met is True
    assert Number(2, "", "a", 4, small=2).answer(known(seen(number(2)), path=Path.MULTILAYERED)).met is False
    assert Number(2, "", "a", 2).answer(known(seen(number(1)), path=Path.SMALL)).met is False


def test_none_of_them_and_against_another_number() -> None:
    assert [met(Nothing(3, "", "a"), seen(of(20, k))) for k in (0, 1)] == [True, False]
    against = Against(3, "", "a", "b", Fraction(3, 100))

    def lapsed(k: int, n: int) -> bool | None:
        return against.answer(Evidence({"a": seen(number(k)), "b": seen(of(n, n))})).met

    assert [lapsed(3, 100), lapsed(4, 100), lapsed(0, 10), lapsed(0, 9)] == [True, False, True, None]
    told = against.answer(Evidence({"a": seen(number(7)), "b": seen(of(100, 1))}))
    assert told.towards == "「返事」を7件から3件に減らすと"


def test_not_more_than_so_many() -> None:
    few = Few(2, "", "a", 2)
    assert [met(few, seen(of(n, n))) for n in (0, 1, 2, 3)] == [None, True, True, False]
    assert few.answer(known(seen(of(3, 1)))).towards == "「返事」を3件から2件に減らすと"
    assert few.answer(known(seen(of(2, 1)))).stands == "2件"


def test_what_is_written_by_itself_begins_with_the_first() -> None:
    assert met(FIRST, seen(of(1, 0))) is True
    assert met(FIRST, seen(Share(0, 0, 1))) is True
    assert met(FIRST, seen(NONE)) is None


def test_in_three_fields() -> None:
    ask, good, bad, few = SomeGroups(2, "", "a", BAR, 3), of(10, 5), of(10, 4), of(9, 9)

    def fields(*shares: Share) -> bool | None:
        groups = {str(place): share for place, share in enumerate(shares)}
        whole = Share(sum(one.n for one in shares), sum(one.k for one in shares))
        return met(ask, seen(whole, groups=groups))

    assert fields(good, good, good) is True
    assert fields(good, good, bad) is False
    assert fields(good, good, few) is None  # of the third one cannot say
    assert fields(good, few, bad) is False
    assert fields(of(3, 3), of(3, 3), of(3, 3)) is None
    assert fields(of(3, 3), of(3, 3)) is None
    told = ask.answer(known(seen(of(29, 19), groups={"高齢": good, "障害": bad, "困窮": few})))
    assert told.stands == "3分野のうち1分野(少なくて言えない1分野)"
    assert told.towards == "50%にとどく分野があと2つふえると"
    assert ask.answer(known(seen(of(10, 5), groups={"高齢": good}))).stands == "1分野のうち1分野"


def test_from_three_fields() -> None:
    ask = Groups(3, "", "a", 2)
    assert met(ask, seen(number(2), groups={"高齢": number(1), "障害": number(1)})) is True
    assert met(ask, seen(number(2), groups={"高齢": number(2)})) is False
    assert met(ask, seen(NONE)) is None
    assert ask.answer(known(seen(number(2), groups={"高齢": number(2)}))).towards == "「返事」があと1分野からあると"


def test_the_worst_field() -> None:
    ask = EveryGroup(3, "", "a", Fraction(3, 4))

    def worst(groups: dict[str, Share]) -> bool | None:
        return met(ask, seen(Share(sum(one.n for one in groups.values()), 0), groups=groups))

    assert worst({"高齢": of(100, 99), "障害": of(100, 75)}) is True
    assert worst({"高齢": of(100, 99), "障害": of(100, 74)}) is False
    assert worst({"高齢": of(100, 99), "障害": of(9, 0)}) is True  # too few to say
    assert worst({"高齢": of(100, 99), "障害": of(5, 0), "困窮": of(5, 0)}) is False  # put together they are ten
    assert worst({"高齢": of(100, 99), "障害": of(5, 4), "困窮": of(5, 4)}) is True
    assert worst({"高齢": of(5, 5)}) is None
    assert worst({}) is None
    told = ask.answer(known(seen(of(30, 20), groups={"高齢": of(10, 10), "障害": of(20, 10)})))
    assert told.stands == "いちばん低いのは障害の20件中10件(50%)"
    assert told.towards == "いちばん低い障害で「返事」があと5件多ければ"


def test_a_statement_is_said_denied_or_missing() -> None:
    ask = Declared(1, "決まりがある", "rule", "決まりをつくり", {Path.SMALL: "定例の打合せで"})

    def told(words: dict[str, Said], path: Path = Path.EXISTING) -> tuple[bool | None, str, str]:
        answer = ask.answer(Evidence({}, words, path))
        return answer.met, answer.stands, answer.towards

    assert told({}) == (None, "まだ言われていない", "決まりをつくり、「言明」に書く")
    assert told({}, Path.SMALL)[2] == "定例の打合せで決まりをつくり、「言明」に書く"
    assert told({"rule": said(Word.YES, "要綱第3条")}) == (True, "要綱第3条", "")
    assert told({"rule": said(Word.YES, "")})[1] == "決めた"
    assert told({"rule": said(Word.NOT_YET, "来年に")}) == (False, "まだない(来年に)", "決まりをつくりと")
    assert told({"rule": said(Word.NOT_YET, "")})[1] == "まだない"
    assert told({"other": said()})[0] is None


def test_one_of_two_is_enough() -> None:
    either = Either(3, "どちらか", (Number(2, "数", "a", 1), Declared(2, "言う", "rule", "言って")))

    def told(share: Share, word: Word | None) -> bool | None:
        words = {"rule": said(word)} if word else {}
        answer = either.answer(Evidence({"a": seen(share)}, words))
        assert (answer.level, answer.asks) == (3, "どちらか")
        return answer.met

    assert told(number(1), None) is True
    assert told(NONE, Word.YES) is True
    assert told(of(3, 0), Word.YES) is True
    assert told(NONE, Word.NOT_YET) is None
    assert told(of(3, 0), None) is None
    assert told(of(3, 0), Word.NOT_YET) is False


def test_what_no_fact_says_is_unknown_and_says_what_to_record() -> None:
    answer = Unrecorded(2, "測る", "席に印を残す").answer(Evidence({}))
    assert (answer.met, answer.towards, answer.unrecorded) == (None, "席に印を残す", True)


def test_a_level_holds_only_if_all_below_hold() -> None:
    def level(*answers: tuple[int, bool | None]) -> int | None:
        asks = [Declared(level, "", str(place), "") for place, (level, _) in enumerate(answers)]
        words = {
            str(place): said(Word.YES if m else Word.NOT_YET) for place, (_, m) in enumerate(answers) if m is not None
        }
        return level_of([ask.answer(Evidence({}, words)) for ask in asks])

    assert level((1, True), (2, True), (3, True)) == 3
    assert level((1, True), (2, True), (3, False)) == 2
    assert level((1, True), (2, False), (3, True)) == 1
    assert level((1, True), (2, None), (3, True)) == 1
    assert level((1, None), (2, True), (3, True)) is None
    assert level((1, False), (2, True), (3, True)) == 0
    assert level((1, False), (1, None), (2, True), (3, True)) == 0
    assert level((1, True), (1, None), (2, True), (3, True)) is None
    assert level((1, True), (2, True), (3, True), (3, None)) == 2


def verdict(share: Share) -> Verdict:
    return judge((FIRST, TWO, THREE), known(seen(share)))


def test_how_sure_a_level_is() -> None:
    assert (verdict(of(100, 95)).level, verdict(of(100, 95)).sure) == (3, "確か")
    assert (verdict(of(10, 5)).level, verdict(of(10, 5)).sure) == (2, "仮")
    assert (verdict(of(100, 53)).level, verdict(of(100, 53)).sure) == (2, "おおむね")
    assert (verdict(of(100, 20)).level, verdict(of(100, 20)).sure) == (1, "確か")
    assert (verdict(of(10, 4)).level, verdict(of(10, 4)).sure) == (1, "おおむね")
    assert verdict(of(9, 9)).sure == ""
    assert verdict(NONE).sure == ""
    asks = (FIRST, TWO, AtLeast(2, "", "b", BAR), THREE)
    weak = judge(asks, Evidence({"a": seen(of(100, 60)), "b": seen(of(10, 5))}))
    assert (weak.level, weak.sure) == (2, "仮")  # the weakest it rests on
    strong = judge(asks, Evidence({"a": seen(of(10, 4)), "b": seen(of(100, 5))}))
    assert (strong.level, strong.sure) == (1, "確か")  # the strongest that keeps the next away
    asks = (FIRST, AtLeast(2, "", "b", BAR), TWO, THREE)
    mixed = judge(asks, Evidence({"a": seen(of(10, 4)), "b": seen(of(100, 95))}))
    assert (mixed.level, mixed.sure) == (1, "おおむね")  # not what is met, but what keeps it away
    assert sureness(None, [TWO.answer(known(seen(of(100, 95))))]) == ""
    most = judge((FIRST, AtMost(2, "", "a", Fraction(3, 10)), THREE), known(seen(of(100, 5))))
    assert (most.level, most.sure) == (2, "確か")


def test_the_sentences_of_a_verdict() -> None:
    """As the hearing would read it (evaluation.md 6.8)."""
    told = BY_CODE["F3.2"].judge(evidence("F3.2", {"heard": of(41, 17)}, {"template": said()}))
    assert told.stands == "14日のうちに返事の返った気づきは41件中17件(41%)。"
    assert told.ahead == "2 になるのは 21件(50%)から、3 は 33件(80%)から。"
    assert told.next_step == "「14日のうちに返事の返った気づき」があと4件多ければ、「動いた」になります。"
    assert (told.level, told.word, told.look_at) == (1, "決めた", "heard")
    assert [(mark.level, mark.at, mark.missing) for mark in told.marks] == [(2, 21, 4), (3, 33, 16)]
    assert verdict(of(100, 100)).ahead == ""
    assert verdict(of(100, 60)).ahead == "3 になるのは 80件(80%)から。"
    assert verdict(of(100, 60)).word == "動いた"
    assert verdict(NONE).word == "判定不能"
    assert verdict(NONE).marks == ()
    assert verdict(NONE).stands == "記録がある: 「返事」の記録がまだない。"
    other = BY_CODE["F3.5"].judge(evidence("F3.5", {"stays": of(100, 10), "followed": of(50, 1)}, {}))
    assert [(mark.level, mark.at) for mark in other.marks] == [(2, 40), (3, 60)]
    few = known(seen(of(4, 1), longer=of(40, 2)))
    assert [mark.at for mark in judge((FIRST, TWO, THREE), few).marks] == [20, 32]
    whole = AtLeast(2, "", "a", BAR, whole=True)
    assert [mark.at for mark in judge((FIRST, whole, AtLeast(3, "", "a", BAR)), few).marks] == [2, 20]


def test_the_next_step_is_what_is_missing() -> None:
    said_by = {
        1: verdict(of(100, 40)).next_step,
        2: verdict(of(100, 60)).next_step,
        3: verdict(of(100, 80)).next_step,
    }
    assert said_by == {
        1: "「返事」があと10件多ければ、「動いた」になります。",
        2: "「返事」があと20件多ければ、「回っている」になります。",
        3: "2年つづけて保ち、見直しに使うと「学んでいる」です。",
    }
    assert verdict(NONE).next_step == "「返事」の記録が1件でも残ると、判定が始まります。"
    assert verdict(of(4, 4)).next_step == (
        "あと6件の記録が残るか、直近の例を一つずつたどって書くと、「動いた」かどうかを判定できます。"
    )
    two = judge((FIRST, TWO, AtLeast(2, "", "b", BAR), THREE), Evidence({"a": seen(NONE), "b": seen(of(10, 1))}))
    assert two.level is None
    asks = (FIRST, TWO, Unrecorded(2, "", "印を残す"), THREE)
    both = judge(asks, known(seen(of(100, 10))))
    assert (
        both.next_step == "「返事」があと40件多ければ、「動いた」までの2つのうち、1つがすみます。"
    )  # what is known first
    other = judge((FIRST, Unrecorded(2, "", "印を残す"), TWO, THREE), known(seen(of(100, 10))))
    assert other.next_step == both.next_step
    assert judge(asks, known(seen(of(100, 60)))).next_step == "印を残すと、「動いた」かどうかを判定できます。"


def test_why_nothing_more_can_be_judged() -> None:
    asks = (FIRST, TWO, Unrecorded(2, "", "印を残す"), Declared(2, "", "rule", "決めて"), THREE)
    assert judge(asks, known(seen(of(100, 60)))).reason == (
        "まだ記録する場所がない・まだ言われていないため、2 からは判定できません。"
    )
    assert verdict(NONE).reason == "記録が足りないため、判定できません。"
    assert verdict(of(4, 4)).reason == "記録が足りないため、2 からは判定できません。"
    assert verdict(of(100, 60)).reason == ""
    assert judge((FIRST, TWO, Unrecorded(3, "", "印を残す")), known(seen(of(100, 10)))).reason == ""
    assert verdict(of(100, 90)).reason == ""


def test_what_is_read_beside_it_and_what_rests_on_words() -> None:
    told = BY_CODE["F2.2"].judge(evidence("F2.2", {"answered": of(35, 30), "declined": of(35, 9)}, {}))
    assert "35件中9件(26%)" in told.beside[0]
    golden = GOLDEN["F2.6"]
    words = {key: said() for key in golden.said}
    assert BY_CODE["F2.6"].judge(evidence("F2.6", golden.shares, words)).attested == 2
    assert BY_CODE["F2.6"].judge(evidence("F2.6", golden.shares, {})).attested == 0


def test_a_verdict_without_any_record_says_what_was_said() -> None:
    told = BY_CODE["P.7"].judge(evidence("P.7", {}, {"page": said(words="令和8年3月に載せた")}))
    assert told.stands == "結果を載せる頁がある: 令和8年3月に載せた。"
    assert (told.share, told.unit, told.level) == (NONE, "件", 1)
    assert told.look_at == ""
    assert BY_CODE["F1.1"].judge(evidence("F1.1", {"fresh": of(10, 1)}, {})).unit == "か所"
    assert date.fromisoformat("2027-09-30") == UNTIL
