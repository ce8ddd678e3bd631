"""What the embedded database is for: one body, a handful of accounts. More belongs on PostgreSQL."""

from marugoto.kernel.decision import YES, Decision, no

MOST_ACCOUNTS = 10
WAY_ON = "PostgreSQL を用意し、DATABASE_URL に書いてから、もう一度始めてください。"


def may_run_embedded(*, bodies: int, accounts: int) -> Decision:
    """`bodies` in real use (none for practice); `accounts` that can sign in."""
    if bodies > 1:
        return no(f"SQLite に置けるのは1団体までです(いま{bodies}団体)。", WAY_ON)
    if accounts > MOST_ACCOUNTS:
        return no(f"SQLite で使えるのは{MOST_ACCOUNTS}人までです(いま{accounts}人)。", WAY_ON)
    return YES
