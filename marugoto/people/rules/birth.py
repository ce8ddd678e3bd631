"""Days of birth and death that can be: impossible ones are refused by a sentence, never moved."""

from datetime import date

from marugoto.kernel.decision import YES, Decision, no

OLDEST = 1868  # 明治元年: the first year an official paper can name


def may_be_born(birth: date | None, birth_year: int | None, *, today: date) -> Decision:
    """Both empty is allowed: not every birthday is known."""
    year = birth.year if birth else birth_year
    if year is None:
        return YES
    if year < OLDEST:
        return no("生まれた年が古すぎます。", "元号や年を確かめてください。")
    if (birth and birth > today) or year > today.year:
        return no("生まれた日が、きょうより後になっています。", "元号や年を確かめてください。")
    return YES


def may_have_died(birth: date | None, day: date | None, *, today: date, known: bool) -> Decision:
    if known:
        return no("亡くなったことは、もう記録されています。")
    if day and day > today:
        return no("亡くなった日が、きょうより後になっています。", "日付を確かめてください。")
    if day and birth and day < birth:
        return no("亡くなった日が、生まれた日より前になっています。", "日付を確かめてください。")
    return YES
