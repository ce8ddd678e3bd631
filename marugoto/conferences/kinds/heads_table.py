"""調整会議 of heads of departments and divisions: settles what came up, and sends it back down (local, no article of law)."""

from marugoto.conferences.codes import KindCode, Level
from marugoto.conferences.kinds.kind import Kind

heads_table = Kind(
    code=KindCode.HEADS_TABLE,
    name="調整会議(部課長級)",
    level=Level.HEADS,
    bases=(),
    article="",
    says="部長と課長が、下から上がったことを決め、係長・担当者級へ返します。名前は出しません。",
    pledge="",
)
