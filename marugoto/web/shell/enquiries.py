"""What was asked of the prefecture, as both rooms say it: by whom, why now, who advises, what came of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.community.queries.enquiry import Asked
from marugoto.community.rules.enquiry import EnquiryAbout, EnquiryFruit, EnquiryTrigger
from marugoto.kernel.era import say_near

ENQUIRY_ABOUT = {
    EnquiryAbout.COMMUNITY: gettext_lazy("地域づくり・参加の場"),
    EnquiryAbout.CONSULTING: gettext_lazy("相談の受け止め"),
    EnquiryAbout.NECESSITY: gettext_lazy("重層が要るかどうか"),
    EnquiryAbout.TOGETHER: gettext_lazy("庁内や機関の連携"),
    EnquiryAbout.LOOKING_BACK: gettext_lazy("評価と見直し"),
    EnquiryAbout.OTHER: gettext_lazy("そのほか"),
}
ENQUIRY_TRIGGERS = {
    EnquiryTrigger.OWN_RECORDS: gettext_lazy("自分たちの記録や数から"),
    EnquiryTrigger.HEARD: gettext_lazy("住民や機関との話し合いから"),
    EnquiryTrigger.ASSEMBLY: gettext_lazy("議会の質問"),
    EnquiryTrigger.FROM_ABOVE: gettext_lazy("首長や上からの指示"),
    EnquiryTrigger.NEIGHBOURS: gettext_lazy("近くの市町村が始めた"),
    EnquiryTrigger.OTHER: gettext_lazy("そのほか"),
}
ENQUIRY_FRUITS = {
    EnquiryFruit.CHANGED: gettext_lazy("やり方を変えた"),
    EnquiryFruit.TRYING: gettext_lazy("試している"),
    EnquiryFruit.NOTHING_YET: gettext_lazy("まだ動いていない"),
    EnquiryFruit.NOT_FITTING: gettext_lazy("うちの町には合わなかった"),
}


@dataclass(frozen=True)
class EnquiryFace:
    """`no_reason`: what made it ask is none for beginning anything. `advised` and `fruit` are empty as long as nothing was said."""

    id: UUID
    town: str
    about: str
    trigger: str
    no_reason: bool
    question: str
    tried: str
    day: str
    advised: str
    adviser: str
    visit: str
    advised_on: str
    fruit: str
    fruit_words: str


def face_of(one: Asked, today: date) -> EnquiryFace:
    row, answer, outcome = one.row, one.answer, one.outcome
    return EnquiryFace(
        id=row.pk,
        town=one.town,
        about=str(ENQUIRY_ABOUT[EnquiryAbout(row.about)]),
        trigger=str(ENQUIRY_TRIGGERS[EnquiryTrigger(row.trigger)]),
        no_reason=one.no_reason,
        question=row.question,
        tried=row.tried,
        day=say_near(row.day, today),
        advised=answer.words if answer else "",
        adviser=answer.adviser if answer else "",
        visit=_visit(answer.visit, today) if answer and answer.visit else "",
        advised_on=say_near(answer.day, today) if answer else "",
        fruit=str(ENQUIRY_FRUITS[EnquiryFruit(outcome.fruit)]) if outcome else "",
        fruit_words=outcome.words if outcome else "",
    )


def _visit(day: date, today: date) -> str:
    """A day that is over says what was meant to be, and not that it was."""
    words = _("%(day)sに訪ねる約束でした") if day < today else _("%(day)sに訪ねます")
    return words % {"day": say_near(day, today)}
