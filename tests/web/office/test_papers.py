"""Papers from figures: one page each, labelled as ours, true inside and hidden outside, of what was held fast; and the breakdown beside them."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import date, timedelta

import pytest
import typst
from django.http import HttpResponse
from django.utils import timezone

from marugoto.agencies.queries.system import system_viewer
from marugoto.evaluation.actions.attestation import word_criterion
from marugoto.evaluation.actions.heads import hold_heads
from marugoto.evaluation.actions.hours import declare_hours
from marugoto.evaluation.actions.initiative import Said, begin_initiative
from marugoto.evaluation.actions.measure import compute
from marugoto.evaluation.actions.necessity import Town as TownSaid
from marugoto.evaluation.actions.necessity import say_town
from marugoto.evaluation.codes import ReviewSaid
from marugoto.evaluation.indicators.department import CODE
from marugoto.evaluation.labels import PARTS
from marugoto.evaluation.queries.attestation import Reworded
from marugoto.evaluation.queries.decided import Decided
from marugoto.evaluation.queries.department import department
from marugoto.evaluation.queries.latest import latest as counted_last
from marugoto.evaluation.queries.necessity import needed_last, weighed
from marugoto.evaluation.rules.half_year import last_days, say_half_year
from marugoto.evaluation.standards import CRITERIA
from marugoto.exchange import pdf
from marugoto.exchange.rules.paper import Paper
from marugoto.kernel.era import say_moment, say_whole_moment
from marugoto.kernel.jst import local_day
from marugoto.web.office.papers.answers import answers_paper
from marugoto.web.office.papers.department import department_paper, division_of
from marugoto.web.office.papers.half_year import half_year_paper
from marugoto.web.office.papers.looked_back import latest
from marugoto.web.office.papers.material import for_inside, for_outside
from marugoto.web.office.papers.mayor import mayor_paper
from tests.evaluation.facts import Line, change_body, tell
from tests.town import MINAMO, Town
from tests.web.counting import counted
from tests.web.office.conftest import Enter
from tests.web.office.figures import consultation, count, handed_over
from tests.web.office.test_standard import h1, text

pytestmark = pytest.mark.django_db

PAPERS, REPORTS = "/office/papers/", "/office/reports/"
OURS = "私たちの提案 v0・公式の基準ではありません・お金の配分に使うものではありません。"
KINDS = ("half-year", "mayor", "answers")


def last() -> date:
    return last_days(local_day(timezone.now()), 1)[0]


def half_year_told(*, after: int = 0) -> None:
    """30 calls about rent, ten about care of which five ended; one at the window. Twelve households, of which two came again."""
    day = last().toordinal() - 60
    lines = [line for one in range(30) for line in intake(f"rent {one}", day, "phone", ("rent",))]
    lines += [line for one in range(10) for line in intake(f"care {one}", day, "visit", ("care", "rent"))]
    lines += intake("alone", day, "window", ())
    lines += [Line("intake.ended", f"rent {one}", day + 2, code="answered") for one in range(15)]
    lines += [Line("journal.written", f"before {one}", day - 300, offer=f"home {one}") for one in range(2)]
    lines += [Line("journal.written", f"entry {one}", day, offer=f"home {one % 12}") for one in range(40)]
    tell(lines, after=after)


def intake(matter: str, day: int, channel: str, marks: tuple[str, ...]) -> list[Line]:
    return [
        Line("intake.opened", matter, day, code=channel),
        *(Line("intake.trouble", matter, day, code=mark) for mark in marks),
    ]


def held_fast() -> None:
    at = timezone.now()
    for one in last_days(local_day(at), 2):
        compute(by=system_viewer(MINAMO, at), at=at, last=one)
        hold_heads(by=system_viewer(MINAMO, at), at=at, last=one)


def words(answer: HttpResponse) -> str:
    """Of a Word document."""
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert packed.testzip() is None
        body = packed.read("word/document.xml").decode() + packed.read("word/footer1.xml").decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def pages(paper: Paper) -> int:
    drawn = typst.compile(pdf.SHEET.encode(), format="png", sys_inputs=pdf.said_of(paper), ppi=20)
    return len(drawn) if isinstance(drawn, list) else 1


def test_the_planner_is_offered_four_papers_for_inside_and_outside(enter: Enter) -> None:
    said = text(enter("hirata").get(PAPERS))
    assert h1(enter("hirata").get(PAPERS)) == f"{say_half_year(last())}の紙を出せます。"
    for name in ("半期のまとめ(A4一枚)", "首長のための1枚", "議会答弁のための紙(想定問答)", "課の1枚"):
        assert name in said
    assert OURS in said
    assert "この半期の数は、まだ残されていません。" in said


def test_inside_the_numbers_are_true_and_the_paper_says_so(enter: Enter) -> None:
    half_year_told()
    said = words(enter("hirata").get(f"{PAPERS}half-year.docx"))
    assert "相談41件、名前のわかった方0人、支援した世帯12世帯。" in said
    assert "中で使う紙: 少ない数もそのまま出ています。" in said
    assert OURS in said
    assert "窓口 1 2.4%" in said
    assert "不明(印なし) 1 2.4%" in said
    assert "続いている(継続中) 26 63.4%" in said
    assert "支援した世帯(実世帯) 10世帯 2世帯 12世帯" in said
    assert "支援の記録(延べ) — — 40件" in said
    assert "人手: 相談支援員" in said
    assert "の時点の数" in said


def test_outside_the_one_at_the_window_is_hidden_and_so_is_what_would_tell_him(enter: Enter) -> None:
    half_year_told()
    held_fast()
    said = words(enter("hirata").get(f"{PAPERS}half-year.docx?for=out"))
    assert "外に出す紙: 10件(人・世帯)より少ない数と、引き算でそれがわかってしまう数は「※」で伏せています。" in said
    assert OURS in said
    assert "窓口 ※ ※" in said
    assert "訪問 ※ ※" in said  # ten may be told, but 41 less 30 and ten is the one
    assert "電話 30 73.2%" in said
    assert "手紙・メール 0 0.0%" in said


def test_a_paper_that_goes_out_is_made_of_what_was_held_fast_and_stays_as_it_was(town: Town, enter: Enter) -> None:
    half_year_told(after=1_000_000)  # beyond the numbers that acting takes by itself
    answer = enter("hirata").get(f"{PAPERS}half-year.pdf?for=out")
    assert answer.status_code == 409
    assert h1_of(answer) == f"{say_half_year(last())}の数は、まだ残されていないので、外に出す紙はつくれません。"
    held_fast()
    at, since = timezone.now(), last() - timedelta(days=90)
    begin_initiative(by=town("hirata").at_moment(at), at=at, said=Said("移動販売", "福祉総合相談課", since))
    first = words(enter("hirata").get(f"{PAPERS}answers.docx?for=out"))
    assert "移動販売" not in first, "what is counted now leaves the house on no paper"
    tell(intake("told late", last().toordinal() - 60, "phone", ()), after=2_000_000)
    held_fast()
    again = words(enter("hirata").get(f"{PAPERS}answers.docx?for=out"))
    assert first.split("問1")[1] == again.split("問1")[1]
    assert "受けた相談は42件" in words(enter("hirata").get(f"{PAPERS}answers.docx"))


def h1_of(answer: HttpResponse) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", answer.content.decode(), re.S)
    assert found
    return re.sub(r"<[^>]+>", "", found.group(1)).strip()


def test_the_answers_say_question_figure_time_version_and_what_they_do_not_say(town: Town, enter: Enter) -> None:
    half_year_told()
    said = words(enter("hirata").get(f"{PAPERS}answers.docx"))
    for part in ("問1", "答え", "数字", "時点と定義", "言わないこと"):
        assert part in said
    assert "この半期に受けた相談は41件" in said
    assert "増減だけでは、よしあしは申し上げられません。" in said
    assert "定義 I01 第1版" in said
    assert "国に公式の基準はありません。" in said
    assert "始めて、何が変わったのか" not in said


def test_what_was_begun_stands_in_the_answers_and_claims_no_cause(town: Town, enter: Enter) -> None:
    at = timezone.now()
    begin_initiative(
        by=town("hirata").at_moment(at),
        at=at,
        said=Said("移動販売", "福祉総合相談課", local_day(at) - timedelta(days=90)),
    )
    said = words(enter("hirata").get(f"{PAPERS}answers.docx"))
    assert "「移動販売」を始めて、何が変わったのか。" in said
    assert "季節、同じころに始まったほかのこと" in said


def test_what_reviews_came_to_stands_on_the_half_year_and_with_the_mayor(town: Town) -> None:
    material = for_inside(town("hirata").at_moment(timezone.now()), last=last())
    said = {ReviewSaid.MEANS: 2, ReviewSaid.TARGET: 1}
    full = replace(material, decided=Decided(closed=1, changed=1, said=said))
    for made in (half_year_paper, mayor_paper):
        assert "この半期に、見直しの決定はありません。" in str(made(material).blocks)
        assert (
            "閉じた見直し1回。決めたこと: 手段を変える2・やめる0・目標を変える1・続ける0。じっさいに変わった手段1。"
            in str(made(full).blocks)
        )
        assert pages(made(full)) == 1


def test_the_mayor_reads_inside_whether_it_is_needed_and_nobody_outside(town: Town, enter: Enter) -> None:
    """The sentence that stands first on the page and in a decision, as the last round weighed it, and of when it is."""
    half_year_told()
    held_fast()
    kuze = enter("kuze")
    assert "重層が要るか: まだ一度も数えていないので、言えません。" in words(kuze.get(f"{PAPERS}mayor.docx"))
    count()
    viewer = town("hirata").at_moment(timezone.now())
    head, kept = weighed(viewer).headline, needed_last(viewer)
    assert kept is not None
    assert kept.head == head
    said = words(kuze.get(f"{PAPERS}mayor.docx"))
    needed = f"重層が要るか({say_moment(kept.as_of)}の時点、12か月の記録から): {head.called}。"
    assert f"{needed}次の一歩: {head.first}確かさ: {head.sure}。" in said
    assert f"{head.called}。" in text(kuze.get("/office/necessity/"))
    assert "次の一歩: 「調べて話し合ってから決める」(P.1): " in said
    assert "このあとに書かれたことは" not in said
    assert "重層が要るか" not in words(kuze.get(f"{PAPERS}mayor.docx?for=out"))
    made = mayor_paper(for_inside(viewer, last=last()), kept)
    assert pages(made) == 1
    assert needed in str(made.blocks)


def test_what_the_town_writes_after_the_round_is_told_to_be_missing_until_the_next(town: Town, enter: Enter) -> None:
    count()
    hirata, at = enter("hirata"), timezone.now()
    say_town(by=town("hirata").at_moment(at), at=at, said=TownSaid(source="組織図", desks=1))
    assert "このあとに書かれたことは、まだ入っていません。" in words(hirata.get(f"{PAPERS}mayor.docx"))
    count()
    assert "このあとに書かれたことは" not in words(hirata.get(f"{PAPERS}mayor.docx"))


def test_where_a_towns_words_are_not_ours_stands_with_the_standard(town: Town) -> None:
    held_fast()
    at = timezone.now()
    viewer = town("hirata").at_moment(at)
    assert "私たちの案とのちがい: ありません。" in str(half_year_paper(for_inside(viewer, last=last())).blocks)
    word_criterion(by=viewer, at=at, criterion="F2.2", part="name", words="渡したものが消えない", reason="町のことばで")
    for material in (for_inside(viewer, last=last()), for_outside(viewer, last=last())):
        assert material is not None
        said = str(half_year_paper(material).blocks)
        assert "私たちの案とのちがい(町のことば。境い目は同じ): 「ボールが落ちない」の基準の名前。" in said


def test_a_town_that_puts_every_word_its_own_way_keeps_its_half_year_on_one_page(town: Town) -> None:
    """What does not stay on the page is counted; which they are stands on the screen."""
    half_year_told()
    held_fast()
    inside = for_inside(town("hirata").at_moment(timezone.now()), last=last())
    own = [Reworded(one, part, "町のことば", "案のことば") for one in CRITERIA for part in PARTS]
    made = half_year_paper(replace(inside, differences=own))
    said = f"「{CRITERIA[0].name}」「{CRITERIA[1].name}」など{len(CRITERIA)}の基準の{len(own)}か所。"
    assert said in str(made.blocks)
    assert pages(made) == 1


def test_a_paper_says_the_year_of_its_figures(town: Town) -> None:
    """Kept beside those of other years, 「10月1日」 alone could be any."""
    held_fast()
    out = for_outside(town("hirata").at_moment(timezone.now()), last=last())
    assert out is not None
    assert f"{say_whole_moment(out.counted_at)}の時点の数" in half_year_paper(out).stamp
    assert say_whole_moment(out.counted_at).startswith("令和")
    assert f"{say_whole_moment(out.counted_at)}の時点・" in str(answers_paper(out).blocks)


def test_each_paper_that_is_one_page_is_one_page(town: Town) -> None:
    half_year_told()
    held_fast()
    viewer = town("hirata").at_moment(timezone.now())
    inside, out = for_inside(viewer, last=last()), for_outside(viewer, last=last())
    assert out is not None
    for material in (inside, out):
        assert pages(half_year_paper(material)) == 1
        assert pages(mayor_paper(material)) == 1
        assert pages(answers_paper(material, latest(viewer))) <= 3
    division = division_of(viewer, str(viewer.agency))
    assert division is not None
    assert pages(department_paper(viewer, division)) == 1


@pytest.mark.parametrize("paper", [*KINDS, "department", "years"])
def test_every_paper_is_made_for_keeping_too(enter: Enter, paper: str) -> None:
    answer = enter("yamazaki").get(f"{PAPERS}{paper}.pdf")
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF-")
    assert b"pdfaid" in answer.content
    assert "no-store" in answer["Cache-Control"]


def test_a_division_reads_what_it_holds_and_is_asked(town: Town, enter: Enter) -> None:
    handed_over(town, "佐藤さん", caught=False, days_ago=1)
    consultation(town, "石井さん", timezone.now() - timedelta(days=1))
    own = words(enter("yamazaki").get(f"{PAPERS}department.docx"))
    assert "いま2件のボールを持ち、0件の返事を待たれています。" in own
    assert "いま、急いでお願いすることはありません。" in own or "日数をこえた" in own
    north = town("ogawa").agency
    asked = words(enter("yamazaki").get(f"{PAPERS}department.docx?agency={north}"))
    assert "いま0件のボールを持ち、1件の返事を待たれています。" in asked
    assert "返事を待たれている1件に、期限までに" in asked
    assert OURS in asked
    assert "佐藤" not in asked
    assert "期限までに返事をしたのは、" in asked


def test_the_year_of_a_division_is_read_as_it_was_counted_last(town: Town, enter: Enter) -> None:
    yamazaki, paper = enter("yamazaki"), f"{PAPERS}department.docx?agency={town('ogawa').agency}"
    assert "まだ一度も数えていないので、言えません。" in words(yamazaki.get(paper))
    handed_over(town, "佐藤さん", caught=True, days_ago=60)
    handed_over(town, "石井さん", caught=False, days_ago=60)
    there, ids = town("ogawa").at_moment(timezone.now()), {town.team("north-care-desk")}
    kept = counted_last(there, codes=[CODE])
    assert kept.as_of
    with counted() as asked:
        said = words(yamazaki.get(paper))
    assert "ledger_fact" not in "".join(asked), "a paper of a division counts nothing of what was told"
    assert f"たのまれたこと({say_moment(kept.as_of)}までの記録)" in said
    assert "期限までに返事をしたのは、2件中1件" in said
    own = words(yamazaki.get(f"{PAPERS}department.docx"))
    assert "ほかの課に渡そうとして受け取られたのは、" in own
    assert department(there, ids, last=kept.today, counts=kept.counts) == department(there, ids, last=kept.today)


def test_a_paper_or_a_division_that_is_not_there(enter: Enter) -> None:
    hirata = enter("hirata")
    assert hirata.get(f"{PAPERS}horoscope.pdf").status_code == 404
    assert hirata.get(f"{PAPERS}department.docx?agency=nobody").status_code == 404


def test_papers_are_for_those_who_think_about_the_whole(enter: Enter) -> None:
    for address in (PAPERS, REPORTS, f"{PAPERS}mayor.docx"):
        for worker in ("hirata", "yamazaki", "kuze", "mori"):
            assert enter(worker).get(address).status_code == 200, (worker, address)
        for worker in ("tanaka", "okamoto", "hayashi", "shiraishi", "honma"):
            assert enter(worker).get(address).status_code == 404, (worker, address)


def test_the_breakdown_has_its_unknown_and_says_that_marks_do_not_make_the_total(enter: Enter) -> None:
    half_year_told()
    page = enter("hirata").get(REPORTS)
    assert h1(page) == f"{say_half_year(last())}に受けた相談は41件、いまも続いているのは26件です。"
    said = text(page)
    assert "不明(印なし) 1 2.4%" in said
    assert "一つの相談に二つ以上あることがあり、足しても合計にはなりません。" in said
    assert "家賃やローンの支払い 40 97.6%" in said
    assert OURS in said
    earlier = last_days(local_day(timezone.now()), 2)[0]
    assert "に受けた相談は0件" in h1(enter("hirata").get(f"{REPORTS}?half={earlier.isoformat()}"))


def test_the_table_that_goes_out_says_what_the_paper_says(enter: Enter) -> None:
    half_year_told()
    assert enter("hirata").get(f"{REPORTS}table.csv").status_code == 409
    held_fast()
    answer = enter("hirata").get(f"{REPORTS}table.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert ["どこで受けたか", "窓口", "※", "※"] in rows
    assert OURS in rows[0][2]
    paper = words(enter("hirata").get(f"{PAPERS}half-year.docx?for=out"))
    assert all(
        f"{row[1]} {row[2]} {row[3]}" in paper for row in rows if row[0] == "どこで受けたか" and row[1] != "合計"
    )


def test_of_the_smallest_towns_no_number_goes_out(enter: Enter) -> None:
    half_year_told()
    change_body(MINAMO, population=1_500)
    held_fast()
    said = words(enter("hirata").get(f"{PAPERS}half-year.docx?for=out"))
    assert "相談※、名前のわかった方※、支援した世帯※。" in said
    assert "人口2,000人未満のまちでは" in said
    assert "41" not in said.split("人手")[0]


def test_few_and_many_are_asked_for_alike(town: Town, enter: Enter) -> None:
    hirata, costs = enter("hirata"), []
    addresses = (PAPERS, REPORTS, *(f"{PAPERS}{paper}.docx" for paper in (*KINDS, "department")))
    for address in addresses:
        hirata.get(address)
    for turn in range(2):
        half_year_told(after=10_000 * (turn + 1))
        at = timezone.now()
        declare_hours(by=town("mori").at_moment(at), at=at, last=last_days(local_day(at), 2)[turn], hours=300)
        day = last().toordinal() - 60
        tell(
            [line for one in range(200 * turn) for line in intake(f"many {one}", day, "phone", ("debt",))], after=90_000
        )
        for address in addresses:
            with counted() as asked:
                assert hirata.get(address).status_code == 200
            assert len(asked) <= 14, f"{address} {len(asked)}\n" + "\n".join(asked)
            costs.append(len(asked))
    assert costs[: len(addresses)] == costs[len(addresses) :]
