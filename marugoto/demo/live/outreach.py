"""Those who have not asked: somebody goes there for months; firms with an agreement tell what they saw; rounds, one of them missed."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from marugoto.agencies.codes import Role
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.here import Here
from marugoto.intake.actions.agreement import begin_agreement
from marugoto.intake.actions.notice import raise_notice
from marugoto.intake.codes import FirmSort, NoticeSource
from marugoto.participation.actions.approach import begin_approach, log_attempt, plan_approach, respect
from marugoto.participation.actions.watch import begin_watch, look
from marugoto.participation.codes import Looker, LookResult, OutreachGround, Reaction, Sign, Way

FIRMS = (("みなもガス", FirmSort.GAS), ("中央新聞販売店", FirmSort.NEWSPAPER))
GROUND = "見守り協定(令和6年4月1日)第3条"


@dataclass(frozen=True)
class Sketch:
    """`begins`: days before the day on which the town is looked at; `every`: between attempts; `refused`: said at the last one."""

    called: str
    where: str
    why: str
    begins: int
    every: int
    tries: Sequence[tuple[Way, Reaction, tuple[Sign, ...], str]]
    refused: str = ""


SKETCHES = (
    Sketch(
        "野村さん",
        "北町、青い屋根の家",
        "父の葬儀のあと、一年姿を見ていない。郵便がたまっている。",
        165,
        21,
        (
            (Way.VISIT, Reaction.NONE, (Sign.POST_LIES,), "呼び鈴は鳴る。"),
            (Way.LETTER, Reaction.NONE, (), "畑の会のちらしに、名前を手書きで添えた。"),
            (Way.VISIT, Reaction.PRESENCE, (Sign.LIGHT, Sign.NOTE_GONE), "夕方、明かりが消えた。ちらしはなかった。"),
            (Way.THROUGH, Reaction.NONE, (), "向かいの方が、夜に散歩する姿を見ている。"),
            (Way.VISIT, Reaction.VOICE, (Sign.SOUND,), "戸ごしに「間に合っています」。"),
            (Way.LETTER, Reaction.TOOK, (), "次の朝、郵便受けからなくなっていた。"),
            (Way.VISIT, Reaction.VOICE, (Sign.LAUNDRY,), "「今度でいいです」。怒ってはいない。"),
        ),
    ),
    Sketch(
        "",
        "港町の集合住宅3階",
        "管理人から。夜に物音、昼は雨戸。名前は分からない。",
        40,
        12,
        (
            (Way.VISIT, Reaction.NONE, (Sign.SHUTTERS,), ""),
            (Way.LOOKED, Reaction.NONE, (Sign.RUBBISH,), "ごみ出しの日に会えないか、管理人と話した。"),
        ),
    ),
    Sketch(
        "片桐さん",
        "本町",
        "民生委員から。電気が二度止まった。",
        60,
        14,
        ((Way.VISIT, Reaction.NONE, (), ""), (Way.PHONE, Reaction.ANGER, (), "番号は以前の届けから。")),
        "役所には頼まない。来ないでほしい。",
    ),
)


def goes_to_them(here: Here) -> Steps:
    """Each sketch is a life of its own."""
    rng, hat = here.chance("outreach"), here.with_role(Role.COUNSELLOR, best="yamashita")
    for firm, sort in FIRMS:
        begin_agreement(by=here.by(hat), at=here.now, firm=firm, sort=sort, ground=GROUND, since=here.today)
    for sketch in SKETCHES:
        here.clock.begin(
            here.office_hour(here.until - timedelta(days=sketch.begins), rng), _approach(here, sketch, hat, rng)
        )
    here.clock.begin(here.office_hour(here.until - timedelta(days=30), rng), _watches(here, hat, rng))
    here.clock.begin(here.office_hour(here.until - timedelta(days=1), rng), _is_told(here, hat))
    yield here.clock.ends


def _approach(here: Here, sketch: Sketch, hat: UUID, rng: random.Random) -> Steps:
    row = begin_approach(
        by=here.by(hat),
        at=here.now,
        source=NoticeSource.COMMISSIONER,
        ground=OutreachGround.ALL_TOWNS,
        why=sketch.why,
        called=sketch.called,
        where=sketch.where,
    )
    plan_approach(
        by=here.by(hat), at=here.now, approach=row.pk, every=sketch.every, aim="顔を覚えてもらう", safe="夕方、ひとりで"
    )
    for way, reaction, signs, words in sketch.tries:
        yield here.office_hour(here.today + timedelta(days=sketch.every), rng)
        how = {"way": way, "reaction": reaction, "signs": signs, "words": words}
        log_attempt(by=here.by(hat), at=here.now, approach=row.pk, day=here.today, **how)  # type: ignore[arg-type]
    if sketch.refused:
        until = here.until + timedelta(days=50)
        respect(by=here.by(hat), at=here.now, approach=row.pk, until=until, words=sketch.refused)


def _watches(here: Here, hat: UUID, rng: random.Random) -> Steps:
    """One is seen every week, the other's round was missed."""
    rows = [
        begin_watch(
            by=here.by(hat),
            at=here.now,
            looker=Looker.COMMISSIONER,
            looker_words=looker,
            every=7,
            why="一人で暮らしている。転んだことがある。",
            called=called,
            where=where,
            how="回覧板を渡すときに、声をかける。",
        )
        for called, where, looker in (
            ("大野さん", "本町", "民生委員の山口さん"),
            ("浜田さん", "港町", "民生委員の小倉さん"),
        )
    ]
    for number in range(4):
        yield here.office_hour(here.today + timedelta(days=6), rng)
        for row in rows[: 1 if number > 1 else 2]:
            look(by=here.by(hat), at=here.now, watch=row.pk, day=here.today, result=LookResult.AS_USUAL)


def _is_told(here: Here, hat: UUID) -> Steps:
    """What the gas man saw yesterday waits for its answer."""
    raise_notice(
        by=here.by(hat),
        at=here.now,
        notice=uuid4(),
        source=NoticeSource.FIRM,
        words="検針の針が、先月から動いていない。呼んでも返事がない。",
        where="本町の平屋",
        informant="みなもガスの検針の方",
        reach="会社の窓口に電話",
        wants_reply=True,
    )
    yield here.clock.ends
