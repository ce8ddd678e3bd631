"""Keep the plan's indicators: write one, bring many, let it stand as seed, live, parked or retired, and type a value."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.actions.plan import hold_aims, say_measured
from marugoto.evaluation.codes import Filling, IndicatorSort, Standing
from marugoto.evaluation.events.plan import IndicatorAdopted, IndicatorParked, IndicatorRetired, IndicatorSeeded
from marugoto.evaluation.models import IndicatorStep, IndicatorValue, PlanIndicator
from marugoto.evaluation.rules.earning import may_stand
from marugoto.evaluation.rules.pruning import SEEDS_AT_MOST
from marugoto.evaluation.rules.review import may_review
from marugoto.evaluation.rules.uses import ref_of
from marugoto.evaluation.rules.written import Written
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean, fold
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce
from marugoto.ledger.events import Event


@acting
def write_indicator(*, by: Viewer, at: datetime, said: Written) -> PlanIndicator:
    """Live where it names what it could decide and at which value (or a law asks for it); otherwise a seed."""
    may_review(by.roles).require()
    if not said.name.strip():
        no("指標の名前がありません。", "名前を書いてください。").require()
    _none_like_it(by, [said])
    named = bool(said.decision.strip() and said.turning.strip())
    return _made(by, at, said, Standing.LIVE if named or said.duty else Standing.SEED)


@acting
def bring_indicators(*, by: Viewer, at: datetime, said: Iterable[Written]) -> list[PlanIndicator]:
    """Those of a plan that is in force already: they are live as they stand there, named or not, so that it can be seen how many
    there are. All of them or none."""
    may_review(by.roles).require()
    lines = list(said)
    if not lines:
        no("指標が1本もありません。", "1行に1本ずつ書いたCSVを選んでください。").require()
    _none_like_it(by, lines)
    return [_made(by, at, one, Standing.LIVE) for one in lines]


@acting
def let_stand(
    *,
    by: Viewer,
    at: datetime,
    indicator: UUID,
    to: Standing,
    decision: str = "",
    turning: str = "",
    reason: str = "",
) -> PlanIndicator:
    """What is live may be named in other words. Raises PlanIndicator.DoesNotExist."""
    may_review(by.roles).require()
    hold_aims(by, [indicator])
    row = PlanIndicator.objects.within(by.body).get(pk=indicator)
    could, turns = _named(row, decision, turning)
    now = Standing(row.standing)
    named_anew = now is to is Standing.LIVE and (not (could and turns) or (could, turns) != (row.decision, row.turning))
    again = Standing.SEED if named_anew else now
    may_stand(to, again, decision=could, turning=turns, duty=row.duty, reason=reason).require()
    row.decision, row.turning = could, turns
    row.standing, row.since = to, local_day(at)
    row.save(update_fields=["decision", "turning", "standing", "since"])
    _step(by, at, row, reason)
    say_measured(by=by, at=at, indicator=row, before=now)
    return row


@acting
def prune(
    *,
    by: Viewer,
    at: datetime,
    live: Mapping[UUID, tuple[str, str]],
    seeds: Iterable[UUID],
    parked: Iterable[UUID],
) -> dict[Standing, int]:
    """`live`: by row the decision it could change and the value that would change it; without both it becomes a seed, and more seeds
    than there may be are parked. Answers how many stand how."""
    may_review(by.roles).require()
    counted = dict.fromkeys((Standing.LIVE, Standing.SEED, Standing.PARKED), 0)
    waiting = [row for row, said in live.items() if not all(one.strip() for one in said)]
    seeded = [*waiting, *seeds]
    wanted = [(row, Standing.LIVE, *said) for row, said in live.items() if row not in set(waiting)]
    wanted += [(row, Standing.SEED, "", "") for row in seeded[:SEEDS_AT_MOST]]
    wanted += [(row, Standing.PARKED, "", "") for row in [*seeded[SEEDS_AT_MOST:], *parked]]
    hold_aims(by, [one[0] for one in wanted])
    rows = PlanIndicator.objects.within(by.body).in_bulk([one[0] for one in wanted])
    for row, to, decision, turning in wanted:
        if row not in rows:
            raise PlanIndicator.DoesNotExist
        counted[to] += 1
        named = _named(rows[row], decision, turning) == (rows[row].decision, rows[row].turning)
        if rows[row].standing != to or (to is Standing.LIVE and not named):
            let_stand(by=by, at=at, indicator=row, to=to, decision=decision, turning=turning)
    return counted


@acting
def type_value(
    *,
    by: Viewer,
    at: datetime,
    indicator: UUID,
    day: date,
    value: Decimal,
    target: Decimal | None = None,
    n: int | None = None,
) -> IndicatorValue:
    """Raises PlanIndicator.DoesNotExist."""
    may_review(by.roles).require()
    row = PlanIndicator.objects.within(by.body).get(pk=indicator)
    if row.filling == Filling.COMPUTED:
        no("この指標は記録から計算します。", "手で入れる必要はありません。").require()
    if day > local_day(at):
        no("先の日の値は入れられません。", "その日が来てから入れてください。").require()
    if fold(row.unit) == "%" and not 0 <= value <= 100:
        no("割合が0から100までにありません。", "%の指標は、0から100までの数で入れてください。").require()
    if IndicatorValue.objects.within(by.body).filter(indicator=row, day=day).exists():
        no("その日の値は、もう入っています。", "直すときは、次の日の値として入れてください。").require()
    return IndicatorValue.objects.create(
        body=by.body, made_at=at, indicator=row, day=day, value=value, target=target, n=n, by=by.duty
    )


def _named(row: PlanIndicator, decision: str, turning: str) -> tuple[str, str]:
    """The decision it could change and the value at which; what is not said stays as it was."""
    return clean(decision.strip() or row.decision, limit=300), clean(turning.strip() or row.turning, limit=120)


def _none_like_it(by: Viewer, said: list[Written]) -> None:
    kept = PlanIndicator.objects.within(by.body).exclude(standing=Standing.RETIRED)
    names = set(kept.values_list("name", flat=True))
    for one in said:
        name = one.name.strip()
        if name in names:
            no(f"「{name}」という指標が、もうあります。", "区別できる名前にするか、その行を外してください。").require()
        names.add(name)


def _made(by: Viewer, at: datetime, said: Written, standing: Standing) -> PlanIndicator:
    row = PlanIndicator.objects.create(
        body=by.body,
        made_at=at,
        code=said.code,
        name=clean(said.name.strip(), limit=120),
        unit=clean(said.unit.strip(), limit=20),
        target=clean(said.target.strip(), limit=80),
        owner=clean(said.owner.strip(), limit=80),
        numerator=clean(said.numerator.strip(), limit=200),
        denominator=clean(said.denominator.strip(), limit=200),
        sort=said.sort,
        filling=said.filling,
        way=said.way,
        minutes=said.minutes if said.filling is Filling.TYPED else 0,
        duty=said.duty,
        guard_id=said.guard,
        decision=clean(said.decision.strip(), limit=300),
        turning=clean(said.turning.strip(), limit=120),
        standing=standing,
        since=local_day(at),
        by=by.duty,
    )
    _step(by, at, row, "")
    return row


def _step(by: Viewer, at: datetime, row: PlanIndicator, reason: str) -> None:
    said = clean(reason.strip(), limit=300)
    IndicatorStep.objects.create(
        body=by.body, made_at=at, indicator=row, standing=row.standing, reason=said, by=by.duty
    )
    announce(_told(row), by=by, at=at, matter=row.pk)


def _told(row: PlanIndicator) -> Event:
    ref = ref_of(row.code, row.pk)
    if row.standing == Standing.LIVE:
        return IndicatorAdopted(
            indicator=ref,
            sort=IndicatorSort(row.sort),
            filling=Filling(row.filling),
            minutes=row.minutes,
            duty=row.duty,
            explained=bool(row.owner and row.numerator),
            named=bool(row.decision and row.turning),
        )
    if row.standing == Standing.SEED:
        return IndicatorSeeded(indicator=ref, sort=IndicatorSort(row.sort), filling=Filling(row.filling))
    return IndicatorParked(indicator=ref) if row.standing == Standing.PARKED else IndicatorRetired(indicator=ref)
