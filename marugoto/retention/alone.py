"""Somebody who was entered and never came into a household: he has no closing. Ours: his years are counted from the last that was
written of him (his names, numbers, addresses, corrections, ties). Whoever asked at a window, has a need, was approached, is looked in on
or was asked about is kept with that; whoever is somebody's kin is kept with him.
"""

from marugoto.retention.reach import TIES, table

BELONGS = (
    "people.Member",
    "intake.Consultation",
    "intake.Inquired",
    "casework.Need",
    "participation.Approach",
    "participation.Watch",
)
OF_HIM = ("people.Phone", "people.Address", "people.PersonName", "people.PersonChange")


def written() -> str:
    """Rows of (person, at). Place: body."""
    parts = [f"SELECT x.id AS person, x.made_at AS at FROM {table('people.Person')} x WHERE x.body = {{body}}"]
    ends = [(label, "person_id") for label in OF_HIM]
    ends += [(label, end) for label, *both in TIES for end in both]
    parts += [f"SELECT x.{column}, x.made_at FROM {table(label)} x WHERE x.body = {{body}}" for label, column in ends]
    return " UNION ALL ".join(parts)


def is_alone() -> str:
    """Of `e`: nothing else is kept of him, nor of anybody to whom he is tied."""
    kin = [
        f"NOT EXISTS (SELECT 1 FROM {table(label)} t WHERE t.{here} = e.person AND ({_belongs(f't.{there}')}))"
        for label, one, other in TIES
        for here, there in ((one, other), (other, one))
    ]
    return " AND ".join([f"NOT ({_belongs('e.person')})", *kin])


def run_out() -> str:
    """As the questions of `queries.behind`: subject, number (he has none), when the last of him was written."""
    return (
        f"SELECT e.person, CAST('' AS text), MAX(e.at) FROM ({written()}) e "
        f"WHERE {is_alone()} GROUP BY e.person HAVING MAX(e.at) < {{before}}"
    )


def _belongs(person: str) -> str:
    return " OR ".join(f"EXISTS (SELECT 1 FROM {table(label)} b WHERE b.person_id = {person})" for label in BELONGS)
