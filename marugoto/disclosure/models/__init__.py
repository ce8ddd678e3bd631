from marugoto.disclosure.models.audit import Look
from marugoto.disclosure.models.consent import Consent, ConsentItem
from marugoto.disclosure.models.folder import Filed, FiledQuerySet, Folder
from marugoto.disclosure.models.grant import Grant, GrantEnding
from marugoto.disclosure.models.prepared import Prepared
from marugoto.disclosure.models.restriction import Restriction, RestrictionEnding, RestrictionListing

__all__ = [
    "Consent",
    "ConsentItem",
    "Filed",
    "FiledQuerySet",
    "Folder",
    "Grant",
    "GrantEnding",
    "Look",
    "Prepared",
    "Restriction",
    "RestrictionEnding",
    "RestrictionListing",
]
