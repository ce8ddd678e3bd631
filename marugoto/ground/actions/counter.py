"""Give the next number, or know of numbers that were given elsewhere."""

from django.db.models import F

from marugoto.ground.models import Counter


def next_number(body: str, name: str) -> int:
    """1, 2, 3 … within body and name. The row stays locked until the transaction ends, so no number is given twice."""
    counters = Counter.objects.within(body).filter(name=name)
    if not counters.update(value=F("value") + 1):
        counters.get_or_create(body=body, name=name)
        counters.update(value=F("value") + 1)
    return counters.get().value


def given_until(body: str, name: str, value: int) -> None:
    """Numbers up to this one are given already: what an older backup does not know."""
    counters = Counter.objects.within(body).filter(name=name)
    counters.get_or_create(body=body, name=name)
    counters.filter(value__lt=value).update(value=value)
