"""Which mutants are told from the true rule, by whom: the rule and the grounds in Python, the filter in SQL, the policies in PostgreSQL.

Equivalents are listed with the reason why no world can tell them. The list is held to: one that is killed after all, or is there no
more, fails as a survivor does.
"""

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any

from django.db import DatabaseError, transaction

from marugoto.disclosure.queries.filter import visible_folders
from marugoto.disclosure.rules import access, basis, sharing
from proofs import _articles, _mutants, _ruled, _shadow
from proofs import _worlds as worlds
from proofs._grounds import Grounding, grounds, loaded
from proofs._mutants import Mutant

STACKED = 4_000
LENGTH = "context: length(raw) = 0 OR length(raw) > 500"
WALLED = "grants and restrictions stand behind a wall by body of their own, which the question inside the policy does not pass"
SAID = ("allows", "binds", "duty", "gate", "source")  # of a ground, on the page of the body's grounds
REFUSED = "what lacks an agreement or a decision is refused either way: only the sentence differs"
EQUIVALENTS: dict[str, str] = {
    **{
        f"grounds (rules/basis.py): Basis: {said}: str = '' is 'other'": "words of a page; they decide nothing"
        for said in SAID
    },
    "grounds (rules/sharing.py): may_share: if lacking and (not sharing.basis.needs_decision) is False": REFUSED,
    "grounds (rules/sharing.py): may_share: lacking and (not sharing.basis.needs_decision) without not sharing.basis.needs_decision": (
        REFUSED
    ),
    "grounds (rules/sharing.py): may_share: not sharing.basis.needs_decision without not": REFUSED,
    "grounds (rules/basis.py): Basis: ring_fenced: bool = False is True": "it says how a page words the ground; it decides nothing",
    "grounds (rules/basis.py): Basis: verified: bool = True is False": "it says that the article was checked; it decides nothing",
    "SQL filter (queries/filter.py): WHERE r.folder_id = g.folder_id AND r.body = {body} → TRUE": (
        "a restriction has the body of its folder, and a grant on that folder was found in the viewer's own body before"
    ),
    "policy: the folder of the row: WHERE r.folder_id = g.folder_id AND {plus}r.body = {body} → TRUE": WALLED,
    "policy: the folder of the row: WHERE {of_grant}{plus}g.body = {body} → TRUE": WALLED,
    f"{LENGTH} → length(raw) = 0": "a context that is too long carries no signature of ours; the bound only saves the reckoning",
    f"{LENGTH} → length(raw) = 0 AND length(raw) > 500": "the same, and an empty text has no eight claims",
    f"{LENGTH} → length(raw) > 500": "an empty text has no eight claims",
}


def of_the_rule(seed: int, numbers: Sequence[int] = ()) -> list[dict[str, Any]]:
    """Every viewer in every world in which nothing stacks, and some thousands in which something does; or only in these."""
    dice, ruling = Random(seed), _ruled.Ruling()
    numbers = numbers or [*worlds.single(), *dice.sample(range(worlds.FOLDERS), STACKED)]
    asked = [(viewer, number) for number in numbers for viewer in worlds.VIEWERS]
    dice.shuffle(asked)
    expected = [ruling.opens(*one) for one in asked]

    def killed(mutant: Mutant) -> bool:
        try:
            bent = _ruled.Ruling(loaded("access_bent", mutant.text))
            return any(bent.opens(*one) is not answer for one, answer in zip(asked, expected, strict=True))
        except (TypeError, AttributeError, ValueError):  # it answers nothing at all
            return True

    return [_row("rule (rules/access.py)", _mutants.of_python(_articles.source_of(access)), killed)]


def of_the_grounds() -> list[dict[str, Any]]:
    texts = {"basis": _articles.source_of(basis), "sharing": _articles.source_of(sharing)}
    every = list(grounds())
    true = Grounding(*(loaded(name, text) for name, text in texts.items()))
    expected = [true.allows(one) for one in every]

    def killed_in(name: str) -> Callable[[Mutant], bool]:
        def killed(mutant: Mutant) -> bool:
            modules = {one: loaded(one, mutant.text if one == name else text) for one, text in texts.items()}
            try:
                bent = Grounding(modules["basis"], modules["sharing"])
                return any(bent.allows(one) is not answer for one, answer in zip(every, expected, strict=True))
            except (TypeError, AttributeError, ValueError, LookupError):
                return True

        return killed

    only = {"basis": frozenset({"Basis", "may_use", "may_use_entry"}), "sharing": None}
    return [
        _row(f"grounds (rules/{name}.py)", _mutants.of_python(text, only=only[name]), killed_in(name))
        for name, text in texts.items()
    ]


def of_the_filter() -> list[dict[str, Any]]:
    numbers, ruling = worlds.varied(), _ruled.Ruling()
    expected = {viewer: {one for one in numbers if ruling.opens(viewer, one)} for viewer in worlds.VIEWERS}

    def killed(mutant: Mutant) -> bool:
        try:
            with transaction.atomic():
                return any(_shadow.opened(viewer, mutant.text) != folders for viewer, folders in expected.items())
        except DatabaseError:
            return True

    with _shadow.shadowed(numbers):
        return [_row("SQL filter (queries/filter.py)", _mutants.of_sql(visible_folders()), killed)]


def _row(name: str, mutants: Iterator[Mutant], killed: Callable[[Mutant], bool]) -> dict[str, Any]:
    count, left = _mutants.survivors(mutants, killed)
    known = {one for one in EQUIVALENTS if one.startswith(f"{name}: ")}
    said = {f"{name}: {one}" for one in left}
    wrong = sorted(said - known) + [f"{one} (listed as equivalent, but killed or gone)" for one in sorted(known - said)]
    return {"of": name, "mutants": count, "equivalent": len(known & said), "survivors": len(wrong), "names": wrong}


# ---------------------------------------------------------------- policies


def of_the_policies(ruled: dict[str, bytearray]) -> list[dict[str, Any]]:
    from proofs._bent_policies import rows

    return rows(ruled, _row)
