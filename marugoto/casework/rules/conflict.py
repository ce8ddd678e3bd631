"""Whose file a conflict of interest shuts: of a household whoever lives there, of one person that person alone."""

from marugoto.agencies.codes import Role

HEADS = (Role.CHIEF, Role.COORDINATOR)  # who may say it of another worker, and end it


def leads(roles: frozenset[Role], *, contracted: bool, same_agency: bool) -> bool:
    """The head of an agency under contract speaks for those who work there, and for none of the municipality's own."""
    return not roles.isdisjoint(HEADS) and (same_agency or not contracted)
