"""The books are closed up to now, so that a later change would show."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from marugoto.agencies.queries import directory
from marugoto.agencies.queries.system import system_viewer
from marugoto.ledger.actions.seal import seal


class Command(BaseCommand):
    help = "事実の台帳をいままでの分まで封印する（きのうまでの分は、運び手がひとりでに封印する）"

    def handle(self, **options: Any) -> None:
        at = timezone.now()
        for body in directory.bodies():
            viewer, sealed = system_viewer(body.code, at), 0
            while mark := seal(by=viewer, at=at):
                sealed += mark.count
            self.stdout.write(f"{body.code}  {body.name}  {sealed:,}件を封印しました")
