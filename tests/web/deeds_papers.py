"""What is done with papers and with one's own calendar."""

from uuid import UUID

from marugoto.casework.actions.journal import write
from marugoto.disclosure.actions.attachment import Paper
from marugoto.disclosure.queries.attachment import of_matters
from tests.papers import LETTER
from tests.story import Story
from tests.town import Town
from tests.web.filled import Fields, plain


def attached(town: Town, story: Story) -> UUID:
    papers = [Paper("領収書.pdf", LETTER)]
    written = write(by=town("tanaka"), at=town.later(), case=story.case, words="預かった。", papers=papers).pk
    return of_matters(town("tanaka"), [written])[written][0].attachment


PAPERS: tuple[tuple[str, str, Fields], ...] = (
    ("desk:attachment_remove", "tanaka", lambda town, story: {"@attachment": attached(town, story)}),
    ("shell:mail_wish", "tanaka", plain(address="tanaka@city.example")),
    ("shell:feed_make", "tanaka", plain()),
    ("shell:feed_end", "tanaka", plain()),
)
