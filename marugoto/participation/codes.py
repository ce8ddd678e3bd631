"""Closed lists of participation."""

from enum import StrEnum


class MatchState(StrEnum):
    """Where a link to a place stands; each is a row."""

    ASKED = "asked"  # the host was asked without any name
    ROOM = "room"  # the host has room
    NO_ROOM = "no_room"
    WILLING = "willing"  # the person wants to go
    UNWILLING = "unwilling"
    SETTLED = "settled"
    HELPING = "helping"  # no longer a guest: has a part of his own there
    ENDED = "ended"


class WhyNot(StrEnum):
    """Why a link did not come about or did not go on. What it says of the place feeds how fresh the place is."""

    FULL = "full"
    MOVED = "moved"
    GONE = "gone"  # does not exist any more
    NO_ANSWER = "no_answer"
    NOT_AS_WRITTEN = "not_as_written"  # day, fee or way in differ from what is written
    HOST_DECLINED = "host_declined"
    TOO_FAR = "too_far"
    DID_NOT_SUIT = "did_not_suit"
    CHANGED_MIND = "changed_mind"
    HEALTH = "health"
    OTHER = "other"


class GoodEnd(StrEnum):
    """How it ended well: nobody is needed between the two any more, or the person went on."""

    GOES_ALONE = "goes_alone"
    HAS_A_PART = "has_a_part"
    WORKS = "works"
    LEARNS = "learns"
    OTHER_PLACE = "other_place"
    ENOUGH = "enough"  # the person says it was enough


class VisitKind(StrEnum):
    FIRST = "first"
    TRIAL = "trial"
    STAYING = "staying"


class VisitFeeling(StrEnum):
    """How it went, as far as the person showed it."""

    GOOD = "good"
    SO_SO = "so_so"
    HARD = "hard"
    DID_NOT_GO = "did_not_go"


class StillThere(StrEnum):
    """What a look-in found, ninety or a hundred and eighty days after somebody settled."""

    GOES = "goes"
    SOMETIMES = "sometimes"
    STOPPED = "stopped"
    NOT_REACHED = "not_reached"


class HostSays(StrEnum):
    """How it is for those who open the place."""

    GLAD = "glad"
    ALL_RIGHT = "all_right"
    NEEDS_HELP = "needs_help"
    NOT_ASKED = "not_asked"


class Part(StrEnum):
    """Part of a day: until noon, until five, after five."""

    MORNING = "am"
    AFTERNOON = "pm"
    EVENING = "eve"


class Company(StrEnum):
    ALONE = "alone"
    WITH_SOMEBODY = "with_somebody"
    SMALL = "small"
    MANY = "many"
    UNKNOWN = "unknown"  # written before this could be left blank


class Travel(StrEnum):
    """How the person gets about; `PICKUP` alone: only if somebody comes to fetch; `HOME` alone: only what comes into the house."""

    FOOT = "foot"
    BICYCLE = "bicycle"
    BUS = "bus"
    CAR = "car"
    DRIVEN = "driven"
    PICKUP = "pickup"
    HOME = "home"  # does not leave the house: a screen, the telephone, a letter, a visit


class Fear(StrEnum):
    """What is hard for the person or went wrong before."""

    NOISE = "noise"
    CROWD = "crowd"
    KNOWN = "known"
    QUESTIONS = "questions"
    TALKING = "talking"
    MONEY = "money"
    MEN = "men"
    WOMEN = "women"
    CHILDREN = "children"
    OLD = "old"
    ALCOHOL = "alcohol"
    ANIMALS = "animals"
    DUTIES = "duties"
    RELIGION = "religion"
    FIXED = "fixed"
    STAIRS = "stairs"
    PATIENTS = "patients"  # to be seen as ill, or as one who is helped
    SMOKE = "smoke"
    FOOD = "food"
    RECORDS = "records"
    PAPERS = "papers"


class Tongue(StrEnum):
    """Languages and other ways of speaking together."""

    JAPANESE = "ja"
    EASY = "easy"
    ENGLISH = "en"
    CHINESE = "zh"
    KOREAN = "ko"
    VIETNAMESE = "vi"
    PORTUGUESE = "pt"
    FILIPINO = "tl"
    NEPALI = "ne"
    SPANISH = "es"
    INDONESIAN = "id"
    BURMESE = "my"
    ANY = "any"  # of a place: one gets on without a common language, or a machine translates
    SIGN = "sign"
    WRITING = "writing"


class Support(StrEnum):
    """What must be there for the person to come at all."""

    WHEELCHAIR = "wheelchair"
    TOILET = "toilet"
    SEAT_TOILET = "seat_toilet"  # one sits, there is something to hold on to
    OSTOMATE = "ostomate"
    ELEVATOR = "elevator"
    HEARING = "hearing"
    SEEING = "seeing"
    GUIDE_DOG = "guide_dog"
    PARKING = "parking"
    REST = "rest"
    CHAIR = "chair"
    NURSING = "nursing"
    CHILDCARE = "childcare"
    MEAL_CARE = "meal_care"
    CARER = "carer"


class Trait(StrEnum):
    """How it is at a place, said by its host or seen there; what nobody said is unknown."""

    QUIET = "quiet"
    LIVELY = "lively"
    SMALL = "small"
    LARGE = "large"
    NO_QUESTIONS = "no_questions"
    NO_TALKING = "no_talking"
    TRIAL = "trial"
    COME_AND_GO = "come_and_go"
    MET = "met"
    OUTSIDERS = "outsiders"
    NEIGHBOURS = "neighbours"
    MEN = "men"
    WOMEN = "women"
    MIXED_AGES = "mixed_ages"
    OLD = "old"
    CHILDREN = "children"
    ALCOHOL = "alcohol"
    ANIMALS = "animals"
    DUTIES = "duties"
    RELIGION = "religion"
    BOOKING = "booking"
    EVERY_TIME = "every_time"
    BEGINNERS = "beginners"  # somebody teaches who is new
    PAID = "paid"  # money or goods are given for the work
    EATING = "eating"  # a meal is served
    FOOD = "food"  # one eats or drinks there, be it tea and sweets
    SMOKE = "smoke"
    RECORDS = "records"  # names are written down, pictures taken
    PAPERS = "papers"  # a certificate, a decision or an introduction is needed
    WAITS = "waits"  # nobody new before a season, a course or a decision of weeks
    ONLINE = "online"
    VISITS = "visits"  # somebody comes into the house
    OUTDOORS = "outdoors"
    WOMEN_ONLY = "women_only"
    MEN_ONLY = "men_only"
    PATIENTS = "patients"  # for those who are ill, disabled or long at home, and for nobody else


class Doing(StrEnum):
    """In which part somebody takes part."""

    JOIN = "join"
    LEARN = "learn"
    HELP = "help"
    WORK = "work"


class Sex(StrEnum):
    """Only where a place is for women or for men alone."""

    WOMAN = "woman"
    MAN = "man"


class Grade(StrEnum):
    """The mark of one reason: fits well, fits, know this before."""

    FITS_WELL = "fits_well"
    FITS = "fits"
    KNOW = "know"


class OutreachGround(StrEnum):
    """By which law somebody goes to a person who has not asked. Articles stand in `rules.ground.GROUNDS`."""

    CONTINUED = "continued"
    ALL_TOWNS = "all_towns"
    POVERTY = "poverty"
    AGED = "aged"
    COUNCIL = "council"
    OTHER = "other"


class Way(StrEnum):
    """How somebody tried to come nearer."""

    VISIT = "visit"
    LETTER = "letter"
    PHONE = "phone"
    THROUGH = "through"  # through a neighbour, the family, a commissioner
    ACTIVITY = "activity"  # at something shared: a garden, a shop, a bench
    LOOKED = "looked"  # passed by and looked, without calling
    CAME = "came"  # the person came, or called


class Sign(StrEnum):
    """What was to be seen or heard outside."""

    POST_LIES = "post_lies"
    POST_TAKEN = "post_taken"
    LIGHT = "light"
    DARK = "dark"
    SOUND = "sound"
    SMOKE = "smoke"
    SMELL = "smell"
    LAUNDRY = "laundry"
    RUBBISH = "rubbish"
    SHUTTERS = "shutters"
    NOTE_GONE = "note_gone"  # what was left at the door had been taken in


class Reaction(StrEnum):
    """How the person answered, from nothing to a yes. The order is that of nearness (`rules.approach.NEARER`)."""

    NONE = "none"
    PRESENCE = "presence"  # somebody was felt to be there
    TOOK = "took"  # the letter was taken, or answered by a sign
    VOICE = "voice"  # through the door, on the telephone
    ANGER = "anger"
    REFUSED = "refused"
    MET = "met"
    TALKED = "talked"
    CAME_ALONG = "came_along"  # to the garden, to the shop
    AGREED = "agreed"


class RestLifter(StrEnum):
    """Who may say before the day that somebody goes again; danger to life and the person's own call always may."""

    PERSON = "person"
    CHIEF = "chief"


class LiftReason(StrEnum):
    PERSON_CALLED = "person_called"
    DANGER = "danger"
    DECIDED = "decided"


class ApproachEnd(StrEnum):
    AGREED = "agreed"  # goes on as a consultation
    WELL = "well"
    ELSEWHERE = "elsewhere"
    OWN_WISH = "own_wish"
    MOVED_AWAY = "moved_away"
    DIED = "died"


class Looker(StrEnum):
    """Who looks in."""

    TEAM = "team"
    COMMISSIONER = "commissioner"
    FIRM = "firm"
    NEIGHBOUR = "neighbour"
    FAMILY = "family"


class LookResult(StrEnum):
    AS_USUAL = "as_usual"
    NOT_SEEN = "not_seen"
    WORRY = "worry"


class WatchEnd(StrEnum):
    NOT_NEEDED = "not_needed"
    OTHERS_LOOK = "others_look"
    OWN_WISH = "own_wish"
    MOVED_AWAY = "moved_away"
    DIED = "died"


class Gate(StrEnum):
    """What can shut a place off from a wish, in the order in which it is said."""

    CLOSED = "closed"
    NOT_TO_ASK = "not_to_ask"
    NOT_REACHED = "not_reached"
    REFUSED = "refused"
    NO_ROOM = "no_room"
    AREA = "area"
    SEX = "sex"
    AGE = "age"
    WELCOME = "welcome"
    TIMES = "times"
    WAY = "way"
    LAST_WAY = "last_way"  # the last bus home leaves before it is over
    SUPPORT = "support"
    STEPS = "steps"
    NEVER = "never"
    MUST = "must"
    DOING = "doing"
    FEE = "fee"
    STAY = "stay"
    TOPIC = "topic"
    INTERESTS = "interests"


class PlaceNews(StrEnum):
    """What became of a place so that it fits somebody who waits."""

    LISTED = "listed"
    WIDENED = "widened"
    CHANGED = "changed"
    CONFIRMED = "confirmed"
