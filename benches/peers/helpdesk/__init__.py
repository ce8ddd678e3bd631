"""django-helpdesk as a project: queue = team, ticket = need, change of queue and owner = pass, title = name."""
