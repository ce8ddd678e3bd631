"""The body's own closed and opened days, for an installation without a browser: a year's list, one more, one less."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from marugoto.agencies.actions import close_day, take_back_day
from marugoto.agencies.queries.calendar import OwnDay, own_days
from marugoto.agencies.rules.year import first_day, last_day
from marugoto.kernel.fiscal import fiscal_year
from marugoto.kernel.jst import local_day
from marugoto.web.shell.management.house import asked, asked_day, house_of, refusals

FIRST, LAST = 2000, 2090


class Command(BaseCommand):
    help = "この自治体だけの閉庁日を見る。--close、--open、--take-back で変える"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("municipality", help="団体コード（6桁）")
        parser.add_argument("--year", type=int, help="年度（書かなければ今年度）")
        parser.add_argument("--json", action="store_true", help="JSONで出す")
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--close", metavar="DAY", help="閉める日（--name と）")
        what.add_argument("--open", metavar="DAY", help="土日・祝日でも開ける日（--name と）")
        what.add_argument("--take-back", metavar="DAY", help="書いた日を取り消す（--reason と）")
        parser.add_argument("--name", help="何の日か")
        parser.add_argument("--reason", help="取り消すわけ")

    def handle(self, **options: Any) -> None:
        by, at = house_of(options["municipality"])
        if options["close"] or options["open"]:
            day = asked_day(options["close"] or options["open"], "--close")
            with refusals():
                name = asked(options["name"], "--name")
                close_day(by=by, at=at, day=day, name=name, is_open=bool(options["open"]))
        if options["take_back"]:
            day = asked_day(options["take_back"], "--take-back")
            held = [one for one in own_days(by, first=day, last=day) if one.taken_back_at is None]
            if not held:
                raise CommandError("その日のことは書いてありません。一覧で日を確かめてください。")
            with refusals():
                reason = asked(options["reason"], "--reason")
                take_back_day(by=by, at=at, closed_day=held[0].id, reason=reason)
        year = options["year"] or fiscal_year(local_day(at))
        if not FIRST <= year <= LAST:
            raise CommandError(f"年度は{FIRST}から{LAST}までです。")
        self._show(year, own_days(by, first=first_day(year), last=last_day(year)), as_json=options["json"])

    def _show(self, year: int, days: list[OwnDay], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps([_told(day) for day in days], ensure_ascii=False))
            return
        for day in days:
            what = "開ける" if day.is_open else "閉める"
            back = f"　取り消し: {day.reason}" if day.taken_back_at else ""
            self.stdout.write(f"{day.day}　{what}　{day.name}{back}")
        if not days:
            self.stdout.write(f"{year}年度に、この自治体だけの日はありません。")


def _told(day: OwnDay) -> dict[str, Any]:
    return {
        "day": day.day.isoformat(),
        "name": day.name,
        "open": day.is_open,
        "taken_back": day.taken_back_at.isoformat() if day.taken_back_at else None,
        "reason": day.reason,
    }
