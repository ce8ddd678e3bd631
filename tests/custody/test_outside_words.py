"""Whoever writes down what an agency answered reads that, and not what the sender had written to it."""

from marugoto.agencies.actions import set_reach
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.offer import offer
from marugoto.custody.actions.outside import hear_answer
from marugoto.custody.codes import Means, OfferReason, OutsideSaid
from marugoto.custody.models import OfferWords
from marugoto.custody.queries.outside import heard_of
from marugoto.custody.rules.outside import Heard
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day
from tests.custody.town import NOW, Town, later


@looking
def words(viewer: Viewer) -> list[str]:
    return list(OfferWords.objects.open_to(viewer).values_list("words", flat=True))


def test_the_tower_that_hears_reads_no_words_of_the_sender(town: Town) -> None:
    assert town.hospital
    set_reach(by=town.viewer("高木 修"), at=NOW, team=town.hospital.pk, phone="0000-22-6000", hours="9時〜16時")
    ball = town.ball("総合")
    asked = offer(
        by=town.viewer("総合"), at=NOW, ball=ball.pk, to=town.hospital.pk, reason=OfferReason.EXPERTISE, words="ひみつ"
    )
    at = later(0)
    assert words(town.viewer("総合", at)) == ["ひみつ"]
    assert words(town.viewer("森 由美", at)) == []
    heard = Heard(said=OutsideSaid.TAKEN_ON, who="佐々木さん", day=local_day(NOW), words="来週みます。")
    hear_answer(by=town.viewer("森 由美", at), at=at, offer=asked.pk, heard=heard, means=Means.TELEPHONE)
    assert words(town.viewer("森 由美", at)) == []
    seen = heard_of(town.viewer("森 由美", later(1)), [asked.pk])[asked.pk]
    assert (words(town.viewer("森 由美", later(1))), [one.words for one in seen]) == ([], ["来週みます。"])
