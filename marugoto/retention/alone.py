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
KEPT = """
WITH RECURSIVE belongs(person) AS ({kept}), tie(a, b) AS ({ties}),
kept(person) AS (
  SELECT person FROM belongs WHERE person IS NOT NULL
  UNION SELECT t.b FROM kept k JOIN tie t ON t.a = k.person
)
SELECT person FROM kept
"""
OF_HIM = ("people.Phone", "people.Address", "people.PersonName", "people.PersonChange")


def written() -> str:
    """Rows of (person, at). Place: body."""
    parts = [f"SELECT x.id AS person, x.made_at AS at FROM {table('people.Person')} x WHERE x.body = {{body}}"]
    ends = [(label, "person_id") for label in OF_HIM]
    ends += [(label, end) for label, *both in TIES for end in both]
    parts += [f"SELECT x.{column}, x.made_at FROM {table(label)} x WHERE x.body = {{body}}" for label, column in ends]
    return " UNION ALL ".join(parts)


def is_alone() -> str:
    """Of `e`: nothing else is kept of him, nor of anybody to whom he is tied, however far. Place: body."""
    kept = [f"SELECT b.person_id FROM {table(label)} b WHERE b.body = {{body}}" for label in BELONGS]
    ties = [
        f"SELECT t.{here}, t.{there} FROM {table(label)} t WHERE t.body = {{body}}"
        for label, one, other in TIES
        for here, there in ((one, other), (other, one))
    ]
    return f"e.person NOT IN ({KEPT.format(kept=' UNION '.join(kept), ties=' UNION '.join(ties))})"


def run_out() -> str:
    """As the questions of `queries.behind`: subject, number (he has none), when the last of him was written."""
    return (
        f"SELECT e.person, CAST('' AS text), MAX(e.at) FROM ({written()}) e "
        f"WHERE {is_alone()} GROUP BY e.person HAVING MAX(e.at) < {{before}}"
    )
