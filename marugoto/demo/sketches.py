"""Sketches of a body as pure data: what `settle` will turn into rows by calling actions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from marugoto.agencies.codes import BodyKind, Field, Role
from marugoto.demo.names import InventedName, read_parts


@dataclass(frozen=True)
class TownPart:
    """町字. `blocks` is the number of 丁目, 0 where there are none; postcodes begin with 000 and belong to nobody."""

    name: str
    kana: str
    postcode: str
    blocks: int = 0


@dataclass(frozen=True)
class DistrictSketch:
    """圏域 with its share of the body's residents in percent."""

    code: str
    name: str
    share: int
    parts: tuple[TownPart, ...]


@dataclass(frozen=True)
class TeamSketch:
    key: str
    name: str
    phone: str
    district: str = ""
    last_resort: bool = False
    control_tower: bool = False
    hours: str = ""


@dataclass(frozen=True)
class AgencySketch:
    key: str
    name: str
    short: str
    field: Field
    teams: tuple[TeamSketch, ...]
    contracted: bool = False
    sensitive: bool = False
    has_accounts: bool = True


@dataclass(frozen=True)
class HatSketch:
    """A duty: `team` is a key in the worker's own body, `under` the code of another body for which it acts."""

    team: str
    name: str
    roles: tuple[Role, ...]
    head: bool = False
    under: str = ""


@dataclass(frozen=True)
class WorkerSketch:
    """Somebody who works here. Who has a sentence about themselves (`says`) can be chosen at the demo's sign-in."""

    key: str
    family: str
    given: str
    hats: tuple[HatSketch, ...]
    says: str = ""

    @property
    def name(self) -> InventedName:
        return InventedName(read_parts(self.family), read_parts(self.given))

    @property
    def username(self) -> str:
        return f"cast-{self.key}" if self.says else ""


@dataclass(frozen=True)
class GuestTeam:
    """A team of another body that works in this one, on a stated ground."""

    body: str
    team: str
    ground: str


@dataclass(frozen=True)
class BodySketch:
    """A data controller: `exchange` is the middle of its telephone numbers (0000-22-…)."""

    code: str
    name: str
    kana: str
    kind: BodyKind
    population: int
    exchange: str
    districts: tuple[DistrictSketch, ...]
    agencies: tuple[AgencySketch, ...]
    workers: tuple[WorkerSketch, ...]
    prefecture: str | None = None
    households: int = 0
    profile: Mapping[str, str] = field(default_factory=dict)
    guests: tuple[GuestTeam, ...] = ()
    closed_days: tuple[tuple[int, int, str], ...] = ()  # month, day, name; every year

    @property
    def teams(self) -> tuple[TeamSketch, ...]:
        return tuple(team for agency in self.agencies for team in agency.teams)

    @property
    def cast(self) -> tuple[WorkerSketch, ...]:
        return tuple(worker for worker in self.workers if worker.says)
