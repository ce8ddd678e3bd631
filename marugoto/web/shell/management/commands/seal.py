"""The books are closed up to now, so that a later change would show."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from marugoto.agencies.queries import directory
from marugoto.disclosure.actions.books import seal_everywhere


class Command(BaseCommand):
    help = "事実の台帳と閲覧記録を、いままでの分まで封印する（ふだんは、運び手が1分たたないうちに封印する）"

    def handle(self, **options: Any) -> None:
        sealed = seal_everywhere(at=timezone.now())
        for body in directory.bodies():
            said = f"{sealed[body.code]:,}件を封印しました" if body.code in sealed else "封印できませんでした"
            self.stdout.write(f"{body.code}  {body.name}  {said}")
        if any(body.code not in sealed for body in directory.bodies()):
            raise CommandError("封印できなかった自治体があります。記録（ログ）を見て、もう一度どうぞ。")
