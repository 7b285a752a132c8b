"""The record as JSON: docs/export.md says what each key holds."""

import json

from django.core.serializers.json import DjangoJSONEncoder


def in_json(record):
    return json.dumps(record, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2).encode()
