"""The kinds of conference: one file each; this tuple is their table of contents."""

from marugoto.conferences.codes import KindCode
from marugoto.conferences.kinds.assistance import assistance
from marugoto.conferences.kinds.both import both
from marugoto.conferences.kinds.care import care
from marugoto.conferences.kinds.child import child
from marugoto.conferences.kinds.child_heads import child_heads
from marugoto.conferences.kinds.child_working import child_working
from marugoto.conferences.kinds.heads_table import heads_table
from marugoto.conferences.kinds.kind import Kind
from marugoto.conferences.kinds.multilayered import multilayered
from marugoto.conferences.kinds.policy import policy
from marugoto.conferences.kinds.poverty import poverty
from marugoto.conferences.kinds.small_town import small_town
from marugoto.conferences.kinds.staff_table import staff_table
from marugoto.conferences.kinds.support import support

KINDS: tuple[Kind, ...] = (
    support,
    multilayered,
    both,
    poverty,
    assistance,
    care,
    child,
    child_working,
    child_heads,
    small_town,
    staff_table,
    heads_table,
    policy,
)
BY_CODE = {kind.code: kind for kind in KINDS}


def kind_of(code: str) -> Kind:
    return BY_CODE[KindCode(code)]


def of_topics() -> tuple[Kind, ...]:
    """Those that speak of nobody: a decision can be raised from one to another."""
    return tuple(kind for kind in KINDS if kind.of_topics)
