"""Deeds about how each division says a thing."""

from typing import Any

from marugoto.agencies.actions.word import add_concept
from tests.story import Story
from tests.town import Town
from tests.web.filled import Fields, plain
from tests.worded import agency


def said(town: Town, _story: Story) -> dict[str, Any]:
    return {"concept": "plan", "agency": str(agency(town, "tax-pay")), "word": "分納の計画", "note": "納税の相談のとき"}


def other(town: Town, _story: Story) -> dict[str, Any]:
    row = add_concept(by=town("hirata"), at=town.later(), name="いどころ", meaning="いま寝ているところ。")
    return {"@concept": row.pk, "reason": "「住まい」と同じだった"}


WORDS: tuple[tuple[str, str, Fields], ...] = (
    ("shell:word_say", "hirata", said),
    ("shell:concept_add", "mori", plain(name="寄り添い", meaning="持たずに、いっしょに動くこと。")),
    ("shell:concept_change", "hirata", plain(name="滞り", meaning="税や料金を払えずにいること。")),
    ("shell:word_drop", "hirata", plain()),
    ("shell:concept_end", "hirata", other),
)
