"""What the rule says of worlds, and what the table of allowed cells says of the same."""

from collections.abc import Callable, Iterable
from itertools import product
from types import ModuleType

from marugoto.disclosure.rules import access
from proofs import _worlds as worlds

Row = tuple[str, ...]
AT_RESTRICTIONS = 2  # of the places of a folder after its body: two grants, then two restrictions


class Ruling:
    """The rule asked about folders, through a module of its faces: the true one, or one that was bent."""

    def __init__(self, rule: ModuleType = access) -> None:
        self.may_see: Callable[..., object] = rule.may_see
        self.folder = rule.FolderFace
        self.eyes = {viewer: self._own(rule, worlds.eyes_of(viewer)) for viewer in worlds.VIEWERS}
        self.grants = [() if one is None else (self._grant(rule, one),) for one in worlds.GRANTS]
        self.beside = [() if one is None else (self._grant(rule, one),) for one in worlds.BESIDE.values()]
        self.shut = [() if one is None else (self._restriction(rule, one),) for one in worlds.RESTRICTIONS]
        self.also = [() if one is None else (self._restriction(rule, one),) for one in worlds.ALSO.values()]

    def opens(self, viewer: str, number: int) -> bool:
        body, grant, beside, restriction, also = worlds.places_of(number)
        said = {
            "grants": self.grants[grant] + self.beside[beside],
            "restrictions": self.shut[restriction] + self.also[also],
        }
        face = self.folder(
            worlds.BODIES[worlds.BODY_NAMES[body]], **{name: value for name, value in said.items() if value}
        )
        return bool(self.may_see(self.eyes[viewer], face))

    def opened(self, viewer: str) -> bytearray:
        """By folder of the whole product: one where it is open."""
        found, number, eyes, ask = bytearray(worlds.FOLDERS), 0, self.eyes[viewer], self.may_see
        for body in worlds.BODIES.values():
            for first in self.grants:
                for second in self.beside:
                    grants = first + second
                    for shut in self.shut:
                        for also in self.also:
                            if ask(eyes, self.folder(body, grants, shut + also)):
                                found[number] = 1
                            number += 1
        return found

    def _own(self, rule: ModuleType, face: object) -> object:
        """The same values in the module's own class."""
        return getattr(rule, type(face).__name__)(**vars(face))

    def _grant(self, rule: ModuleType, kind: worlds.Grantee) -> object:
        face = worlds.grant_face(kind)
        said = {name: value for name, value in vars(face).items() if name in {"team", "duty", "since"} or value}
        return rule.GrantFace(**said)

    def _restriction(self, rule: ModuleType, kind: worlds.Shutter) -> object:
        face = worlds.restriction_face(kind)
        listed = tuple(
            rule.ListingFace(one.worker) if one.until is None else rule.ListingFace(one.worker, one.until)
            for one in face.listed
        )
        said = {name: value for name, value in vars(face).items() if name in {"ended", "against"} and value is not None}
        return rule.RestrictionFace(listed=listed, since=face.since, **said)


def idle_kinds() -> tuple[int, list[str]]:
    """How many kinds all dimensions have, and those that change no decision: exchanged for another of their own, all else being equal."""
    ruling, answers = Ruling(), dict[tuple[str, tuple[str, ...]], dict[str, set[bool]]]()
    for number in worlds.varied():
        for viewer in worlds.VIEWERS:
            kinds, opens = worlds.kinds_of(worlds.world_of(viewer, number)), ruling.opens(viewer, number)
            for name, kind in kinds.items():
                rest = tuple(f"{at} {other}" for at, other in kinds.items() if not at.startswith(name))
                answers.setdefault((name, rest), {}).setdefault(kind, set()).add(opens)
    known, telling = set[str](), set[str]()
    for (name, _), by_kind in answers.items():
        known |= {f"{name}: {kind}" for kind in by_kind}
        if len(by_kind) > 1 and len(set[bool]().union(*by_kind.values())) > 1:
            telling |= {f"{name}: {kind}" for kind in by_kind}
    return len(known), sorted(known - telling)


def folder_of_each_class() -> list[int]:
    """One folder of every distinct class of decisions: the same body, and of both grants and both restrictions each says the same to
    every viewer. Within a class the rule answers everybody alike."""
    ruling = Ruling()
    own = {viewer: list(worlds.BODIES.values()).index(eye.body) for viewer, eye in worlds.VIEWERS.items()}
    grants = range(worlds.SIZES[1])
    opening = {
        viewer: next(one for one in grants if ruling.opens(viewer, worlds.number_of(body, one, 0, 0, 0)))
        for viewer, body in own.items()
    }

    def said(place: int, kind: int) -> tuple[bool, ...]:
        """What this kind, alone in its place, says to each viewer: of a restriction, beside a grant that opens to him."""
        kinds = {viewer: [0 if place < AT_RESTRICTIONS else opening[viewer], 0, 0, 0] for viewer in own}
        for one in kinds.values():
            one[place] = kind
        return tuple(ruling.opens(viewer, worlds.number_of(own[viewer], *kinds[viewer])) for viewer in own)

    sayings = [[said(place, kind) for kind in range(size)] for place, size in enumerate(worlds.SIZES[1:])]
    firsts = [{words: kind for kind, words in reversed(list(enumerate(one)))} for one in sayings]
    kinds = product(*(one.values() for one in firsts))
    return sorted(worlds.number_of(body, *one) for one in kinds for body in range(worlds.SIZES[0]))


# ---------------------------------------------------------------- the table of cells


def grant_row(viewer: str, kind: worlds.Grantee) -> Row:
    return (viewer, kind.to, kind.since, kind.until, kind.ended)


def restriction_row(viewer: str, kind: worlds.Shutter) -> Row:
    return (viewer, kind.listed, kind.since, kind.ended)


def cells() -> tuple[list[Row], list[Row], list[Row]]:
    """Asked of the rule one at a time: which bodies a viewer acts in, which grants open, which restrictions leave open."""
    ruling = Ruling()
    bodies, grants, restrictions = list[Row](), list[Row](), list[Row]()
    for viewer in worlds.VIEWERS:
        own = [
            body
            for body in range(worlds.SIZES[0])
            if any(ruling.opens(viewer, worlds.number_of(body, grant, 0, 0, 0)) for grant in range(worlds.SIZES[1]))
        ]
        bodies += [(viewer, worlds.BODY_NAMES[body]) for body in own]
        numbers = range(1, worlds.SIZES[1])
        opening = [one for one in numbers if ruling.opens(viewer, worlds.number_of(own[0], one, 0, 0, 0))]
        grants += [grant_row(viewer, kind) for one in opening if (kind := worlds.GRANTS[one])]
        restrictions += [
            restriction_row(viewer, kind)
            for one, kind in enumerate(worlds.RESTRICTIONS)
            if kind and ruling.opens(viewer, worlds.number_of(own[0], opening[0], 0, one, 0))
        ]
    return bodies, grants, restrictions


def opened_by_table(viewer: str, bodies: Iterable[Row], grants: Iterable[Row], free: Iterable[Row]) -> bytearray:
    """The same worlds looked up in the table alone: own body, one cell that opens, no restriction outside its cells."""
    own, opening, leaving = set(bodies), set(grants), set(free)

    def opens(kind: worlds.Grantee | None) -> bool:
        return kind is not None and grant_row(viewer, kind) in opening

    def leaves(kind: worlds.Shutter | None) -> bool:
        return kind is None or restriction_row(viewer, kind) in leaving

    first, second = [opens(one) for one in worlds.GRANTS], [opens(one) for one in worlds.BESIDE.values()]
    open_way = [leaves(one) for one in worlds.RESTRICTIONS]
    also = [leaves(one) for one in worlds.ALSO.values()]
    rest = bytes(one and other for one in open_way for other in also)
    shut = bytes(len(rest))
    found = bytearray()
    for body in worlds.BODY_NAMES:
        for one in first:
            for other in second:
                found += rest if (viewer, body) in own and (one or other) else shut
    return found
