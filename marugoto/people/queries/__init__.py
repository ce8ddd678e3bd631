from marugoto.people.queries import contact, folder, household, likeness, person, pointer, ties

__all__ = ["contact", "folder", "household", "likeness", "person", "pointer", "ties"]
