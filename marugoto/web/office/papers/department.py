"""課の1枚: what a division holds, what it is asked, and what it has of working together; for inside only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.custody.queries import tower
from marugoto.custody.queries.tower import TeamCount
from marugoto.evaluation.indicators.department import CODE
from marugoto.evaluation.queries.department import Department, department
from marugoto.evaluation.queries.latest import latest
from marugoto.evaluation.rules.figures import said_of
from marugoto.exchange.rules.paper import Block, Card, Cards, Grid, Heading, Lead, Note, Paper, Points, Size
from marugoto.kernel.era import say_era, say_moment
from marugoto.kernel.jst import local_day
from marugoto.web.office.papers.words import OURS


@dataclass(frozen=True)
class Division:
    """`teams`: how things lie with each of its teams now; those with nothing are counted too. `year`: as it was counted last, of what was
    told until `as_of`; None where that was not counted yet."""

    name: str
    teams: Sequence[TeamCount]
    year: Department | None
    as_of: datetime | None

    def all(self, what: str) -> int:
        return sum(getattr(one, what) for one in self.teams)


def division_of(viewer: Viewer, agency: str) -> Division | None:
    """By the id of the agency; None where no team of it takes part in the viewer's body."""
    own = [team for team in directory.teams(viewer) if str(team.agency_id) == agency]
    if not own:
        return None
    ids = {team.pk for team in own}
    lying = [one for one in tower.all_open(viewer).teams if one.team.id in ids]
    kept = latest(viewer, codes=[CODE])
    year = department(viewer, ids, last=kept.today, counts=kept.counts) if kept.has_tables(CODE) else None
    return Division(own[0].agency.name, lying, year, kept.as_of)


def department_paper(viewer: Viewer, found: Division) -> Paper:
    day = local_day(viewer.at)
    blocks: list[Block] = [
        Lead(_sentence(found)),
        _cards(found),
        *_teams(found),
        *_year(found),
        Heading(_("この課にお願いしたいこと"), 2),
        Points(tuple(_requests(found))),
        Note(
            _(
                "言えないこと: 断ったことのよしあし、支援のよしあし、職員一人ひとりの働き。数は係の合計で、人ごとには数えていません。"
            )
        ),
    ]
    stamp = _("%(name)s・中で使う紙・%(moment)sの時点の数・%(day)s %(by)s 出力") % {
        "name": found.name,
        "moment": say_moment(viewer.at),
        "day": say_era(day),
        "by": viewer.name,
    }
    label = _("中で使う紙: 少ない数もそのまま出ています。役所の外には出しません。") + f"\n{OURS}"
    return Paper(_("%(name)sの1枚") % {"name": found.name}, stamp, blocks, label=label, size=Size.LARGE)


def _sentence(found: Division) -> str:
    return _("いま%(held)d件のボールを持ち、%(asked)d件の返事を待たれています。") % {
        "held": found.all("held"),
        "asked": found.all("asked"),
    }


def _cards(found: Division) -> Cards:
    return Cards(
        (
            Card(_("持っているボール"), _("%(n)d件") % {"n": found.all("held")}, _late(found)),
            Card(
                _("返事を待たれている"),
                _("%(n)d件") % {"n": found.all("asked")},
                _("まず返事を。断るときは、代わりの道も"),
            ),
            Card(
                _("「困った」を押している"),
                _("%(n)d件") % {"n": found.all("stuck")},
                _("司令塔がいっしょに考えます"),
            ),
        )
    )


def _late(found: Division) -> str:
    late = found.all("late")
    return (
        _("うち、手つかずのまま日数をこえたもの %(n)d件") % {"n": late}
        if late
        else _("手つかずのまま日数をこえたものはありません")
    )


def _teams(found: Division) -> list[Block]:
    if len(found.teams) < 2:
        return []
    rows = [
        (one.team.said, *(str(count) for count in (one.held, one.late, one.stuck, one.asked))) for one in found.teams
    ]
    head = (_("係"), _("持っている"), _("日数をこえた"), _("困った"), _("返事待ち"))
    return [Grid((head, *rows), (11, 4, 5, 3, 4), numbers=(1, 2, 3, 4))]


def _year(found: Division) -> list[Block]:
    """What was counted last, with its moment: the balls above lie as they lie now."""
    if found.year is None or found.as_of is None:
        return [Heading(_("この12か月"), 2), Points((_("まだ一度も数えていないので、言えません。"),))]
    year, moment = found.year, say_moment(found.as_of)
    return [
        Heading(_("この12か月: たのまれたこと(%(moment)sまでの記録)") % {"moment": moment}, 2),
        Points(
            (
                _("期限までに返事をしたのは、%(said)sです。") % {"said": said_of(year.asked)},
                _("ほかの課のボールに、%(n)d回、伴走に入りました。") % {"n": year.went},
            )
        ),
        Heading(_("この12か月: 得たもの"), 2),
        Points(
            (
                _("ほかの課に渡そうとして受け取られたのは、%(said)sです。") % {"said": said_of(year.handed)},
                _("この課のボールに、ほかの係が%(n)d回、伴走に入りました。") % {"n": year.company},
            )
        ),
    ]


def _requests(found: Division) -> list[str]:
    said = []
    if found.all("asked"):
        said.append(
            _("返事を待たれている%(n)d件に、期限までに「受け取る」か「受け取れない」を返してください。")
            % {"n": found.all("asked")}
        )
    if found.all("late"):
        said.append(_("日数をこえた%(n)d件に、電話一本でも手をつけて、書いてください。") % {"n": found.all("late")})
    if found.all("stuck"):
        said.append(_("「困った」の%(n)d件は、司令塔との話し合いに一人出てください。") % {"n": found.all("stuck")})
    return said or [_("いま、急いでお願いすることはありません。")]
