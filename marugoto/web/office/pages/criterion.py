"""One criterion of the standard: its tests, what is said of it, its own words; and what the body says of itself."""

from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.actions.attestation import Told, attest, choose_path, word_criterion
from marugoto.evaluation.codes import Path, Word
from marugoto.evaluation.labels import PARTS, PATHS, WORDS
from marugoto.evaluation.queries.attestation import (
    AttestedLine,
    WordingLine,
    attestations,
    differences,
    own_words,
    wordings,
)
from marugoto.evaluation.queries.judged import is_earlier
from marugoto.evaluation.queries.latest import latest
from marugoto.evaluation.queries.profile import Judged, Profile, profile
from marugoto.evaluation.rules.ask import Answer, Declared
from marugoto.evaluation.rules.attestation import WRITERS
from marugoto.evaluation.rules.level import LEVELS, SURENESS, UNKNOWN
from marugoto.evaluation.rules.stage import NAMES, Function
from marugoto.evaluation.standards import BY_CODE, CRITERIA, OURS, Criterion
from marugoto.kernel.era import say_era, say_near
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.standard import CasesForm, PathForm, StatementForm, WordingForm
from marugoto.web.office.pages.standard import ahead_of, cheapest_of, name_of, note_of, step_towards, walked_of
from marugoto.web.office.pages.words import THINKERS, counted_of, course_of
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.ui import parts

FIRST = 3  # so many statements at once
Forms = dict[str, Any]


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer, code: str) -> Page:
    return _page(viewer, _criterion(code), {})


@act(*WRITERS)
def say(request: HttpRequest, viewer: Viewer, at: datetime, code: str) -> Page | HttpResponse:
    """Of a statement, or of the cases themselves."""
    criterion = _criterion(code)
    statement = request.POST.get("statement", "")
    form = StatementForm(request.POST, statement=statement) if statement else CasesForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        told = Told(
            criterion=criterion.code,
            statement=statement,
            word=Word(given["word"]),
            words=given["words"],
            until=given["until"],
            cases=given.get("cases") or 0,
            passed=given.get("passed") or 0,
        )
        with form_errors(form):
            row = attest(by=viewer, at=at, told=told)
            messages.success(
                request, _("書きました。%(until)sまで言えます。") % {"until": say_near(row.until, row.day)}
            )
            return redirect("office:criterion", code=code)
    return _page(viewer, criterion, {statement or "cases": form}, status=422)


@act(*WRITERS)
def word(request: HttpRequest, viewer: Viewer, at: datetime, code: str) -> Page | HttpResponse:
    criterion, form = _criterion(code), WordingForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            row = word_criterion(by=viewer, at=at, criterion=code, **form.cleaned_data)
            messages.success(request, _("この町のことばにしました。") if row.words else _("もとのことばに戻しました。"))
            return redirect("office:criterion", code=code)
    return _page(viewer, criterion, {"wording": form}, status=422)


@see(*THINKERS)
def statements(request: HttpRequest, viewer: Viewer) -> Page:
    return _statements(viewer, None)


@act(*WRITERS)
def go_on(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = PathForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            row = choose_path(by=viewer, at=at, path=Path(form.cleaned_data["path"]), words=form.cleaned_data["words"])
            messages.success(request, _("進め方を「%(path)s」にしました。") % {"path": PATHS[Path(row.path)]})
            return redirect("office:statements")
    return _statements(viewer, form, status=422)


def _criterion(code: str) -> Criterion:
    if code not in BY_CODE:
        raise Http404
    return BY_CODE[code]


def _page(viewer: Viewer, criterion: Criterion, forms: Forms, status: int = 200) -> Page:
    kept = latest(viewer)
    found = profile(viewer, last=kept.today, kept=kept)
    one, lines = found.judged[criterion.code], wordings(viewer, code=criterion.code)
    own = own_words(lines)
    told, today = [line for line in attestations(viewer) if line.criterion == criterion.code], local_day(viewer.at)
    values: dict[str, Any] = {
        "criterion": criterion,
        "name": name_of(one, own),
        "parts": [_part(criterion, part, own) for part in PARTS],
        "wording_lines": [_wording(criterion, line, today) for line in lines],
        "sentence": _sentence(one, own),
        "now": one.verdict,
        "stands": one.verdict.stands + walked_of(one) + ahead_of(one),
        "level": one.level,
        "word": UNKNOWN if one.level is None else LEVELS[one.level],
        "note": note_of(one),
        "sure": "" if is_earlier(one) else one.verdict.sure,
        "step": step_towards(one),
        "marks": _marks(one),
        "tests": [_test(answer) for answer in one.verdict.answers],
        "course": course_of(one.before),
        "pieces": [{"name": piece.name, "url": _rows_url(criterion, key)} for key, piece in criterion.evidence.items()],
        "statements": [_statement(criterion, key, told, forms, today) for key in _keys(criterion)],
        "cases": _cases(told, forms, today) if criterion.evidence else None,
        "path": PATHS[found.path],
        "may_tend": viewer.has(*WRITERS),
        "wording_form": forms.get("wording") or WordingForm(),
        "today": say_era(kept.today),
        "counted": counted_of(kept, back=criterion.code),
        "ours": OURS,
    }
    return Page("office/criterion.html", values, status=status)


def _sentence(one: Judged, own: dict[tuple[str, str], str]) -> str:
    place = (
        _("「%(name)s」は、まだ判定できません。")
        if one.level is None
        else _("「%(name)s」は「%(level)d %(word)s」%(rough)sまで来ています。")
    )
    rough = _("(仮)") if one.verdict.sure == SURENESS[0] and not is_earlier(one) else ""
    words = {"name": name_of(one, own), "level": one.level or 0, "word": LEVELS[one.level or 0], "rough": rough}
    return place % words + one.verdict.next_step


def _keys(criterion: Criterion) -> list[str]:
    return [one.key for one in criterion.statements]


def _statement(criterion: Criterion, key: str, told: list[AttestedLine], forms: Forms, today: date) -> dict[str, Any]:
    ask = next(one for one in criterion.statements if one.key == key)
    own = [line for line in told if line.statement == key]
    return {
        "asks": ask.asks,
        "key": key,
        "level": ask.level,
        "lines": [_line(line, today) for line in own],
        "open": key in forms or not (own and own[0].holds),
        "form": forms.get(key) or StatementForm(statement=key),
    }


def _cases(told: list[AttestedLine], forms: Forms, today: date) -> dict[str, Any]:
    own = [line for line in told if not line.statement]
    lines = [_line(line, today) for line in own]
    return {"lines": lines, "form": forms.get("cases") or CasesForm(), "open": "cases" in forms}


def _line(line: AttestedLine, today: date) -> dict[str, Any]:
    """A statement may hold for two years: its days are said with their year where it could be mistaken."""
    walked = line.said.word is Word.WALKED
    counted = _("(%(cases)d件のうち%(passed)d件が「はい」)") % {"cases": line.said.cases, "passed": line.said.passed}
    return {
        "word": str(WORDS[line.said.word]) + (counted if walked else ""),
        "words": line.said.words,
        "day": say_near(line.said.day, today),
        "until": say_near(line.said.until, today),
        "by": line.by_name,
        "holds": line.holds,
    }


def _part(criterion: Criterion, part: str, own: dict[tuple[str, str], str]) -> dict[str, Any]:
    ours = str(getattr(criterion, part))
    words = own.get((criterion.code, part), "")
    return {"label": PARTS[part], "words": words or ours, "ours": ours if words else ""}


def _wording(criterion: Criterion, line: WordingLine, today: date) -> dict[str, Any]:
    words = line.words or _("もとのことばに戻した")
    return {
        "part": PARTS[line.part],
        "words": words,
        "reason": line.reason,
        "by": line.by_name,
        "day": say_near(line.day, today),
    }


def _test(answer: Answer) -> dict[str, Any]:
    met = _("満たす(仮)") if answer.walked else _("満たす")  # a few cases, and no percentage
    unknown = _("食い違い") if answer.against_record else _("まだ言えない")
    said = unknown if answer.met is None else met if answer.met else _("まだ")
    tone: parts.Tone = "" if answer.met is None else "done" if answer.met else "soon"
    return {"answer": answer, "word": LEVELS[answer.level], "said": said, "tone": tone}


def _marks(one: Judged) -> list[parts.Mark]:
    """The nearest threshold says how many more; those behind it only their level, so that words never lie on each other."""
    ahead = [mark for mark in one.verdict.marks if mark.missing]
    said = []
    for place, mark in enumerate(ahead):
        values = {"level": mark.level, "count": mark.missing, "unit": one.verdict.unit}
        words = _("%(level)d まで あと%(count)d%(unit)s") % values
        said.append(parts.Mark(mark.at, words if place == 0 else str(mark.level)))
    return said or [parts.Mark(mark.at, str(mark.level)) for mark in one.verdict.marks]


def _rows_url(criterion: Criterion, piece: str) -> str:
    here = reverse("office:behind", args=["criteria", criterion.code])
    return here if piece == next(iter(criterion.evidence)) else f"{here}?part={piece}"


def _statements(viewer: Viewer, form: PathForm | None, status: int = 200) -> Page:
    today = local_day(viewer.at)
    kept = latest(viewer)
    found = profile(viewer, last=kept.today, kept=kept)
    told = {(line.criterion, line.statement): line for line in reversed(attestations(viewer))}
    rows = [
        _row(found.judged[criterion.code], ask, told.get((criterion.code, ask.key)), found.path, today)
        for criterion in CRITERIA
        for ask in criterion.statements
    ]
    said = [row for row in rows if row["line"] and row["line"]["holds"]]
    first, others = _nearest(found, [row for row in rows if row not in said])
    values: dict[str, Any] = {
        "first": first,
        "folded": [
            {"name": NAMES[one], "rows": [row for row in others if row["criterion"].function is one]}
            for one in Function
            if any(row["criterion"].function is one for row in others)
        ],
        "said": said,
        "count": len(rows),
        "path": PATHS[found.path],
        "form": form or PathForm(initial={"path": found.path.value}),
        "differences": _differences(viewer),
        "may_tend": viewer.has(*WRITERS),
        "ours": OURS,
    }
    return Page("office/statements.html", values, status=status)


def _row(one: Judged, ask: Declared, line: AttestedLine | None, path: Path, today: date) -> dict[str, Any]:
    return {
        "criterion": one.criterion,
        "ask": ask,
        "ahead": ask.level == (one.level or 0) + 1,
        "how": ask.how_on(path),
        "line": _line(line, today) if line else None,
        "url": reverse("office:criterion", args=[one.criterion.code]) + "#statements",
    }


def _nearest(found: Profile, rows: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The few that matter next: what lets a criterion be judged, then what leads to its next level; and all the others."""
    place = {one.code: at for at, one in enumerate(cheapest_of(found).order)}
    last = len(place)

    def nearness(row: dict[str, Any]) -> tuple[bool, int, bool, str]:
        criterion = row["criterion"]
        return not row["ahead"], place.get(criterion.code, last), not criterion.core, criterion.code

    ordered = sorted(rows, key=nearness)
    return ordered[:FIRST], [row for row in rows if row not in ordered[:FIRST]]


def _differences(viewer: Viewer) -> list[dict[str, Any]]:
    """Where the body reads a criterion otherwise than we wrote it."""
    return [
        {
            "criterion": one.criterion,
            "part": PARTS[one.part],
            "words": one.words,
            "ours": one.ours,
            "url": reverse("office:criterion", args=[one.criterion.code]),
        }
        for one in differences(wordings(viewer))
    ]
