"""Closed lists of the community."""

from enum import StrEnum


class Welcome(StrEnum):
    """Who is welcome; nothing recorded means unknown, never "nobody"."""

    ANYBODY = "anybody"
    AGED = "aged"
    CHILDREN = "children"
    PARENTS = "parents"
    YOUNG = "young"
    DISABLED = "disabled"
    WITHDRAWN = "withdrawn"
    FOREIGN = "foreign"
    CARERS = "carers"


class Interest(StrEnum):
    GAMES = "games"
    GARDEN = "garden"
    COOKING = "cooking"
    MUSIC = "music"
    SPORTS = "sports"
    CRAFT = "craft"
    READING = "reading"
    TALK = "talk"
    CHILDREN = "children"
    WORK = "work"
    NATURE = "nature"
    HELPING = "helping"
    LEARNING = "learning"
    MEAL = "meal"


class PlaceKind(StrEnum):
    SALON = "salon"
    CIRCLE = "circle"
    CAFE = "cafe"
    CHILDRENS_MEAL = "childrens_meal"
    GARDEN = "garden"
    WORKPLACE = "workplace"
    VOLUNTEER = "volunteer"
    FACILITY = "facility"
    SERVICE = "service"
    OTHER = "other"


class Sort(StrEnum):
    """What an entry of the list is. Without a word of its own it follows from the kind."""

    ORGANISATION = "organisation"
    SPOT = "spot"
    ACTIVITY = "activity"
    ROLE = "role"  # somebody is wanted there
    SERVICE = "service"


class StatutoryFunction(StrEnum):
    """Of the comprehensive support system, what the place is tended for (社会福祉法106条の4第2項2号・3号)."""

    PARTICIPATION = "participation"
    COMMUNITY = "community"


class Precision(StrEnum):
    """How exactly the position of a place may be told outside the house."""

    EXACT = "exact"
    NEARBY = "nearby"  # to about 500 metres
    DISTRICT = "district"
    NONE = "none"


class Answer(StrEnum):
    """What was heard; nothing recorded means unknown."""

    YES = "yes"
    NO = "no"


class Family(StrEnum):
    """What a trait of a place is about."""

    ACCESS = "access"
    CONDITION = "condition"
    EXPERIENCE = "experience"


class Access(StrEnum):
    """The accessibility block of 自治体標準オープンデータセット, and what those who stay away from noise ask for."""

    WHEELCHAIR = "wheelchair"
    NO_STEPS = "no_steps"
    TOILET = "toilet"
    OSTOMATE = "ostomate"
    PARKING = "parking"
    WHEELCHAIR_LENT = "wheelchair_lent"
    CANE_LENT = "cane_lent"
    TACTILE = "tactile"
    BRAILLE = "braille"
    HEARING_LOOP = "hearing_loop"
    CAPTIONS = "captions"
    WRITING = "writing"
    SIGN = "sign"
    DOG = "dog"
    QUIET_ROOM = "quiet_room"
    NURSING = "nursing"
    NAPPY = "nappy"
    PRAM = "pram"
    PRAM_LENT = "pram_lent"
    EATING = "eating"


class HostCondition(StrEnum):
    """What the host asks for, or offers to somebody who comes for the first time."""

    LOOK_ONLY = "look_only"
    NOT_EVERY_TIME = "not_every_time"
    COMPANION_WELCOME = "companion_welcome"
    PICKED_UP = "picked_up"
    SMALL_GROUP = "small_group"
    INTRODUCED = "introduced"
    CALL_FIRST = "call_first"
    COMPANION_NEEDED = "companion_needed"
    MEMBERS_ONLY = "members_only"
    NO_TALKING = "no_talking"
    NO_NAMES = "no_names"  # neither name nor story is asked
    BEGINNERS = "beginners"
    HANDS_WANTED = "hands_wanted"
    PAID = "paid"
    MEAL = "meal"
    SMOKE_FREE = "smoke_free"
    VISITS = "visits"
    PAPERS = "papers"


class Experience(StrEnum):
    """Whom the host has welcomed before."""

    LONG_AT_HOME = "long_at_home"
    NOT_AT_SCHOOL = "not_at_school"
    DEMENTIA = "dementia"
    MENTAL = "mental"
    INTELLECTUAL = "intellectual"
    DEVELOPMENTAL = "developmental"
    PHYSICAL = "physical"
    OTHER_LANGUAGE = "other_language"
    POOR = "poor"
    CARING = "caring"
    AFTER_PRISON = "after_prison"


class Checked(StrEnum):
    """What of a place was asked for in a check; nothing named means the whole."""

    VENUE = "venue"
    TIMES = "times"
    WHO = "who"
    CONTACT = "contact"
    FEE = "fee"
    ROOM = "room"
    TRANSPORT = "transport"


class PromiseKind(StrEnum):
    """What was promised to whoever keeps a place."""

    NOT_LISTED = "not_listed"
    NOT_CONTACTED = "not_contacted"


class Sayer(StrEnum):
    """Who said it. No name is kept."""

    HOST = "host"
    OWNER = "owner"  # of the house or the hall
    NEIGHBOUR = "neighbour"
    OURSELVES = "ourselves"


class TryWay(StrEnum):
    """How somebody tried to reach the host and did not."""

    PHONE = "phone"
    VISIT = "visit"
    LETTER = "letter"


class DoubtReason(StrEnum):
    """Why a link did not happen, or what was heard: each speaks for or against what stands in the list."""

    FULL = "full"
    ENDED = "ended"
    MOVED = "moved"
    OTHER_TIME = "other_time"
    NO_ANSWER = "no_answer"
    FAR = "far"
    NOT_FITTING = "not_fitting"


class Tier(StrEnum):
    """To whom a place is shown: everybody, professionals, or the coordinators only."""

    PUBLIC = "public"
    PROFESSIONAL = "professional"
    COORDINATOR = "coordinator"


class ConfirmedBy(StrEnum):
    VISIT = "visit"
    PHONE = "phone"
    HOST = "host"  # the group itself
    HEARD = "heard"


class PlaceEnd(StrEnum):
    ENDED = "ended"
    TAKEN_BACK = "taken_back"  # an import that brought it was undone
    DOUBLE = "double"


class NoteKind(StrEnum):
    VISIT = "visit"
    TALK = "talk"
    GATHERING = "gathering"
    MEETING = "meeting"
    HELP = "help"  # a hand lent to a group: starting, keeping accounts, calling people together


class HostedBy(StrEnum):
    """Who held the gathering that was visited."""

    RESIDENTS = "residents"
    TOGETHER = "together"
    BODY = "body"


class NoteTheme(StrEnum):
    """What a finding is about; never about whom."""

    MEETING_PLACE = "meeting_place"
    TRANSPORT = "transport"
    DAILY_HELP = "daily_help"
    WATCHING = "watching"
    HELPERS = "helpers"
    CHILDREN = "children"
    WORK = "work"
    HOUSING = "housing"
    FOREIGN = "foreign"
    DISASTER = "disaster"
    REACHING = "reaching"
    OTHER = "other"


class WordsGone(StrEnum):
    """Why the words of a note were taken out."""

    ABOUT_SOMEBODY = "about_somebody"
    MISTAKE = "mistake"


class InPicture(StrEnum):
    """Whether people are to be seen on a photo, and whether they were asked."""

    NOBODY = "nobody"
    AGREED = "agreed"


class ReplyKind(StrEnum):
    """What a supervisor makes of a note."""

    HEARD = "heard"
    GO_ON = "go_on"
    TALK_OVER = "talk_over"
    TAKEN_UP = "taken_up"


class FieldPlanEnd(StrEnum):
    DONE = "done"
    DROPPED = "dropped"


class FieldTaskReason(StrEnum):
    FOLLOW_UP = "follow_up"
    ASK_AFTER = "ask_after"  # what became of a training


class FieldTaskEnd(StrEnum):
    DONE = "done"
    DROPPED = "dropped"


class Partner(StrEnum):
    """With whom a dialogue was held: a kind of body, never a resident."""

    BRANCH = "branch"
    DIVISION = "division"
    PROVIDER = "provider"
    RESIDENTS = "residents"
    COMMISSIONERS = "commissioners"
    SCHOOL = "school"
    CLINIC = "clinic"
    FIRM = "firm"
    OTHER = "other"


class TrainingKind(StrEnum):
    RESIDENTS = "residents"
    HELPERS = "helpers"
    PROMOTERS = "promoters"
    STAFF = "staff"


class Attendee(StrEnum):
    RESIDENTS = "residents"
    HELPERS = "helpers"
    COMMISSIONERS = "commissioners"
    PROVIDERS = "providers"
    YOUNG = "young"
    STAFF = "staff"


class TrainingFruit(StrEnum):
    HELPERS = "helpers"
    PLACE_STARTED = "place_started"
    NOTHING_YET = "nothing_yet"


class Lack(StrEnum):
    """What is missing: a place to be, or what leads there."""

    PLACE = "place"
    TRANSPORT = "transport"
    COMPANION = "companion"
    HOUSING = "housing"
    WORK = "work"
    INTERPRETER = "interpreter"
    HAND = "hand"  # small help at home
    OTHER = "other"


class UnmetSaid(StrEnum):
    """What the holder of a waiting need answered to the place that came."""

    TAKEN = "taken"
    NOT_FITTING = "not_fitting"  # the place does not fit this person
    NOT_WISHED = "not_wished"
    NO_LONGER = "no_longer"  # it came too late, or another way was found
    LATER = "later"


class UnmetEnd(StrEnum):
    PLACE_FOUND = "place_found"
    PLACE_MADE = "place_made"
    NOT_POSSIBLE = "not_possible"


class MemberKind(StrEnum):
    DIVISION = "division"  # of the body itself, outside welfare
    GROUP = "group"  # of residents, of business, of farmers


class GroundKind(StrEnum):
    """On what a standing member takes part."""

    ARTICLE = "article"
    ORDER = "order"  # 庁内の要綱・訓令・首長の指示
    AGREEMENT = "agreement"  # 協定


class CooperationSaid(StrEnum):
    """What was answered to a request for cooperation."""

    TOGETHER = "together"
    IN_PART = "in_part"
    NOT_NOW = "not_now"
    OTHER_PLACE = "other_place"  # somebody else is the right one, and is named


class UptakeKind(StrEnum):
    """For what a provision of the prefecture is taken up: by the municipality as such, or for somebody, of whom nothing is written."""

    TOWN = "town"
    SOMEBODY = "somebody"


class SystemFunction(StrEnum):
    """Which of the three functions a measure serves (社会福祉法106条の3第1項1号・2号・3号)."""

    COMMUNITY = "community"
    LINK = "link"
    AGENCIES = "agencies"
