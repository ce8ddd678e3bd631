"""Carry letters between house and porch: the same command on both sides, each with its own errand."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils.module_loading import import_string

from marugoto.exchange.rounds import go_rounds


class Command(BaseCommand):
    help = "母屋（職員の側）と軒先（住民の側）のあいだで、署名つきの連絡ファイルを運ぶ"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="一度だけ運んで終わる")

    def handle(self, **options: Any) -> None:
        errand = import_string(settings.MARUGOTO_ERRAND)
        if options["once"]:
            errand(0)
            return
        go_rounds(errand)
