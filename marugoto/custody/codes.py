"""Closed lists of codes of the ball; how they are said stands in `labels`."""

from enum import StrEnum


class MatterKind(StrEnum):
    """What a ball can be the ball of; the ball knows nothing else of it."""

    NOTICE = "notice"
    CONSULTATION = "consultation"
    CASE = "case"
    NEED = "need"
    QUESTION = "question"
    RESOURCE_TASK = "resource_task"
    APPROACH = "approach"
    WATCH = "watch"
    COOPERATION = "cooperation"  # a standing member of the town asks for something
    FOLLOW_UP = "follow_up"  # of the diary, of a dialogue, of a training
    DECISION = "decision"
    IMPROVEMENT = "improvement"  # what a review decided, a trial, an opinion that waits for its answer


class Urgency(StrEnum):
    """How soon somebody must act; the days belonging to each are the body's own data (`Limit`)."""

    NOW = "now"
    SOON = "soon"
    USUAL = "usual"
    SLOW = "slow"


class How(StrEnum):
    """How a holding began."""

    PLACED = "placed"
    CAUGHT = "caught"
    DECIDED = "decided"  # taken at the table of a conference, offer and catch in one step
    ASSIGNED = "assigned"  # another person of the same team
    INHERITED = "inherited"  # its person left: to the team's head, to be handed over
    TAKEN_IN = "taken_in"  # nobody was left in the team: to the team of last resort
    REOPENED = "reopened"
    HANDED_BACK = "handed_back"  # what was told with it has shut: to the team that handed it on


class OfferReason(StrEnum):
    """Why the ball is offered."""

    EXPERTISE = "expertise"  # the other knows this better
    OWN_FIELD = "own_field"  # it is the other's work by law or by division of work
    AREA = "area"  # the other works in that district
    NEARER = "nearer"  # the other is closer to the person
    PERSON_WISH = "person_wish"
    CAPACITY = "capacity"  # we cannot carry it now
    CONFERENCE = "conference"  # a conference decided so
    OTHER = "other"


class EndingKind(StrEnum):
    """How an offer ended; one and only one of these."""

    CAUGHT = "caught"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    TAKEN_ON = (
        "taken_on"  # by an agency without an account, heard by telephone: the sender goes on holding, and stands for it
    )


class OutsideSaid(StrEnum):
    """What an agency without an account answered."""

    TAKEN_ON = "taken_on"
    DECLINED = "declined"
    ASKED_BACK = "asked_back"  # it wants to know more first: the question stays open


class Means(StrEnum):
    """How the answer was heard."""

    TELEPHONE = "telephone"
    IN_PERSON = "in_person"
    PAPER = "paper"
    MAIL = "mail"


class WithdrawReason(StrEnum):
    """Why an offer was taken back."""

    CHANGED_MIND = "changed_mind"
    RECEIVER_CLOSED = "receiver_closed"  # the team it was offered to ended
    DECIDED_OTHERWISE = "decided_otherwise"  # a conference gave the ball to somebody else
    SENDER_LEFT = "sender_left"  # nobody was left in the team that offered it


class Decliner(StrEnum):
    """Who said no: the agency, or the person concerned."""

    AGENCY = "agency"
    PERSON = "person"


class DeclineReason(StrEnum):
    """Why not."""

    NOT_OUR_WORK = "not_our_work"
    NO_ROOM = "no_room"
    NEED_TO_KNOW_MORE = "need_to_know_more"
    OTHER_FITS_BETTER = "other_fits_better"
    ALREADY_INVOLVED = "already_involved"
    PERSON_DOES_NOT_WISH = "person_does_not_wish"
    OTHER = "other"


class Said(StrEnum):
    """Which words belong to an offer: the sender's, the answer, and what was asked back and told before it."""

    OFFER = "offer"
    ANSWER = "answer"
    QUESTION = "question"
    REPLY = "reply"


class TouchKind(StrEnum):
    """What kind of step was recorded."""

    MET = "met"
    TALKED = "talked"
    WROTE = "wrote"
    AGENCY = "agency"  # spoke with another agency, or in a conference
    TRIED = "tried"  # went there and could not meet: work too
    PREPARED = "prepared"  # read up, planned, arranged


class Stance(StrEnum):
    """Where a team stands to a ball."""

    HOLDER = "holder"
    OFFERED = "offered"  # it is asked to catch it
    COMPANION = "companion"
    RESCUER = "rescuer"  # the control tower while it acts beside the holder
    TOWER = "tower"
    BESIDE = "beside"  # any other team of the body


class StuckOutcome(StrEnum):
    """What became of a call for help."""

    SELF = "self"
    JOINT = "joint"
    TAKEN = "taken"  # 預かり: the control tower acts beside the holder for a time
    MOVED = "moved"  # another team caught the ball
    SETTLED = "settled"


class AskingEndingKind(StrEnum):
    """What became of a question to the holder."""

    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    SETTLED = "settled"  # the ball is over, and with it the question
    DONE = "done"  # what was directed was done
    NOT_DONE = "not_done"  # it could not be done, and the holder says why
    MOVED = "moved"  # the ball came into other hands, and the direction was not for those


class BidEndingKind(StrEnum):
    """What became of a team's wish to hold a ball."""

    OFFERED = "offered"  # the holder hands it on to them
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    OVER = "over"  # the ball came elsewhere, or ended


class LearntCode(StrEnum):
    """What the holder can do itself the next time."""

    WHOM_TO_ASK = "whom_to_ask"
    HOW_TO_TALK = "how_to_talk"
    RULES_KNOWN = "rules_known"
    ASK_EARLIER = "ask_earlier"
    PLACE_KNOWN = "place_known"
    NOT_YET = "not_yet"  # nothing yet: that is an answer too


class Outcome(StrEnum):
    """How a ball ended."""

    ACHIEVED = "achieved"
    ANSWERED = "answered"
    CARRIED_ON = "carried_on"  # goes on elsewhere: as a case, or with an agency
    OWN_WISH = "own_wish"
    MOVED_AWAY = "moved_away"
    DIED = "died"
    BROKEN_OFF = "broken_off"
    NOT_NEEDED = "not_needed"
    NOTHING_FOUND = "nothing_found"  # looked into, nothing was the matter
    PLACED_BY_MISTAKE = "placed_by_mistake"


class Alarm(StrEnum):
    """Why somebody must hear of a ball that does not move."""

    SILENT = "silent"  # asked, and no answer came; nobody was asked since
    LATE = "late"  # untouched beyond the days of its urgency
    STUCK = "stuck"  # a call for help without an answer


class Whom(StrEnum):
    """Who hears of it, step by step."""

    SENDER = "sender"  # the team that holds it
    TOWER = "tower"
    CHIEF = "chief"


class BallState(StrEnum):
    """What a ball face says first."""

    HELD = "held"
    OFFERED = "offered"
    DECLINED = "declined"
    LATE = "late"
    STUCK = "stuck"
    KEPT = "kept"  # 預かり
    SETTLED = "settled"


class TidingKind(StrEnum):
    """What a team or a duty is told on its today page."""

    ENTRUSTED = "entrusted"  # somebody placed or reopened a ball with us
    CAUGHT = "caught"
    DECLINED = "declined"
    DECLINED_AGAIN = "declined_again"  # to the control tower: the second no
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    STUCK = "stuck"
    STUCK_ANSWERED = "stuck_answered"
    RESCUE_BEGUN = "rescue_begun"
    RESCUE_ENDED = "rescue_ended"
    TO_BE_HANDED_OVER = "to_be_handed_over"
    TAKEN_IN = "taken_in"  # the team of last resort got it
    ASKED = "asked"  # by the control tower: how does it stand
    ASKING_ANSWERED = "asking_answered"
    BID = "bid"  # another team would hold our ball
    BID_REFUSED = "bid_refused"
    BID_OVER = "bid_over"  # the ball for which we offered ourselves came elsewhere, or ended
    DIRECTED = "directed"  # by the control tower: do this until then
    DIRECTION_ENDED = "direction_ended"  # to whoever directed: it was done, or not, or the ball moved
    NOT_OPENED = "not_opened"  # caught, but what was to open with it may no longer be told
    COMPANION = "companion"
    ANSWERED = "answered"  # the question we asked
    SHUT = "shut"  # the person agrees no more: what was told with the ball has closed
    HANDED_BACK = "handed_back"  # to us, because of that
    LATE = "late"  # untouched beyond its days, and so on for as many as the body set
    TAKEN_ON = "taken_on"  # an agency without an account took it on; somebody else heard it for us
    ASKED_BACK = "asked_back"  # the team that we asked wants to know more first
    REPLIED = "replied"  # to what we asked before taking a ball
    PLACE_CAME = "place_came"  # for which our need waited
    PLACE_NOT = "place_not"  # it cannot be made now
    PLACE_FITS = "place_fits"  # a place became another while our need waited, and fits now
    ENDED = "ended"  # what we handed on: by whoever took it, with the reason
    ENDED_BY_WISH = "ended_by_wish"  # to the control tower: it was taken, and then the person wished no more
