"""Which folders the rows of this package lie in.

Balls, holdings, touches and tidings are codes about a matter, no words about a person: they have the body's wall. Some
kinds of words are kept here, each in a folder of its own subject.
"""

from uuid import UUID

from marugoto.disclosure.codes import Part
from marugoto.kernel.ref import Ref

WORDS_PART = Part.SUPPORT


def words_of_offer(offer: UUID) -> Ref:
    """Subject of what sender and receiver wrote: open to both teams, to nobody else."""
    return Ref("offer", offer)


def words_of_rescue(rescue: UUID) -> Ref:
    """Subject of what was learnt: open to the control tower and the holder."""
    return Ref("rescue", rescue)


def words_of_asking(asking: UUID) -> Ref:
    """Subject of the holder's answer to the control tower: open to both, to nobody else."""
    return Ref("asking", asking)


def words_of_direction(asking: UUID) -> Ref:
    """Subject of what was directed: open to whoever directed and to whoever held the ball, to nobody else."""
    return Ref("direction", asking)


def words_of_stuck(stuck: UUID) -> Ref:
    """Subject of what one is stuck with: open to whoever called, to whoever carries the ball now, to the control tower, and to who
    added to it from beside."""
    return Ref("stuck", stuck)


def words_of_outside(answer: UUID) -> Ref:
    """Subject of what an agency without an account answered: open to the team that asked and the one that heard it."""
    return Ref("outside", answer)


def words_of_bid(bid: UUID) -> Ref:
    """Subject of why a team would hold a ball, and of the answer: open to both teams, to nobody else."""
    return Ref("bid", bid)


def words_of_hand_over(note: UUID) -> Ref:
    """Subject of one note for the next person in charge: open to the team that held the ball then."""
    return Ref("hand_over", note)


def way_of_offer(offer: UUID) -> str:
    """The way by which the folders prepared with an offer open when it is caught."""
    return f"catch:{offer}"


def offer_of(way: str) -> UUID | None:
    """The offer with which something opens by this way, if it is the way of an offer."""
    kind, _, offer = way.partition(":")
    return UUID(offer) if kind == "catch" else None


def ball_and_team(way: str) -> tuple[UUID, UUID] | None:
    """The ball, and the team it opens to for as long as it holds it, if it is such a way."""
    kind, _, names = way.partition(":")
    ball, _, team = names.partition(":")
    return (UUID(ball), UUID(team)) if kind == "hold" else None


def way_of_holding(ball: UUID, team: UUID) -> str:
    """The way by which a conference opens folders to the team that holds the ball already."""
    return f"hold:{ball.hex}:{team.hex}"


def way_of_stuck(ball: UUID, team: UUID) -> str:
    """The way by which the team reads, for as long as it carries the ball, with what that was stuck."""
    return f"stuck_ball:{ball.hex}:{team.hex}"
