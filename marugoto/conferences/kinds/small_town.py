"""The regular meeting of a small town: one table for everything, on consent or on each agency's own duty."""

from marugoto.conferences.codes import KindCode, Level
from marugoto.conferences.kinds.kind import Kind
from marugoto.disclosure.codes import BasisCode

small_town = Kind(
    code=KindCode.SMALL_TOWN,
    name="定例の打合せ",
    level=Level.CASE,
    bases=(BasisCode.CONSENT, BasisCode.CARE_CONFERENCE),
    article="",
    says="町の係がそろう定例の打合せです。名前を出すのは、同意か会議の根拠があるときだけです。",
    pledge="ここで知ったことは、支援のためだけに使います。",
    examines_plans=True,
)
