"""What makes a place easy or hard for somebody: which traits of a place answer which wish or fear."""

from collections.abc import Mapping
from dataclasses import dataclass

from marugoto.participation.codes import Company, Fear, Trait
from marugoto.participation.rules.offered import Offered, Wished


@dataclass(frozen=True, slots=True)
class Comfort:
    """`good` traits answer it, `bad` ones are what it is about; a trait that is said not to be there counts for the other side.
    `fee`: it is about money."""

    good: frozenset[Trait] = frozenset()
    bad: frozenset[Trait] = frozenset()
    fee: bool = False

    def is_good(self, place: Offered) -> bool:
        return bool(self.good & place.traits or self.bad & place.not_traits) or (self.fee and place.fee == 0)

    def is_bad(self, place: Offered) -> bool:
        return bool(self.bad & place.traits or self.good & place.not_traits) or (self.fee and bool(place.fee))

    def what_is_good(self, place: Offered) -> frozenset[Trait]:
        return self.good & place.traits

    def what_is_bad(self, place: Offered) -> frozenset[Trait]:
        return self.bad & place.traits


def _of(good: str = "", bad: str = "", *, fee: bool = False) -> Comfort:
    return Comfort(frozenset(map(Trait, good.split())), frozenset(map(Trait, bad.split())), fee)


COMFORTS: Mapping[str, Comfort] = {
    Fear.NOISE: _of("quiet", "lively"),
    Fear.CROWD: _of("small", "large"),
    Fear.KNOWN: _of("outsiders", "neighbours"),
    Fear.QUESTIONS: _of("no_questions"),
    Fear.TALKING: _of("no_talking"),
    Fear.MONEY: _of(fee=True),
    Fear.MEN: _of("women women_only", "men men_only"),
    Fear.WOMEN: _of("men men_only", "women women_only"),
    Fear.CHILDREN: _of("", "children"),
    Fear.OLD: _of("mixed_ages", "old"),
    Fear.ALCOHOL: _of("", "alcohol"),
    Fear.ANIMALS: _of("", "animals"),
    Fear.DUTIES: _of("", "duties"),
    Fear.RELIGION: _of("", "religion"),
    Fear.FIXED: _of("come_and_go", "every_time"),
    Fear.PATIENTS: _of("", "patients"),
    Fear.SMOKE: _of("", "smoke"),
    Fear.FOOD: _of("", "food eating"),
    Fear.RECORDS: _of("", "records"),
    Fear.PAPERS: _of("", "papers"),
    Company.SMALL: _of("small", "large"),
    Company.MANY: _of("large lively"),
    Company.WITH_SOMEBODY: _of("met"),
    Company.ALONE: _of("come_and_go no_talking no_questions"),
}
# What is said of a place and leaves no room for the other.
CONTRARY: Mapping[Trait, frozenset[Trait]] = {
    Trait.QUIET: frozenset({Trait.LIVELY}),
    Trait.LIVELY: frozenset({Trait.QUIET}),
    Trait.SMALL: frozenset({Trait.LARGE}),
    Trait.LARGE: frozenset({Trait.SMALL}),
    Trait.COME_AND_GO: frozenset({Trait.EVERY_TIME}),
    Trait.WOMEN_ONLY: frozenset({Trait.MEN, Trait.MEN_ONLY}),
    Trait.MEN_ONLY: frozenset({Trait.WOMEN, Trait.WOMEN_ONLY}),
}
# What is written of a place wherever it is so, such as whom alone it is for; how it feels there often is not, and can be asked.
FACTS = frozenset(map(Trait, "women_only men_only patients paid eating visits online outdoors".split()))  # noqa: SIM905 — read as one line
LIKED: Mapping[Trait, Comfort] = {trait: Comfort(frozenset({trait})) for trait in Trait}
MOST_GOOD, MOST_BAD = 4, 3
ENOUGH = 2  # so many things in common answer a wish where the thing itself is not done


def asked(wished: Wished) -> list[tuple[str, Comfort]]:
    """What this wish asks of a place, in the order of the lists."""
    said: frozenset[str] = wished.fears | wished.company
    found: list[tuple[str, Comfort]] = [(code, comfort) for code, comfort in COMFORTS.items() if code in said]
    return found + [(trait, LIKED[trait]) for trait in Trait if trait in wished.likes | wished.must]


def lacking(wished: Wished, place: Offered) -> frozenset[Trait]:
    """What the person does not come without, and what is said to be otherwise."""
    return frozenset(
        trait
        for trait in wished.must
        if trait in place.not_traits or (trait not in place.traits and CONTRARY.get(trait, frozenset()) & place.traits)
    )
