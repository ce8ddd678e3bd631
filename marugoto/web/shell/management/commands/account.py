"""Give a worker's account its first password, or another one; close it, and open it again."""

import getpass
import sys
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from marugoto.agencies.actions.account import end_sessions
from marugoto.web.shell.management.spoken import where_it_is_kept


class Command(BaseCommand):
    help = "職員の利用者名にパスワードを決める。--close で入れなくし、--open で戻す"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("login", help="利用者名（名簿の login）")
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--password-stdin", action="store_true", help="パスワードを標準入力の1行目から読む")
        what.add_argument("--close", action="store_true", help="この利用者名では、もう入れなくする")
        what.add_argument("--open", action="store_true", help="また入れるようにする")

    def handle(self, **options: Any) -> None:
        account = get_user_model().objects.filter(username=options["login"]).first()
        if account is None or options["login"].startswith("cast-"):
            raise CommandError(
                f"利用者名「{options['login']}」の職員はいません。一覧は bin/marugoto workers 団体コード で見られます。"
                + where_it_is_kept()
            )
        if options["close"] or options["open"]:
            account.is_active = options["open"]
            account.save(update_fields=["is_active"])
            end_sessions(at=timezone.now(), account=account.pk)
            self.stdout.write(
                "また入れるようになりました。開いたままだった画面は閉じたので、本人がサインインし直します。"
                if options["open"]
                else "もう入れません。記録は残っています。"
            )
            return
        password = _from_stdin() if options["password_stdin"] else _asked()
        try:
            validate_password(password, account)
        except ValidationError as weak:
            raise CommandError("このパスワードは使えません。" + "".join(weak.messages)) from weak
        account.set_password(password)
        account.save(update_fields=["password"])
        self.stdout.write("パスワードを決めました。入ったあと、本人が変え、二段階の確かめを加えてください。")


def _from_stdin() -> str:
    return sys.stdin.readline().rstrip("\r\n")


def _asked() -> str:
    """Twice, and never as a word of the command line, where others could read it; somebody must sit there to be asked."""
    if not sys.stdin.isatty():
        raise CommandError(
            "ここは端末ではないので、たずねられません。パスワードを標準入力で渡すときは --password-stdin をつけます"
            "（例: bin/marugoto account 利用者名 --password-stdin < パスワードのファイル）。"
        )
    first = getpass.getpass("新しいパスワード: ")
    if first != getpass.getpass("もう一度: "):
        raise CommandError("二つが違います。もう一度どうぞ。")
    return first
