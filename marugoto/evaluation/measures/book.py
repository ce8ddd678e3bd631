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
    return _facts(bodies, _corrected(bodies))


def over_facts(text: str) -> str:
    """The text of measures, with the facts of one body before it. What is corrected is looked up once, however often facts are asked."""
    facts = _facts("= :body", "SELECT d.corrects FROM corrected d")
    return f"WITH corrected AS MATERIALIZED ({_corrected('= :body')}), fact AS NOT MATERIALIZED ({facts}) {text}"


def _facts(bodies: str, corrected: str) -> str:
    columns = ", ".join(f"f.{column}" for column in COLUMNS)
    return f"SELECT {columns} FROM ledger_fact f WHERE f.body {bodies} AND f.uid NOT IN ({corrected})"


def _corrected(bodies: str) -> str:
    return f"SELECT c.corrects FROM ledger_fact c WHERE c.body {bodies} AND c.corrects IS NOT NULL"
