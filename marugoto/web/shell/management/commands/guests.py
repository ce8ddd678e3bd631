"""Who sits at the table from outside, for an installation without a browser: the list, an invitation, its end."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from marugoto.agencies.actions import Newcomer, invite_from_outside
from marugoto.agencies.codes import Field
from marugoto.agencies.queries.membership import Guest, guests
from marugoto.custody.actions.guest import end_membership
from marugoto.web.shell.ids import read_id
from marugoto.web.shell.management.house import asked, asked_day, house_of, refusals


class Command(BaseCommand):
    help = "外から加わっている機関を見る。--invite で学校や医院を招き、--end で終える"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("municipality", help="団体コード（6桁）")
        parser.add_argument("--json", action="store_true", help="JSONで出す")
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--invite", metavar="NAME", help="招く機関の名前（--field --ground --since --until と）")
        what.add_argument("--end", metavar="ID", help="終える機関の番号（--json の id。--day --reason と）")
        parser.add_argument("--field", choices=[field.value for field in Field], help="分野")
        parser.add_argument("--phone", default="", help="電話")
        parser.add_argument("--person", default="", help="来る人")
        parser.add_argument("--kana", default="", help="来る人のよみ")
        parser.add_argument("--hat", default="", help="来る人の立場")
        parser.add_argument("--ground", help="加わる根拠")
        parser.add_argument("--since", help="いつから")
        parser.add_argument("--until", help="いつから、いなくなるか")
        parser.add_argument("--day", help="いつから、いなくなるか（--end と）")
        parser.add_argument("--reason", help="終えるわけ")

    def handle(self, **options: Any) -> None:
        by, at = house_of(options["municipality"])
        if options["invite"]:
            words = {name: options[name] for name in ("phone", "person", "kana", "hat")}
            newcomer = Newcomer(name=options["invite"], field=Field(asked(options["field"], "--field")), **words)
            since, until = asked_day(options["since"], "--since"), asked_day(options["until"], "--until")
            with refusals():
                ground = asked(options["ground"], "--ground")
                invite_from_outside(by=by, at=at, newcomer=newcomer, ground=ground, since=since, until=until)
        if options["end"]:
            wanted = read_id(options["end"])
            if wanted not in {one.id for one in guests(by)} or wanted is None:
                raise CommandError("その番号の機関はありません。--json の一覧で確かめてください。")
            day, reason = asked_day(options["day"], "--day"), asked(options["reason"], "--reason")
            with refusals():
                end_membership(by=by, at=at, membership=wanted, day=day, reason=reason)
        self._show(guests(by), as_json=options["json"])

    def _show(self, found: list[Guest], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps([_told(one) for one in found], ensure_ascii=False))
            return
        for one in found:
            state = "" if one.running else "（終わりました）"
            people = "、".join(one.people)
            self.stdout.write(f"{one.home}{one.said}　{people}　{one.ground}　{one.since}から{one.until or ''}{state}")
        if not found:
            self.stdout.write("外から加わっている機関はありません。")


def _told(one: Guest) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "name": one.said,
        "home": one.home,
        "people": list(one.people),
        "accounts": not one.from_outside,
        "ground": one.ground,
        "since": one.since.isoformat(),
        "until": one.until.isoformat() if one.until else None,
        "running": one.running,
        "reason": one.reason,
    }
