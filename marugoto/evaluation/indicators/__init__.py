"""The indicators: one file each; this tuple is their table of contents."""

from marugoto.evaluation.indicators.answered_in_time import answered_in_time
from marugoto.evaluation.indicators.first_contact import first_contact
from marugoto.evaluation.indicators.indicator import Indicator

INDICATORS: tuple[Indicator, ...] = (first_contact, answered_in_time)
BY_CODE = {indicator.code: indicator for indicator in INDICATORS}
