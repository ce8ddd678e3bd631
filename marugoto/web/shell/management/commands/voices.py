"""Which test answers which voice of the hearings."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from marugoto.web.shell.management.voices import Voice, read_voices


class Command(BaseCommand):
    help = "ヒアリングの69の声と、それに答えるテスト（--check: 答えのない声があれば失敗）"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="JSONで出す")
        parser.add_argument("--check", action="store_true", help="答えるテストのない声が一つでもあれば失敗にする")

    def handle(self, **options: Any) -> None:
        voices = read_voices()
        if options["json"]:
            self.stdout.write(json.dumps([asdict(voice) for voice in voices], ensure_ascii=False))
        else:
            self._show(voices)
        silent = [voice.id for voice in voices if not voice.tests and not voice.is_summary]
        if options["check"] and silent:
            raise CommandError(f"答えるテストのない声が{len(silent)}件あります: {' '.join(silent)}")

    def _show(self, voices: list[Voice]) -> None:
        for voice in voices:
            again = f"（{voice.same_as}の再掲）" if voice.same_as else ""
            self.stdout.write(f"{voice.id:<6}{voice.gist}{again}")
            for test in voice.tests or ["（まだありません）"]:
                self.stdout.write(f"          {test}")
        own = [voice for voice in voices if not voice.is_summary]
        self.stdout.write(f"\n{len(own)}の声のうち{sum(bool(voice.tests) for voice in own)}に答えるテストがあります。")
