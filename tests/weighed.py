"""What a town has thought about: something it has already, something it tried, a decision on 要否, a round of 自己採点."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID

from marugoto.community.actions.dialogue import hold_dialogue
from marugoto.community.codes import NoteTheme, Partner
from marugoto.disclosure.actions.attachment import Paper
from marugoto.evaluation.actions.inventory import System, Tried, write_system, write_trial
from marugoto.evaluation.actions.judgement_paper import add_papers
from marugoto.evaluation.actions.necessity import Decided, decide, say_town
from marugoto.evaluation.actions.necessity import Town as TownSaid
from marugoto.evaluation.actions.self_rating import copy_rating, open_round
from marugoto.evaluation.actions.survey import Asked, write_wave
from marugoto.evaluation.codes import SurveyQuestion
from marugoto.evaluation.queries import necessity
from marugoto.evaluation.queries.judged import Judged
from marugoto.evaluation.rules.necessity import Signal
from marugoto.evaluation.rules.second_opinion import RaterRole
from marugoto.evaluation.rules.survey import Answers
from marugoto.evaluation.rules.thinking import Fulfils
from marugoto.kernel.jst import local_day
from tests.papers import LETTER
from tests.town import Town

ROLES = (RaterRole.DESK, RaterRole.COMMUNITY, RaterRole.COUNCIL, RaterRole.FINANCE, RaterRole.RESIDENT)
THREE = {"F1": 3, "F2": 3, "F3": 3, "P": 2}
ALL_AGES = System(
    name="地域包括支援センター(全世代)",
    runner="高齢福祉課",
    staff=65,
    since=date(2018, 4, 1),
    evidence="令和7年度の実績報告",
    fulfils={"F2": Fulfils.WHOLE, "consult": Fulfils.WHOLE, "join": Fulfils.PART},
)


@contextmanager
def standing_at(looked_into: int = 2, unknown: tuple[str, ...] = (), **stages: int) -> Iterator[None]:
    """While the standard says this of the town: F1, F2 and F3 at 3 unless said otherwise."""
    found = Judged(looked_into, unknown, THREE | stages, frozenset(code[:2] for code in unknown))
    with patch.object(necessity, "judged", lambda *_args, **_more: found):
        yield


def system(town: Town, said: System = ALL_AGES) -> UUID:
    return write_system(by=town("hirata"), at=town.later(), said=said).line


def tried(town: Town, signal: Signal = Signal.N3, *, months: int = 7, found: str = "行き先は三つにふえた。") -> UUID:
    at = town.later()
    since = local_day(at) - timedelta(days=31 * months)
    said = Tried(signal, "協議体で行き先をさがす", since, found=found)
    return write_trial(by=town("hirata"), at=at, said=said).line


def talked(town: Town, *, who: str = "hayashi") -> UUID:
    at = town.later()
    return hold_dialogue(
        by=town(who),
        at=at,
        day=local_day(at),
        partner=Partner.RESIDENTS,
        partner_name="北部の住民の会",
        theme=NoteTheme.TRANSPORT,
        asked="足りないものは何ですか。",
        said="夕方の足がない。",
    ).pk


def town_said(town: Town, who: str = "hirata", **more: Any) -> None:
    words: dict[str, Any] = {"source": "組織図と予算書", "desks": 6, "staff": 420, "headquarters": 10} | more
    say_town(by=town(who), at=town.later(), said=TownSaid(**words))


def decided(town: Town, who: str = "hirata", **more: Any) -> UUID:
    at = town.later()
    said: dict[str, Any] = {
        "follows": True,
        "decided": "いまの体制を続け、半年ごとに見る。",
        "decider": "市長決裁",
        "day": local_day(at),
        "survey": "令和8年度ニーズ調査(2,000人)",
    }
    return decide(by=town(who), at=at, said=Decided(**said | more)).pk


def judgement(town: Town) -> UUID:
    return decided(town)


def judgement_file(town: Town) -> UUID:
    made = decided(town)
    paper = Paper("調査の報告書.pdf", LETTER)
    return add_papers(by=town("hirata"), at=town.later(), decision=made, papers=[paper])[0].pk


def asked_of_residents(town: Town, *, days: int = 30, **more: Any) -> Asked:
    """2,000 asked, 812 answered, 406 know where to turn. `days`: how long ago it ended."""
    until = local_day(town.later()) - timedelta(days=days)
    said: dict[str, Any] = {
        "question": SurveyQuestion.KNOWS_WHERE,
        "since": until - timedelta(days=20),
        "until": until,
        "population": "18歳以上の住民から無作為に2,000人",
        "answers": Answers(2000, 812, 406),
        "source": "地域福祉計画の住民意識調査 報告書(企画課の棚)",
    }
    return Asked(**said | more)


def survey(town: Town, **more: Any) -> UUID:
    return write_wave(by=town("hirata"), at=town.later(), said=asked_of_residents(town, **more)).line


def rating_round(town: Town) -> UUID:
    """Open, with five roles copied from paper, so that it may be closed."""
    at = town.later()
    made = open_round(by=town("hirata"), at=at, until=local_day(at) + timedelta(days=30)).pk
    for place, role in enumerate(ROLES):
        scores = {"F1": 2, "F2": place, "F3": None, "P": 3}
        copy_rating(by=town("hirata"), at=town.later(), rating_round=made, role=role, scores=scores, words="紙から。")
    return made
