"""The house as a WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marugoto.settings.house")
application = get_wsgi_application()
