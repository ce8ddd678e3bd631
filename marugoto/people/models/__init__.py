from marugoto.people.models.alias import Alias, AliasEnding
from marugoto.people.models.contact import Address, Phone
from marugoto.people.models.descent import Descent
from marugoto.people.models.household import Household, HouseholdChange, Member
from marugoto.people.models.mark import FamilyMark
from marugoto.people.models.mistake import TieMistake
from marugoto.people.models.party import OtherParty, OtherPartyEnding
from marugoto.people.models.person import Death, Person, PersonChange, PersonGram, PersonName, Pseudonym
from marugoto.people.models.pointer import PointerAsk
from marugoto.people.models.union import Union, UnionTurn

__all__ = [
    "Address",
    "Alias",
    "AliasEnding",
    "Death",
    "Descent",
    "FamilyMark",
    "Household",
    "HouseholdChange",
    "Member",
    "OtherParty",
    "OtherPartyEnding",
    "Person",
    "PersonChange",
    "PersonGram",
    "PersonName",
    "Phone",
    "PointerAsk",
    "Pseudonym",
    "TieMistake",
    "Union",
    "UnionTurn",
]
