"""What a person insists on: it shuts a gate where it is known to be otherwise, and is no proposal where nobody knows."""

from dataclasses import replace

import pytest

from marugoto.participation.codes import Doing, Support, Tongue, Trait, Travel
from marugoto.participation.rules.matching import match
from marugoto.participation.rules.offered import Offered, Wished
from marugoto.participation.rules.reading import implied
from marugoto.participation.rules.roads import ANYWHERE
from marugoto.participation.rules.words import activities, tokens, topics
from tests.participation.test_matching import FAR, SAID, SHOGI, shut

CHOIR = Wished(topics=topics(["コーラス"]), only_topics=True)
HELPING, BOTH = frozenset({Doing.HELP}), frozenset({Doing.JOIN, Doing.HELP})
FULL = replace(SHOGI, doings=BOTH, age_from=65, fee=400, room=False)


@pytest.mark.parametrize(
    ("wished", "place", "why"),
    [
        (
            CHOIR,
            replace(SHOGI, topics=activities(["将棋"])),
            ["望みは「合唱」だけです。ここでは、できると書かれていません。"],
        ),
        (CHOIR, replace(SHOGI, topics=activities(["合唱"])), []),
        (CHOIR, SHOGI, []),  # nobody wrote down what is done
        (
            Wished(not_topics=topics(["将棋"])),
            replace(SHOGI, topics=activities(["将棋"])),
            ["したくないと話したこと「将棋」をする所です。"],
        ),
        (
            Wished(topics=topics(["囲碁"]), not_topics=topics(["将棋"])),
            replace(SHOGI, topics=activities(["将棋", "囲碁"])),
            [],
        ),
        (
            Wished(never=frozenset({Trait.SMOKE})),
            replace(SHOGI, traits=frozenset({Trait.SMOKE})),
            ["本人が、これがあると行けないと話したことがあります（たばこの煙や匂い）。"],
        ),
        (
            Wished(must=frozenset({Trait.WOMEN_ONLY})),
            replace(SHOGI, traits=frozenset({Trait.MEN})),
            ["これがないと行けないと話したこと（女性だけ）が、ここではちがいます。"],
        ),
        (Wished(must=frozenset({Trait.WOMEN_ONLY})), SHOGI, []),
        (Wished(steps=1), replace(SHOGI, steps=18), ["段が18段あります。上がれるのは1段までです。"]),
        (Wished(steps=0), replace(SHOGI, steps=1), ["段が1段あります。段は上がれません。"]),
        (Wished(steps=1), SHOGI, []),
        (Wished(not_areas=frozenset({"north"})), SHOGI, ["本人が行けないと話した圏域にあります。"]),
        (Wished(area="south"), replace(SHOGI, residents=True), ["その圏域に住む人の場所です。"]),
        (Wished(area="north"), replace(SHOGI, residents=True), []),
        (Wished(), replace(SHOGI, residents=True), []),
        (
            Wished(weeks=frozenset({1})),
            replace(SHOGI, weeks=frozenset({2, 4})),
            ["開くのは第2・第4の週で、行ける第1の週と合いません。"],
        ),
        (Wished(weeks=frozenset({1})), SHOGI, []),
        (Wished(fee_month=500), replace(SHOGI, fee_month=3_000), ["月3,000円で、出せる500円をこえます。"]),
        (Wished(fee_limit=300), replace(SHOGI, fee_month=3_000), []),  # another measure
        (
            Wished(fee_limit=0),
            replace(SHOGI, fee_year=1_000),
            ["年1,000円かかります。お金のかからない所を探しています。"],
        ),
        (Wished(fee_limit=0, age=12), replace(SHOGI, fee=300, free_for=frozenset({"children"})), []),
        (
            Wished(doings=HELPING),
            replace(SHOGI, doings=frozenset({Doing.JOIN})),
            ["ここは「参加する・過ごす」所で、望む関わり方とちがいます。"],
        ),
        (
            Wished(fee_limit=0, age=40),
            FULL,
            [
                "いまは空きがありません。空けば候補になります。",
                "65歳からの場所です。",
                "1回400円で、出せる0円をこえます。",
            ],
        ),
        (Wished(fee_limit=0, age=40, doings=HELPING), FULL, []),  # what is said of guests is not said of hands
        (
            replace(FAR, ways=frozenset({Travel.HOME})),
            replace(SHOGI, pickup=True),
            ["出かけて行く場所です。家に来てもらえるか、画面や電話で入れれば候補になります。"],
        ),
        (replace(FAR, ways=frozenset({Travel.HOME})), replace(SHOGI, traits=frozenset({Trait.VISITS})), []),
    ],
)
def test_what_the_person_insists_on_shuts_a_gate(wished: Wished, place: Offered, why: list[str]) -> None:
    assert shut(wished, place) == why


GAMES, JOINS = frozenset({"games"}), frozenset({Doing.JOIN})


@pytest.mark.parametrize(
    ("wished", "place"),
    [
        (Wished(must=frozenset({Trait.PAID})), {}),
        (Wished(must_words=topics(["無香料"])), {}),
        (Wished(ways=frozenset({Travel.PICKUP})), {}),
        (Wished(), {"area": ANYWHERE}),  # who can go out is not put before a screen unasked
        (Wished(tongues=frozenset({Tongue.SPANISH})), {}),
        (Wished(doings=frozenset({Doing.LEARN})), {"doings": JOINS}),  # nobody teaches there
        (
            Wished(interests=GAMES, words=tokens("孫は畑が好き"), topics=topics(["麻雀"])),
            {"words": tokens("畑")},
        ),  # a story, no wish
        (Wished(interests=GAMES, topics=topics(["麻雀"])), {}),  # the same sort of thing is no answer by itself
    ],
)
def test_what_is_not_known_to_answer_is_nearly_and_no_proposal(wished: Wished, place: dict[str, object]) -> None:
    found = match(wished, [replace(SHOGI, **place)], SAID)  # type: ignore[arg-type]
    assert (found.fits, [fit.place.name for fit in found.unsure]) == ((), ["木曜の将棋"])


@pytest.mark.parametrize(
    ("wished", "place"),
    [
        (Wished(must=frozenset({Trait.PAID})), {"traits": frozenset({Trait.PAID})}),
        (Wished(must=frozenset({Trait.QUIET})), {}),  # how it feels there can be asked
        (Wished(support=frozenset({Support.CHAIR})), {}),  # and this can be made ready
        (Wished(must_words=topics(["無香料"])), {"words": frozenset({"無香", "香料"})}),
        (Wished(ways=frozenset({Travel.HOME})), {"area": ANYWHERE}),
        (Wished(tongues=frozenset({Tongue.SPANISH})), {"experience": frozenset({"foreign"})}),
        (
            Wished(support=frozenset({Support.SEAT_TOILET})),
            {"accessible": implied(frozenset({Support.TOILET}), 0, frozenset())},
        ),
        (  # who needs a wheelchair's way in is among those whom it is for, said or not
            Wished(as_whom=frozenset({"young"}), support=frozenset({Support.WHEELCHAIR})),
            {"welcomes": frozenset({"disabled"}), "accessible": frozenset({Support.WHEELCHAIR})},
        ),
        (Wished(doings=frozenset({Doing.LEARN})), {"doings": JOINS, "traits": frozenset({Trait.BEGINNERS})}),
        (
            Wished(interests=GAMES, topics=topics(["麻雀"]), likes=frozenset({Trait.QUIET, Trait.SMALL})),
            {"traits": frozenset({Trait.QUIET, Trait.SMALL})},
        ),
    ],
)
def test_what_is_known_to_answer_is_a_proposal(wished: Wished, place: dict[str, object]) -> None:
    found = match(wished, [replace(SHOGI, **place)], SAID)  # type: ignore[arg-type]
    assert [fit.place.name for fit in found.fits] == ["木曜の将棋"]
