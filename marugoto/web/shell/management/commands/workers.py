"""Who works in a body, under which duties, and with which account."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from marugoto.agencies.labels import ROLES
from marugoto.agencies.queries import directory
from marugoto.agencies.queries.roster import WorkerLine, workers_of
from marugoto.kernel.jst import local_day
from marugoto.web.shell.management.spoken import where_it_is_kept


class Command(BaseCommand):
    help = "自治体の職員と、きょうの役割、利用者名の一覧"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("municipality", help="団体コード（6桁）")
        parser.add_argument("--json", action="store_true", help="JSONで出す")

    def handle(self, **options: Any) -> None:
        if options["municipality"] not in {body.code for body in directory.bodies()}:
            raise CommandError(
                f"団体コード{options['municipality']}の自治体はありません。一覧は bin/marugoto municipalities で見られます。"
                + where_it_is_kept()
            )
        lines = workers_of(options["municipality"], local_day(timezone.now()))
        if options["json"]:
            self.stdout.write(json.dumps([_told(line) for line in lines], ensure_ascii=False))
            return
        for line in lines:
            self.stdout.write(f"{line.login or '（利用者名なし）':<20}{line.name}　{_state(line)}")
            for duty in line.duties:
                roles = "、".join(str(ROLES[role]) for role in duty.roles)
                self.stdout.write(f"    {duty.team}　{duty.name}（{roles}）　{duty.since}から{duty.until or ''}")
        if not lines:
            self.stdout.write("まだ職員がいません。bin/marugoto roster で名簿を取り込めます。" + where_it_is_kept())


def _state(line: WorkerLine) -> str:
    if not line.login:
        return ""
    return "" if line.may_sign_in else "（パスワードがまだ、または閉じています）"


def _told(line: WorkerLine) -> dict[str, Any]:
    return {
        "login": line.login,
        "name": line.name,
        "may_sign_in": line.may_sign_in,
        "duties": [
            {
                "team": duty.team,
                "name": duty.name,
                "roles": list(duty.roles),
                "since": duty.since.isoformat(),
                "until": duty.until.isoformat() if duty.until else None,
            }
            for duty in line.duties
        ],
    }
