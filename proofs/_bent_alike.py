"""Bent so, nothing that can happen is otherwise: each with its reason. And the modules of the rules in which nothing can be bent."""

_CONVERGED = "the fraction has long converged: one step more or less changes no digit"
_NEAR = "near the mean either side of the fraction converges, and both give the same"
_NEVER = "a chance is no round number: it never falls just on the bar"

_ALONE = "of one figure alone a whole that is printed nowhere tells nothing"
_BOTH = "a part is never hidden alone, for n less the other is it"
_WITH_N = "k is told with n alone"
_SIGN = "a sign is one or less one, and nothing between"
_STILL = "the bounds stand still long before"
_TRUE_WITHIN = "the true number lies within its bounds: of one that is not few they are never all few, and a hidden one is not zero"
_SPARED = "sums that tell nothing are left out to spare work, and change no answer"
_ENDS = "a half-year ends in March or in September: no last day lies in April or in October"
_EDGES = (
    "APRIL <= last.month < OCTOBER with Lt at 1",
    "APRIL <= last.month < OCTOBER with LtE at 2",
)

ALIKE: dict[str, str] = {
    **{f"half_year.{one}: {edge}": _ENDS for one in ("first_day", "next_after", "say_half_year") for edge in _EDGES},
    "balance.HALF = 0.49": "of five kinds or of seven no share lies between .49 and .51",
    "balance.HALF = 0.51": "of five kinds or of seven no share lies between .49 and .51",
    "balance.leans: fullest.share >= HALF with Gt": "of five kinds or of seven none is just half",
    "before_after.belongs: not told.area and place is not None and (place in within.in_areas) without place is not None": (
        "no place is never one of its places"
    ),
    "before_after._leaves_few: len(one) < rest with LtE": "where nothing is left, nothing can be taken from it that is not few",
    "before_after.gives_away: one < own with LtE": "of a number less itself nothing is left",
    "before_after.gives_away: own < whole with LtE": "of a number less itself nothing is left",
    "before_after.gives_away: one < whole with LtE": "of a number less itself nothing is left",
    "before_after.count: one.days < spans.days with LtE": "a span beside itself adds nobody",
    "certainty.STEPS = 199": _CONVERGED,
    "certainty.STEPS = 201": _CONVERGED,
    "certainty.TINY = -0.009999999999": "no step of the fraction is just zero; it stands there for safety",
    "certainty.TINY = 0.010000000001": "no step of the fraction is just zero; it stands there for safety",
    "certainty._fraction: value or TINY without TINY": "no step of the fraction is just zero; it stands there for safety",
    "certainty.certainty: likely >= SURE with Gt": _NEVER,
    "certainty.certainty: likely >= FAIRLY with Gt": _NEVER,
    "certainty._beta_below: x > (a + 1) / (a + b + 2) with GtE": _NEAR,
    "certainty._beta_below: x > (a + 1) / (a + b + 2) with 0 for 1": _NEAR,
    "certainty._beta_below: x > (a + 1) / (a + b + 2) with 2 for 1": _NEAR,
    "certainty._beta_below: x > (a + 1) / (a + b + 2) with 1 for 2": _NEAR,
    "certainty._beta_below: x > (a + 1) / (a + b + 2) with 3 for 2": _NEAR,
    "flags._dead: used is None or not (live > TOO_MANY_LIVE or (live > MANY_LIVE and used < LITTLE_USED)) without used is None": (
        "where none is live, there are not many either"
    ),
    "flags.surely_met: (above if way is Way.UP else 1 - above) > SURELY_MET with GtE": _NEVER,
    "flags._wrong_way: if one.guard is True": "under no reference stands nothing",
    "level.sureness: one.level <= (level or 0) with -1 for 0": "no test asks for a level under 1",
    "necessity_flip._choices: if given.unread is True": "where none is unread nothing is read, and a smaller change does without it",
    "necessity_words._because: if given.still is True": "that question is asked only where something was tried and is left",
    "sheets.TIES[0].back = -1": "less than none back is none",
    "sheets.TIES[1].back = -1": "less than none back is none",
    "report.report: if answer in names is True": "what has no name here is in no row, whatever it is counted under",
    "second_opinion.HIGHEST = 5": "nobody says five: a band that reaches so far holds no more",
    "second_opinion.opinion_of: max(range(HIGHEST - BAND + 1), key=lambda at: (sum((at <= one <= at + BAND for one in held)), -at)) with 2 for 1": (
        "nobody says five: a band that reaches so far holds no more"
    ),
    "subtraction.ROUNDS = 59": _STILL,
    "subtraction.ROUNDS = 61": _STILL,
    "subtraction.shut_in: if known == before is False": _STILL,
    "subtraction.told_of: name not in silent and 0 < count < few without name not in silent": "what is silent is told in neither case",
    "subtraction.leaking: if not small is False": "where nothing small is hidden, nothing small comes out",
    "subtraction.leaking: name not in told and 0 < count < few without 0 < count < few": _TRUE_WITHIN,
    "subtraction.leaking: 0 < count < few with LtE at 1": _TRUE_WITHIN,
    "subtraction.leaking: 0 < count < few with LtE at 2": _TRUE_WITHIN,
    "subtraction.leaking: 0 < count < few with -1 for 0": _TRUE_WITHIN,
    "subtraction._narrow: part.most or 0 without 0": "that none is without an end was asked before",
    "subtraction._narrow: end or 0 without 0": "that none is without an end was asked before",
    "subtraction._within: least > bounds.least with GtE": "the same bound again",
    "subtraction._within: most < bounds.most with LtE": "the same bound again",
    "subtraction._solved: row != used and rows[row][column] without rows[row][column]": "less no times a row is the same row",
    "subtraction._telling: if len(kept) == len(left) is True": _SPARED,
    "subtraction._telling: (open_here := [n for n in one.names if n in times]) and min((times[n] for n in open_here)) > 1"
    " without min((times[n] for n in open_here)) > 1": _SPARED,
    "subtraction._telling: min((times[n] for n in open_here)) > 1 with GtE": _SPARED,
    "subtraction._telling: min((times[n] for n in open_here)) > 1 with 0 for 1": _SPARED,
    "telling._halves: least <= before <= most with Lt at 2": "a first half-year that can only be none is known without being told",
    "telling._halves: sign > 0 with GtE": _SIGN,
    "telling._halves: sign < 0 with LtE": _SIGN,
    "telling._halves: sign > 0 with -1 for 0": _SIGN,
    "telling._halves: max((-known for known, sign in halves if sign > 0)) with -1 for 0": _SIGN,
    "telling._halves: min((known for known, sign in halves if sign < 0)) with 1 for 0": _SIGN,
    "telling._of_group: if one.part is True": "what is printed nowhere has no bounds, and a sum of it tells nothing",
    "telling._of_group: if len(group) > 1 is True": _ALONE,
    "telling._of_group: len(group) > 1 with GtE": _ALONE,
    "telling._of_group: len(group) > 1 with 0 for 1": _ALONE,
    "telling._told: told[f'{one.code}.k'] is None or told[f'{one.code}.left'] is None with And": _BOTH,
    "telling._told: told[f'{one.code}.k'] is None or told[f'{one.code}.left'] is None without told[f'{one.code}.k'] is None": _BOTH,
    "telling._told: told[f'{one.code}.k'] is None or told[f'{one.code}.left'] is None without told[f'{one.code}.left'] is None": (
        _BOTH
    ),
    "telling._in_time: told.n is not None and told.k is not None and one.part without told.n is not None": _WITH_N,
    "telling._in_time: told.n is None or told.k is None without told.n is None": _WITH_N,
    "telling._counts: max(share.n - share.k, 0) with -1 for 0": "where k is no part of n, what is left is told nowhere",
    "trend._band: max(floor((len(slopes) - width) / 2), 0) with -1 for 0": "from four points on there are more pairs than that",
    "survey.told_count: if not question.paired is False": "what is not paired has no first time, and nothing is shifted",
    "survey.told_count: said.first or 0 without 0": "of what is paired the first time was said, or it was refused",
    "survey.range_of: max(floor(low * 100 + 1e-09), 0) with -1 for 0": "no range of Wilson's begins under none",
    "survey.range_of: min(ceil(high * 100 - 1e-09), 100) with 101 for 100": "no range of Wilson's ends above all",
    "standing.learns: levels.get(one, 0) >= RUNS with -1 for 0": "0 and what lies beside it are all under 3",
    "standing.learns: levels.get(one, 0) >= RUNS with 1 for 0": "0 and what lies beside it are all under 3",
}
# Comparisons outside of functions: of a table that is made once. Each with what tells it.
IN_TABLES: dict[str, str] = {
    "heads": "what is silent is printed nowhere: test_every_sum_holds_of_what_is_counted",
}
NOTHING_TO_BEND: dict[str, str] = {
    "written": "the form of an indicator as somebody writes it: names and defaults, no question",
}
