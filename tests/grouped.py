"""A group with a link of its own, and what it asked for through it."""

from datetime import timedelta
from uuid import UUID

from marugoto.community.actions.host_link import ask_change, give_link
from marugoto.kernel.jst import local_day
from tests.town import Town


def grouped(town: Town, place: UUID) -> dict[str, UUID]:
    """The group has a link of its own, and asked for something through it."""
    until = local_day(town.later()) + timedelta(days=30)
    link = give_link(by=town("hayashi"), at=town.now, place=place, until=until).link.pk
    wants = {"hours_note": "8月は休みます"}
    asked = ask_change(by=town("hayashi"), at=town.later(), place=place, wants=wants, link=link)
    return {"place": place, "host_link": link, "change_request": asked.pk}
