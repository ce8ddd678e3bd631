"""A household whose support never began has no closing. Ours: its years are counted from the last that was written of the home.

That is the latest of: the household itself, somebody who came to live there, what became of it, a number, an address or a correction of
somebody of it, and the end of a consultation about one of them (its beginning, as long as it runs). It is a record of the same type as a
household whose support has ended, and is kept as long.
"""

from marugoto.retention.reach import table

LIVES = "JOIN {member} m ON m.person_id = x.person_id"


def written() -> str:
    """Rows of (household, said, at): `said` is the number of a ball, by which somebody could ask at the window. Place: body."""
    member, ball, settlement = table("people.Member"), table("custody.Ball"), table("custody.Settlement")
    of_persons = " ".join(
        f"UNION ALL SELECT m.household_id, NULL, x.made_at FROM {table(label)} x {LIVES.format(member=member)} "
        "WHERE x.body = {body}"
        for label in ("people.Phone", "people.Address", "people.PersonChange")
    )
    return (
        f"SELECT x.id AS household, NULL AS said, x.made_at AS at FROM {table('people.Household')} x WHERE x.body = {{body}} "
        f"UNION ALL SELECT x.household_id, NULL, x.made_at FROM {member} x WHERE x.body = {{body}} "
        f"UNION ALL SELECT x.household_id, NULL, x.made_at FROM {table('people.HouseholdChange')} x WHERE x.body = {{body}} "
        f"{of_persons} "
        "UNION ALL SELECT m.household_id, b.number, COALESCE(s.at, x.made_at) "
        f"FROM {table('intake.Consultation')} x {LIVES.format(member=member)} "
        f"JOIN {ball} b ON b.id = x.ball_id LEFT JOIN {settlement} s ON s.id = b.settlement_id WHERE x.body = {{body}}"
    )


def never_supported() -> str:
    """Of `e`: no support was ever begun there."""
    return f"NOT EXISTS (SELECT 1 FROM {table('casework.Case')} z WHERE z.household_id = e.household)"


def run_out() -> str:
    """As the questions of `queries.behind`: subject, number, when the last of it was written."""
    return (
        f"SELECT e.household, CAST(COALESCE(MIN(e.said), '') AS text), MAX(e.at) FROM ({written()}) e "
        f"WHERE {never_supported()} GROUP BY e.household HAVING MAX(e.at) < {{before}}"
    )
