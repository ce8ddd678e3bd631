"""Who may give whom an account: one asks, another releases, and the secret goes by hand (個人情報保護法66条, 職員の権限の管理)."""

import re
from dataclasses import dataclass
from datetime import date

from marugoto.kernel.decision import YES, Decision, no
from marugoto.kernel.era import say_era

TERM = 14  # days a first secret is good for, where the body says nothing else
TERM_NAME = "first_secret_days"
SHORTEST, LONGEST = 1, 60
LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,58}")
ASK = "庶務か課長に頼んでください。"


def may_keep_accounts(*, keeps_house: bool) -> Decision:
    return YES if keeps_house else no("アカウントを扱えるのは、庶務か課長です。", ASK)


@dataclass(frozen=True)
class Asked:
    """`free`: nobody else has that name to sign in with; `own`: it is the name of the account that is there already."""

    name: str
    login: str
    free: bool
    keeps_house: bool
    own: bool = False
    already: bool = False
    team_stands: bool = True
    has_roles: bool = True


def may_ask(asked: Asked) -> Decision:
    if not asked.keeps_house:
        return no("アカウントを頼めるのは、庶務か課長です。", ASK)
    if asked.already:
        return no(
            f"{asked.name}さんのアカウントは、もう頼んであります。", "「アカウント」の画面で、返事を待ってください。"
        )
    return may_bear(asked.login, free=asked.free, own=asked.own) and _hat(asked)


def may_bear(login: str, *, free: bool, own: bool = False) -> Decision:
    """The name to sign in with. `own`: whoever is meant bears it already."""
    if own:
        return YES
    if not LOGIN.fullmatch(login) or login.startswith("cast-"):
        return no(f"利用者名「{login}」は使えません。", "名簿の利用者名の欄に、半角の英数字2文字からで書いてください。")
    if not free:
        return no(
            f"利用者名「{login}」は、ほかの人が使っています。", "名簿の利用者名の欄に、別の名前を書いてください。"
        )
    return YES


def _hat(asked: Asked) -> Decision:
    if not asked.team_stands:
        return no(f"{asked.name}さんの係は、もうありません。", "名簿の所属を確かめてください。")
    if not asked.has_roles:
        return no(f"{asked.name}さんの役割が書かれていません。", "名簿の役割の欄に、相談支援員などと書いてください。")
    return YES


def may_release(
    *,
    keeps_house: bool,
    running: bool,
    asked_himself: bool,
    concerns_himself: bool,
    stands: bool,
    free: bool,
    name: str,
    stopped_since: bool = False,
) -> Decision:
    """Two persons: neither who asked nor whom it is for, under whichever hat. `stopped_since`: suspended after it was asked for."""
    if not keeps_house:
        return no("アカウントを出せるのは、庶務か課長です。", ASK)
    if not running:
        return no(f"{name}さんの分は、もう返事がすんでいます。", "画面を開き直してください。")
    if asked_himself:
        return no(
            "頼んだ人が、自分で出すことはできません。", "もう一人の庶務か課長に、この画面を見てもらってください。"
        )
    if concerns_himself:
        return no("自分のアカウントや役割を、自分で出すことはできません。", "もう一人の庶務か課長に頼んでください。")
    return _still_fits(stands=stands, free=free, stopped_since=stopped_since, name=name)


def _still_fits(*, stands: bool, free: bool, stopped_since: bool, name: str) -> Decision:
    """What may have changed since it was asked for."""
    if not stands:
        return no(f"{name}さんの係は、もうありません。", "わけを書いて断り、名簿を直してもらってください。")
    if not free:
        return no(
            f"{name}さんの利用者名か職員番号は、ほかの人が使っています。",
            "わけを書いて断り、名簿を直してもらってください。",
        )
    if stopped_since:
        return no(
            f"{name}さんのアカウントは、頼まれたあとで止まりました。",
            "わけを書いて断ってください。戻すときは、あらためて「戻すことを頼む」を押してください。",
        )
    return YES


def may_refuse(*, keeps_house: bool, running: bool, asked_himself: bool, reasoned: bool, name: str) -> Decision:
    if not keeps_house:
        return no("断れるのは、庶務か課長です。", ASK)
    if not running:
        return no(f"{name}さんの分は、もう返事がすんでいます。", "画面を開き直してください。")
    if asked_himself:
        return no("頼んだのは、あなたです。", "やめるときは、「取り下げる」を押してください。")
    if not reasoned:
        return no("断るわけが書かれていません。", "頼んだ人が直せるように、一言書いてください。")
    return YES


def may_withdraw(*, keeps_house: bool, running: bool, name: str) -> Decision:
    if not keeps_house:
        return no("取り下げられるのは、庶務か課長です。", ASK)
    if not running:
        return no(f"{name}さんの分は、もう返事がすんでいます。", "出したあとは、アカウントを止められます。")
    return YES


def may_show_slip(
    *,
    keeps_house: bool,
    released: bool,
    begun: bool,
    suspended: bool,
    himself: bool,
    name: str,
    asker: str = "",
    recogniser_left: bool = True,
) -> Decision:
    """`recogniser_left`: besides the `asker` and whoever shows it there is a third who can say who came in with it."""
    if not keeps_house:
        return no("紙を出せるのは、庶務か課長です。", ASK)
    if himself:
        return no("自分の紙を、自分で出すことはできません。", "もう一人の庶務か課長に頼んでください。")
    if not released:
        return no(f"{name}さんのアカウントは、まだ出ていません。", "もう一人の庶務か課長が出すのを待ってください。")
    if suspended:
        return no(f"{name}さんのアカウントは、止まっています。", "戻すときは、「戻すことを頼む」を押してください。")
    if begun:
        return no(f"{name}さんは、もう自分のパスワードを決めています。", "紙は要りません。")
    if not recogniser_left:
        return no(
            "あなたが紙を出すと、本人を確かめる人がいなくなります。頼んだ人と紙を出した人は、確かめられません。",
            f"{asker}さんに、紙を出してもらってください。" if asker else "管理者に頼んでください。",
        )
    return YES


def may_suspend(*, keeps_house: bool, himself: bool, has_account: bool, suspended: bool, reasoned: bool) -> Decision:
    if not keeps_house:
        return no("アカウントを止められるのは、庶務か課長です。", ASK)
    if himself:
        return no("自分のアカウントは、止められません。", "もう一人の庶務か課長に頼んでください。")
    if not has_account:
        return no("その人には、アカウントがありません。", "一覧から選び直してください。")
    if suspended:
        return no("もう止まっています。", "画面を開き直してください。")
    if not reasoned:
        return no("止めるわけが書かれていません。", "あとから読む人のために、一言書いてください。")
    return YES


def may_lose_keeper(*, kept: bool, left: bool, name: str) -> Decision:
    """Nobody shuts all the others out of the house, neither by suspending nor by ending duties. `kept`: before it, somebody kept
    the house besides the one who does it; `left`: after it, somebody still does."""
    if kept and not left:
        return no(
            f"{name}さんを外すと、庶務か課長があなた一人になります。",
            "先に後任のアカウントを出して、入ってもらってください。急ぐときは、管理者がアカウントを閉じられます。",
        )
    return YES


@dataclass(frozen=True)
class FirstSecret:
    """Good from the one day until the other, which no longer counts."""

    since: date
    until: date


def may_come_in(*, today: date, suspended: bool, secret: FirstSecret | None) -> Decision:
    """Asked when the password was right: somebody else learns nothing from the answer."""
    if suspended:
        return no("このアカウントは止まっています。", ASK)
    if secret is None:
        return YES
    if today < secret.since:
        return no(f"このアカウントは、{say_era(secret.since)}から使えます。", "その日になってから、もう一度どうぞ。")
    if today >= secret.until:
        return no("紙の合いことばは、期限が切れています。", "庶務に、新しい紙を出してもらってください。")
    return YES


def term_of(said: str) -> int:
    """The body's own number of days; what is no number in bounds counts as nothing said."""
    return int(said) if said.isascii() and said.isdecimal() and SHORTEST <= int(said) <= LONGEST else TERM
