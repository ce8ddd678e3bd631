"""Which folders the assessment sheet lies in.

The version and what it says of the household as a whole lie in the case's own folder. What it says of a member lies in a folder that
speaks of that person, one for each part; so does the household's money. ("assessment", id): the id belongs to the folder alone.
"""

from uuid import uuid4

from marugoto.kernel.ref import Ref

ASSESSMENT = "assessment"


def new_assessment_ref() -> Ref:
    return Ref(ASSESSMENT, uuid4())
