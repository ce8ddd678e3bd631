"""The API: the same queries and actions as the screens, for other systems.

Words: token, scope, page, webhook.
A door: it knows no tables. Beside it web; below it exchange and the domains.
"""
