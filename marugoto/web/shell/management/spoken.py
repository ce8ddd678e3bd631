"""Commands that are explained, and refuse, in Japanese; Django's own, for those who build, speak as they always do."""

import argparse
import difflib
import os
import sys
from collections.abc import Sequence

import django
from django.conf import settings
from django.core.management import execute_from_command_line, get_commands, load_command_class
from django.core.management.base import BaseCommand, CommandError, handle_default_options
from django.db import connections

# What argparse says, by its own words.
SAID = {
    "usage: ": "使い方: ",
    "positional arguments": "渡すもの",
    "options": "選べること",
    "show this help message and exit": "この説明を出す",
    "the following arguments are required: %s": "足りないものがあります: %s",
    "one of the arguments %s is required": "次のどれか一つが要ります: %s",
    "unrecognized arguments: %s": "知らない言葉があります: %s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r は選べません（選べるもの: %(choices)s）",
    "invalid %(type)s value: %(value)r": "%(value)r は読めません",
    "expected one argument": "値が一つ要ります",
    "expected at least one argument": "値が一つ以上要ります",
    "not allowed with argument %s": "%s と一緒には使えません",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s だけでは決まりません（%(matches)s）",
    "%(prog)s: error: %(message)s\n": "%(message)s\nくわしくは %(prog)s --help\n",
}
# Django's own options still work; in the help they would only be in the way.
UNSAID = {
    "--version", "--verbosity", "--settings", "--pythonpath", "--traceback", "--no-color", "--force-color", "--skip-checks",
}  # fmt: skip


def run(words: Sequence[str]) -> None:
    """Run one command of the installation. Exits with a sentence when there is none of that name, or when it refuses."""
    name, *rest = words
    django.setup()
    known = get_commands()
    if name not in known:
        sys.exit(_unknown(name, [one for one, app in known.items() if _ours(app)]))
    if not _ours(known[name]):
        execute_from_command_line(["marugoto", *words])
        return
    _speak()
    command = load_command_class(str(known[name]), name)
    command._called_from_command_line = True  # type: ignore[attr-defined]  # Django's sign that a human reads what is wrong with his words
    _execute(command, vars(_parser(command, name).parse_args(rest)))


def where_it_is_kept() -> str:
    """Which installation answered: somebody who forgot to name its home looks into another, empty one."""
    home = settings.MARUGOTO_HOME
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        return f"（いま見ているのは DATABASE_URL のデータベースと {home} です。）"
    if os.environ.get("MARUGOTO_HOME"):
        return f"（いま見ている置き場所は {home} です。MARUGOTO_HOME で決まっています。）"
    return f"（いま見ている置き場所は {home} です。別の場所で始めたときは、MARUGOTO_HOME をその場所にしてください。）"


def _parser(command: BaseCommand, name: str) -> argparse.ArgumentParser:
    parser = command.create_parser("marugoto", name)
    parser.prog = f"bin/marugoto {name}"
    for action in parser._actions:
        if UNSAID & set(action.option_strings):
            action.help = argparse.SUPPRESS
    return parser


def _execute(command: BaseCommand, options: dict[str, object]) -> None:
    handle_default_options(argparse.Namespace(settings=None, pythonpath=None))
    try:
        command.execute(*options.pop("args", ()), **options)  # type: ignore[misc]
    except CommandError as refused:
        if options.get("traceback"):
            raise
        print(refused, file=sys.stderr)
        sys.exit(refused.returncode)
    finally:
        connections.close_all()


def _ours(app: object) -> bool:
    return str(app).startswith("marugoto")


def _unknown(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    guess = f"「{near[0]}」のことですか。" if near else ""
    return f"「{name}」という命令はありません。{guess}使える命令の一覧は bin/marugoto --help で見られます。"


def _speak() -> None:
    argparse._ = lambda words: SAID.get(words, words)  # type: ignore[attr-defined]
