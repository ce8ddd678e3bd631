"""After the conference: say what became of a decision, send on what is missing, and set the next date."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.queries.directory import community_teams
from marugoto.agencies.viewer import Viewer
from marugoto.casework.models import Case
from marugoto.community.actions.unmet_need import file_unmet_need
from marugoto.conferences.actions.agenda import put_on_agenda
from marugoto.conferences.actions.conference import convene, require_open, stages_of
from marugoto.conferences.codes import Followed, KindCode, Stage
from marugoto.conferences.events import DecisionFollowed
from marugoto.conferences.models import AgendaItem, Conference, Decision, FollowUp, ItemGap, NextConference
from marugoto.conferences.queries.council import of_conference
from marugoto.conferences.rules.agenda import may_record
from marugoto.conferences.rules.follow_up import Told, may_follow_up
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.queries.council import CouncilLine
from marugoto.ground.transaction import acting, hold
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@acting
def follow_up(*, by: Viewer, at: datetime, decision: UUID, result: Followed, words: str = "") -> FollowUp:
    """By the team that took it on, or the one that called the conference. What was not possible says why: the table meets again
    about it. Of two at once the second is told."""
    row = Decision.objects.open_to(by).select_related("item__conference").get(pk=decision)
    hold(Decision.objects.within(by.body).filter(pk=decision))
    newest = FollowUp.objects.within(by.body).filter(decision=row).order_by("-made_at").first()
    words = clean(words, limit=300).strip()
    told_now = Told(
        result=result,
        words=words,
        takes=row.team_id == by.team,
        hosts=row.item.conference.host_id == by.team,
        newest=Followed(newest.result) if newest else None,
        newest_words=newest.words if newest else "",
    )
    may_follow_up(told_now).require()
    day = local_day(at)
    made = FollowUp.objects.create(
        body=by.body, made_at=at, folder_id=row.folder_id, decision=row, result=result, day=day, words=words, by=by.duty
    )
    late = max(by.calendar.between(row.due, day), 0)
    told = DecisionFollowed(decision=row.pk, result=result, late=late)
    announce(told, by=by, at=at, matter=row.item.case)
    return made


@acting
def file_gap(*, by: Viewer, at: datetime, item: AgendaItem, theme: TroubleCode) -> ItemGap:
    """What is missing in the town goes on at once, by theme: whoever develops places never sees the household."""
    may_record(stages_of(item.conference)).require()
    require_open(by, at, item)
    known = ItemGap.objects.within(by.body).filter(item=item, unmet__theme=theme)
    if known.exists():
        no("この議題から、同じ困りごとの足りないものを、もう出しています。").require()
    teams = community_teams(by)
    if not teams:
        no(
            "足りないものを受け取る係が、この自治体にはいまありません。",
            "庶務に、地域づくりの役割をもつ人か、最後の受け皿の係を決めてもらってください。書いたものは会議録に残せます。",
        ).require()
    lead = Case.objects.open_to(by).filter(pk=item.case).values_list("ball_id", flat=True).first()
    unmet = file_unmet_need(by=by, at=at, theme=theme, team=teams[0].pk, waiting=lead)
    return ItemGap.objects.create(body=by.body, made_at=at, item=item, unmet=unmet)


@acting
def convene_next(
    *, by: Viewer, at: datetime, conference: Conference, begins_at: datetime, ends_at: datetime, carry: bool
) -> Conference:
    """The same kind of conference at the same place; `carry`: its households come on the agenda again, each on its basis."""
    if Stage.OPENED not in stages_of(conference):
        no("まだ始まっていない会議です。", "日を変えるときは「会議の日」から変えてください。").require()
    if NextConference.objects.within(by.body).filter(conference=conference).exists():
        no("次の会議は、もう呼びかけてあります。", "会議の一覧から開いてください。").require()
    made = convene(
        by=by,
        at=at,
        kind=KindCode(conference.kind),
        begins_at=begins_at,
        ends_at=ends_at,
        name=conference.name,
        where=conference.where,
        councils=[one.council for one in of_conference(by, conference) if _still(one, begins_at)],
    )
    NextConference.objects.create(body=by.body, made_at=at, conference=conference, following=made, by=by.duty)
    for item in _running_items(by, conference) if carry else ():
        put_on_agenda(by=by, at=at, conference=made, case=item.case, basis=BasisCode(item.basis))
    return made


def _still(council: CouncilLine, begins_at: datetime) -> bool:
    return council.until is None or council.until > local_day(begins_at)


def _running_items(by: Viewer, conference: Conference) -> list[AgendaItem]:
    """Of households whose support goes on and that are open to whoever calls."""
    items = list(AgendaItem.objects.within(by.body).filter(conference=conference).order_by("number"))
    running = Case.objects.open_to(by).filter(pk__in=[item.case for item in items], closing=None)
    open_now = set(running.values_list("pk", flat=True))
    return [item for item in items if item.case in open_now]
