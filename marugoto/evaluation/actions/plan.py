"""Write the outline of a plan: aims, means, what measures them, and the lines between them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.codes import Standing
from marugoto.evaluation.events.plan import (
    AimMeasured,
    AimSet,
    AimUnmeasured,
    MeansBegun,
    MeansEnded,
    MeansLinked,
    MeansUnlinked,
)
from marugoto.evaluation.models import Aim, AimIndicator, AimMeans, PlanIndicator, PlanMeans
from marugoto.evaluation.rules.earning import AT_REST
from marugoto.evaluation.rules.review import may_review
from marugoto.evaluation.rules.uses import ref_of
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.ledger.actions import announce


@acting
def set_aim(*, by: Viewer, at: datetime, name: str) -> Aim:
    may_review(by.roles).require()
    said = clean(name.strip(), limit=200)
    if not said:
        no("目指す姿が書かれていません。", "だれの暮らしがどうなるとよいかを、一言で書いてください。").require()
    if Aim.objects.within(by.body).filter(name=said).exists():
        no("同じ目指す姿が、もうあります。", "その行に手段や指標を結んでください。").require()
    row = Aim.objects.create(body=by.body, made_at=at, name=said, by=by.duty)
    announce(AimSet(aim=row.pk), by=by, at=at, matter=row.pk)
    return row


@acting
def begin_means(*, by: Viewer, at: datetime, name: str, runner: str, since: date, does: str = "") -> PlanMeans:
    may_review(by.roles).require()
    said = clean(name.strip(), limit=120)
    if not (said and runner.strip()):
        no(
            "手段の名前と、だれがしているかを書いてください。", "課や団体の名前を書きます。人の名前は要りません。"
        ).require()
    if PlanMeans.objects.within(by.body).filter(name=said, ended=None).exists():
        no("同じ名前の手段が、もうあります。", "区別できる名前にしてください。").require()
    row = PlanMeans.objects.create(
        body=by.body,
        made_at=at,
        name=said,
        runner=clean(runner.strip(), limit=120),
        does=clean(does.strip(), limit=400),
        since=since,
        by=by.duty,
    )
    announce(MeansBegun(means=row.pk), by=by, at=at, matter=row.pk)
    return row


def end_means(*, by: Viewer, at: datetime, means: PlanMeans, day: date) -> None:
    """A review stopped it; the action of the change calls."""
    if means.ended is None:
        means.ended = max(day, means.since)
        means.save(update_fields=["ended"])
        announce(MeansEnded(means=means.pk), by=by, at=at, matter=means.pk)


def resume_means(*, by: Viewer, at: datetime, means: PlanMeans) -> None:
    """Its stop was taken back; the action that takes it back calls."""
    if means.ended is None:
        return
    if PlanMeans.objects.within(by.body).filter(name=means.name, ended=None).exists():
        no(
            f"「{means.name}」という手段が、もう新しく始まっています。",
            "元に戻すかわりに、いまの手段の見直しに、わけを書いてください。",
        ).require()
    means.ended = None
    means.save(update_fields=["ended"])
    announce(MeansBegun(means=means.pk), by=by, at=at, matter=means.pk)


@acting
def link_means(*, by: Viewer, at: datetime, aim: UUID, means: UUID, assumption: str = "") -> AimMeans:
    """Raises DoesNotExist of either end."""
    may_review(by.roles).require()
    ends = Aim.objects.within(by.body).get(pk=aim), PlanMeans.objects.within(by.body).get(pk=means)
    if AimMeans.objects.within(by.body).filter(aim=ends[0], means=ends[1]).exists():
        no("この線は、もう引いてあります。", "画面を開き直してください。").require()
    why = clean(assumption.strip(), limit=300)
    row = AimMeans.objects.create(body=by.body, made_at=at, aim=ends[0], means=ends[1], assumption=why, by=by.duty)
    announce(MeansLinked(means=means, aim=aim, assumed=bool(why)), by=by, at=at, matter=means)
    return row


@acting
def measure_aim(*, by: Viewer, at: datetime, aim: UUID, indicator: UUID) -> AimIndicator:
    """Raises DoesNotExist of either end."""
    may_review(by.roles).require()
    goal = Aim.objects.within(by.body).get(pk=aim)
    measured = PlanIndicator.objects.within(by.body).get(pk=indicator)
    if measured.standing in AT_REST:
        no("置いてあるか終えた指標です。", "先に、指標の台帳で「種」か「生きている」に戻してください。").require()
    if AimIndicator.objects.within(by.body).filter(aim=goal, indicator=measured).exists():
        no("この線は、もう引いてあります。", "画面を開き直してください。").require()
    row = AimIndicator.objects.create(body=by.body, made_at=at, aim=goal, indicator=measured, by=by.duty)
    told = AimMeasured(aim=aim, indicator=ref_of(measured.code, measured.pk))
    announce(told, by=by, at=at, matter=aim)
    return row


@acting
def cut_line(*, by: Viewer, at: datetime, line: UUID) -> None:
    """Of either kind; that it stood there stays in the ledger. Raises DoesNotExist of its kind."""
    may_review(by.roles).require()
    measured = AimIndicator.objects.within(by.body).filter(pk=line)
    if measured.exists():
        _measure_no_more(by, at, measured)
    else:
        _link_no_more(by, at, AimMeans.objects.within(by.body).filter(pk=line))


def hold_aims(by: Viewer, indicators: Iterable[UUID]) -> None:
    """Their aims stand still: whoever lets one of these rest counts what is left after whoever came first."""
    lines = AimIndicator.objects.within(by.body).filter(indicator__in=indicators)
    hold(Aim.objects.within(by.body).filter(pk__in=lines.values("aim")).order_by("pk"))


def say_measured(*, by: Viewer, at: datetime, indicator: PlanIndicator, before: Standing) -> None:
    """What is parked or ended measures its aims no more, what is taken out again does; the action that lets it stand so calls, and
    holds its aims first."""
    rests = indicator.standing in AT_REST
    if rests == (before in AT_REST):
        return
    ref = ref_of(indicator.code, indicator.pk)
    for line in AimIndicator.objects.within(by.body).filter(indicator=indicator).order_by("made_at"):
        told = (
            AimUnmeasured(aim=line.aim_id, indicator=ref, left=_left(by, line))
            if rests
            else AimMeasured(aim=line.aim_id, indicator=ref)
        )
        announce(told, by=by, at=at, matter=line.aim_id)


def _link_no_more(by: Viewer, at: datetime, line: Any) -> None:
    hold(PlanMeans.objects.within(by.body).filter(pk__in=line.values("means")))
    row: AimMeans = line.get()  # read again: whoever was first may have cut it
    left = AimMeans.objects.within(by.body).filter(means=row.means_id).exclude(pk=row.pk).count()
    announce(MeansUnlinked(means=row.means_id, aim=row.aim_id, left=left), by=by, at=at, matter=row.means_id)
    line.delete()


def _measure_no_more(by: Viewer, at: datetime, line: Any) -> None:
    hold(Aim.objects.within(by.body).filter(pk__in=line.values("aim")))
    row: AimIndicator = line.select_related("indicator").get()
    told = AimUnmeasured(aim=row.aim_id, indicator=ref_of(row.indicator.code, row.indicator.pk), left=_left(by, row))
    announce(told, by=by, at=at, matter=row.aim_id)
    line.delete()


def _left(by: Viewer, line: AimIndicator) -> int:
    """How many others measure its aim."""
    others = AimIndicator.objects.within(by.body).filter(aim=line.aim_id).exclude(pk=line.pk)
    return others.exclude(indicator__standing__in=AT_REST).count()
