"""Whether the books still say what they said when they were sealed."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from marugoto.agencies.queries import directory
from marugoto.agencies.queries.system import system_viewer
from marugoto.disclosure.queries.books import BOOKS
from marugoto.exchange.management.callers_file import CallersFile
from marugoto.kernel.chain import read_checkpoint, summary
from marugoto.ledger.queries.chain import Verdict, verify

SHOWN = 20  # findings of a body on the screen; --json has them all


class Command(BaseCommand):
    help = "事実の台帳と閲覧記録が、封印のときから変わっていないかを確かめ、変わった行を名ざす"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="JSONで出す")
        parser.add_argument(
            "--checkpoint", action="append", default=[], metavar="FILE", help="外に控えた封印（何枚でもよい）"
        )

    def handle(self, **options: Any) -> None:
        at, kept = timezone.now(), [_checkpoint(name) for name in options["checkpoint"]]
        bodies = directory.bodies()
        strange = {body for body, _, _ in kept} - {body.code for body in bodies}
        if strange:
            raise CommandError(f"ここにない自治体の控えです: {'、'.join(sorted(strange))}")
        answers = {}
        for body in bodies:
            outside = {number: digest for code, number, digest in kept if code == body.code}
            answers[body] = verify(system_viewer(body.code, at), BOOKS, outside)
            if not options["json"]:
                self._say(body, answers[body], len(outside))
        if options["json"]:
            rows = [_told(body.code, answer) for body, answer in answers.items()]
            self.stdout.write(json.dumps(rows, ensure_ascii=False))
        changed = [body.name for body, answer in answers.items() if not answer]
        if changed:
            raise CommandError(f"封印と合わない帳面があります: {'、'.join(changed)}")

    def _say(self, body: Any, answer: Verdict, outside: int) -> None:
        self.stdout.write(f"{body.code}  {body.name}  {summary(answer.check, list(answer.findings), outside)}")
        for finding in answer.findings[:SHOWN]:
            self.stdout.write(f"    {finding}")
        if len(answer.findings) > SHOWN:
            self.stdout.write(f"    ほかに{len(answer.findings) - SHOWN:,}件（--json で、すべて出ます）")


def _checkpoint(name: str) -> tuple[str, int, str]:
    try:
        return read_checkpoint(CallersFile(name).text(10_000))
    except ValueError as trouble:
        raise CommandError(f"{name} は、封印の控えとして読めません。") from trouble


def _told(code: str, answer: Verdict) -> dict[str, Any]:
    found = [
        {
            "what": one.what,
            "book": one.book,
            "key": one.key,
            "place": one.place,
            "seal": one.seal,
            "other": one.other,
            "words": str(one),
        }
        for one in answer.findings
    ]
    check = answer.check
    return {
        "code": code,
        "ok": bool(answer),
        "reason": found[0]["words"] if found else "",
        "findings": found,
        "rows": check.rows,
        "seals": check.last.number if check.last else 0,
        "unsealed": sum(check.tail.values()),
        "late": check.late,
        "destroyed": check.destroyed,
    }
