"""One review as a paper for inside: Word to go on editing, PDF/A as it is. Made anew from the record each time; none is kept."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.queries.calendar import standing
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.codes import ReviewLevel
from marugoto.evaluation.labels import LEVELS
from marugoto.evaluation.queries import means_review as reviews
from marugoto.exchange import pdf
from marugoto.exchange.rules import docx
from marugoto.exchange.rules.paper import Block, Grid, Heading, Lead, Note, Paper, Paragraph
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.web.office.pages.review_words import answer_words, citation_words, parties_said, publication_words
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.shell.doors import Page, see

NOTHING = "—"
INSIDE = gettext_lazy("中で使う紙: 少ない数も、届いた声の言葉も、そのまま出ています。役所の外には出さないでください。")


@see(*THINKERS)
def to_edit(request: HttpRequest, viewer: Viewer, review: UUID) -> HttpResponse:
    return _file(docx.written(_paper(viewer, review)), docx.MEDIA, "review.docx")


@see(*THINKERS)
def to_send(request: HttpRequest, viewer: Viewer, review: UUID) -> Page | HttpResponse:
    try:
        made = pdf.written(_paper(viewer, review), at=viewer.at)
    except Refused as refused:
        return Page("office/review_no_paper.html", {"refused": refused, "review": review}, status=409)
    return _file(made, pdf.MEDIA, "review.pdf")


def _paper(viewer: Viewer, review: UUID) -> Paper:
    whole = reviews.get(viewer, review)
    if whole is None:
        raise Http404
    row = whole.review
    blocks: list[Block] = [Lead(row.question), Note(_when(row))]
    if row.words:
        blocks.append(Paragraph(row.words))
    blocks += [Heading(_("加わった人の種類"), 2), Paragraph(parties_said(whole.came) or NOTHING)]
    figures = [
        (one["name"], one["said"], f"{one['as_of']}\n{one['version']}") for one in map(citation_words, whole.citations)
    ]
    blocks.append(Heading(_("止めて残した数字"), 2))
    head = (_("指標"), _("値"), _("いつの値か・定義の版"))
    blocks.append(Grid((head, *figures), (4, 4, 3)) if figures else Paragraph(NOTHING))
    blocks.append(Heading(_("手段ごとの答え"), 2))
    for one in whole.answers:
        blocks += _answer(answer_words(one, local_day(viewer.at)))
    if hasattr(row, "publication"):
        blocks += _published(publication_words(row.publication))
    if row.closed and row.closed.why_kept:
        blocks += [Heading(_("手段を変えない理由"), 2), Paragraph(row.closed.why_kept)]
    title = _("%(town)s 見直しの記録") % {"town": standing(viewer.body).name}
    return Paper(title + ("" if row.closed else _("(途中)")), _stamp(viewer), blocks, label=str(INSIDE))


def _when(row: Any) -> str:
    """Where it was asked, since when, and until when or when it was over."""
    said = {"level": LEVELS[ReviewLevel(row.level)], "opened": say_era(local_day(row.made_at))}
    if row.closed:
        said["closed"] = say_era(local_day(row.closed.made_at))
        return _("%(level)s ・ %(opened)sに始め、%(closed)sに閉じました") % said
    return _("%(level)s ・ %(opened)sに始め、%(due)sまでに結論を出します") % (said | {"due": say_era(row.due)})


def _answer(one: dict[str, Any]) -> list[Block]:
    """What was said of the means stands at the head."""
    title = Heading(one["means"].name, 3)
    if not one["decided"]:
        return [title, Paragraph(_("まだ答えがありません。"))]
    made, change = one["decision"], one["change"]
    rows = [
        (_("わけ"), made.reason),
        (_("何をどう変えるか"), made.becomes),
        (_("何が起きたら変えるか"), made.would_change),
        (_("もとにした数字"), "\n".join(f"{cited['name']} {cited['said']}" for cited in one["evidence"])),
        (_("こたえた声"), "\n".join(opinion.words for opinion in one["opinions"])),
        (_("いつまで"), str(one["due"])),
    ]
    if isinstance(change, dict):
        rows += [
            (_("変わったもの"), str(change["proof"])),
            (_("前の文"), str(change["was"])),
            (_("いまの文"), str(change["becomes"])),
            (_("いつから"), str(change["effective"])),
            (_("ききめ"), _effect(change)),
            (_("元に戻した"), str(change["undone"])),
        ]
    return [title, Grid(((_("答え"), str(one["said"])), *((name, said) for name, said in rows if said)), (2, 7))]


def _published(said: dict[str, str]) -> list[Block]:
    rows = [(_("公表した日"), said["day"]), (_("どこに"), said["where"]), (_("外から入った人の評価"), said["outside"])]
    return [Heading(_("公表"), 2), Grid(tuple(row for row in rows if row[1]), (3, 7))]


def _effect(change: dict[str, Any]) -> str:
    if change["effect"]:
        return f"{change['effect']} {change['effect_words']}"
    if change["undone"]:
        return ""
    return str(change["check"])


def _stamp(viewer: Viewer) -> str:
    return _("中で使う紙・%(name)s・%(day)s出力") % {"name": viewer.name, "day": say_era(local_day(viewer.at))}


def _file(made: bytes, media: str, name: str) -> HttpResponse:
    answer = HttpResponse(made, content_type=media)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store, private"
    return answer
