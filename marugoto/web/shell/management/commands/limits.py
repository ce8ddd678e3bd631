"""The days of each urgency, for an installation without a browser: read them, or change one with a reason."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from marugoto.custody.actions.limit import set_limit
from marugoto.custody.codes import Urgency
from marugoto.custody.labels import URGENCIES
from marugoto.custody.queries.limit import LimitLine, limit_book
from marugoto.custody.rules.limit import Days
from marugoto.web.shell.management.house import asked, asked_day, house_of, refusals


class Command(BaseCommand):
    help = "返事と手つかずの日数を見る。--set で、わけをつけて変える"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("municipality", help="団体コード（6桁）")
        parser.add_argument("--json", action="store_true", help="JSONで出す")
        parser.add_argument("--set", choices=[urgency.value for urgency in Urgency], help="変える急ぎかた")
        parser.add_argument("--answer", type=int, help="返事まで何開庁日か")
        parser.add_argument("--unattended", type=int, help="手つかずまで何開庁日か")
        parser.add_argument("--since", help="いつから（R8.12.1、2026-12-01 など）")
        parser.add_argument("--reason", help="変えるわけ")

    def handle(self, **options: Any) -> None:
        by, at = house_of(options["municipality"])
        if options["set"]:
            days = Days(int(asked(options["answer"], "--answer")), int(asked(options["unattended"], "--unattended")))
            since, reason = asked_day(options["since"], "--since"), asked(options["reason"], "--reason")
            with refusals():
                set_limit(by=by, at=at, urgency=Urgency(options["set"]), days=days, since=since, reason=reason)
        book = limit_book(by)
        if options["json"]:
            told = {name: [_told(line) for line in getattr(book, name)] for name in ("now", "coming", "former")}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        for title, lines in (("いま", book.now), ("これから", book.coming), ("前", book.former)):
            for line in lines:
                self.stdout.write(f"{title}　{_said(line)}")


def _said(line: LimitLine) -> str:
    days = f"{URGENCIES[line.urgency]}: 返事まで{line.days.answer}開庁日、手つかず{line.days.unattended}開庁日"
    if line.ours:
        return f"{days}　（はじめの数）"
    return f"{days}　{line.since}から　{line.by_name or 'コマンドから'}　{line.reason}"


def _told(line: LimitLine) -> dict[str, Any]:
    return {
        "urgency": line.urgency.value,
        "answer": line.days.answer,
        "unattended": line.days.unattended,
        "since": line.since.isoformat() if line.since else None,
        "made_at": line.made_at.isoformat() if line.made_at else None,
        "by": line.by_name,
        "reason": line.reason,
    }
