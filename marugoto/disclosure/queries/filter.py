"""The filter of visible folders: one text for SQLite, for PostgreSQL, and for PostgreSQL's own row security.

It says in SQL what `rules.access.may_see` says in Python; a test compares them over every combination.
"""

VISIBLE_FOLDERS = """
SELECT g.folder_id
FROM disclosure_grant g
LEFT JOIN disclosure_grantending e ON e.grant_id = g.id AND e.ended_at <= {at}
WHERE g.body = {body}
  AND (g.team_id = {team} OR g.duty_id = {duty})
  AND g.since <= {at}
  AND (g.until IS NULL OR g.until > {at})
  AND e.id IS NULL
EXCEPT
SELECT r.folder_id
FROM disclosure_restriction r
LEFT JOIN disclosure_restrictionending x ON x.restriction_id = r.id AND x.ended_at <= {at}
LEFT JOIN disclosure_restrictionlisting l ON l.restriction_id = r.id AND l.worker_id = {worker}
WHERE r.body = {body}
  AND r.since <= {at}
  AND x.id IS NULL
  AND l.id IS NULL
"""
