"""Days on a page, in the one way of the house: by the era, as papers say them (`marugoto.kernel.era` has the rest)."""

from datetime import date, datetime

from django import template
from django.utils import timezone

from marugoto.kernel.era import say_era, say_near
from marugoto.kernel.jst import local_day

register = template.Library()


@register.filter
def era(day: date | None) -> str:
    """令和8年11月24日; nothing where there is no day."""
    return say_era(day) if day else ""


@register.filter
def near(day: date | datetime) -> str:
    """11月24日(火); with its year where somebody could mistake that."""
    said = local_day(day) if isinstance(day, datetime) else day
    return say_near(said, local_day(timezone.now()))


@register.simple_tag
def now_said(seconds: bool = False) -> str:
    """When this page was made: 令和8年11月24日 13時05分, for paper and for telling what went wrong."""
    now = timezone.localtime()
    return f"{say_era(now.date())} {now:%H時%M分}" + (f"{now:%S秒}" if seconds else "")
