"""Ask whether the house keeps a record of exactly this person: counted, and audited also when nothing was found."""

from dataclasses import dataclass
from datetime import date, datetime

from marugoto.agencies.queries.directory import own_staff
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.audit import write_look
from marugoto.ground.actions.counter import next_number
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day
from marugoto.people.models import PointerAsk
from marugoto.people.queries.person import digest
from marugoto.people.queries.pointer import Keeper, keepers
from marugoto.people.rules.pointer import may_ask, may_ask_again, read_question

PAGE = "people:pointer"


@dataclass(frozen=True)
class Pointer:
    """Offices and their telephone numbers; nothing that the viewer did not type. `keepers` are for telling them, not for showing."""

    offices: tuple[tuple[str, str], ...]
    keepers: tuple[Keeper, ...] = ()

    @property
    def sentence(self) -> str:
        where = "、".join(f"{office}({phone})" if phone else office for office, phone in self.offices)
        return f"記録があります。問い合わせ先: {where}"


@acting
def ask(*, by: Viewer, at: datetime, name: str = "", birth: date | None = None, phone: str = "") -> Pointer | None:
    """None: nothing to point at, whether there is no record or one that is never pointed at.

    Raises `Refused` for parts of a name or number, for those who may not ask, and after the twentieth question of a day. The door
    must keep the transaction (answer with a redirect), or neither count nor look would stay.
    """
    may_ask(by.roles, contracted=by.contracted, own_staff=own_staff(by)).require()
    question = read_question(name, birth, phone)
    day, number = local_day(at), count_question(by=by, at=at)
    eyes = by.at_moment(at)
    eyes.sight.searched = digest(f"{question.name}|{question.birth or ''}|{question.digits}")
    found = keepers(eyes, question)
    for keeper in found:
        eyes.sight.shows(keeper.folder, "pointer")
    PointerAsk.objects.create(
        body=by.body, made_at=at, worker=by.worker, duty=by.duty, day=day, number=number, found=bool(found)
    )
    write_look(by=eyes, at=at, page=PAGE, outcome="pointer" if found else "nothing")
    offices = tuple(dict.fromkeys((keeper.office, keeper.phone) for keeper in found))
    return Pointer(offices, tuple(found)) if offices else None


@acting
def count_question(*, by: Viewer, at: datetime) -> int:
    """The how-manyeth of this worker today. Raises `Refused` after the twentieth."""
    number = next_number(by.body, f"ask {local_day(at):%y%m%d} {by.worker.hex[:24]}")
    may_ask_again(number).require()
    return number
