"""How a grant comes about: may this body use this ground on this day, and may these parts be told on it? Every combination."""

import importlib.util
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from types import ModuleType
from typing import Any
from uuid import UUID

from marugoto.disclosure.codes import Part
from marugoto.disclosure.rules.basis import BASES, Basis

A_DAY = timedelta(days=1)
PROFILES = ("says nothing", "says yes", "says no")
DAYS = {"the day before": -A_DAY, "the first day": timedelta(0), "later": timedelta(days=400)}
ENDS = {"open end": None, "that day": timedelta(0), "the day after": A_DAY}
PARTS: dict[str, frozenset[Part]] = {
    "none": frozenset(),
    "support": frozenset({Part.SUPPORT}),
    "protected address": frozenset({Part.SHELTER}),
    "who gave notice": frozenset({Part.INFORMANT}),
    "support and protected address": frozenset({Part.SUPPORT, Part.SHELTER}),
}
AGREED: dict[str, frozenset[Part] | None] = {
    "nobody was asked": None,
    "to nothing": frozenset(),
    "to support": frozenset({Part.SUPPORT}),
    "to everything": frozenset(Part),
}
REASONS = {"none": "", "blank": "　 ", "given": "子の安全のため"}
SEATS = {"none": None, "taken": UUID(int=1)}


@dataclass(frozen=True)
class Ground:
    """The kinds of one world, by name."""

    basis: Basis
    profile: str
    day: str
    ends: str
    parts: str
    agreed: str
    reason: str
    seat: str


def grounds() -> Iterator[Ground]:
    for kinds in product(BASES, PROFILES, DAYS, ENDS, PARTS, AGREED, REASONS, SEATS):
        yield Ground(*kinds)


class Grounding:
    """The two rules asked together, from modules that may be bent."""

    def __init__(self, basis: ModuleType, sharing: ModuleType) -> None:
        self.basis, self.sharing = basis, sharing

    def allows(self, ground: Ground) -> bool:
        day = ground.basis.since + DAYS[ground.day]
        until = None if (ends := ENDS[ground.ends]) is None else day + ends
        made = self._entry(ground.basis, until)
        vars(self.basis)["BASES"] = (made,)
        if not self.basis.may_use(ground.basis.code, profile=_profile(ground), day=day):
            return False
        return bool(
            self.sharing.may_share(
                self.sharing.Sharing(
                    basis=made,
                    parts=PARTS[ground.parts],
                    agreed=AGREED[ground.agreed],
                    reason=REASONS[ground.reason],
                    seat=SEATS[ground.seat],
                )
            )
        )

    def _entry(self, basis: Basis, until: date | None) -> Any:
        """The true entry in the module's own class; what the class says by itself is left to it."""
        kept = vars(replace(basis, until=until))
        usual = {
            "needs": "",
            "needs_consent": False,
            "by_conference": False,
            "ring_fenced": False,
            "asks_reason": False,
            "needs_decision": False,
        }
        said = {name: value for name, value in kept.items() if name not in usual or value != usual[name]}
        return self.basis.Basis(**said)


def _profile(ground: Ground) -> Mapping[str, str]:
    needs = ground.basis.needs
    said = {"says nothing": {}, "says yes": {needs: "yes"}, "says no": {needs: "no"}}
    return said[ground.profile] if needs else {}


def loaded(name: str, source: str) -> ModuleType:
    """A module of its own with this text, beside the one the application uses."""
    spec = importlib.util.spec_from_loader(name, loader=None)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    exec(compile(source, name, "exec"), vars(module))  # noqa: S102 — the text of our own rule, one sign changed
    return module


# ---------------------------------------------------------------- as rows of the table

Row = tuple[str, ...]


def ground_rows(grounding: Grounding) -> list[Row]:
    """Allowed cells: basis, article, from which day, what the profile must say, and which parts under what agreement, reason, seat."""
    rows = list[Row]()
    for basis in BASES:
        for agreed, reason, seat in product(AGREED, REASONS, SEATS):
            parts = [
                name
                for name in PARTS
                if grounding.allows(Ground(basis, "says yes", "later", "open end", name, agreed, reason, seat))
            ]
            if parts:
                said = basis.since.isoformat()
                rows.append(
                    (
                        basis.code.value,
                        basis.article,
                        said,
                        basis.needs or "nothing",
                        agreed,
                        reason,
                        seat,
                        "; ".join(parts),
                    )
                )
    return rows


def allowed_by_table(rows: list[Row]) -> set[Ground]:
    """The same worlds looked up in the rows alone."""
    found = set[Ground]()
    entries = {(one.code.value, one.article): one for one in BASES}
    for code, article, since, needs, agreed, reason, seat, parts in rows:
        basis = entries[code, article]
        for profile, day, ends in product(PROFILES, DAYS, ENDS):
            first = basis.since + DAYS[day] >= date.fromisoformat(since)
            usable = first and ends != "that day" and (needs == "nothing" or profile == "says yes")
            for part in parts.split("; ") if usable else ():
                found.add(Ground(basis, profile, day, ends, part, agreed, reason, seat))
    return found
