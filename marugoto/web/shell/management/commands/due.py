"""What a day brings by itself, done now: the courier does the same every few minutes."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from marugoto.custody.actions.due import RoundOfBody, run_due_everywhere


class Command(BaseCommand):
    help = "期限の過ぎた渡しを終え、預かりの終わりと役割の終わりを片づける（何度してもよい）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="JSONで出す")

    def handle(self, **options: Any) -> None:
        rounds = run_due_everywhere(at=timezone.now())
        if options["json"]:
            rows = [{"code": one.body, "name": one.name, "trouble": one.trouble, **asdict(one.done)} for one in rounds]
            self.stdout.write(json.dumps(rows, ensure_ascii=False))
        else:
            for one in rounds:
                self.stdout.write(_line(one))
        troubled = [one.name for one in rounds if one.trouble]
        if troubled:
            raise CommandError(f"{'、'.join(troubled)}では終わりませんでした。記録（ログ）を見て、もう一度どうぞ。")


def _line(one: RoundOfBody) -> str:
    if one.trouble:
        return f"{one.body}  {one.name}  できませんでした（{one.trouble}）"
    done = one.done
    return (
        f"{one.body}  {one.name}  返事のなかった渡し {done.lapsed}件、終わった預かり {done.rescues}件、"
        f"引きついだボール {done.handed_on}個、残り {done.left_over}件"
    )
