"""Keep what sender and receiver wrote: in a folder of the offer's own, open to both."""

from datetime import datetime
from uuid import UUID, uuid4

from marugoto.agencies.queries.directory import control_tower
from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import (
    WORDS_PART,
    way_of_stuck,
    words_of_asking,
    words_of_bid,
    words_of_direction,
    words_of_hand_over,
    words_of_offer,
    words_of_outside,
    words_of_rescue,
    words_of_stuck,
)
from marugoto.custody.actions.opening import LEFT
from marugoto.custody.codes import LearntCode, Said
from marugoto.custody.models import (
    Asking,
    AskingWords,
    Ball,
    Bid,
    BidWords,
    Direction,
    HandOverWords,
    Learnt,
    Offer,
    OfferWords,
    OutsideAnswer,
    OutsideWords,
    Rescue,
    Stuck,
    StuckWords,
)
from marugoto.disclosure.actions.folder import open_folder
from marugoto.disclosure.actions.follow import follow
from marugoto.disclosure.actions.grant import Terms, end_grants, grant
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.models import Folder, Grant
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.people.actions.about import speak_likewise

WORDS_LIMIT, WHO_LIMIT = 2_000, 60


def say(by: Viewer, at: datetime, offer: Offer, said: Said, words: str) -> None:
    """Nothing is kept where nothing was written. Who offered in the holder's place while rescuing reads the answer too."""
    words = clean(words, limit=WORDS_LIMIT).strip()
    if words:
        teams = {offer.sender_id, offer.to_id, offer.by.team_id}
        folder = _folder(by, at, words_of_offer(offer.pk), teams, offer.ball.matter)
        OfferWords.objects.create(
            body=by.body, made_at=at, folder=folder, offer=offer, said=said, words=words, by=by.duty
        )


def keep_learnt(by: Viewer, at: datetime, rescue: Rescue, holder: UUID, code: LearntCode, words: str) -> None:
    words = clean(words, limit=WORDS_LIMIT).strip()
    if words:
        folder = _folder(by, at, words_of_rescue(rescue.pk), {rescue.team_id, holder}, rescue.ball.matter)
        Learnt.objects.create(
            body=by.body, made_at=at, folder=folder, rescue=rescue, code=code, words=words, by=by.duty
        )


def answer_asking_in_words(by: Viewer, at: datetime, asking: Asking, words: str) -> None:
    """The answering team's line, for itself and for the team that asked."""
    folder = _folder(by, at, words_of_asking(asking.pk), {by.team, asking.team_id}, asking.ball.matter)
    AskingWords.objects.create(
        body=by.body,
        made_at=at,
        folder=folder,
        asking=asking,
        words=clean(words, limit=WORDS_LIMIT).strip(),
        by=by.duty,
    )


def direct_in_words(by: Viewer, at: datetime, asking: Asking, words: str) -> None:
    """What is to be done, for the team that directs and the one that holds the ball."""
    folder = _folder(by, at, words_of_direction(asking.pk), {asking.team_id, asking.to_id}, asking.ball.matter)
    Direction.objects.create(
        body=by.body,
        made_at=at,
        folder=folder,
        asking=asking,
        words=clean(words, limit=WORDS_LIMIT).strip(),
        by=by.duty,
    )


def say_stuck_with(by: Viewer, at: datetime, stuck: Stuck, ball: Ball, words: str) -> None:
    """Nothing is kept where nothing was written. Whoever called reads it and whoever answers calls, for good, as does who adds to it
    from beside; who carries the ball for as long as it does (`stuck_words_follow`)."""
    words = clean(words, limit=WORDS_LIMIT).strip()
    if words:
        subject = words_of_stuck(stuck.pk)
        folder = open_folder(by=by, at=at, subject=subject, part=WORDS_PART, team=stuck.team_id)
        for team in sorted({control_tower(by.body, local_day(at)).pk} | ({by.team} - {ball.holder_id})):
            passing = way_of_stuck(ball.pk, team)
            follow(by=by, at=at, subjects=[stuck.pk], team=team, via=str(subject), besides=[passing])
        stuck_words_follow(by, at, ball)
        speak_likewise(by, at, folder, ball.matter)
        StuckWords.objects.create(body=by.body, made_at=at, folder=folder, stuck=stuck, words=words, by=by.duty)


def stuck_words_follow(by: Viewer, at: datetime, ball: Ball, *, left: UUID | None = None, reason: str = LEFT) -> None:
    """With what it was stuck, in every call on it, is read by whoever holds the ball now and whoever acts for the holder. The team that
    `left` it reads it no more, where it has no other ground: it called, it answers calls, it added from beside. Ask it when the
    ball is held already: whoever writes with what it is stuck holds it too, and neither passes the other by."""
    calls = list(Stuck.objects.within(by.body).filter(ball=ball).values_list("pk", flat=True))
    if not calls:
        return
    acting_now = Rescue.objects.within(by.body).filter(ball=ball, ended=None, until__gt=local_day(at))
    carrying = {ball.holder_id, *acting_now.values_list("team_id", flat=True)}
    if left is not None and left not in carrying:
        end_grants(by=by, at=at, via=way_of_stuck(ball.pk, left), reason=reason)
    for team in sorted(carrying):
        follow(by=by, at=at, subjects=calls, team=team, via=way_of_stuck(ball.pk, team))


def keep_outside(by: Viewer, at: datetime, answer: OutsideAnswer, who: str, words: str) -> None:
    """Who answered there and what, for the team that asked and the one that heard it: the sender's own words are not for the latter."""
    offer = answer.offer
    folder = _folder(by, at, words_of_outside(answer.pk), {offer.sender_id, by.team}, offer.ball.matter)
    OutsideWords.objects.create(
        body=by.body,
        made_at=at,
        folder=folder,
        answer=answer,
        who=clean(who, limit=WHO_LIMIT).strip(),
        words=clean(words, limit=WORDS_LIMIT).strip(),
    )


def say_of_bid(by: Viewer, at: datetime, bid: Bid, words: str, *, answer: bool = False) -> None:
    """Nothing is kept where nothing was written."""
    words = clean(words, limit=WORDS_LIMIT).strip()
    if words:
        folder = _folder(by, at, words_of_bid(bid.pk), {bid.team_id, bid.ball.holder_id}, bid.ball.matter)
        BidWords.objects.create(
            body=by.body, made_at=at, folder=folder, bid=bid, answer=answer, words=words, by=by.duty
        )


def note_for_the_next(by: Viewer, at: datetime, ball: Ball, left: UUID, to: UUID, words: str) -> None:
    """Kept for the team that holds the ball now. Nothing is kept where nothing was written."""
    words = clean(words, limit=WORDS_LIMIT).strip()
    if words:
        note = uuid4()
        folder = _folder(by, at, words_of_hand_over(note), {ball.holder_id}, ball.matter)
        HandOverWords.objects.create(
            pk=note,
            body=by.body,
            made_at=at,
            folder=folder,
            ball=ball,
            left_id=left,
            to_id=to,
            words=words,
            by=by.duty,
        )


def _folder(by: Viewer, at: datetime, subject: Ref, teams: set[UUID], matter: UUID) -> Folder:
    """Open to these teams; what shuts those of whom the matter speaks shuts the words about it."""
    folder = open_folder(by=by, at=at, subject=subject, part=WORDS_PART)
    known = set(Grant.objects.within(by.body).filter(folder=folder).values_list("team_id", flat=True))
    for team in sorted(teams - known):
        terms = Terms(basis=BasisCode.OWN_DUTY, team=team, via=str(subject))
        grant(by=by.at_moment(at), at=at, subjects=[subject.id], parts=[WORDS_PART], terms=terms)
    speak_likewise(by, at, folder, matter)
    return folder
