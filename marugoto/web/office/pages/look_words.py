"""How a look is said: which page it was, and what lay open on it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.labels import PARTS
from marugoto.disclosure.queries.look import FolderLine
from marugoto.disclosure.rules.basis import BY_CODE

# By the name of the page's address, or by its room where the page has no words of its own.
PAGES = {
    "shell:today": gettext_lazy("きょう"),
    "shell:search": gettext_lazy("さがす"),
    "desk:households": gettext_lazy("世帯の一覧"),
    "desk:household": gettext_lazy("世帯"),
    "desk:consultations": gettext_lazy("相談の一覧"),
    "desk:consultation": gettext_lazy("相談"),
    "desk:notice": gettext_lazy("気づき"),
    "desk:notices": gettext_lazy("気づきの一覧"),
    "desk:approaches": gettext_lazy("訪ねる方の一覧"),
    "desk:approach": gettext_lazy("訪ねる"),
    "desk:watches": gettext_lazy("見守りの一覧"),
    "desk:watch": gettext_lazy("見守り"),
    "desk:watch_sheet": gettext_lazy("見て回る紙"),
    "desk:need": gettext_lazy("必要"),
    "desk:plan": gettext_lazy("プラン"),
    "desk:consents": gettext_lazy("同意"),
    "desk:consent": gettext_lazy("同意"),
    "desk:journal_entry": gettext_lazy("記録"),
    "shell:calendar": gettext_lazy("わたしの予定"),
    "desk:attachments": gettext_lazy("添付の一覧"),
    "desk:attachment": gettext_lazy("添付"),
    "desk:offer": gettext_lazy("渡されたボール"),
    "desk:match": gettext_lazy("つなぎ先"),
    "desk:tower": gettext_lazy("司令塔"),
    "meeting:conference": gettext_lazy("会議"),
    "meeting:conferences": gettext_lazy("会議の一覧"),
    "meeting:decisions": gettext_lazy("会議で決まったことの一覧"),
    "meeting:minutes_docx": gettext_lazy("会議録(Wordで持ち出した)"),
    "meeting:minutes_pdf": gettext_lazy("会議録(PDFで持ち出した)"),
    "meeting:papers": gettext_lazy("会議の資料"),
    "meeting:outside": gettext_lazy("外の人の席"),
    "office:behind": gettext_lazy("数字のもとの記録"),
    "office:looks": gettext_lazy("閲覧記録"),
    "office:looks_emergencies": gettext_lazy("急ぎの閲覧の一覧"),
    "office:looks_signs": gettext_lazy("閲覧の見守り"),
    "desk:emergencies": gettext_lazy("急ぎで開く"),
    "desk:purposes": gettext_lazy("目的外の提供の一覧"),
    "desk:purpose": gettext_lazy("目的外の提供"),
    "meeting:decision": gettext_lazy("会議で決まったこと"),
    "desk:emergency": gettext_lazy("急ぎの閲覧"),
    "people:emergency": gettext_lazy("急ぎで開いた"),
}
ROOMS = {
    "shell": gettext_lazy("共通の画面"),
    "desk": gettext_lazy("相談の仕事の画面"),
    "meeting": gettext_lazy("会議の画面"),
    "town": gettext_lazy("地域の画面"),
    "office": gettext_lazy("振り返りの画面"),
    "pref": gettext_lazy("県の画面"),
}
OUTCOMES = {
    "shown": gettext_lazy("示しました"),
    "pointer": gettext_lazy("問い合わせ先だけを示しました"),
    "emergency": gettext_lazy("急ぎで開きました"),
    "nothing": gettext_lazy("見つからず、何も示していません"),
    "hat": gettext_lazy("この自治体の帽子をかぶりました"),
}
SUBJECTS = {
    "person": gettext_lazy("人"),
    "household": gettext_lazy("世帯の構成"),
    "case": gettext_lazy("世帯の支援"),
    "need": gettext_lazy("必要"),
    "assessment": gettext_lazy("アセスメントシート"),
    "consultation": gettext_lazy("相談"),
    "notice": gettext_lazy("気づき"),
    "approach": gettext_lazy("訪ねる"),
    "watch": gettext_lazy("見守り"),
    "offer": gettext_lazy("渡すときの言葉"),
    "rescue": gettext_lazy("預かったときの言葉"),
    "agenda": gettext_lazy("会議の議題"),
    "rebased": gettext_lazy("会議から同意で移したこと"),
    "resource_task": gettext_lazy("地域づくりの仕事"),
    "follow_up": gettext_lazy("宿題"),
}


def said_page(page: str) -> str:
    """「世帯」 for desk:household; a form sent from a room is said by its room."""
    room = page.partition(":")[0]
    return str(PAGES.get(page) or ROOMS.get(room) or _("そのほかの画面"))


def said_folder(folder: FolderLine) -> str:
    """「人: 基本(氏名・生年月日・家族)」"""
    kind = SUBJECTS.get(folder.subject_kind, _("そのほか"))
    said = f"{kind}: {PARTS[Part(folder.part)]}" if folder.part in set(Part) else str(kind)
    basis = said_basis(folder.basis)
    return f"{said} — {basis}" if basis else said


def said_basis(basis: str) -> str:
    """「本人の同意(個人情報保護法69条2項1号)」; nothing where none was written down."""
    return f"{BY_CODE[BasisCode(basis)].name}({BY_CODE[BasisCode(basis)].article})" if basis in set(BasisCode) else ""


def said_outcome(outcome: str) -> str:
    return str(OUTCOMES.get(outcome, outcome))


def screens() -> list[tuple[str, str]]:
    """What the list can be narrowed to: each page by its name, and the rooms; a word that two pages share stands once for each."""
    return [
        *((room + ":", str(said)) for room, said in ROOMS.items()),
        *((page, str(said)) for page, said in PAGES.items()),
    ]
