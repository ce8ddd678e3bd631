"""調整会議 of section chiefs and officers: what they cannot settle between them goes up (a city's practice; local, no article of law)."""

from marugoto.conferences.codes import KindCode, Level
from marugoto.conferences.kinds.kind import Kind

staff_table = Kind(
    code=KindCode.STAFF_TABLE,
    name="調整会議(係長・担当者級)",
    level=Level.WORKING,
    bases=(),
    article="",
    says="係長と担当者が、係のあいだで決めきれないことを話し合い、部課長級へ上げます。名前は出しません。",
    pledge="",
)
