"""The filter of visible folders: one text for SQLite, for PostgreSQL, and for PostgreSQL's own row security.

It says in SQL what `rules.access.may_see` says in Python; a test compares them over every combination. `{of_grant}` takes a
condition that narrows it to the folder of the row in question or to kinds of subjects, or nothing.
"""

# Flat and with NOT EXISTS, nowhere EXCEPT or LEFT JOIN … IS NULL: only so may PostgreSQL begin at either end, at the row that is
# looked up or at the grants of the team, and know how many folders to expect (measured with 8,000 persons: with the join it guessed
# 30 folders of 6,000; with EXCEPT it listed all of them for each row that was looked up, 14,000 in a city of 400,000).
# `{plus}` keeps SQLite from looking the rows up by their body, which all of them share. `{each}` keeps PostgreSQL, where it lists the
# folders of a team, from first gathering all that is restricted in a city: it looks at each folder of the list instead.
OPEN_FOLDERS = """
SELECT g.folder_id
FROM disclosure_grant g
WHERE {of_grant}{plus}g.body = {body}
  AND (g.team_id = {team} OR g.duty_id = {duty})
  AND g.since <= {at}
  AND (g.until IS NULL OR g.until > {at})
  AND NOT EXISTS (SELECT 1 FROM disclosure_grantending e WHERE e.grant_id = g.id AND e.ended_at <= {at})
  AND NOT EXISTS (
    SELECT 1 FROM disclosure_restriction r
    WHERE r.folder_id = g.folder_id AND {plus}r.body = {body}
      AND r.since <= {at}
      AND (r.against_id IS NULL OR r.against_id = {worker})
      AND NOT EXISTS (
        SELECT 1 FROM disclosure_restrictionending x WHERE x.restriction_id = r.id AND x.ended_at <= {at})
      AND NOT EXISTS (
        SELECT 1 FROM disclosure_restrictionlisting l
        WHERE l.restriction_id = r.id AND l.worker_id = {worker} AND (l.until IS NULL OR l.until > {at})){each})
"""


def visible_folders(kinds: tuple[str, ...] = (), row: str = "", *, plus: str = "", each: str = "") -> str:
    """The folders open to a viewer: all of them, those of some kinds of subjects, or only the one in the column `row`."""
    narrowed = f"g.folder_id = {row} AND " if row else ""
    if kinds:
        said = ", ".join(f"'{kind}'" for kind in kinds)
        narrowed += f"g.kind IN ({said}) AND "
    return OPEN_FOLDERS.replace("{of_grant}", narrowed).replace("{plus}", plus).replace("{each}", each)
