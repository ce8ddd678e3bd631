"""Golden cases by hand: each criterion at its best and exactly on its bars, and one case less of each, with the level that is left.

Read a line so: with this made worse (or better), the level is that. `said` are the statements that hold.
"""

from marugoto.evaluation.rules.figures import Share
from tests.evaluation.standards.golden_case import Golden, number, of
from tests.evaluation.standards.golden_looking_back import LOOKING_BACK
from tests.evaluation.standards.invented import NONE

FIRST = {
    "F1.1": Golden(
        3,
        {"fresh": of(100, 70), "others": number(1), "ended": number(1)},
        ("owner",),
        (
            (2, {"fresh": of(100, 69)}),
            (2, {"fresh": of(100, 30)}),
            (1, {"fresh": of(100, 29)}),
            (3, {"fresh": of(10, 7)}),
            (3, {"fresh": of(3, 3)}),  # all places there are, however few
            (None, {"fresh": NONE}),
            (1, {"others": NONE}),
            (2, {"ended": NONE}),
        ),
        {"owner": None},
        {"owner": 0},
    ),
    "F1.2": Golden(
        3,
        {"covered": of(5, 4), "silent": of(5, 0)},
        (),
        (
            (2, {"covered": of(100, 79)}),
            (3, {"covered": of(100, 80)}),
            (2, {"covered": of(100, 50)}),
            (1, {"covered": of(100, 49)}),
            (1, {"covered": of(4, 1)}),
            (None, {"covered": NONE}),
            (2, {"silent": of(5, 1)}),
        ),
    ),
    "F1.3": Golden(
        3,
        {
            "open": of(100, 50),
            "known": of(100, 50),
            "arrived": {"高齢": number(1), "障害": number(1), "困窮": number(1)},
        },
        (),
        (
            (2, {"open": of(100, 49)}),
            (2, {"open": of(100, 25)}),
            (1, {"open": of(100, 24)}),
            (0, {"known": of(100, 49)}),
            (None, {"known": NONE}),
            (2, {"arrived": {"高齢": number(4), "障害": number(1)}}),
            (2, {"arrived": NONE}),
        ),
    ),
    "F1.4": Golden(
        3,
        {"hosted": of(100, 50), "roles": number(3)},
        (),
        (
            (2, {"hosted": of(100, 49)}),
            (2, {"hosted": of(100, 30)}),
            (1, {"hosted": of(100, 29)}),
            (1, {"hosted": of(100, 1)}),
            (0, {"hosted": of(100, 0)}),
            (1, {"hosted": of(9, 9)}),  # too few for a percentage
            (None, {"hosted": NONE}),
            (2, {"roles": number(2)}),
            (2, {"roles": NONE}),
        ),
    ),
    "F1.5": Golden(
        3,
        {"done": of(6, 4), "members": number(1), "together": number(1)},
        (),
        (
            (2, {"done": of(6, 3)}),
            (2, {"done": of(6, 2)}),
            (1, {"done": of(6, 1)}),
            (1, {"done": of(6, 0)}),
            (1, {"done": NONE}),
            (None, {"members": NONE}),
            (2, {"together": NONE}),
        ),
    ),
    "F1.6": Golden(
        3,
        {"joined": of(100, 50), "places": number(5)},
        (),
        (
            (2, {"joined": of(100, 49)}),
            (2, {"joined": of(100, 20)}),
            (1, {"joined": of(100, 19)}),
            (1, {"joined": of(9, 9)}),
            (1, {"joined": Share(0, 0, 4)}),
            (None, {"joined": NONE}),
            (2, {"places": number(4)}),
        ),
    ),
    "F1.7": Golden(1, {}, ("posts",), (), {"posts": None}, {"posts": 0}),
    "F1.8": Golden(
        3,
        {"followed": of(4, 2), "held": number(1), "covered": of(6, 3)},
        (),
        (
            (2, {"followed": of(100, 49)}),
            (3, {"followed": of(100, 50)}),
            (2, {"followed": NONE}),
            (1, {"covered": of(100, 49)}),
            (3, {"covered": of(100, 50)}),
            (None, {"held": NONE}),
        ),
    ),
}
SECOND = {
    "F2.1": Golden(
        3,
        {
            "taken": {"高齢": of(110, 105), "障害": of(110, 105), "困窮": of(100, 78)},
            "next": of(100, 95),
        },
        ("rule",),
        (
            (2, {"next": of(100, 94)}),
            (2, {"taken": {"高齢": of(200, 199), "障害": of(200, 199), "困窮": of(100, 74)}}),  # the worst field
            (3, {"taken": {"高齢": of(110, 105), "障害": of(110, 108), "困窮": of(100, 75)}}),
            (2, {"taken": {"高齢": of(100, 90), "障害": of(100, 90), "困窮": of(100, 89)}}),
            (3, {"taken": {"高齢": of(100, 90), "障害": of(100, 90), "困窮": of(100, 90)}}),
            (2, {"taken": {"高齢": of(100, 70), "障害": of(100, 70), "困窮": of(100, 70)}}),
            (1, {"taken": {"高齢": of(100, 70), "障害": of(100, 70), "困窮": of(100, 69)}}),
            (1, {"taken": {"高齢": of(100, 99), "障害": of(100, 99)}}),  # two fields only
            (1, {"taken": {"高齢": of(100, 99), "障害": of(100, 99), "困窮": of(9, 9)}}),  # of the third one cannot say
            (None, {"taken": NONE}),
        ),
        {"rule": None},
        {"rule": 0},
    ),
    "F2.2": Golden(
        3,
        {
            "answered": {"高齢": of(80, 75), "障害": of(20, 15)},
            "lapsed": number(3),
            "bounced": of(100, 5),
            "resting": of(20, 0),
        },
        (),
        (
            (2, {"answered": {"高齢": of(80, 74), "障害": of(20, 15)}}),
            (2, {"answered": {"高齢": of(80, 79), "障害": of(20, 14)}}),
            (2, {"answered": {"高齢": of(400, 399), "障害": of(100, 74)}}),
            (2, {"answered": of(100, 70)}),
            (1, {"answered": of(100, 69)}),
            (1, {"answered": of(9, 9)}),
            (1, {"answered": Share(0, 0, 3)}),
            (None, {"answered": NONE}),
            (2, {"lapsed": number(4)}),
            (2, {"bounced": of(100, 6)}),
            (2, {"bounced": of(9, 0)}),
            (2, {"resting": of(20, 1)}),
        ),
    ),
    "F2.3": Golden(
        3,
        {"covered": of(100, 75), "met": of(100, 50)},
        (),
        (
            (2, {"covered": of(100, 74)}),
            (2, {"covered": of(100, 40)}),
            (1, {"covered": of(100, 39)}),
            (1, {"covered": Share(0, 0, 2)}),
            (None, {"covered": NONE}),
            (2, {"met": of(100, 49)}),
        ),
    ),
    "F2.4": Golden(
        3,
        {"done": of(100, 80), "seated": of(100, 70), "alone": of(100, 20), "decided": number(1)},
        ("calling",),
        (
            (2, {"done": of(100, 79)}),
            (2, {"seated": of(100, 69)}),
            (2, {"alone": of(100, 21)}),
            (2, {"alone": of(100, 50)}),
            (1, {"alone": of(100, 51)}),
            (1, {"alone": of(9, 0)}),
            (1, {"decided": NONE}),
        ),
        {"calling": None},
        {"calling": 0},
    ),
    "F2.5": Golden(
        3,
        {"found": of(100, 80), "made": number(1)},
        ("bases",),
        ((2, {"found": of(100, 79)}), (2, {"found": NONE}), (1, {"made": NONE})),
        {"bases": None},
        {"bases": 0},
    ),
    "F2.6": Golden(
        3,
        {"moving": of(100, 90), "kept": of(100, 60)},
        ("authority", "monthly"),
        (
            (2, {"moving": of(100, 89)}),
            (2, {"moving": of(100, 70)}),
            (1, {"moving": of(100, 69)}),
            (1, {"moving": NONE}),
            (2, {"kept": of(100, 59)}),
        ),
        {"authority": None, "monthly": 1},
        {"authority": 0, "monthly": 1},
    ),
    "F2.7": Golden(
        3,
        {"alone": of(100, 50), "hours": number(2)},
        ("tiers", "trend"),
        ((2, {"alone": of(100, 49)}), (1, {"hours": number(1)}), (1, {"hours": NONE})),
        {"tiers": None, "trend": 2},
        {"tiers": 0, "trend": 2},
    ),
    "F2.8": Golden(
        2,
        {"fields": number(5)},
        ("contacts",),
        ((2, {"fields": number(3)}), (1, {"fields": number(2)}), (1, {"fields": NONE})),
        {"contacts": None},
        {"contacts": 0},
    ),
    "F2.9": Golden(
        3,
        {"own": of(100, 70), "kept": of(100, 50)},
        (),
        (
            (2, {"own": of(100, 69)}),
            (2, {"own": of(100, 50)}),
            (1, {"own": of(100, 49)}),
            (None, {"own": NONE}),
            (2, {"kept": of(100, 49)}),
        ),
    ),
}
THIRD = {
    "F3.1": Golden(
        3,
        {"answered": of(100, 90), "sources": number(3), "districts": of(5, 4)},
        ("channels",),
        (
            (2, {"answered": of(100, 89)}),
            (2, {"districts": of(100, 79)}),
            (3, {"districts": of(100, 80)}),
            (2, {"districts": of(100, 50)}),
            (1, {"districts": of(100, 49)}),
            (1, {"sources": number(2)}),
        ),
        {"channels": None},
        {"channels": 0},
    ),
    "F3.2": Golden(
        3,
        {"heard": of(100, 80)},
        ("template",),
        (
            (2, {"heard": of(100, 79)}),
            (2, {"heard": of(100, 50)}),
            (1, {"heard": of(100, 49)}),
            (1, {"heard": of(41, 17)}),
            (1, {"heard": NONE}),
        ),
        {"template": None},
        {"template": 0},
    ),
    "F3.3": Golden(
        3,
        {"reached": of(100, 50), "agreed": of(100, 30), "others": of(100, 20)},
        ("targets",),
        (
            (1, {"reached": of(100, 49)}),
            (2, {"agreed": of(100, 29)}),
            (2, {"others": of(100, 19)}),
        ),
        {"targets": None},
        {"targets": 0},
    ),
    "F3.4": Golden(
        3,
        {"joined": of(100, 60), "places": number(3)},
        ("outside",),
        (
            (2, {"joined": of(100, 59)}),
            (2, {"joined": of(100, 30)}),
            (1, {"joined": of(100, 29)}),
            (None, {"joined": NONE}),
            (2, {"places": number(2)}),
        ),
        {"outside": 2},
        {"outside": 2},
    ),
    "F3.5": Golden(
        3,
        {"stays": of(100, 60), "followed": of(100, 80)},
        (),
        (
            (2, {"stays": of(100, 59)}),
            (2, {"stays": of(100, 40)}),
            (1, {"stays": of(100, 39)}),
            (None, {"stays": NONE}),
            (2, {"followed": of(100, 79)}),
        ),
    ),
    "F3.6": Golden(
        3,
        {"answered": of(100, 25), "born": number(2)},
        (),
        (
            (2, {"answered": of(100, 24)}),
            (None, {"answered": NONE}),
            (1, {"born": number(1)}),
            (1, {"born": NONE}),
        ),
    ),
    "F3.7": Golden(
        3,
        {"answered": of(100, 80), "silent": of(5, 2)},
        ("job",),
        (
            (2, {"answered": of(100, 79)}),
            (3, {"silent": of(100, 40)}),
            (2, {"silent": of(100, 41)}),
            (2, {"silent": of(100, 70)}),
            (1, {"silent": of(100, 71)}),
            (1, {"silent": NONE}),
        ),
        {"job": None},
        {"job": 0},
    ),
}
WHOLE = {  # of these all there are is counted; everything else are cases, of which there may be too few
    *(
        ("F1.1", "fresh"),
        ("F1.2", "covered"),
        ("F1.3", "open"),
        ("F1.3", "known"),
        ("F1.8", "covered"),
        ("F1.8", "followed"),
    ),
    *(("F3.1", "districts"), ("F3.7", "silent")),
    *(("P.2", "linked"), ("P.2", "measured"), ("P.3", "explained"), ("P.3", "used"), ("P.5", "quick")),
}
GOLDEN: dict[str, Golden] = FIRST | SECOND | THIRD | LOOKING_BACK
