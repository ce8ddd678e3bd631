"""Whether the books still say what they said when they were sealed."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from marugoto.agencies.queries import directory
from marugoto.agencies.queries.system import system_viewer
from marugoto.ledger.queries import fact


class Command(BaseCommand):
    help = "事実の台帳が、封印のときから変わっていないかを確かめる"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="JSONで出す")

    def handle(self, **options: Any) -> None:
        at = timezone.now()
        answers = {body: fact.verify(system_viewer(body.code, at)) for body in directory.bodies()}
        if options["json"]:
            rows = [
                {"code": body.code, "ok": bool(answer), "reason": answer.reason} for body, answer in answers.items()
            ]
            self.stdout.write(json.dumps(rows, ensure_ascii=False))
        else:
            for body, answer in answers.items():
                self.stdout.write(f"{body.code}  {body.name}  {'変わっていません' if answer else answer.reason}")
        changed = [body.name for body, answer in answers.items() if not answer]
        if changed:
            raise CommandError(f"封印と合わない台帳があります: {'、'.join(changed)}")
