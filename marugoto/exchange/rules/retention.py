"""How long the porter keeps what has done its work (個人情報保護法: 利用する必要がなくなったときは、消す). The numbers are ours."""

from datetime import date, datetime, timedelta

LETTER_DAYS = 30  # an address on a letter that was sent, and of a duty that is over
FORM_DAYS = 30  # that a form was sent, and to which page it led: so long the same press is one deed
LIST_DAYS = 90  # a staff list: its file and its preview; the receipt with its counts stays


def letters_before(today: date) -> date:
    """Letters of days before this one, and duties that were over then, lose their addresses."""
    return today - timedelta(days=LETTER_DAYS)


def forms_before(now: datetime) -> datetime:
    """Forms that were sent before this moment are remembered no more."""
    return now - timedelta(days=FORM_DAYS)


def lists_until(today: date) -> date:
    """Staff lists that were brought in on this day or before are emptied."""
    return today - timedelta(days=LIST_DAYS)
