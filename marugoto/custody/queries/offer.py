"""Look at one offer: what is asked of us, in whose words, and what would open."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import Decliner, DeclineReason, EndingKind, OfferReason, Said
from marugoto.custody.models import Offer, OfferWords
from marugoto.custody.queries.face import TeamName, team_name
from marugoto.custody.queries.outside import HeardLine, heard_of
from marugoto.custody.queries.shut import ToldAlong, told_along
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import looking


@dataclass(frozen=True)
class Declined:
    """A no: by whom, why, and which other team was named instead."""

    by: Decliner
    reason: DeclineReason
    instead: TeamName | None


@dataclass(frozen=True)
class OfferPage:
    """`opens`: what opens, or opened, to the receiver; `ended` None while it waits for an answer."""

    offer: UUID
    ball: UUID
    matter: UUID
    sender: TeamName
    to: TeamName
    by_name: str
    by_team: UUID  # the sender's, or whoever rescued and offered in its place
    phones: tuple[str, ...]  # where the sender answers: the person's own number, then the team's
    reason: OfferReason
    due: date
    offered_at: datetime
    words: str
    answer_words: str
    opens: tuple[ToldAlong, ...]
    ended: EndingKind | None
    no: Declined | None = None
    question: str = ""  # what was asked back before the answer, and told
    reply: str = ""
    heard: tuple[HeardLine, ...] = ()  # of an agency without an account: what was written down of its answer

    @property
    def shut(self) -> bool:
        """The matter's own record was told along and is closed."""
        return any(one.own and one.shut for one in self.opens)


@looking
def get(viewer: Viewer, offer: UUID) -> OfferPage | None:
    """For the two teams concerned and whoever offered in the holder's place, and for the control tower where an agency without an
    account is asked; to others it is not there."""
    row = _concerning(viewer).filter(pk=offer).first()
    if row is None:
        return None
    return _pages(viewer, [row])[0]


@looking
def of_ball(viewer: Viewer, ball: UUID) -> list[OfferPage]:
    """Those of the ball which concern the viewer's team, the latest first."""
    rows = _concerning(viewer).filter(ball=ball).order_by("-made_at")
    return _pages(viewer, list(rows))


@looking
def _concerning(viewer: Viewer) -> QuerySet[Offer]:
    whose = Q(sender=viewer.team) | Q(to=viewer.team) | Q(by__team=viewer.team)
    if viewer.has(Role.COORDINATOR):
        whose |= Q(to__agency__has_accounts=False)
    known = Offer.objects.within(viewer.body).filter(whose)
    return known.select_related("ball", "sender__agency", "to__agency", "by__worker", "ended__instead__agency")


def _pages(viewer: Viewer, rows: list[Offer]) -> list[OfferPage]:
    """Three queries more, for one offer or ten."""
    said: dict[tuple[UUID, str], str] = {}
    for words in OfferWords.objects.open_to(viewer).filter(offer__in=rows):
        viewer.sight.shows(words.folder_id, Part.SUPPORT)
        said[words.offer_id, words.said] = words.words
    opens = told_along(viewer, rows)
    outside = [row.pk for row in rows if not row.to.agency.has_accounts]
    heard = heard_of(viewer, outside) if outside else {}
    return [_page(row, said, opens[row.pk], tuple(heard.get(row.pk, ()))) for row in rows]


def _page(
    row: Offer, said: dict[tuple[UUID, str], str], opens: tuple[ToldAlong, ...], heard: tuple[HeardLine, ...]
) -> OfferPage:
    return OfferPage(
        offer=row.pk,
        ball=row.ball_id,
        matter=row.ball.matter,
        sender=team_name(row.sender),
        to=team_name(row.to),
        by_name=row.by.worker.name,
        by_team=row.by.team_id,
        phones=tuple(dict.fromkeys(phone for phone in (row.by.worker.phone, row.sender.phone) if phone)),
        reason=OfferReason(row.reason),
        due=row.due,
        offered_at=row.made_at,
        words=said.get((row.pk, Said.OFFER), ""),
        answer_words=said.get((row.pk, Said.ANSWER), ""),
        opens=opens,
        ended=EndingKind(row.ended.kind) if row.ended else None,
        no=_no(row),
        question=said.get((row.pk, Said.QUESTION), ""),
        reply=said.get((row.pk, Said.REPLY), ""),
        heard=heard,
    )


def _no(row: Offer) -> Declined | None:
    if row.ended is None or row.ended.kind != EndingKind.DECLINED:
        return None
    instead = team_name(row.ended.instead) if row.ended.instead else None
    return Declined(Decliner(row.ended.declined_by), DeclineReason(row.ended.reason), instead)
