"""Write what was seen and heard, by whoever holds the need; where he may not read the record, only that he was there."""

from datetime import timedelta

from marugoto.casework.actions.journal import TOUCHES, write
from marugoto.casework.codes import Method
from marugoto.casework.queries import case as cases
from marugoto.casework.queries import journal as journals
from marugoto.casework.queries import need as needs
from marugoto.custody.actions.care import touch
from marugoto.demo.live.household import Life, OpenNeed
from marugoto.demo.live.words.journal import HOW_OFTEN, JOURNAL, LEAD
from marugoto.demo.stories.story import Outlook
from marugoto.disclosure.actions.audit import write_look
from marugoto.ground.transaction import reading
from marugoto.people.queries.home import home_of

WATCHED = 45  # days
NOT_MET = ("会えず", "出ず")


def write_about(life: Life, need: OpenNeed) -> None:
    """One step with a need: first what belongs to the story, then what happens everywhere."""
    rng = life.chance("journal", need.number, need.written)
    method, words = _next_words(life, need, rng.random())
    hat = need.hat
    by = life.here.by(hat)
    need.written += 1
    if need.shared and needs.get(by, need.id) is None:
        need.shared = False  # what was told for another purpose, or on a consent, ends on its day
    if not need.shared:
        touch(by=by, at=life.now, ball=need.ball, kind=TOUCHES[method])
        return
    if hat == life.lead:
        _looks(life)
    write(
        by=by,
        at=life.now,
        case=life.case,
        need=need.id,
        method=method,
        happened_at=life.now - timedelta(minutes=rng.randint(0, 40)),
        words=life.say(words, need.person),
    )


def write_as_lead(life: Life) -> None:
    """The lead looks at the whole once in a while."""
    _looks(life)
    method, words = life.rng.choice(LEAD)
    write(by=life.by, at=life.now, case=life.case, method=method, words=words)


def _looks(life: Life) -> None:
    """Of the last weeks also the looks: whoever leads reads the household's page before writing, and that is on record."""
    if (life.here.until - life.here.today).days > WATCHED:
        return
    by = life.by
    with reading(by):
        found = cases.get(by, life.case)
        if found is not None:
            home_of(by, found.household)
            journals.of_case(by, life.case)
    write_look(by=by, at=life.now, page="desk:household", matter=str(life.case))


def _next_words(life: Life, need: OpenNeed, toss: float) -> tuple[Method, str]:
    rng = life.chance("words", need.number, need.written)
    lines = life.story.lines
    mine = need.number - 1 if len(life.needs) > 1 else 0
    own = [line for place, line in enumerate(lines) if place % max(1, len(life.needs)) == mine]
    if need.written % 2 == 1 and need.written // 2 < len(own):
        line = own[need.written // 2]
        return _method_of(line), line
    weights = dict(HOW_OFTEN)
    if life.story.outlook is Outlook.QUIET or (life.story.outlook is Outlook.LONG and need.written < 4):
        weights[Method.NO_CONTACT] = 45
    method = rng.choices(list(weights), weights=list(weights.values()))[0]
    choices = [words for words in JOURNAL[method] if need.person or "{who}" not in words]
    return method, choices[int(toss * len(choices))]


def _method_of(line: str) -> Method:
    if any(word in line for word in NOT_MET):
        return Method.NO_CONTACT
    if line.startswith("訪問"):
        return Method.VISIT
    if "同行" in line or "一緒に" in line or "付き添" in line:
        return Method.TOGETHER
    if "電話" in line:
        return Method.PHONE
    return Method.VISIT if "{who}と" in line else Method.WINDOW
