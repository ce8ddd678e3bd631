"""Weigh whether the project is needed: the body's own records, what it says of itself, and what it tried."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from marugoto.agencies.codes import Difference
from marugoto.agencies.queries import directory
from marugoto.agencies.queries.calendar import standing
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.labels import FULFILS, FUNCTIONS, LAW_SAYS, PLACES
from marugoto.evaluation.models import Counting, NecessityDecision, TownFacts, Trial
from marugoto.evaluation.queries import inventory, measured
from marugoto.evaluation.queries.judged import Judged, judged
from marugoto.evaluation.queries.latest import Counts, Latest, latest
from marugoto.evaluation.queries.window import window_of
from marugoto.evaluation.rules.anchor import waits
from marugoto.evaluation.rules.gap_signal import Reading, State, read, state
from marugoto.evaluation.rules.necessity import V0, Answer, Given, Limits, Signal, answer_of, is_small
from marugoto.evaluation.rules.necessity_flip import how_sure, smallest_flips
from marugoto.evaluation.rules.necessity_sheet import Headline, Weighed
from marugoto.evaluation.rules.necessity_since import Since
from marugoto.evaluation.rules.necessity_words import named
from marugoto.evaluation.rules.thinking import Fulfils, LawSays, months_after
from marugoto.evaluation.standards.gap_signals import GAUGES
from marugoto.ground.transaction import looking, looking_from_the_tower
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import end_of_day, local_day

YES = "yes"
Kept = NecessityDecision  # as a reader holds it; pages take the words from here
Facts = TownFacts


@looking
def weighed(viewer: Viewer, limits: Limits = V0, *, day: date | None = None) -> Weighed:
    """As it was counted last; of a `day` before that one, as its records and what was said until its end give it, counted now."""
    kept = latest(viewer)
    earlier = day if day is not None and day < kept.today else None
    today = earlier or local_day(viewer.at)
    readings = _readings(viewer, kept, limits, earlier)
    facts, trials = town_facts(viewer, until=earlier), inventory.trials(viewer, until=earlier)
    standard = judged(viewer, last=today, kept=kept, anew=earlier is not None)
    states = _states(readings, facts, limits)
    given = _given(viewer, today, limits, facts=facts, trials=trials, standard=standard, states=states)
    doubtful = {one: found.sure for one, found in states.items() if found.on is not None}
    return Weighed(
        given=given,
        limits=limits,
        answer=answer_of(given, limits),
        sure=how_sure(given, doubtful, limits, earlier=standard.earlier),
        flips=smallest_flips(given, limits),
        states=states,
        unknown=standard.unknown,
        steps=standard.steps,
        town=tuple(town_words(facts)) if facts else (),
        tried=tuple((one.line, trial_words(one)) for one in trials),
        as_of=viewer.at if earlier else kept.as_of or viewer.at,
        until=earlier or kept.today,
        earlier=earlier is not None,
        stands=standard.stands,
        schemes=tuple(scheme_words(one) for one in inventory.systems(viewer, until=earlier)),
    )


@dataclass(frozen=True)
class Needed:
    """What was weighed at the last round: the words that stand first on the page and in a decision, too. `waiting`: something was written
    since that is not weighed yet."""

    head: Headline
    as_of: datetime
    waiting: bool


def as_kept_words(found: Weighed) -> dict[str, str]:
    """As a round keeps it."""
    return {**asdict(found.headline), "as_of": found.as_of.isoformat(), "version": found.limits.version}


@looking
def needed_last(viewer: Viewer, limits: Limits = V0) -> Needed | None:
    """One query; None where nothing was weighed yet by these limits."""
    row = Counting.objects.within(viewer.body).first()
    if row is None or row.needed.get("version") != limits.version:
        return None
    head = Headline(**{one.name: row.needed[one.name] for one in fields(Headline)})
    as_of = datetime.fromisoformat(row.needed["as_of"])
    return Needed(head, as_of, waits(row.asked_at, as_of))


@looking
def town_facts(viewer: Viewer, *, until: date | None = None) -> TownFacts | None:
    """What the body said last. `until`: as it was at the end of that day."""
    rows = TownFacts.objects.within(viewer.body).order_by("-made_at", "pk")
    return (rows.filter(made_at__lt=end_of_day(until)) if until else rows).first()


@looking
def all_town_facts(viewer: Viewer) -> list[Any]:
    """All that was said, the newest first, each with who said it."""
    rows: Any = TownFacts.objects.within(viewer.body).order_by("-made_at", "pk")
    return list(rows.annotate(by_name=directory.worker_name("by")))


@looking
def decisions(viewer: Viewer) -> list[Any]:
    """The newest first, each with who wrote it."""
    return list(_decisions(viewer))


@looking
def decision(viewer: Viewer, decision: UUID) -> Any | None:
    return _decisions(viewer).filter(pk=decision).first()


@looking
def since_decided(viewer: Viewer, now: Weighed) -> Since | None:
    """The decision that holds beside what is weighed now; None where nothing was decided."""
    row = due_again(viewer)
    return since_of(row, now) if row else None


def since_of(row: NecessityDecision, now: Weighed) -> Since:
    return Since(row.number, row.day, row.again_on, Answer(row.answer), row.counted, now.answer, now.given)


@looking
def due_again(viewer: Viewer) -> NecessityDecision | None:
    """The decision that holds, whenever it is to be judged again."""
    return NecessityDecision.objects.within(viewer.body).order_by("-number").first()


def town_words(facts: TownFacts) -> list[str]:
    """As it is printed."""
    found = [
        "" if facts.desks is None else f"福祉の窓口は{facts.desks}つ",
        "" if facts.staff is None else f"福祉の第一線の職員は{tenths(facts.staff)}人分",
        "" if facts.headquarters is None else f"調整に使える職員は{tenths(facts.headquarters)}人分",
        "過疎地域の指定がある" if facts.depopulated else "",
        "" if facts.bookkeeping is None else f"按分の事務は{facts.bookkeeping / 100:.2f}人分",
        "財源を理由に、分野をまたぐ職を置けなかった" if facts.refused_post else "",
        f"後ろだては{facts.sponsor}" if facts.sponsor else "",
        "小さくする約束がある" if facts.sunset else "",
        f"重層なしの支援会議: {LAW_SAYS[LawSays(facts.law)]}" + (f"({facts.law_source})" if facts.law_source else ""),
        *(f"{named(Signal(one))}: {'ある' if on else 'ない'}({source})" for one, (on, source) in facts.said.items()),
        f"よりどころ: {facts.source}",
    ]
    return [one for one in found if one]


def trial_words(row: Trial) -> str:
    until = f"{say_era(row.until)}まで" if row.until else "いまも"
    seen = row.found or "見えたことは、まだ書かれていません"
    return f"{named(Signal(row.signal))}: {row.instrument}({say_era(row.since)}から{until})。{seen}"


def scheme_words(row: inventory.Row) -> str:
    """「地域包括支援センター(高齢福祉課): 「支援機関どうしが支え合う」を果たしている。よりどころ: 実績報告」"""
    does = [
        f"「{name}」{FULFILS[Fulfils(row.fulfils[place])]}" for place, name in PLACES.items() if row.fulfils.get(place)
    ]
    rests = f"。よりどころ: {row.evidence}" if row.evidence else ""
    return f"{row.name}({row.runner}): {'、'.join(does) or 'はたらきは書かれていません'}{rests}"


def tenths(value: int) -> str:
    return f"{value // 10}.{value % 10}"


def _decisions(viewer: Viewer) -> Any:
    rows: Any = NecessityDecision.objects.within(viewer.body).order_by("-number")
    return rows.annotate(by_name=directory.worker_name("by"))


@looking_from_the_tower
def _readings(viewer: Viewer, kept: Latest, limits: Limits, earlier: date | None) -> list[Reading]:
    """As they were counted last; where nothing was counted yet, or of an `earlier` day, as they are counted now."""
    window = window_of(viewer, last=earlier or kept.today)
    counts: Counts = kept.counts if kept.as_of and not earlier else measured
    shares = counts.shares([(one.measure, window) for one in GAUGES])
    return [read(one.gauge, share, limits) for one, share in zip(GAUGES, shares, strict=True)]


def _said(facts: TownFacts | None) -> dict[Signal, tuple[bool, str]]:
    return {Signal(one): (bool(on), str(source)) for one, (on, source) in (facts.said if facts else {}).items()}


def _states(readings: list[Reading], facts: TownFacts | None, limits: Limits) -> dict[Signal, State]:
    """N6 stands in no record: the town's own numbers say it."""
    said, money = _said(facts), _money(facts, limits)
    numbers = _money_words(facts, limits) if facts else ""
    return {
        one: state(one, readings, said, money, numbers) if one is Signal.N6 else state(one, readings, said)
        for one in Signal
    }


def _money(facts: TownFacts | None, limits: Limits) -> bool | None:
    """On from so much bookkeeping, or where a post was refused."""
    if facts is None or (facts.bookkeeping is None and not facts.refused_post):
        return None
    return facts.refused_post or (facts.bookkeeping or 0) >= limits.bookkeeping


def _money_words(facts: TownFacts, limits: Limits) -> str:
    bar = f"点くのは{limits.bookkeeping / 100:.2f}人分から"
    found = [] if facts.bookkeeping is None else [f"按分の事務は{facts.bookkeeping / 100:.2f}人分、{bar}"]
    return "。".join(found + (["財源を理由に、分野をまたぐ職を置けなかった"] if facts.refused_post else []))


def _given(
    viewer: Viewer,
    today: date,
    limits: Limits,
    *,
    facts: TownFacts | None,
    trials: Iterable[Trial],
    standard: Judged,
    states: dict[Signal, State],
) -> Given:
    profile = directory.profile(viewer.body, today)
    by_law = profile.get(Difference.SUPPORT_CONFERENCE_FOR_ALL.value) == YES
    one, two, three = (standard.stages[name] for name in FUNCTIONS)
    return Given(
        looked_into=standard.looked_into or 0,
        unknown=len(standard.unknown),
        stages=(one, two, three),
        on=frozenset(signal for signal, found in states.items() if found.on),
        unread=frozenset(signal for signal, found in states.items() if found.on is None),
        tried=frozenset(Signal(row.signal) for row in trials if long_enough(row, today, limits)),
        own_conference=by_law or (facts is not None and facts.law == LawSays.YES),
        small=is_small(
            population=standing(viewer.body).population,
            depopulated=bool(facts and facts.depopulated),
            staff=facts.staff if facts else None,
            limits=limits,
        ),
        one_desk=facts is not None and facts.desks == 1,
        capacity=facts is not None and (facts.headquarters or 0) >= limits.headquarters,
        sponsor=bool(facts and facts.sponsor),
        sunset=bool(facts and facts.sunset),
    )


def long_enough(row: Trial, today: date, limits: Limits) -> bool:
    """Tried for so many months, and what was seen is written down."""
    last = row.until or today
    return bool(row.found) and months_after(row.since, limits.tried) <= last
