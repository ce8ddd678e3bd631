"""Look at reviews: the list, and one from its question down to what its decisions did."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, CharField, ExpressionWrapper, Prefetch, Q, Value

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.codes import Effect, Party, PartyStage, ReviewSaid
from marugoto.evaluation.models import (
    Citation,
    DecisionEvidence,
    MeansChange,
    MeansDecision,
    MeansReview,
    Opinion,
    OpinionDecision,
    Pilot,
    PlanMeans,
    ReviewMeans,
    ReviewParty,
)
from marugoto.ground.transaction import looking

SHOWN = 200
# As they are read.
Cited = Citation
Changed = MeansChange


@dataclass(frozen=True)
class Answered:
    """One means of a review, with all that follows from what was said of it. `decision` None: not answered yet."""

    scope: UUID
    means: PlanMeans
    decision: MeansDecision | None = None
    evidence: tuple[Citation, ...] = ()
    opinions: tuple[Opinion, ...] = ()

    @property
    def change(self) -> MeansChange | None:
        return getattr(self.decision, "change", None)

    @property
    def moved(self) -> bool:
        """It is otherwise now, and was not taken back."""
        return self.change is not None and not hasattr(self.change, "undoing")

    @property
    def said(self) -> ReviewSaid | None:
        return ReviewSaid(self.decision.said) if self.decision else None


@dataclass(frozen=True)
class ReviewLine:
    review: MeansReview
    said: tuple[ReviewSaid | None, ...]
    moved: int  # changes that are in force
    checks: tuple[date, ...]  # of those whose effect nobody has looked at yet: the day on which somebody does
    seen: tuple[Effect, ...]  # what was seen of the others
    parties: tuple[Party, ...]

    @property
    def waiting(self) -> int:
        return sum(one is None for one in self.said)


@dataclass(frozen=True)
class Whole:
    review: MeansReview
    by_name: str
    invited: tuple[Party, ...]
    came: tuple[Party, ...]
    citations: tuple[Citation, ...]
    answers: tuple[Answered, ...]
    proposals: tuple[Opinion, ...]


@looking
def reviews(viewer: Viewer) -> list[ReviewLine]:
    """Those that go on first, then the latest: four queries, whatever their number."""
    joined = ("decision__change__undoing", "decision__change__check_made")
    scope = Prefetch("scope", queryset=_scope(viewer).select_related(*joined))
    parties = Prefetch("parties", queryset=ReviewParty.objects.within(viewer.body))
    rows = MeansReview.objects.within(viewer.body).select_related("closed", "publication")
    rows = rows.prefetch_related(scope, parties)
    return [_line(row) for row in rows.annotate(over=Q(closed__isnull=False)).order_by("over", "-made_at")[:SHOWN]]


@looking
def get(viewer: Viewer, review: UUID) -> Whole | None:
    rows: Any = MeansReview.objects.within(viewer.body).select_related("closed", "publication").filter(pk=review)
    row = rows.annotate(by_name=directory.worker_name("by")).first()
    if row is None:
        return None
    parties = list(ReviewParty.objects.within(viewer.body).filter(review=row).order_by("made_at", "party"))
    parts = list(_whole_scope(viewer).filter(review=row).order_by("means__name"))
    proposals = Opinion.objects.within(viewer.body).filter(answer__review=row).select_related("answer")
    return Whole(
        review=row,
        by_name=row.by_name or "",
        invited=tuple(Party(one.party) for one in parties if one.stage == PartyStage.INVITED),
        came=tuple(Party(one.party) for one in parties if one.stage == PartyStage.CAME),
        citations=tuple(Citation.objects.within(viewer.body).filter(review=row).order_by("made_at", "name")),
        answers=tuple(_answered(one) for one in parts),
        proposals=tuple(proposals.order_by("made_at")),
    )


@looking
def decision(viewer: Viewer, decision: UUID) -> tuple[MeansReview, Answered] | None:
    """One decision with its review: three queries."""
    part = _whole_scope(viewer).select_related("review").filter(decision=decision).first()
    return (part.review, _answered(part)) if part else None


@looking
def running_means(viewer: Viewer) -> list[PlanMeans]:
    return list(PlanMeans.objects.within(viewer.body).filter(ended=None).order_by("name"))


@looking
def open_reviews(viewer: Viewer) -> list[MeansReview]:
    return list(MeansReview.objects.within(viewer.body).filter(closed=None).order_by("-made_at"))


@looking
def pilot(viewer: Viewer, pilot: UUID) -> Pilot | None:
    return Pilot.objects.within(viewer.body).select_related("means", "ending").filter(pk=pilot).first()


@looking
def pilots(viewer: Viewer) -> list[Pilot]:
    """Those that run first."""
    rows = Pilot.objects.within(viewer.body).select_related("means", "ending").annotate(over=Q(ending__isnull=False))
    return list(rows.order_by("over", "-since")[:SHOWN])


@looking
def named(viewer: Viewer, ids: Iterable[UUID]) -> dict[UUID, tuple[str, str, bool]]:
    """What balls of this kind are about: by id its sort (decided, opinion, pilot), its words, and whether the viewer's team brought it.
    One query."""
    wanted, ours = set(ids), ExpressionWrapper(Q(team=viewer.team), output_field=BooleanField())
    nobody = Value(False, output_field=BooleanField())
    kinds: tuple[tuple[Any, str, str, Any], ...] = (
        (MeansDecision, "decided", "scope__means__name", nobody),
        (Opinion, "opinion", "words", ours),
        (Pilot, "pilot", "words", nobody),
    )
    rows = [
        model.objects.within(viewer.body)
        .filter(pk__in=wanted)
        .order_by()
        .annotate(sort=Value(sort, output_field=CharField()), brought=brought)
        .values_list("pk", "sort", words, "brought")
        for model, sort, words, brought in kinds
    ]
    return {pk: (sort, words, bool(brought)) for pk, sort, words, brought in rows[0].union(*rows[1:], all=True)}


def _scope(viewer: Viewer) -> Any:
    return ReviewMeans.objects.within(viewer.body)


def _whole_scope(viewer: Viewer) -> Any:
    evidence = DecisionEvidence.objects.within(viewer.body).select_related("citation")
    opinions = OpinionDecision.objects.within(viewer.body).select_related("opinion")
    joined = ("means", "decision__change__check_made", "decision__change__undoing")
    return (
        _scope(viewer)
        .select_related(*joined)
        .prefetch_related(
            Prefetch("decision__evidence", queryset=evidence), Prefetch("decision__opinions", queryset=opinions)
        )
    )


def _answered(part: Any) -> Answered:
    made: MeansDecision | None = getattr(part, "decision", None)
    return Answered(
        scope=part.pk,
        means=part.means,
        decision=made,
        evidence=tuple(one.citation for one in made.evidence.all()) if made else (),
        opinions=tuple(one.opinion for one in made.opinions.all()) if made else (),
    )


def _line(row: MeansReview) -> ReviewLine:
    made = [getattr(one, "decision", None) for one in row.scope.all()]
    changes = [one.change for one in made if one and hasattr(one, "change") and not hasattr(one.change, "undoing")]
    return ReviewLine(
        review=row,
        said=tuple(ReviewSaid(one.said) if one else None for one in made),
        moved=len(changes),
        checks=tuple(sorted(one.check_on for one in changes if not hasattr(one, "check_made"))),
        seen=tuple(Effect(one.check_made.said) for one in changes if hasattr(one, "check_made")),
        parties=tuple(Party(one.party) for one in row.parties.all() if one.stage == PartyStage.CAME),
    )
