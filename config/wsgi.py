"""The door for gunicorn."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()
# What has been loaded stays: the collector need not walk it anew under every tenth page.
gc.collect()
gc.freeze()
# And what a page makes is looked through once for several pages, not four times for one: nearly all
# of it is gone by then without a look.
gc.set_threshold(5_000, 20, 10)
