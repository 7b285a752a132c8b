"""Prints what the reader has built: as data, or as one page that needs nothing beside it."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string


def in_json(record):
    return json.dumps(record, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def in_one_page(record):
    # A page has no way to write NUL, not even escaped.
    return render_to_string("records/page.html", {"record": record}).replace("\0", "\ufffd")
