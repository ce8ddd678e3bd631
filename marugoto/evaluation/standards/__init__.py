"""The standard of establishment (整備の基準): open, versioned, ours and not official; one criterion a file.

No threshold here is official, and none is for distributing money (v0, evaluation.md 6.1). Levels are cumulative, there is no total.
"""

from marugoto.evaluation.standards.aims_and_means import aims_and_means
from marugoto.evaluation.standards.all_decide_together import all_decide_together
from marugoto.evaluation.standards.ball_does_not_fall import ball_does_not_fall
from marugoto.evaluation.standards.beyond_welfare import beyond_welfare
from marugoto.evaluation.standards.coordinators_together import coordinators_together
from marugoto.evaluation.standards.criterion import LEVELS, Criterion, Verdict
from marugoto.evaluation.standards.decided_after_asking import decided_after_asking
from marugoto.evaluation.standards.explained import explained
from marugoto.evaluation.standards.few_indicators import few_indicators
from marugoto.evaluation.standards.going_out import going_out
from marugoto.evaluation.standards.it_lasts import it_lasts
from marugoto.evaluation.standards.lawful_sharing import lawful_sharing
from marugoto.evaluation.standards.learning_moves import learning_moves
from marugoto.evaluation.standards.led_to_a_place import led_to_a_place
from marugoto.evaluation.standards.nobody_is_refused import nobody_is_refused
from marugoto.evaluation.standards.open_to_all import open_to_all
from marugoto.evaluation.standards.others_grow import others_grow
from marugoto.evaluation.standards.own_plan import own_plan
from marugoto.evaluation.standards.place_in_every_district import place_in_every_district
from marugoto.evaluation.standards.place_to_be_led_to import place_to_be_led_to
from marugoto.evaluation.standards.residents_carry import residents_carry
from marugoto.evaluation.standards.resources_alive import resources_alive
from marugoto.evaluation.standards.review_reaches_means import review_reaches_means
from marugoto.evaluation.standards.small_trials import small_trials
from marugoto.evaluation.standards.staff_in_the_field import staff_in_the_field
from marugoto.evaluation.standards.survives_people import survives_people
from marugoto.evaluation.standards.tower_behind import tower_behind
from marugoto.evaluation.standards.users_in_review import users_in_review
from marugoto.evaluation.standards.ways_of_noticing import ways_of_noticing
from marugoto.evaluation.standards.what_is_missing_is_born import what_is_missing_is_born
from marugoto.evaluation.standards.whole_household import whole_household
from marugoto.evaluation.standards.wide_table import wide_table
from marugoto.evaluation.standards.word_comes_back import word_comes_back

OURS = "わたしたちの案(v0)で、公式の基準ではありません。お金の配分に使わないでください。"
CRITERIA: tuple[Criterion, ...] = (
    resources_alive,
    place_in_every_district,
    open_to_all,
    residents_carry,
    beyond_welfare,
    place_to_be_led_to,
    coordinators_together,
    learning_moves,
    nobody_is_refused,
    ball_does_not_fall,
    whole_household,
    all_decide_together,
    lawful_sharing,
    tower_behind,
    others_grow,
    wide_table,
    own_plan,
    ways_of_noticing,
    word_comes_back,
    going_out,
    led_to_a_place,
    it_lasts,
    what_is_missing_is_born,
    staff_in_the_field,
    decided_after_asking,
    aims_and_means,
    few_indicators,
    review_reaches_means,
    small_trials,
    users_in_review,
    explained,
    survives_people,
)
BY_CODE = {criterion.code: criterion for criterion in CRITERIA}

__all__ = ["BY_CODE", "CRITERIA", "LEVELS", "OURS", "Criterion", "Verdict", "ball_does_not_fall"]
