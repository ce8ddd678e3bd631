"""The house as a WSGI application."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marugoto.settings.house")
application = get_wsgi_application()

# What stays as long as the process is not looked through for rubbish again and again: a tenth of a page's time went into that.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 20)
