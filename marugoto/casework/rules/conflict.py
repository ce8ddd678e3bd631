"""Whose file a conflict of interest shuts: of a household whoever lives there, of one person that person alone."""

from marugoto.agencies.codes import Role

HEADS = (Role.CHIEF, Role.COORDINATOR)  # who may say it of another worker, and end it
