"""What measures read: the facts as they stand. What a later fact corrects counts no more, in whatever half-year it was told.

This is the only place that knows which bodies are looked at, and the only text beside the measures themselves; it runs on every engine as
it is.
"""

COLUMNS = (
    *("seq", "kind", "body", "area", "day", "bday", "org", "duty", "subject", "matter"),
    *("ref_1", "ref_2", "ref_3", "code_1", "code_2", "code_3", "code_4", "num_1", "num_2", "num_3", "num_4"),
)


def standing(bodies: str = "= :body") -> str:
    """The facts of these bodies, without those that another one of the body corrects."""
    columns = ", ".join(f"f.{column}" for column in COLUMNS)
    corrected = f"SELECT c.corrects FROM ledger_fact c WHERE c.body {bodies} AND c.corrects IS NOT NULL"
    return f"SELECT {columns} FROM ledger_fact f WHERE f.body {bodies} AND f.uid NOT IN ({corrected})"


def over_facts(text: str) -> str:
    """The text of measures, with the facts of one body before it."""
    return f"WITH fact AS NOT MATERIALIZED ({standing()}) {text}"
