"""From when until when a number or an address holds: one ends after it began, and a new address begins after the former."""

from collections.abc import Iterable
from datetime import date

from marugoto.kernel.decision import YES, Decision, no


def may_end(since: date | None, day: date) -> Decision:
    if since and day < since:
        return no("使わなくなった日が、使い始めた日より前になっています。", "日付を確かめてください。")
    return YES


def may_live(day: date, *, before: Iterable[date | None], today: date) -> Decision:
    """`before`: from when the addresses held that the new one ends; one of unknown beginning holds nobody up."""
    if day > today:
        return no("住み始めた日が、きょうより後になっています。", "移ったあとで書いてください。")
    if any(since and day < since for since in before):
        return no("住み始めた日が、まえの住所より前になっています。", "日付を確かめてください。")
    return YES
