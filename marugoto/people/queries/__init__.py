from marugoto.people.queries import contact, household, person, ties

__all__ = ["contact", "household", "person", "ties"]
