"""The bodies of this installation."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from marugoto.agencies.queries import directory
from marugoto.web.shell.management.spoken import where_it_is_kept


class Command(BaseCommand):
    help = "この設置にある市町村・都道府県の一覧"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="JSONで出す")

    def handle(self, **options: Any) -> None:
        rows = [
            {
                "code": body.code,
                "name": body.name,
                "kind": body.kind,
                "population": body.population,
                "training": body.training,
            }
            for body in directory.bodies()
        ]
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False))
            return
        for row in rows:
            people = "" if row["population"] is None else f"{row['population']:>10,}人"
            self.stdout.write(f"{row['code']}  {row['name']}{people}{'　（練習用）' if row['training'] else ''}")
        if not rows:
            self.stdout.write("まだありません。bin/marugoto settle で用意できます。" + where_it_is_kept())
