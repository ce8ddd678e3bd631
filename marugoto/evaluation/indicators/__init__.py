"""The indicators: one file each; this tuple is their table of contents."""

from marugoto.evaluation.indicators.answered_in_time import answered_in_time
from marugoto.evaluation.indicators.asker_keeps import asker_keeps
from marugoto.evaluation.indicators.bounced import bounced
from marugoto.evaluation.indicators.brought_depth import brought_depth
from marugoto.evaluation.indicators.came_back import came_back
from marugoto.evaluation.indicators.days_to_support import days_to_support
from marugoto.evaluation.indicators.days_unattended import days_unattended
from marugoto.evaluation.indicators.dead_end import dead_end
from marugoto.evaluation.indicators.decided_done import decided_done
from marugoto.evaluation.indicators.districts_covered import districts_covered
from marugoto.evaluation.indicators.fairness import fairness
from marugoto.evaluation.indicators.fields_seated import fields_seated
from marugoto.evaluation.indicators.first_contact import first_contact
from marugoto.evaluation.indicators.first_door import first_door
from marugoto.evaluation.indicators.found_lawful_way import found_lawful_way
from marugoto.evaluation.indicators.gap_answered import gap_answered
from marugoto.evaluation.indicators.goals_by_person import goals_by_person
from marugoto.evaluation.indicators.heard_back import heard_back
from marugoto.evaluation.indicators.household_seen import household_seen
from marugoto.evaluation.indicators.indicator import (
    Described,
    Divided,
    Division,
    Indicator,
    Reading,
    Suppression,
    Surveyed,
)
from marugoto.evaluation.indicators.joined_in_time import joined_in_time
from marugoto.evaluation.indicators.network import density, one_agency
from marugoto.evaluation.indicators.not_by_oneself import not_by_oneself
from marugoto.evaluation.indicators.notice_sources import notice_sources
from marugoto.evaluation.indicators.outreach_agreed import outreach_agreed
from marugoto.evaluation.indicators.places_fresh import places_fresh
from marugoto.evaluation.indicators.resident_hosted import resident_hosted
from marugoto.evaluation.indicators.seats_beyond import seats_beyond
from marugoto.evaluation.indicators.stale import stale
from marugoto.evaluation.indicators.stays import became_helper, stays_90, stays_180
from marugoto.evaluation.indicators.surveys import SURVEYS
from marugoto.evaluation.indicators.touched_together import touched_together
from marugoto.evaluation.indicators.tower_hours import tower_hours
from marugoto.evaluation.indicators.without_tower import without_tower

INDICATORS: tuple[Indicator, ...] = (
    first_contact,
    dead_end,
    first_door,
    not_by_oneself,
    days_to_support,
    answered_in_time,
    bounced,
    stale,
    touched_together,
    days_unattended,
    asker_keeps,
    without_tower,
    tower_hours,
    brought_depth,
    fields_seated,
    decided_done,
    density,
    one_agency,
    found_lawful_way,
    household_seen,
    seats_beyond,
    places_fresh,
    notice_sources,
    heard_back,
    outreach_agreed,
    became_helper,
    joined_in_time,
    stays_90,
    stays_180,
    gap_answered,
    districts_covered,
    resident_hosted,
    goals_by_person,
    came_back,
    fairness,
    *SURVEYS,
)
BY_CODE = {indicator.code: indicator for indicator in INDICATORS}
FORTY: tuple[Indicator, ...] = tuple(sorted(INDICATORS, key=lambda one: one.code))  # and what belongs to one of them

__all__ = [
    "BY_CODE",
    "FORTY",
    "INDICATORS",
    "SURVEYS",
    "Described",
    "Divided",
    "Division",
    "Indicator",
    "Reading",
    "Suppression",
    "Surveyed",
    "answered_in_time",
    "asker_keeps",
    "became_helper",
    "bounced",
    "brought_depth",
    "came_back",
    "days_to_support",
    "days_unattended",
    "dead_end",
    "decided_done",
    "density",
    "districts_covered",
    "fairness",
    "fields_seated",
    "first_contact",
    "first_door",
    "found_lawful_way",
    "gap_answered",
    "goals_by_person",
    "heard_back",
    "household_seen",
    "joined_in_time",
    "not_by_oneself",
    "notice_sources",
    "one_agency",
    "outreach_agreed",
    "places_fresh",
    "resident_hosted",
    "seats_beyond",
    "stale",
    "stays_90",
    "stays_180",
    "touched_together",
    "tower_hours",
    "without_tower",
]
