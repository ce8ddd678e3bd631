from marugoto.agencies.queries import calendar, directory, viewer

__all__ = ["calendar", "directory", "viewer"]
