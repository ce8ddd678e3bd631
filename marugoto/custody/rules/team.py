"""Which team can hold a ball, and when a team or a duty may end."""

from dataclasses import dataclass

from marugoto.kernel.decision import YES, Decision, no


@dataclass(frozen=True)
class Receiver:
    """A team as the ball sees it: `stands` in this body today, `staffed` by somebody who can be in charge."""

    name: str
    stands: bool = True
    has_accounts: bool = True
    staffed: bool = True
    phoned: bool = False  # its telephone number is known


def may_be_asked(team: Receiver) -> Decision:
    """An agency without accounts never holds, but it may be asked, if its answer can be heard by telephone."""
    if team.stands and not team.has_accounts:
        if team.phoned:
            return YES
        return no(
            f"{team.name}にはアカウントがなく、電話番号も書かれていないので、返事を聞けません。",
            "庶務の「外の機関」の画面で、電話と受付時間を書いてもらってください。",
        )
    return may_hold(team)


def may_hold(team: Receiver) -> Decision:
    if not team.stands:
        return no(f"{team.name}は、いまこの自治体の係にありません。", "ほかの係を選んでください。")
    if not team.has_accounts:
        return no(
            f"{team.name}にはアカウントがないので、ボールは持てません。",
            "電話で聞いた答えを記録して、市の係が持ってください。",
        )
    if not team.staffed:
        return no(f"{team.name}には、いま担当になれる人がいません。", "ほかの係を選んでください。")
    return YES


def may_be_in_charge(*, named: bool, of_team: bool, team: str) -> Decision:
    """`named`: a person was chosen; `of_team`: that person's duty is in force in the team."""
    if named and not of_team:
        return no(f"選んだ人は、いま{team}にいません。", "その係の人から選んでください。")
    return YES


def may_end_team(team: Receiver, *, last_resort: bool, balls: int, keeps_house: bool) -> Decision:
    """`balls`: how many it holds; `keeps_house`: the viewer looks after teams and duties."""
    if not keeps_house:
        return no("係を閉じられるのは、庶務か課長です。", "庶務の人に頼んでください。")
    if last_resort:
        return no(
            f"{team.name}は最後の受け皿なので、閉じられません。", "先に、ほかの係を最後の受け皿に決めてください。"
        )
    if not team.stands:
        return no(f"{team.name}は、もう閉じています。", "係の一覧を開き直してください。")
    if balls:
        return no(
            f"{team.name}は、まだボールを{balls}個持っているので、まだ閉じられません。",
            "一つずつ次の持ち手に渡し、受け取られてから閉じてください。",
        )
    return YES


def may_end_agency(*, name: str, teams: int, keeps_house: bool) -> Decision:
    """`teams`: those of it that stand; each of them is asked for itself too."""
    if not keeps_house:
        return no("機関を閉じられるのは、庶務か課長です。", "庶務の人に頼んでください。")
    if not teams:
        return no(f"{name}の係は、もうぜんぶ閉じています。", "係の一覧を開き直してください。")
    return YES


def may_end_duty(*, in_force: bool, keeps_house: bool, somebody_left: bool, left_to_nobody: int = 0) -> Decision:
    """`somebody_left`: the team's balls, if any, have a person to go to, here or in the team of last resort. `left_to_nobody`: so
    many records are shut to all but listed workers, of whom this is the last one who reads them."""
    if not keeps_house:
        return no("役割を終えられるのは、庶務か課長です。", "庶務の人に頼んでください。")
    if not in_force:
        return no("この役割は、もう終わっています。", "役割の一覧を開き直してください。")
    if not somebody_left:
        return no(
            "この人がいなくなると、最後の受け皿にだれもいなくなります。",
            "先に、最後の受け皿の係に人を決めてください。",
        )
    if left_to_nobody:
        return no(
            f"この人のほかにはだれも読めない、閉じた記録が{left_to_nobody}件あります。",
            "先にこの人に、支援措置などの制限を解いて、次に読む人も入れて閉じ直すように頼んでください。",
        )
    return YES


def may_stay(*, keeps_house: bool, himself: bool, to_come: bool) -> Decision:
    """`to_come`: the last day is not over; afterwards the balls have gone, and a new duty is asked for."""
    if not keeps_house:
        return no("役割の終わりを取り消せるのは、庶務か課長です。", "庶務の人に頼んでください。")
    if himself:
        return no("自分の役割の終わりは、自分では取り消せません。", "もう一人の庶務か課長に頼んでください。")
    if not to_come:
        return no("その日は、もう来ています。", "続けて働くときは、名簿で新しい役割を頼んでください。")
    return YES


def may_read(listed: bool) -> Decision:
    """`listed`: somebody there is among those who may see a matter that is shut (支援措置 and the like)."""
    if not listed:
        return no(
            "見られる人が決められているので、その人には渡せません。",
            "先に「見られる人」に入れるか、もう入っている人を選んでください。",
        )
    return YES
