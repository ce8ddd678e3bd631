"""How the divisions of みなも市 say the same thing, and something its coordinators begin and look back at."""

from datetime import timedelta
from uuid import UUID

from marugoto.agencies.actions.word import add_concept, say_word
from marugoto.agencies.codes import ConceptCode, Role
from marugoto.agencies.queries import directory
from marugoto.agencies.queries.word import agency_choices
from marugoto.community.codes import NoteTheme
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.fields import MINAMO
from marugoto.demo.live.here import Here
from marugoto.evaluation.actions.initiative import Said, begin_initiative

# Concept, division, its word, where it means a little more or less.
WORDS = (
    (ConceptCode.ASSESSMENT, "収納課", "実態調査", "財産と収入を見るとき"),
    (ConceptCode.PASSING, "収納課", "引継", ""),
    (ConceptCode.PASSING, "こども家庭センター", "送致・援助依頼", "児童相談所へ渡すときは送致"),
    (ConceptCode.NOTICE, "こども家庭センター", "通告", "虐待のおそれのとき"),
    (ConceptCode.PLAN, "こども家庭センター", "サポートプラン", ""),
    (ConceptCode.PLAN, "北部地域包括支援センター", "ケアプラン", "介護保険のもの"),
    (ConceptCode.OUTREACH, "保健センター", "家庭訪問", ""),
)
OWN = ("住まいの心配", "家賃・契約・立ちのきなど、住むところについての困りごと。")
OWN_WORDS = (("住宅政策課", "居住支援"), ("収納課", "住所不定"))
NAME, RUNNER = "移動販売と立ち寄りサロン", "社会福祉協議会と商工会"
DOES = "週に2回、移動販売の車が来る日に、集会所を開けてお茶を出す。"
HALF_A_YEAR, EARLIER = 183, 20  # days: what is looked back at has a half-year behind it


def speaks(here: Here) -> Steps:
    """The planner asks round, and writes down who says what."""
    if here.body != MINAMO:
        return
    rng = here.chance("own words")
    yield here.in_days(rng, 20, 40)
    writer = here.by(here.with_role(Role.PLANNER))
    agencies = {name: UUID(key) for key, name in agency_choices(writer)}
    for concept, name, word, note in WORDS:
        if name in agencies:
            say_word(by=writer, at=here.now, concept=concept, agency=agencies[name], word=word, note=note)
    own = add_concept(by=writer, at=here.now, name=OWN[0], meaning=OWN[1])
    for name, word in OWN_WORDS:
        if name in agencies:
            say_word(by=writer, at=here.now, concept=own.pk, agency=agencies[name], word=word)


def begins_something(here: Here) -> Steps:
    """A programme in the north, half a year and some days before the day on which the town is looked at."""
    rng = here.chance("begins something")
    since = here.until - timedelta(days=HALF_A_YEAR + EARLIER)
    if since <= here.today or here.body != MINAMO:
        return
    yield here.office_hour(since, rng)
    north = [one.pk for one in directory.districts(here.by_itself()) if one.code == "north"]
    said = Said(NAME, RUNNER, here.today, NoteTheme.TRANSPORT, DOES, districts=north)
    begin_initiative(by=here.by(here.with_role(Role.COMMUNITY, best="hayashi")), at=here.now, said=said)
