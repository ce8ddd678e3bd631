"""What a wish names, and whether it is done at a place."""

from marugoto.participation.rules import words as own_words
from marugoto.participation.rules.offered import ANYBODY, Offered, Topics, Wished

TO_STAY = own_words.topics(["居場所"])


def met(topics: Topics, tokens: frozenset[str]) -> bool:
    return any(one <= tokens for one in topics)


def done(topics: Topics, place: Offered, *, told: bool = False) -> bool:
    """What stands in no group may be told of the place beside what is done there, and is no answer where it is told alone.
    `told`: what stands in one may be told of it, too."""
    return any(
        all(one in place.topics or (one in place.words and named and (told or one not in named)) for one in each)
        for each in topics
        for named in (own_words.groups(each),)
    )


def names(wished: Wished) -> bool:
    """Something particular, be it in a word that others use too or not: the same sort of thing is no answer by itself."""
    return bool(wished.topics - TO_STAY) if wished.topics else bool(own_words.groups(wished.words))


def wanted(wished: Wished) -> frozenset[str]:
    """Tokens of what is wished for: where topics are named, what else the person told is a story, not a wish."""
    return frozenset().union(*wished.topics) if wished.topics else wished.words


def asks_to_stay(wished: Wished) -> bool:
    """Names nothing to be done there: to be among people is all."""
    return not wished.interests and wished.topics <= TO_STAY


def is_named(wished: Wished, place: Offered, *, itself: bool = False) -> bool:
    """A thing the wish names is done there, or told of it. `itself`: the thing, not only its sort."""
    if wished.topics:
        return done(own_words.things(wished.topics) if itself else wished.topics, place, told=True)
    return bool(own_words.groups(wished.words & place.words))


def for_others(wished: Wished, place: Offered) -> bool:
    """For those who are in the same plight, which is not the one the wish names, and nothing else that it names is done there."""
    alike = own_words.peers(place.topics)
    if not wished.topics or not alike or ANYBODY in place.welcomes:
        return False
    return not alike & (wanted(wished) | wished.words) and not done(own_words.things(wished.topics), place)
